#!/usr/bin/env python3
"""The gate of ABI 1: today's header, library and schemas against the baseline (tests/abi). Then its positive control: each
spoilt header, library and schema must be stopped, and what is only appended must pass. Types are looked at by abidiff
(package abigail-tools); without it everything else still is."""
import copy
import os
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "abi"))
import header_gate as gate  # noqa: E402
import schema_gate as schemas  # noqa: E402

HEADER = (gate.ABI / "rendabel.h").read_text(encoding="utf-8")
EVERY = 1 if os.environ.get("RENDABEL_LONG") else 7  # fields tried of the schemas
ABIDIFF = shutil.which("abidiff") is not None
RETURNS_LESS = "RENDABEL_API int64_t rendabel_result_body_size("
NEW_FUNCTION = "RENDABEL_API rendabel_result *rendabel_weather_get(rendabel_engine *engine, const char *options, int64_t options_size);\n"
LAST = "RENDABEL_API void rendabel_result_free(rendabel_result *result);\n"
NEXT_MINOR = ("RENDABEL_ABI_VERSION = 65536", "RENDABEL_ABI_VERSION = 65537")
SPOILT = {  # what was done to the header: (from, to)
    "a constant has another value": ("RENDABEL_STALE = -14", "RENDABEL_STALE = -24"),
    "a constant is gone": ("  RENDABEL_STALE = -14,", ""),
    "a constant has another name": ("RENDABEL_STALE", "RENDABEL_OUTDATED"),
    "a function is gone": (LAST, ""),
    "a function has another name": ("rendabel_book_get(", "rendabel_book_read("),
    "a function answers another type": (RETURNS_LESS, RETURNS_LESS.replace("int64_t", "int32_t")),
    "a parameter has another type": ("int64_t budget_ms", "int32_t budget_ms"),
    "a parameter is gone": ("const char *as_of, int64_t budget_ms", "const char *as_of"),
    "a parameter came": ("const char *as_of, int64_t budget_ms", "const char *as_of, int64_t budget_ms, int32_t more"),
    "parameters changed places": ("const char *now, const char *agent", "const char *agent, const char *now"),
    "the major version rose": (NEXT_MINOR[0], "RENDABEL_ABI_VERSION = 131072"),
    "the version fell": (NEXT_MINOR[0], "RENDABEL_ABI_VERSION = 65535"),
    "a function came without a new minor version": (LAST, LAST + NEW_FUNCTION),
}
SPOILT_APPENDS = {  # with a new minor version, and still wrong
    "a function takes size_t": LAST + "RENDABEL_API void rendabel_weather_set(size_t size);\n",
    "a function takes a callback": LAST + "RENDABEL_API void rendabel_weather_set(void (*tell)(int32_t));\n",
    "a function takes what it writes": LAST + "RENDABEL_API void rendabel_weather_set(int32_t *degrees);\n",
    "a number is used twice": LAST + "enum {\n  RENDABEL_RAIN = -14,\n};\n",
    "a failure is positive": LAST + "enum {\n  RENDABEL_RAIN = 16,\n};\n",
}
GOOD_APPEND = LAST + NEW_FUNCTION + "enum {\n  RENDABEL_RAIN = -16,\n};\n"
SEEN_BY_TYPES = {"a function is gone", "a function has another name", "a function answers another type",
                 "a parameter has another type", "a parameter is gone", "a parameter came"}


