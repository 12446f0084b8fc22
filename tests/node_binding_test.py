#!/usr/bin/env python3
"""adapters/node: its functions against the header, its walk and the sample host against the library, its types with tsc.
koffi and typescript come from npm into a directory of the test; where npm or its registry is missing, it is skipped."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
PACKAGE = SOURCE / "adapters" / "node"
LIBRARY = os.environ.get("RENDABEL_LIBRARY", "")
WITHIN = {"engine_new", "engine_open", "engine_free"}
PLACE = None

TYPED = """
import { Engine, Failure } from './adapters/node';
async function walk(): Promise<string> {
  const engine: Engine = await Engine.open('book', { busy_timeout_ms: 250 });
  try {
    await engine.account_save({ account: { id: 'C1' }, as_of: '2026-11-23', orders: [] }, { language: 'nl' });
    for (const record of await engine.accounts_get('2026-11-23', { limit: 5 })) console.log(record.account_id);
    // @ts-expect-error a day is no number
    await engine.calls_plan(20261123);
    return (await engine.report_get('2026-11-23', { format: 'html' })).mediaType;
  } catch (failure) {
    return failure instanceof Failure ? failure.findings[0].field : '';
  }
}
walk();
"""


def install(*packages):
    done = subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock",
                           "--fetch-retries=0", "--no-update-notifier", *packages], cwd=PLACE, capture_output=True, text=True)
    return done.returncode == 0


class Contract(unittest.TestCase):
    def test_every_line_of_the_flat_header_is_among_the_functions(self):
        header = re.findall(r"^[a-z].*\(.*\);$", (SOURCE / "abi/rendabel_ffi.h").read_text(encoding="utf-8"), re.M)
        ours = re.findall(r"^[a-z].*\(.*\);$", (PACKAGE / "functions.js").read_text(encoding="utf-8"), re.M)
        self.assertEqual([line for line in header if line not in ours], [])

    def test_every_function_of_the_header_has_its_method(self):
        index = (PACKAGE / "index.js").read_text(encoding="utf-8")
        header = (SOURCE / "abi/rendabel_ffi.h").read_text(encoding="utf-8")
        for name in re.findall(r"\brendabel_(\w+)\(", header):
            if name not in WITHIN and not name.startswith("result_"):
                self.assertRegex(index, rf"(?m)^  (async )?{name.replace('engine_', '')}\(")

    def test_the_statuses_are_those_of_the_header(self):
        header = (SOURCE / "abi/rendabel_ffi.h").read_text(encoding="utf-8")
        theirs = {pair for pair in re.findall(r"^RENDABEL_(\w+) = (-?\d+),$", header, re.M) if pair[0] != "ABI_VERSION"}
        block = re.search(r"STATUS = Object.freeze\(\{(.*?)\}\)", (PACKAGE / "index.js").read_text("utf-8"), re.S).group(1)
        self.assertEqual(set(re.findall(r"(\w+): (-?\d+)", block)), theirs)


class Run(unittest.TestCase):
    def test_the_walk(self):
        run = subprocess.run(["node", "--test", "node_binding.test.js"], cwd=PLACE, capture_output=True, text=True, timeout=240)
        self.assertEqual(run.returncode, 0, run.stdout)

    def test_the_sample_host_prints_the_same_bytes_as_the_one_in_c(self):
        samples = SOURCE / "samples"
        book = [samples / "wholesaler/settings.json", samples / "wholesaler/book.ndjson", "2026-11-23"]
        host = PLACE / "samples/node/host.js"
        self.assertLessEqual(len(host.read_text(encoding="utf-8").splitlines()), 60)
        node = subprocess.run(["node", host, LIBRARY, PLACE / "one", *book], capture_output=True, check=True).stdout
        c = Path(os.environ["RENDABEL_BUILD_DIR"]) / "samples/sample_host"
        self.assertEqual(node, subprocess.run([c, PLACE / "other", *book], capture_output=True, check=True).stdout)
        (PLACE / "wrong.ndjson").write_text('{"account":{"id":"A"},"as_of":"2026-02-30"}\n', encoding="utf-8")
        wrong = subprocess.run(["node", host, LIBRARY, PLACE / "one", book[0], PLACE / "wrong.ndjson", book[2]],
                               capture_output=True, text=True)
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("as_of", wrong.stderr)

    def test_the_code_of_the_readme_runs(self):
        program = re.search(r"```js\n(.*?)```", (PACKAGE / "README.md").read_text(encoding="utf-8"), re.S).group(1)
        program = program.replace("/var/lib/shop/rendabel", f"{PLACE}/readme").replace("'rendabel'", "'./adapters/node'")
        run = subprocess.run(["node", "-e", program], cwd=PLACE, capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertRegex(run.stdout, r"^\w+ -?\d+")

    def test_the_code_of_the_hosts_guide_runs(self):
        program = re.search(r"```js\n(.*?)```", (SOURCE / "abi" / "README.md").read_text(encoding="utf-8"), re.S).group(1)
        program = program.replace("'book'", f"'{PLACE}/guide'").replace("'rendabel'", "'./adapters/node'")
        run = subprocess.run(["node", "-e", program], cwd=PLACE, capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertRegex(run.stdout, r"^\d+ calls")

    def test_the_types_hold(self):
        if not install("typescript@5"):
            self.skipTest("typescript could not be installed from npm")
        (PLACE / "typed.ts").write_text(TYPED, encoding="utf-8")
        run = subprocess.run(["node_modules/.bin/tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "commonjs",
                              "--moduleResolution", "node10", "--lib", "es2022,dom", "typed.ts"],
                             cwd=PLACE, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout)


def main():
    global PLACE
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime loaded first")
        return 77
    if not shutil.which("node") or not shutil.which("npm"):
        print("skipped: no node with npm here")
        return 77
    with tempfile.TemporaryDirectory(prefix="rendabel-node-") as place:
        PLACE = Path(place)
        (PLACE / "package.json").write_text("{}", encoding="utf-8")
        if not install("koffi@2"):
            print("skipped: koffi could not be installed from npm")
            return 77
        shutil.copytree(PACKAGE, PLACE / "adapters/node")
        shutil.copytree(SOURCE / "samples/node", PLACE / "samples/node")
        shutil.copy(SOURCE / "tests/support/node_binding.test.js", PLACE)
        return 0 if unittest.main(exit=False).result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
