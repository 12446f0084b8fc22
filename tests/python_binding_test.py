#!/usr/bin/env python3
"""adapters/python against the built library and its header; its type hints with mypy where that is installed."""
import ast
import ctypes
import datetime
import inspect
import os
import re
import subprocess
import sys
import tempfile
import threading
import unittest
from decimal import Decimal
from pathlib import Path
from unittest import mock

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
PACKAGE = SOURCE / "adapters" / "python"
if os.environ.get("RENDABEL_SANITIZE"):
    print("skipped: a sanitized library needs its runtime loaded first")
    sys.exit(77)
sys.path.insert(0, str(PACKAGE))

import rendabel  # noqa: E402
from rendabel import _functions  # noqa: E402

DAY = "2026-11-23"
C_TYPES = {"int32_t": ctypes.c_int32, "int64_t": ctypes.c_int64, "const char *": ctypes.c_char_p,
           "rendabel_engine *": ctypes.c_void_p, "rendabel_result *": ctypes.c_void_p,
           "const rendabel_result *": ctypes.c_void_p, "void": None}
# Behind Engine() and close(), behind every call, and under another name.
WITHIN = {"engine_new", "engine_open", "engine_free", "result_status", "result_message", "result_body",
          "result_body_size", "result_media_type", "result_free"}


def header_functions():
    """name -> (answer, arguments) as the flat header has them, in ctypes' types."""
    text = (SOURCE / "abi" / "rendabel_ffi.h").read_text(encoding="utf-8")
    found = {}
    for answer, name, arguments in re.findall(r"^(.+?[ *])rendabel_(\w+)\((.*)\);$", text, re.M):
        types = [] if arguments == "void" else [re.sub(r"\w+$", "", a.strip()).strip() for a in arguments.split(",")]
        found[name] = (C_TYPES[answer.strip()], tuple(C_TYPES[t] for t in types))
    return found


def snapshot(id="C1", **more):
    return {"account": {"id": id, "person_kind": "legal"}, "as_of": DAY,
            "orders": [{"id": "O1", "date": datetime.date(2026, 10, 1), "net_amount": Decimal("100.10"),
                        "cost_of_goods": 60}], **more}


class Contract(unittest.TestCase):
    def test_every_function_of_the_header_is_in_the_table_with_its_types(self):
        declared = header_functions()
        self.assertGreater(len(declared), 30)
        for name, signature in declared.items():
            self.assertIn(name, _functions.FUNCTIONS)
            ours = _functions.FUNCTIONS[name]
            if name == "result_body":  # read by its size
                ours = (ctypes.c_char_p, ours[1])
            self.assertEqual(ours, signature, name)

    def test_every_function_of_the_header_has_its_method(self):
        for name in header_functions().keys() - WITHIN:
            method = name.replace("engine_", "")
            owner = rendabel.Engine if hasattr(rendabel.Engine, method) else rendabel.Library
            self.assertTrue(callable(getattr(owner, method, None)), f"no method for rendabel_{name}")

    def test_a_method_whose_function_the_library_lacks_is_unsupported_when_called(self):
        with mock.patch.dict(_functions.FUNCTIONS, {"not_there": (None, ())}):
            with self.assertRaises(rendabel.Unsupported) as caught:
                rendabel.default_library().function("not_there")
        self.assertIn("rendabel_not_there", caught.exception.message)

    def test_the_statuses_are_those_of_the_header(self):
        text = (SOURCE / "abi" / "rendabel_ffi.h").read_text(encoding="utf-8")
        numbers = {name: int(value) for name, value in re.findall(r"^RENDABEL_(\w+) = (-?\d+),$", text, re.M)}
        self.assertEqual(rendabel.ABI_VERSION, numbers.pop("ABI_VERSION"))
        self.assertEqual({s.name: s.value for s in rendabel.Status}, numbers)
        for name, number in numbers.items():
            self.assertEqual(rendabel.default_library().status_name(number), name.lower())


class Source(unittest.TestCase):
    def test_it_reads_as_python_3_9(self):
        for file in PACKAGE.rglob("*.py"):
            ast.parse(file.read_text(encoding="utf-8"), str(file), feature_version=(3, 9))

    def test_every_public_method_says_what_it_does_and_has_types(self):
        for owner in (rendabel.Engine, rendabel.Library, rendabel.Answer):
            for name, method in inspect.getmembers(owner, inspect.isfunction):
                if not name.startswith("_"):
                    self.assertTrue(method.__doc__, f"{owner.__name__}.{name}")
                    self.assertIn("return", method.__annotations__, f"{owner.__name__}.{name}")

    def test_importing_it_loads_no_library(self):
        program = "import rendabel; assert 'librendabel' not in open('/proc/self/maps').read()"
        subprocess.run([sys.executable, "-B", "-c", program], cwd=PACKAGE, check=True)

    def test_mypy_has_no_objection(self):
        try:
            run = subprocess.run(["mypy", "--strict", "--python-version", "3.9", "--cache-dir", os.devnull, "rendabel"],
                                 cwd=PACKAGE, capture_output=True, text=True)
        except FileNotFoundError:
            self.skipTest("no mypy here")
        self.assertEqual(run.returncode, 0, run.stdout)


