#!/usr/bin/env python3
"""abi/README.md keeps its word: every block of code is compiled and run, every path exists. Blocks that name the same file
are one program. Skipped parts say so: PHP without FFI; Node is run by node_binding_test, where koffi is, and read here."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
PAGE = SOURCE / "abi" / "README.md"
BLOCKS = re.findall(r"^```(\w+) ?([\w.]*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
LIBRARY = Path(os.environ.get("RENDABEL_LIBRARY", ""))
TRIED = {"c", "cpp", "python", "php", "js", "sh"}


def program(language, name=""):
    parts = [text for kind, file, text in BLOCKS if (kind, file) == (language, name)]
    assert parts, f"the page has no {language} {name}"
    return "".join(parts)


class Guide(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-guide-"))
        self.addCleanup(shutil.rmtree, self.place)
        (self.place / "adapters").symlink_to(SOURCE / "adapters")

    def run_here(self, *command, **more):
        environment = {**os.environ, "LD_LIBRARY_PATH": str(LIBRARY.parent), "PYTHONPATH": str(SOURCE / "adapters/python")}
        done = subprocess.run([str(part) for part in command], cwd=self.place, env=environment, capture_output=True, text=True,
                              timeout=60, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout

    def compiled(self, text, name, compiler, *flags):
        (self.place / name).write_text(text, encoding="utf-8")
        self.run_here(*compiler.split(), "-Wall", "-Wextra", "-Werror", f"-I{SOURCE / 'abi'}", name, *flags, "-o", "program")
        return self.run_here("./program")

    def test_every_block_has_a_language_that_is_tried(self):
        fences = PAGE.read_text(encoding="utf-8").count("\n```") / 2
        self.assertEqual(len(BLOCKS), fences)
        self.assertEqual({kind for kind, _, _ in BLOCKS} - TRIED, set())
        self.assertEqual({file for kind, file, _ in BLOCKS if kind == "c"}, {"host.c", "loader.c"})

    def test_every_path_exists(self):
        named = re.findall(r"\]\(([^)#:]+)\)", PAGE.read_text(encoding="utf-8"))
        self.assertGreater(len(named), 15)
        self.assertEqual([path for path in named if not (PAGE.parent / path).exists()], [])

    def test_the_loader_in_c(self):
        told = self.compiled(program("c", "loader.c"), "loader.c", os.environ.get("CC", "cc") + " -std=c99", "-ldl")
        self.assertEqual(told, "with a call list\n")

    def test_the_host_in_c(self):
        told = self.compiled(program("c", "host.c"), "host.c", os.environ.get("CC", "cc") + " -std=gnu99", LIBRARY, "-pthread")
        self.assertEqual(told.count("assessed\n"), 1)  # the child's own is not flushed
        self.assertIn('"account_id":"C1"', told)
        self.assertIn("R1", told)

    def test_the_host_in_cpp(self):
        told = self.compiled(program("cpp"), "host.cpp", os.environ.get("CXX", "c++") + " -std=c++17", LIBRARY)
        self.assertEqual(told, "C1\n")

    def test_the_host_in_python(self):
        self.assertRegex(self.run_here(sys.executable, "-B", "-c", program("python")), r"^\d+ calls\n$")

    def test_the_host_in_php(self):
        if not shutil.which("php"):
            self.skipTest("no PHP here")
        self.assertRegex(self.run_here("php", input=program("php")), r"^\d+ calls\n$")

    def test_the_host_in_node_is_javascript(self):
        if not shutil.which("node"):
            self.skipTest("no Node here")
        (self.place / "host.js").write_text(program("js"), encoding="utf-8")
        self.run_here("node", "--check", "host.js")

    def test_the_commands(self):
        folder = self.place / "bin"
        folder.mkdir()
        (folder / "rendabel").symlink_to(os.environ["RENDABEL_CLI"])
        told = self.run_here("bash", "-euc", f"PATH={folder}:$PATH\n" + program("sh"))
        self.assertIn('"account_id":"C1"', told)
        self.assertIn('"calls":[', told)


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library cannot be loaded into Python and plain C")
        sys.exit(77)
    unittest.main()
