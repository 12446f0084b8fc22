"""The guard around everything that runs in a user's save: no failure of ours leaves it, each is logged once."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Optional, Set, Tuple, Type

from .._failures import BadInput, Failure


def reason_of(error: BaseException) -> str:
    """What went wrong, short, for a log and an administrator: codes, fields and ids, never names, numbers or values."""
    if isinstance(error, BadInput):
        fields = ", ".join(sorted({finding.field for finding in error.findings})[:5])
        return f"{error.name}: {fields}"
    if isinstance(error, (Failure, OSError)):
        return str(error)
    return type(error).__name__


class Watch:
    """How it went: `failed`, and then the `reason` and the `error`."""

    def __init__(self, guard: Guard, about: str):
        self._guard, self._about = guard, about
        self.failed = False
        self.reason = ""
        self.error: Optional[BaseException] = None

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> bool:
        if error is None:
            self._guard.went_well(self._about)
            return False
        if not isinstance(error, Exception) or isinstance(error, self._guard.let_through):
            return False
        self.failed, self.reason, self.error = True, reason_of(error), error
        self._guard.tell(self._about, error, self.reason)
        return True


class Guard:
    """`with guard.watch(about) as watch:` takes every Exception, except those that the host must see itself (such as its
    database asking to try the transaction again). The same failure about the same thing is logged once until it went well.
    """

    def __init__(self, log: logging.Logger, let_through: Tuple[Type[BaseException], ...] = ()):
        self._log, self.let_through = log, let_through
        self._told: Set[Tuple[str, str]] = set()

    def watch(self, about: str) -> Watch:
        return Watch(self, about)

    def tell(self, about: str, error: Optional[BaseException], reason: str) -> None:
        """Logs a failure unless it was told already. One that nobody foresaw comes with its trace, but not with what it said:
        that may be a name."""
        if (about, reason) in self._told:
            return
        self._told.add((about, reason))
        trace = ""
        if error is not None and not isinstance(error, (Failure, OSError)):
            trace = "\nTraceback:\n" + "".join(traceback.format_tb(error.__traceback__))
        self._log.error("rendabel %s: %s%s", about, reason, trace)

    def went_well(self, about: str) -> None:
        self._told = {told for told in self._told if told[0] != about}
