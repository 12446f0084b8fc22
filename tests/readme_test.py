"""The README keeps its word: every path exists, every command and option works, its C and Python run."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["RENDABEL_SOURCE_DIR"])
TEXT = (SOURCE / "README.md").read_text(encoding="utf-8")
CLI, LIBRARY = os.environ.get("RENDABEL_CLI", ""), os.environ.get("RENDABEL_LIBRARY", "")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def run(command, folder, **more):
    return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, **more)


class Readme(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        (self.folder / "samples").symlink_to(SOURCE / "samples")
        self.addCleanup(self.temporary.cleanup)

    def test_every_path_named_exists(self):
        named = set(re.findall(r"\]\(([^)#:]+)\)", TEXT))
        named |= {word for word in re.findall(r"`([\w./-]+)`", TEXT) if "/" in word}
        named = {word for word in named if not word.startswith(("build/", "assessment/", "verdict/", "application/"))}
        self.assertGreater(len(named), 30)
        missing = sorted(word for word in named if not (SOURCE / word).exists())
        self.assertEqual(missing, [])

    def test_every_row_of_the_flow_table_names_a_rule_and_a_test(self):
        table = TEXT.split("## The flow", 1)[1].split("\n## ", 1)[0]
        rows = [line for line in table.splitlines() if line.startswith("| ") and "](" in line]
        self.assertGreaterEqual(len(rows), 12)
        for row in rows:
            self.assertRegex(row, r"\]\((plugin|abi)/[^)]+\)", row)
            self.assertRegex(row, r"\]\(tests/[^)]+\)", row)

    def test_every_setting_of_the_flow_table_exists(self):
        described = (SOURCE / "plugin/base/settings_fields.hpp").read_text(encoding="utf-8")
        table = TEXT.split("## The flow", 1)[1].split("\n## ", 1)[0]
        for row in (line for line in table.splitlines() if line.startswith("| ") and "](" in line):
            for key in re.findall(r"`([a-z_.]+)`", row.rsplit("|", 2)[1]):
                for part in key.split("."):
                    self.assertIn(f'"{part}"', described, key)

    def test_every_command_of_the_command_line_works(self):
        self.assertTrue(CLI, "there is no command line")
        lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("rendabel ")]
        self.assertGreater(len(lines), 5)
        # As a newcomer has it: the command line finds the library beside itself.
        environment = {name: value for name, value in os.environ.items() if name != "RENDABEL_LIBRARY"}
        for line in lines:
            done = run([CLI] + line.split()[1:], self.folder, env=environment)
            self.assertEqual(done.returncode, 0, f"{line}\n{done.stdout.decode()}")

    def test_every_option_named_is_known(self):
        known = run([CLI, "--help"], self.folder).stdout.decode()
        for command in ("import", "import-csv", "assess", "calls", "desk", "event", "permit", "learn", "book", "report", "settings", "settings set",
                        "export", "erase", "check", "backup", "entry"):
            known += run([CLI] + command.split() + ["--help"], self.folder).stdout.decode()
        scripts = (SOURCE / "samples/quickstart.sh").read_text() + "--preset --build"  # cmake's own
        for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)):
            self.assertTrue(re.search(re.escape(option) + r"(?![\w-])", known + scripts), option)

    def test_the_program_in_c_compiles_and_answers(self):
        (self.folder / "host.c").write_text(blocks("c")[0], encoding="utf-8")
        compiler = os.environ.get("CC", "cc")
        strict = ["-std=c99", "-Wall", "-Wextra", "-Werror", f"-I{SOURCE}/abi"]
        built = run([compiler] + strict + ["host.c", LIBRARY, "-o", "host"], self.folder)
        self.assertEqual(built.returncode, 0, built.stdout.decode())
        done = run(["./host"], self.folder, env={**os.environ, "LD_LIBRARY_PATH": str(pathlib.Path(LIBRARY).parent)})
        self.assertIn('"account_id":"C1"', done.stdout.decode())

    def test_the_program_in_cpp_compiles_and_ends_well(self):
        (self.folder / "host.cpp").write_text(blocks("cpp")[0], encoding="utf-8")
        compiler = os.environ.get("CXX", "c++")
        strict = ["-std=c++17", "-Wall", "-Wextra", "-Werror", f"-I{SOURCE}/abi"]
        built = run([compiler] + strict + ["host.cpp", LIBRARY, "-o", "face"], self.folder)
        self.assertEqual(built.returncode, 0, built.stdout.decode())
        done = run(["./face"], self.folder, env={**os.environ, "LD_LIBRARY_PATH": str(pathlib.Path(LIBRARY).parent)})
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_the_program_in_python_answers(self):
        (self.folder / "host.py").write_text(blocks("python")[0], encoding="utf-8")
        done = run([sys.executable, "-B", "host.py"], self.folder,
                   env={**os.environ, "PYTHONPATH": str(SOURCE / "adapters/python"),
                        "LD_LIBRARY_PATH": str(pathlib.Path(LIBRARY).parent)})
        self.assertIn('"date":"2026-11-23"', done.stdout.decode())


if __name__ == "__main__":
    if LIBRARY and b"san_init" in subprocess.run(["nm", "-D", LIBRARY], stdout=subprocess.PIPE, check=True).stdout:
        print("SKIPPED: a sanitizer's library cannot be loaded into Python and plain C")
        sys.exit(77)
    unittest.main(verbosity=2)