class Held(unittest.TestCase):
    """What is there today."""

    def test_the_header_is_the_baselines_or_appended_to(self):
        self.assertEqual(list(gate.header_breaks(gate.ABI / "rendabel.h")), [])

    @unittest.skipUnless(ABIDIFF, "no abidiff here")
    def test_its_types_are_the_baselines(self):
        self.assertEqual(list(gate.type_breaks(gate.ABI / "rendabel.h")), [])

    def test_the_library_has_the_baselines_functions_and_nothing_else(self):
        self.assertEqual(list(gate.library_breaks(os.environ["RENDABEL_LIBRARY"])), [])

    def test_the_documents_are_the_baselines_or_have_more(self):
        self.assertEqual(list(schemas.all_breaks(schemas.baseline(), schemas.documents())), [])

    def test_a_function_defined_otherwise_than_the_header_says_does_not_compile(self):
        """Why a stub made of the header may stand for the library."""
        with tempfile.TemporaryDirectory() as place:
            source = Path(place) / "other.cpp"
            source.write_text('#include "rendabel.h"\nextern "C" int32_t rendabel_abi_supports(int64_t) { return 0; }\n')
            flags = [os.environ.get("CXX", "c++"), "-fsyntax-only", f"-I{gate.ABI}", str(source)]
            self.assertIn("onflicting", gate.subprocess.run(flags, capture_output=True, text=True).stderr)


class HeaderControl(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-abi-"))
        self.addCleanup(shutil.rmtree, self.place)

    def spoilt(self, *changes):
        text = HEADER
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new, 1)
        (self.place / "rendabel.h").write_text(text, encoding="utf-8")
        return self.place / "rendabel.h"

    def test_every_spoilt_header_is_stopped(self):
        for what, change in SPOILT.items():
            with self.subTest(what):
                header = self.spoilt(change)
                self.assertTrue(list(gate.header_breaks(header)))
                if ABIDIFF:
                    self.assertEqual(bool(list(gate.type_breaks(header))), what in SEEN_BY_TYPES)

    def test_what_may_not_be_appended_is_stopped(self):
        for what, appended in SPOILT_APPENDS.items():
            with self.subTest(what):
                self.assertTrue(list(gate.header_breaks(self.spoilt(NEXT_MINOR, (LAST, appended)))))

    def test_an_appended_function_and_constant_pass_with_the_next_minor_version(self):
        header = self.spoilt(NEXT_MINOR, (LAST, GOOD_APPEND))
        self.assertEqual(list(gate.header_breaks(header)), [])
        if ABIDIFF:
            self.assertEqual(list(gate.type_breaks(header)), [])

    def test_another_comment_passes(self):
        self.assertEqual(list(gate.header_breaks(self.spoilt(("This file is the manual.", "Read me.")))), [])


