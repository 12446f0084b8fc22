"""An engine of the library through its C interface (ctypes), for tests: answers as dicts, amounts as Decimals."""
import ctypes
import json
import os
import subprocess
import sys
from ctypes import c_char_p, c_int32, c_int64, c_void_p
from decimal import Decimal

LIBRARY = os.environ.get("RENDABEL_LIBRARY", "")


def skip_unless_loadable():
    """Ends the test with 77 where there is no library that Python can load."""
    if not LIBRARY:
        print("SKIPPED: there is no library yet")
        sys.exit(77)
    if b"san_init" in subprocess.run(["nm", "-D", LIBRARY], stdout=subprocess.PIPE, check=True).stdout:
        print("SKIPPED: a sanitizer's library cannot be loaded into Python")
        sys.exit(77)


def load():
    library = ctypes.CDLL(LIBRARY)
    document = options = [c_char_p, c_int64]
    for name, answer, arguments in (
            ("engine_new", c_void_p, [c_int32]),
            ("engine_open", c_void_p, [c_void_p] + document),
            ("engine_free", None, [c_void_p]),
            ("settings_set", c_void_p, [c_void_p] + document + options),
            ("accounts_save", c_void_p, [c_void_p] + document + options),
            ("accounts_get", c_void_p, [c_void_p, c_char_p] + options),
            ("account_preview", c_void_p, [c_void_p] + document + options),
            ("calls_plan", c_void_p, [c_void_p, c_char_p] + options),
            ("labels_get", c_void_p, [c_char_p]),
            ("events_record", c_void_p, [c_void_p] + document + options),
            ("book_refresh", c_void_p, [c_void_p, c_char_p, c_int64] + options),
            ("book_get", c_void_p, [c_void_p, c_char_p] + options),
            ("result_status", c_int32, [c_void_p]),
            ("result_message", c_char_p, [c_void_p]),
            ("result_body", c_char_p, [c_void_p]),
            ("result_free", None, [c_void_p])):
        function = getattr(library, "rendabel_" + name)
        function.restype, function.argtypes = answer, arguments
    return library


class Engine:
    """One open store."""

    def __init__(self, store, settings=None):
        self.library = load()
        self.handle = self.library.rendabel_engine_new(1 << 16)
        self.call("engine_open", json.dumps({"store": str(store)}).encode(), -1)
        if settings:
            self.call("settings_set", json.dumps(settings).encode(), -1, None, 0)

    def body(self, name, *arguments):
        result = getattr(self.library, "rendabel_" + name)(self.handle, *arguments)
        status = self.library.rendabel_result_status(result)
        body = self.library.rendabel_result_body(result).decode()
        message = self.library.rendabel_result_message(result).decode()
        self.library.rendabel_result_free(result)
        if status != 0:
            raise AssertionError(f"{name}: {message}\n{body}")
        return body

    def call(self, name, *arguments):
        return [json.loads(line, parse_float=Decimal) for line in self.body(name, *arguments).splitlines()]

    def save(self, snapshots):
        lines = "\n".join(json.dumps(snapshot) for snapshot in snapshots)
        self.call("accounts_save", lines.encode(), -1, None, 0)

    def tell(self, events):
        self.call("events_record", "\n".join(json.dumps(event) for event in events).encode(), -1, None, 0)

    def refresh(self, as_of, budget_ms=1000):
        """Every step's progress, the last one finished."""
        steps = self.call("book_refresh", as_of.encode(), budget_ms, None, 0)
        while not steps[-1]["finished"]:
            steps += self.call("book_refresh", as_of.encode(), budget_ms, None, 0)
        return steps

    def book_text(self, as_of):
        return self.body("book_get", as_of.encode(), None, 0)

    def book(self, as_of):
        return json.loads(self.book_text(as_of), parse_float=Decimal)

    def accounts(self, as_of, limit=50):
        """Every account, page by page."""
        after = ""
        while True:
            options = json.dumps({"after": after, "limit": limit, "text": False}).encode()
            page = self.call("accounts_get", as_of.encode(), options, -1)
            if not page:
                return
            yield from page
            after = page[-1]["account_id"]

    def close(self):
        self.library.rendabel_engine_free(self.handle)
