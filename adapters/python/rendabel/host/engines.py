"""The open engines of this process: one per store, opened at first use and never at import."""

from __future__ import annotations

import os
import threading
from typing import Dict, Optional, Tuple

from .._engine import Engine
from .._library import Library, default_library


class Engines:
    """Engines by store. Any thread; a forked worker gets its own on the same store at its first call (Engine does that).

    busy_timeout_ms is 250 by default, because a hook may wait no longer: treat Busy as 'later'.
    """

    def __init__(self, busy_timeout_ms: int = 250):
        self._busy_timeout_ms = busy_timeout_ms
        self._open: Dict[Tuple[str, str], Engine] = {}
        self._libraries: Dict[str, Library] = {}
        self._lock = threading.Lock()
        os.register_at_fork(after_in_child=self._after_fork)

    def get(self, store: str, library: Optional[str] = None) -> Engine:
        """The engine of a store. Raises OSError or Failure when the library or the store cannot be opened: the next call
        tries again. `library` is a file; else the one that the package finds."""
        key = (store, library or "")
        engine = self._open.get(key)
        if engine is not None:
            return engine
        with self._lock:
            if key not in self._open:
                self._open[key] = Engine(store, busy_timeout_ms=self._busy_timeout_ms, library=self.library(library))
            return self._open[key]

    def library(self, path: Optional[str] = None) -> Library:
        """The library of a file, loaded once; else the one that the package finds. Raises OSError or Unsupported."""
        if not path:
            return default_library()
        if path not in self._libraries:
            self._libraries[path] = Library(path)
        return self._libraries[path]

    def forget(self, store: str) -> None:
        """Closes a store's engines, so that the next call opens it anew: after a failure, or when it was moved."""
        with self._lock:
            for key in [key for key in self._open if key[0] == store]:
                self._open.pop(key).close()

    def _after_fork(self) -> None:
        self._lock = threading.Lock()  # another thread may have held it