class Stored(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.store = Path(self.place.name) / "store"
        self.engine = rendabel.Engine(self.store, busy_timeout_ms=5000)
        self.addCleanup(self.engine.close)

    def ids(self, engine=None):
        return [record["account_id"] for record in (engine or self.engine).accounts_get(DAY)]

    def test_a_saved_account_is_assessed_to_the_cent(self):
        answer = self.engine.account_save(snapshot(), language="en")
        self.assertEqual(answer["result"]["gross_margin"], Decimal("40.10"))
        self.assertIsInstance(answer["result"]["gross_margin"], Decimal)
        self.assertEqual(answer.media_type, "application/json")
        self.assertEqual(self.engine.account_get("C1", datetime.date(2026, 11, 23), language="en").body, answer.body)

    def test_many_accounts_go_in_and_come_back_in_pages(self):
        saved = self.engine.accounts_save(snapshot(f"C{n}") for n in range(1, 6))
        self.assertEqual(saved["saved"], 5)
        self.assertEqual(self.ids(), ["C1", "C2", "C3", "C4", "C5"])
        page = self.engine.accounts_get(DAY, after="C3", fields="summary")
        self.assertEqual([record["account_id"] for record in page.records()], ["C4", "C5"])

    def test_json_text_goes_as_it_is(self):
        text = '{"account":{"id":"C1"},"as_of":"2026-11-23"}'
        for document in (text, text.encode()):
            self.assertEqual(self.engine.account_preview(document)["account_id"], "C1")
        self.assertEqual(self.engine.accounts_save([text, text.replace("C1", "C2").encode()])["saved"], 2)
        self.assertEqual(self.engine.accounts_save(text + "\n")["saved"], 1)

    def test_a_day_at_the_telephone(self):
        moment = datetime.datetime(2026, 11, 23, 10, 5, tzinfo=datetime.timezone.utc)
        self.engine.account_save(snapshot(revision=2))
        self.engine.events_record([{"account_id": "C1", "kind": "inquiry", "at": moment,
                                    "record": {"id": "I1", "at": moment, "kind": "question"}}])
        plan = self.engine.calls_plan(DAY, language="nl")
        self.assertEqual(plan["date"], DAY)
        self.assertEqual([case["source_id"] for case in self.engine.account_export("C1")["cases"]], ["I1"])

    def test_the_book_in_steps_and_the_report(self):
        self.engine.account_save(snapshot())
        with self.assertRaises(rendabel.NotYet):
            self.engine.book_get(DAY)
        steps = list(self.engine.book_refresh_steps(DAY))
        self.assertTrue(steps[-1]["finished"])
        self.assertEqual(self.engine.book_get(DAY)["as_of"], DAY)
        table = self.engine.report_get(DAY, format="csv", part="pyramid")
        self.assertTrue(table.media_type.startswith("text/csv"))
        self.assertGreater(len(table.text.splitlines()), 1)

    def test_settings_store_and_privacy(self):
        self.assertEqual(self.engine.settings_set({"minute_rate": Decimal("0.80")})["minute_rate"], Decimal("0.80"))
        self.assertEqual(self.engine.settings_get()["minute_rate"], Decimal("0.80"))
        self.engine.account_save(snapshot())
        backup = Path(self.place.name) / "backup"
        self.assertGreater(self.engine.store_backup(backup)["bytes"], 0)
        self.assertTrue(backup.exists())
        self.assertTrue(self.engine.store_check(quick=True)["ok"])
        self.assertTrue(self.engine.account_erase("C1")["erased"])
        self.assertEqual(self.ids(), [])

    def test_a_wrong_document_raises_all_its_findings(self):
        with self.assertRaises(rendabel.BadInput) as caught:
            self.engine.accounts_save([snapshot(), {"account": {"id": 5}, "as_of": "2026-02-30"}])
        self.assertEqual([(f.record, f.field) for f in caught.exception.findings], [(2, "account.id"), (2, "as_of")])
        self.assertEqual(caught.exception.total, 2)
        self.assertEqual(caught.exception.status, rendabel.Status.BAD_INPUT)
        self.assertEqual(self.ids(), [], "all or nothing")

    def test_a_wrong_option_is_a_finding_in_the_options(self):
        with self.assertRaises(rendabel.BadInput) as caught:
            self.engine.calls_plan(DAY, lnguage="nl")
        self.assertTrue(caught.exception.findings[0].field.startswith("options"))

    def test_an_older_revision_is_stale_and_an_unknown_account_not_found(self):
        self.engine.account_save(snapshot(revision=2))
        with self.assertRaises(rendabel.Stale):
            self.engine.account_save(snapshot(revision=1))
        with self.assertRaises(rendabel.NotFound) as caught:
            self.engine.account_get("C2", DAY)
        self.assertEqual(str(caught.exception), "not_found: " + caught.exception.message)

    def test_text_that_is_no_unicode_is_a_finding_and_a_nul_is_refused(self):
        with self.assertRaises(rendabel.BadInput):
            self.engine.account_save(snapshot("\udc80"))
        with self.assertRaises(ValueError):
            self.engine.account_get("C1\0C2", DAY)
        self.engine.account_save({"account": {"id": "C1", "name": "Müller & Zn. \"€\" 🐟\n"}, "as_of": DAY})
        self.assertEqual(self.engine.account_export("C1")["snapshot"]["account"]["name"], "Müller & Zn. \"€\" 🐟\n")

    def test_what_is_no_json_is_refused_before_the_call(self):
        for wrong in (float("nan"), Decimal("NaN"), object(), datetime.datetime(2026, 11, 23)):
            with self.assertRaises((ValueError, TypeError)):
                self.engine.account_save(snapshot(revision=wrong))

    def test_a_closed_engine_raises_and_may_be_closed_again(self):
        with rendabel.Engine(self.store) as engine:
            pass
        engine.close()
        with self.assertRaises(rendabel.Failure) as caught:
            engine.settings_get()
        self.assertEqual(caught.exception.status, rendabel.Status.INVALID_HANDLE)

    def test_a_store_that_cannot_be_opened_raises_and_leaks_no_engine(self):
        file = Path(self.place.name) / "file"
        file.write_text("no directory")
        with self.assertRaises(rendabel.Failure) as caught:
            rendabel.Engine(file / "store")
        self.assertEqual(caught.exception.status, rendabel.Status.IO)

    def test_every_result_is_freed_also_of_failures(self):
        library = rendabel.default_library()
        given, freed = [], []
        get, free = library.function("account_get"), library.function("result_free")
        with mock.patch.dict(library._functions, {
                "account_get": lambda *a: given.append(get(*a)) or given[-1],
                "result_free": lambda r: (freed.append(r), free(r))}):
            for id in ("C1", "C2"):
                with self.assertRaises(rendabel.NotFound):
                    self.engine.account_get(id, DAY)
        self.assertEqual((len(given), freed), (2, given))

    def test_threads_share_an_engine(self):
        def save(first):
            for n in range(first, first + 10):
                self.engine.account_save(snapshot(f"C{n:03}"))
        threads = [threading.Thread(target=save, args=(n * 10,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(self.ids()), 40)
        self.assertEqual(self.engine.cancel().json(), {})

    def test_forked_workers_each_open_the_store_anew(self):
        self.engine.account_save(snapshot("parent"))
        children = []
        for n in range(3):
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    self.engine.account_save(snapshot(f"child{n}"))
                    status = 0 if "parent" in self.ids() else 2
                finally:
                    os._exit(status)
            children.append(child)
        self.assertEqual([os.waitpid(child, 0)[1] for child in children], [0, 0, 0])
        self.assertEqual(self.ids(), ["child0", "child1", "child2", "parent"])

    def test_an_engine_closed_before_the_fork_stays_closed(self):
        self.engine.close()
        child = os.fork()
        if child == 0:
            try:
                self.engine.settings_get()
            except rendabel.Failure as failure:
                os._exit(0 if failure.status == rendabel.Status.INVALID_HANDLE else 1)
            os._exit(2)
        self.assertEqual(os.waitpid(child, 0)[1], 0)


class Readme(unittest.TestCase):
    def test_the_code_of_the_readme_runs(self):
        text = (PACKAGE / "README.md").read_text(encoding="utf-8")
        program = re.search(r"```python\n(.*?)```", text, re.S).group(1)
        with tempfile.TemporaryDirectory() as place:
            program = program.replace("/var/lib/shop/rendabel", place + "/store")
            run = subprocess.run([sys.executable, "-B", "-c", program], cwd=PACKAGE, capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertRegex(run.stdout, r"^\w+ -?\d+\.\d\d\n")


class OtherLibraries(unittest.TestCase):
    def test_a_missing_file_raises_oserror(self):
        with self.assertRaises(OSError):
            rendabel.Library("/nonexistent/librendabel.so.1")

    def test_a_library_of_another_version_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as place:
            source, library = Path(place) / "other.c", Path(place) / "librendabel.so.2"
            source.write_text("int rendabel_abi_version(void) { return 2 << 16; }\n"
                              "int rendabel_abi_supports(int host) { return host >> 16 == 2; }\n")
            subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-o", library, source], check=True)
            with self.assertRaises(rendabel.Unsupported) as caught:
                rendabel.Library(library)
        self.assertIn("speaks ABI 2.0, this package 1.0", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
