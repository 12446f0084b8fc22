#!/usr/bin/env python3
"""adapters/php: its methods against the header, both ways against the library, and the ladder of FFI's permissions in a
web server (PHP's own, which is held to ffi.enable as FPM is)."""
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
PACKAGE = SOURCE / "adapters" / "php"
CLI = os.environ.get("RENDABEL_CLI", "")
WITHIN = {"engine_new", "engine_open", "engine_free", "engine_cancel",  # PHP has no threads: who would cancel?
          "abi_version", "abi_supports", "has_feature", "version", "status_name"}

PAGE = """<?php
use Rendabel\\{Engine, Failure};
if (!class_exists(Engine::class, false)) { require %r; }
try {
    $engine = Engine::open(%r);
    $answer = $engine->account_save(['account' => ['id' => 'C1'], 'as_of' => '2026-11-23']);
    echo json_encode([$engine->isNative() ? 'native' : 'command_line', $answer['account_id']]);
} catch (Failure $failure) {
    echo json_encode([$failure->name, $failure->getMessage()]);
}
"""


class Contract(unittest.TestCase):
    def test_every_function_of_the_header_has_its_method(self):
        header = (SOURCE / "abi" / "rendabel_ffi.h").read_text(encoding="utf-8")
        engine = (PACKAGE / "src" / "Engine.php").read_text(encoding="utf-8")
        functions = {n for n in re.findall(r"\brendabel_(\w+)\(", header) if not n.startswith("result_")} - WITHIN
        self.assertGreater(len(functions), 20)
        for name in functions:
            self.assertRegex(engine, rf"public function {name}\(")
            self.assertRegex(engine, rf"->(call|ask)\('{name}'")

    def test_the_statuses_are_those_of_the_header(self):
        header = (SOURCE / "abi" / "rendabel_ffi.h").read_text(encoding="utf-8")
        theirs = set(re.findall(r"^RENDABEL_(\w+) = (-?\d+),$", header, re.M))
        ours = set(re.findall(r"public const (\w+) = (-?\d+);", (PACKAGE / "src" / "Failure.php").read_text("utf-8")))
        self.assertEqual(ours, {(name, value) for name, value in theirs if name != "ABI_VERSION"})

    def test_every_class_is_preloaded(self):
        names = re.findall(r"'(\w+)'", (PACKAGE / "preload.php").read_text(encoding="utf-8"))
        self.assertEqual(sorted(names), sorted(f.stem for f in (PACKAGE / "src").glob("*.php")))


class Walk(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-php-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)

    def walk(self, way, *settings):
        done = subprocess.run(["php", *settings, SOURCE / "tests/support/php_binding.php", way, self.place / "store"],
                              capture_output=True, text=True, timeout=240)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_native(self):
        self.walk("native")

    def test_by_the_command_line_where_ffi_is_refused(self):
        self.walk("command_line", "-d", "ffi.enable=0")


class Readme(unittest.TestCase):
    def test_the_code_of_the_readme_runs(self):
        text = (PACKAGE / "README.md").read_text(encoding="utf-8")
        program = re.search(r"```php\n(.*?)```", text, re.S).group(1)
        with tempfile.TemporaryDirectory() as place:
            program = program.replace("/var/lib/shop/rendabel", place + "/store")
            program = program.replace("'adapters/php/autoload.php'", f"'{PACKAGE}/autoload.php'")
            run = subprocess.run(["php"], input=program, capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)
        self.assertRegex(run.stdout, r"^\w+ -?\d+\.\d\d\n")


class Web(unittest.TestCase):
    """What a page gets, by what the server allows it."""

    def page(self, *settings, **environment):
        place = Path(tempfile.mkdtemp(prefix="rendabel-php-"))
        self.addCleanup(shutil.rmtree, place, ignore_errors=True)
        (place / "index.php").write_text(PAGE % (str(PACKAGE / "autoload.php"), str(place / "store")), encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(["php", *[a for s in settings for a in ("-d", s)], "-S", f"127.0.0.1:{port}", "-t", place],
                                  env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            for _ in range(100):
                try:
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                    connection.request("GET", "/")
                    return json.loads(connection.getresponse().read())
                except ConnectionError:
                    self.assertIsNone(server.poll(), server.stderr.read() if server.poll() is not None else "")
                    time.sleep(0.1)
            self.fail("the server does not answer")
        finally:
            server.terminate()
            server.communicate()

    def test_stock_settings_refuse_ffi_and_the_command_line_answers(self):
        self.assertEqual(self.page(), ["command_line", "C1"])

    def test_preloaded_the_library_answers_in_the_process(self):
        user = ["opcache.preload_user=root"] if os.geteuid() == 0 else []
        self.assertEqual(self.page("opcache.enable=1", f"opcache.preload={PACKAGE}/preload.php", *user), ["native", "C1"])

    def test_allowed_by_the_administrator_the_library_answers_in_the_process(self):
        self.assertEqual(self.page("ffi.enable=1"), ["native", "C1"])

    def test_a_missing_library_is_answered_by_the_command_line_or_told(self):
        status, message = self.page("ffi.enable=1", RENDABEL_LIBRARY="/nonexistent/librendabel.so.1")
        self.assertEqual(status, "unsupported")
        self.assertIn("/nonexistent/librendabel.so.1", message)

    def test_where_nothing_is_allowed_it_says_what_to_do(self):
        status, message = self.page("ffi.enable=0", "disable_functions=proc_open")
        self.assertEqual(status, "unsupported")
        self.assertIn("evaluate it from cron", message)


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime loaded first")
        sys.exit(77)
    if not shutil.which("php") or b"FFI" not in subprocess.run(["php", "-m"], stdout=subprocess.PIPE, check=True).stdout:
        print("skipped: no PHP with FFI here")
        sys.exit(77)
    if not CLI:
        print("skipped: the command line is not built")
        sys.exit(77)
    unittest.main()
