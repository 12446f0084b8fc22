"""Runs the real command line with the real library in a store of its own, for tests/cli_*_test.py."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.environ.get("RENDABEL_CLI", "")
LIBRARY = os.environ.get("RENDABEL_LIBRARY", "")
AS_OF = "2026-11-23"


def account(number, **facts):
    """A small snapshot: one order and what is given on top."""
    document = {"account": {"id": f"a{number}", "name": f"Account {number}", "phone": "0301234567", "person_kind": "legal"},
                "as_of": AS_OF,
                "orders": [{"id": f"o{number}", "date": "2026-10-01", "net_amount": 100 + number, "cost_of_goods": 60}],
                "invoices": [], "activities": []}
    document.update(facts)
    return document


def ndjson(documents):
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="rendabel-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = self.folder / "book"

    def environment(self, **more):
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("RENDABEL", "LC_", "LANG"))}
        return {**plain, "LANG": "C.UTF-8", "RENDABEL_LIBRARY": LIBRARY, **more}

    def arguments(self, *arguments):
        return [CLI, "--store", str(self.store), "--as-of", AS_OF, *map(str, arguments)]

    def run_raw(self, *arguments, stdin="", **more):
        return subprocess.run([CLI, *map(str, arguments)], input=stdin.encode(), capture_output=True, timeout=120,
                              env=self.environment(**more))

    def rendabel(self, *arguments, stdin="", code=0):
        """Output of a run that must end with `code`; self.error is what it said on stderr."""
        done = subprocess.run(self.arguments(*arguments), input=stdin.encode(), capture_output=True, timeout=120,
                              env=self.environment())
        self.error = done.stderr.decode()
        self.assertEqual(done.returncode, code, f"{arguments}\n{done.stdout.decode()}\n{self.error}")
        return done.stdout.decode()

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def main():
    if not CLI or not LIBRARY:
        print("skipped: RENDABEL_CLI and RENDABEL_LIBRARY name no build")
        sys.exit(77)
    unittest.main(verbosity=2)