class LibraryControl(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-abi-"))
        self.addCleanup(shutil.rmtree, self.place)
        self.flat = gate.flat(gate.ABI / "rendabel.h")
        self.map = f"-Wl,--version-script={gate.ABI / 'rendabel.map'}"

    def found(self, link, more="", flat=None):
        return " ".join(gate.library_breaks(gate.stub(flat or self.flat, self.place, link=link, more=more)))

    def test_a_good_library_passes_and_so_does_one_with_more(self):
        self.assertEqual(self.found([*gate.LINK, self.map]), "")
        self.assertEqual(self.found([*gate.LINK, self.map], "void rendabel_more(void) {}\n"), "")

    def test_every_spoilt_library_is_stopped(self):
        everything = self.place / "all.map"
        everything.write_text("RENDABEL_1 { global: *; };\n")
        other = self.place / "other.map"
        other.write_text("RENDABEL_2 { global: rendabel_*; local: *; };\n")
        good = gate.LINK
        without = [re.sub(r"rendabel_report_get\(.*", "rendabel_report_get_2(void);", self.flat)][0]
        for told, link, more, flat in (
                ("is gone", [*good, self.map], "", without),
                ("none of ours", [*good, f"-Wl,--version-script={everything}"], "void helper(void) {}\n", None),
                ("no function", [*good, self.map], "int32_t rendabel_counter = 1;\n", None),
                ("not of version", [*good, f"-Wl,--version-script={other}"], "", None),
                ("not of version", good, "", None),
                ("librendabel.so.1", ["-Wl,-z,nodelete", self.map], "", None),
                ("NODELETE", [good[0], self.map], "", None),
                ("RUNPATH", [*good, self.map, "-Wl,-rpath,/opt/lib"], "", None),
                ("executable", [*good, self.map, "-Wl,-z,execstack"], "", None)):
            with self.subTest(told):
                self.assertIn(told, self.found(link, more, flat))


def places(shape, path=()):
    """Every field of a schema: the object that has it, and its name."""
    if isinstance(shape, dict):
        for name in shape.get("properties", {}):
            yield shape, name
        for key, part in shape.items():
            for value in (part.values() if key == "properties" else [part]):
                yield from places(value)
    elif isinstance(shape, list):
        for part in shape:
            yield from places(part)


class SchemaControl(unittest.TestCase):
    def setUp(self):
        self.old, self.new = schemas.documents(), copy.deepcopy(schemas.documents())

    def stopped(self, name="snapshot"):
        return list(schemas.breaks(self.old[name], self.new[name], name in schemas.SENT, name))

    def test_a_removed_field_is_stopped_wherever_it_was(self):
        count = 0
        for name, shape in self.new.items():
            for holder, field in list(places(shape))[::EVERY]:
                kept = holder["properties"].pop(field)
                self.assertTrue(self.stopped(name), f"{name}: {field}")
                holder["properties"][field] = kept
                count += 1
        self.assertGreater(count, 200)
        self.assertEqual(list(schemas.all_breaks(self.old, self.new)), [])

    def test_a_removed_document_is_stopped(self):
        del self.new["card"]
        self.assertTrue(list(schemas.all_breaks(self.old, self.new)))

    def test_what_a_host_sends_may_not_become_narrower(self):
        account = self.new["snapshot"]["properties"]["account"]
        for spoil in (lambda: account["properties"]["name"].update(maxLength=3), lambda: account["properties"]["id"].update(minLength=9),
                      lambda: account["properties"]["name"].update(type="string"), lambda: account["required"].append("name"),
                      lambda: account["properties"]["person_kind"]["enum"].remove("natural"),
                      lambda: account["properties"]["name"].update(pattern="^a"), lambda: account["properties"]["name"].update(enum=["a"]),
                      lambda: account["properties"]["attributes"].update(additionalProperties=False)):
            kept = copy.deepcopy(account)
            spoil()
            self.assertTrue(self.stopped(), account)
            account.clear()
            account.update(kept)
            self.assertEqual(self.stopped(), [])

    def test_what_a_host_sends_may_become_wider(self):
        account = self.new["snapshot"]["properties"]["account"]
        account["properties"]["mood"] = {"type": ["string", "null"]}
        account["properties"]["name"].update(maxLength=9999)
        account["properties"]["person_kind"]["enum"].append("robot")
        self.assertEqual(self.stopped(), [])

    def test_an_answer_keeps_its_fields_types_and_codes(self):
        answer = self.new["assessment"]
        for spoil in (lambda: answer["required"].remove("verdict"), lambda: answer["properties"]["account_id"].update(type=["string", "null"]),
                      lambda: answer["properties"]["verdict"]["enum"].remove("goodbye"), lambda: answer["properties"]["flags"].update(type="object"),
                      lambda: answer["properties"]["flags"]["items"]["properties"].pop("text")):
            kept = copy.deepcopy(answer)
            spoil()
            self.assertTrue(self.stopped("assessment"))
            answer.clear()
            answer.update(kept)

    def test_an_answer_may_have_more_fields_and_codes(self):
        answer = self.new["assessment"]
        answer["properties"]["weather"] = {"type": "string"}
        answer["required"].append("weather")
        answer["properties"]["verdict"]["enum"].append("wait_and_see")
        self.new["weather"] = {"type": "object"}
        self.assertEqual(list(schemas.all_breaks(self.old, self.new)), [])


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: the build without sanitizers goes through the gate")
        sys.exit(77)
    unittest.main()
