"""The shared library, loaded at first use and asked for its version before anything else."""

from __future__ import annotations

import ctypes
import json
import os
import threading
from pathlib import Path
from typing import Any, Dict, Optional, Union

from ._documents import Answer
from ._failures import Failure, Status, failure
from ._functions import ABI_VERSION, FUNCTIONS

FILE_NAME = "librendabel.so.1"


def library_path() -> str:
    """$RENDABEL_LIBRARY, else the file shipped beside this package (rendabel/lib), else the system's."""
    named = os.environ.get("RENDABEL_LIBRARY")
    if named:
        return named
    shipped = Path(__file__).resolve().parent / "lib" / FILE_NAME
    return str(shipped) if shipped.exists() else FILE_NAME


def _argument(value: Any) -> Any:
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
        if b"\0" in value:  # C would read another, shorter id
            raise ValueError("an id, date or path cannot hold a NUL")
    return value


class Library:
    """The loaded library and the calls that need no engine. Any thread may use it.

    Raises OSError when the file cannot be loaded, Unsupported when it speaks another version of the contract.
    """

    def __init__(self, path: Union[str, "os.PathLike[str]", None] = None):
        #: The file that was loaded.
        self.path = library_path() if path is None else os.fspath(path)
        self._file = ctypes.CDLL(self.path)  # CDLL lets other Python threads run meanwhile
        self._functions: Dict[str, Any] = {}
        if not self.abi_supports(ABI_VERSION):
            version = self.abi_version()
            raise failure(Status.UNSUPPORTED, "unsupported", f"{self.path} speaks ABI {version >> 16}."
                          f"{version & 0xFFFF}, this package {ABI_VERSION >> 16}.{ABI_VERSION & 0xFFFF}")

    def function(self, name: str) -> Any:
        """The ctypes function of a name without its prefix; Unsupported when this library lacks it."""
        found = self._functions.get(name)
        if found is None:
            try:
                found = self._file["rendabel_" + name]  # a function object of our own, with our types
            except AttributeError:
                raise failure(Status.UNSUPPORTED, "unsupported", f"{self.path} has no rendabel_{name}") from None
            found.restype, found.argtypes = FUNCTIONS[name]
            self._functions[name] = found
        return found

    def answer(self, name: str, *arguments: Any) -> Answer:
        """Calls a function that gives a result, reads and frees it. Raises Failure unless its status is ok."""
        call, free = self.function(name), self.function("result_free")
        result = call(*map(_argument, arguments))
        try:
            return self._read(result)
        finally:
            free(result)

    def _read(self, result: Any) -> Answer:
        size = self.function("result_body_size")(result)
        body = ctypes.string_at(self.function("result_body")(result), size)
        status = self.function("result_status")(result)
        if status != Status.OK:
            message = self.function("result_message")(result).decode("utf-8", "replace")
            raise failure(status, self.status_name(status), message, json.loads(body) if body else None)
        return Answer(body, self.function("result_media_type")(result).decode())

    def abi_version(self) -> int:
        """The library's version of the contract: major << 16 | minor."""
        return int(self.function("abi_version")())

    def abi_supports(self, host_abi: int) -> bool:
        """Whether a host written for `host_abi` can use this library."""
        return bool(self.function("abi_supports")(host_abi))

    def has_feature(self, id: str) -> bool:
        """Whether the library has a feature such as "verdict/1"."""
        return bool(self.function("has_feature")(_argument(id)))

    def version(self) -> str:
        """The product's version: for people and logs, never to decide by."""
        return str(self.function("version")().decode())

    def status_name(self, status: int) -> str:
        """The name of a status as documents spell it; "unknown" for a number that the library does not have."""
        return str(self.function("status_name")(status).decode())

    def schema_get(self, name: str) -> Answer:
        """The JSON Schema of a document such as "snapshot"; "index" lists all names."""
        return self.answer("schema_get", name)

    def labels_get(self, language: str) -> Answer:
        """Every code of the answers with its words in "nl" or "en"."""
        return self.answer("labels_get", language)


_loaded: Optional[Library] = None
_lock = threading.Lock()


def default_library() -> Library:
    """The library of this process, loaded by the first who asks."""
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = Library()
    return _loaded


def _renew_lock() -> None:
    global _lock
    _lock = threading.Lock()  # another thread may have held it when this process was forked


os.register_at_fork(after_in_child=_renew_lock)

__all__ = ["Failure", "Library", "default_library", "library_path"]
