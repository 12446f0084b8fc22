#!/usr/bin/env python3
"""Hosts of every released ABI run on today's library.

They are kept as source (tests/abi/old_hosts/host_<major>_<minor>.c), not as programs: a program in git would run on one
processor and one libc only, and what makes a host old is what it was compiled and linked with. Here that is the frozen
baseline: its declarations, and a library made of them, with the old symbol versions. Only the run has the new library."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "abi"))
import header_gate as gate  # noqa: E402

HOSTS = sorted((gate.BASELINE.parent / "old_hosts").glob("host_*.c"))
STRICT = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-Wno-unused-value", f"-I{gate.BASELINE}"]


class OldHosts(unittest.TestCase):
    def run_on(self, host, folder):
        with tempfile.TemporaryDirectory() as place:
            old = gate.stub((gate.BASELINE / "declarations.txt").read_text(encoding="utf-8"), Path(place), "librendabel")
            program = Path(place) / host.stem
            gate.run(os.environ.get("CC", "cc"), *STRICT, host, old, "-o", program)
            self.assertIn("librendabel.so.1", gate.run("readelf", "-dW", program))
            environment = {**os.environ, "LD_LIBRARY_PATH": str(folder), "LD_BIND_NOW": "1"}
            (Path(place) / "book").mkdir()
            return subprocess.run([program, Path(place) / "book"], env=environment, capture_output=True, text=True, timeout=60)

    def test_each_runs_on_the_library_of_today(self):
        self.assertTrue(HOSTS)
        for host in HOSTS:
            with self.subTest(host.name):
                done = self.run_on(host, Path(os.environ["RENDABEL_LIBRARY"]).parent)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_library_that_lost_a_function_does_not_start_them(self):
        with tempfile.TemporaryDirectory() as place:
            lines = (gate.BASELINE / "declarations.txt").read_text(encoding="utf-8").splitlines(True)
            lost = gate.stub("".join(line for line in lines if "rendabel_book_get(" not in line), Path(place), "lost")
            lost.rename(Path(place) / "librendabel.so.1")
            done = self.run_on(HOSTS[0], place)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("rendabel_book_get", done.stderr)


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime in the program")
        sys.exit(77)
    unittest.main()
