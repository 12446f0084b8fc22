#!/usr/bin/env python3
"""Nonsense through the bindings: every function of the header with wrong handles, sizes and texts by ctypes and by PHP's FFI
(contract_hostile_test does it in C), and what the bindings themselves are handed: texts with a NUL, bytes that are no text,
engines that are closed."""
import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
LIBRARY = Path(os.environ.get("RENDABEL_LIBRARY", ""))
sys.path.insert(0, str(SOURCE / "adapters" / "python"))
from rendabel import Engine, Failure, Library, Status  # noqa: E402
from rendabel._functions import FUNCTIONS  # noqa: E402

DAY = "2026-11-23"
SNAPSHOT = b'{"account":{"id":"C1"},"as_of":"2026-11-23","orders":[]}'
TEXTS = [None, b"", b"C1", b"\xff\xfe", b'{"account":{"id":"\xed\xa0\x80"}}', b"{", b'{"text":false}', b"2026-11-23", b"2026-02-30",
         b"2026-11-23T10:00:00+01:00", b"a\x01", SNAPSHOT + b"\0x", b"a" * (1 << 20), b"/nonexistent/folder"]
SIZES = [0, -1, -2, -2 ** 63, 2 ** 63 - 1, (256 << 20) + 1]
NUMBERS = [0, 1, -1, 2 ** 31 - 1, -2 ** 31, 65536]


class Hostile(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-hostile-"))
        self.addCleanup(shutil.rmtree, self.place)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.place)  # whatever is taken for a path

    def test_by_ctypes(self):
        library, dice = Library(LIBRARY), random.Random(20261125)
        call = library.function
        engine = call("engine_new")(65536)
        config = b'{"store":"%s"}' % str(self.place / "store").encode()
        library.answer("engine_open", engine, config, len(config))
        library.answer("account_save", engine, SNAPSHOT, -1, None, 0)
        freed, gone, kept = call("engine_new")(65536), call("labels_get")(b"nl"), call("labels_get")(b"nl")
        call("engine_free")(freed)
        call("result_free")(gone)
        handles = [None, freed, gone, kept, 0xdeadbeef, 2 ** 64 - 1, engine & 0xffffffff, engine + 16]

        def seen():
            return library.answer("account_export", engine, b"C1", None, 0).body + library.answer("settings_get", engine, None, 0).body

        def any_of(kind, name):
            if kind is ctypes.c_char_p:
                return dice.choice(TEXTS)
            if kind is ctypes.c_int64:
                return dice.choice(SIZES)
            if kind is ctypes.c_int32:
                return dice.choice(NUMBERS)
            return engine if not name.endswith("_free") and not name.startswith("result_") and dice.random() < 0.75 else dice.choice(handles)
        before = seen()
        for name, (answer, kinds) in FUNCTIONS.items():
            for _ in range(60):
                got = call(name)(*(any_of(kind, name) for kind in kinds))
                if answer is not ctypes.c_void_p or name in ("engine_new", "result_body", "result_message", "result_media_type"):
                    continue
                status = call("result_status")(got)
                self.assertIn(status, range(Status.STALE, 1), (name, call("result_message")(got)))
                call("result_free")(got)
                if status == Status.OK:
                    before = seen()
            self.assertEqual(seen(), before, name)
        library.answer("account_save", engine, SNAPSHOT, -1, None, 0)
        call("engine_free")(engine)

    def test_by_php_s_ffi(self):
        if not shutil.which("php") or "FFI" not in subprocess.run(["php", "-m"], capture_output=True, text=True).stdout:
            self.skipTest("no PHP with FFI here")
        done = subprocess.run(["php", "-d", "ffi.enable=1", SOURCE / "tests/support/hostile.php", SOURCE / "abi/rendabel_ffi.h", LIBRARY,
                               self.place / "store"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertRegex(done.stdout, r"^\d{4} calls of \d\d functions\n$")

    def test_what_a_binding_is_handed(self):
        engine = Engine(self.place / "store", library=Library(LIBRARY))
        engine.account_save(SNAPSHOT)
        before = engine.account_export("C1").body
        for wrong in (lambda: engine.account_get("C1\0", DAY), lambda: engine.account_get("", DAY), lambda: engine.account_get("x" * 129, DAY),
                      lambda: engine.account_get("C1", "2026-02-30"), lambda: engine.account_save(b"\xff"), lambda: engine.account_save(b""),
                      lambda: engine.account_save(SNAPSHOT + b"\0"), lambda: engine.account_save(b"[" * 100000),
                      lambda: engine.account_save("\ud800"), lambda: engine.account_save(b" " * (17 << 20)), lambda: engine.settings_set({"a": 1}),
                      lambda: engine.calls_plan(DAY, txet=False), lambda: engine.account_get("C1", DAY, language=5)):
            with self.assertRaises((Failure, ValueError)):
                wrong()
        self.assertEqual(engine.account_export("C1").body, before)
        engine.close()
        with self.assertRaises(Failure) as closed:
            engine.settings_get()
        self.assertEqual(closed.exception.name, "invalid_handle")


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime loaded first")
        sys.exit(77)
    unittest.main()
