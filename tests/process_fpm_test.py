#!/usr/bin/env python3
"""PHP-FPM for real, spoken to in FastCGI: a pool with our classes preloaded (opcache.preload, ffi.enable at its default),
several workers on one store, a worker that dies, a library that is replaced under a new name, one that is missing."""
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support import fastcgi

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
LIBRARY = Path(os.environ.get("RENDABEL_LIBRARY", ""))
FPM = next((found for found in map(shutil.which, ("php-fpm8.2", "php-fpm8.3", "php-fpm8.4", "php-fpm")) if found), None) or \
    next((str(found) for found in Path("/usr/sbin").glob("php-fpm8.*")), None)
WORKER = "www-data"

PAGE = """<?php
use Rendabel\\{Engine, Failure};
if (!class_exists(Engine::class, false)) { require '%(place)s/php/autoload.php'; }
try {
    $engine = Engine::open('%(place)s/store', ['busy_timeout_ms' => 5000]);
    $id = $_SERVER['QUERY_STRING'] ?: 'C1';
    $saved = $engine->account_save(['account' => ['id' => $id], 'as_of' => '2026-11-23', 'orders' => []]);
    preg_match('#\\S+/librendabel\\S+#', file_get_contents('/proc/self/maps'), $loaded);
    echo json_encode([$engine->isNative() ? 'native' : 'command_line', $saved['account_id'], getmypid(), basename($loaded[0] ?? '')]);
} catch (Failure $failure) {
    echo json_encode([$failure->name, $failure->getMessage(), getmypid(), '']);
}
"""


class Pool:
    """A pool of three workers in a place of its own, as a user without rights where there is one."""

    def __init__(self, *settings, library=None):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-fpm-"))
        self.user = WORKER if os.geteuid() == 0 else None
        shutil.copytree(SOURCE / "adapters/php", self.place / "php")
        (self.place / "lib").mkdir()
        shutil.copy(LIBRARY, self.place / "lib/librendabel.so.1.0.0")
        (self.place / "lib/librendabel.so.1").symlink_to("librendabel.so.1.0.0")
        shutil.copy(SOURCE / "abi/rendabel_ffi.h", self.place / "lib")
        shutil.copy(os.environ["RENDABEL_CLI"], self.place / "lib/rendabel")
        (self.place / "index.php").write_text(PAGE % {"place": self.place}, encoding="utf-8")
        named = {"RENDABEL_LIBRARY": library or self.place / "lib/librendabel.so.1", "RENDABEL_CLI": self.place / "lib/rendabel",
                 "RENDABEL_FFI_HEADER": self.place / "lib/rendabel_ffi.h"}
        who = [f"user = {self.user}", f"group = {self.user}"] if self.user else []
        (self.place / "fpm.conf").write_text("\n".join([
            "[global]", f"error_log = {self.place}/log", "daemonize = no", "[pool]", *who, f"listen = {self.place}/socket",
            "pm = static", "pm.max_children = 3", "catch_workers_output = yes",
            *(f"env[{name}] = {value}" for name, value in named.items())]) + "\n", encoding="utf-8")
        subprocess.run(["chmod", "-R", "a+rX", self.place], check=True)
        if self.user:
            shutil.chown(self.place, self.user)
        self.settings = [part for setting in settings for part in ("-d", setting.replace("PLACE", str(self.place)))]
        if self.user and any("opcache.preload=" in setting for setting in settings):
            self.settings += ["-d", f"opcache.preload_user={self.user}"]
        self.server = subprocess.Popen([FPM, "-n", "-y", self.place / "fpm.conf", *self.settings], stderr=subprocess.DEVNULL)

    def get(self, account="C1"):
        headers, body, errors = fastcgi.request(self.place / "socket", self.place / "index.php", QUERY_STRING=account)
        try:
            return json.loads(body)
        except ValueError:
            raise AssertionError((headers, body, errors)) from None

    def started(self):
        for _ in range(200):
            try:
                return self.get()
            except (ConnectionError, FileNotFoundError):
                if self.server.poll() is not None:
                    break
                time.sleep(0.05)
        raise AssertionError((self.place / "log").read_text())

    def close(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.place, ignore_errors=True)


def extensions(*names):
    """php.ini is not read (-n), so that the test does not depend on the machine's."""
    return [f"extension={name}" if name != "opcache" else "zend_extension=opcache" for name in names]


PRELOADED = [*extensions("opcache", "ffi"), "opcache.enable=1", "opcache.preload=PLACE/php/preload.php"]


class Fpm(unittest.TestCase):
    def pool(self, *settings, **more):
        pool = Pool(*settings, **more)
        self.addCleanup(pool.close)
        return pool

    def test_workers_with_our_classes_preloaded_save_into_one_store_at_once(self):
        pool = self.pool(*PRELOADED)
        self.assertEqual(pool.started()[:2], ["native", "C1"])
        with ThreadPoolExecutor(6) as crowd:
            answers = list(crowd.map(pool.get, [f"A{number}" for number in range(60)]))
        self.assertEqual([answer[:2] for answer in answers], [["native", f"A{number}"] for number in range(60)])
        self.assertGreater(len({answer[2] for answer in answers}), 1, "one worker did it all")

        # A worker that dies takes nothing along; the master makes another.
        os.kill(answers[0][2], signal.SIGKILL)
        time.sleep(0.2)
        self.assertEqual([pool.get(f"B{number}")[1] for number in range(9)], [f"B{number}" for number in range(9)])

        # An upgrade: another file name, the link moves, the workers are replaced at leisure.
        folder = pool.place / "lib"
        shutil.copy(LIBRARY, folder / "librendabel.so.1.0.1")
        (folder / "next").symlink_to("librendabel.so.1.0.1")
        os.rename(folder / "next", folder / "librendabel.so.1")
        self.assertEqual(pool.get()[3], "librendabel.so.1.0.0")
        os.kill(pool.server.pid, signal.SIGUSR2)
        time.sleep(0.3)
        for _ in range(100):
            try:
                if pool.get()[3] == "librendabel.so.1.0.1":
                    break
            except ConnectionError:
                pass
            time.sleep(0.05)
        self.assertEqual(pool.get()[::3], ["native", "librendabel.so.1.0.1"])
        told = subprocess.run([os.environ["RENDABEL_CLI"], "--store", pool.place / "store", "--as-of", "2026-11-23", "entry",
                               "accounts_get", "2026-11-23", "--options", '{"fields":"summary","limit":500}'],
                              capture_output=True, text=True, user=pool.user)
        self.assertEqual(told.stdout.count('"account_id"'), 70, told.stderr)

    def test_stock_settings_refuse_ffi_and_the_command_line_answers(self):
        self.assertEqual(self.pool(*extensions("ffi")).started()[:2], ["command_line", "C1"])

    def test_a_missing_library_keeps_no_server_from_starting(self):
        pool = self.pool(*PRELOADED, library="/nonexistent/librendabel.so.1")
        status, message, _, _ = pool.started()
        self.assertEqual(status, "unsupported")
        self.assertIn("/nonexistent/librendabel.so.1", message)


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime loaded first")
        sys.exit(77)
    if FPM is None or not os.environ.get("RENDABEL_CLI"):
        print("skipped: no PHP-FPM here, or no command line built")
        sys.exit(77)
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(WORKER)
        except KeyError:
            print(f"skipped: no user {WORKER} here for the workers")
            sys.exit(77)
    unittest.main()
