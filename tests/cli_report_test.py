#!/usr/bin/env python3
"""`rendabel report`: page, chart and table; into a file or on stdout; what is wrong is told by name."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import CommandLineTest, account, main, ndjson


class ReportTest(CommandLineTest):
    def fill(self):
        self.rendabel("import", "-", stdin=ndjson([account(1), account(2)]))

    def test_before_a_refresh_the_book_has_no_report_but_an_account_has(self):
        self.fill()
        self.rendabel("report", code=1)
        self.assertIn("rendabel book", self.error)
        self.assertIn("Account 1", self.rendabel("report", "--account", "a1"))

    def test_a_page_is_written_into_the_file_and_its_path_is_told(self):
        self.fill()
        self.rendabel("book")
        file = self.folder / "report.html"
        self.assertIn(str(file), self.rendabel("report", "--output", str(file)))
        self.assertTrue(file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>"))
        told = json.loads(self.rendabel("--json", "report", "--output", str(file)))
        self.assertEqual(told, {"path": str(file), "bytes": file.stat().st_size})

    def test_charts_and_tables_come_alone(self):
        self.fill()
        self.rendabel("book")
        self.assertTrue(self.rendabel("report", "--format", "svg", "--part", "pyramid").startswith("<svg "))
        self.assertTrue(self.rendabel("--csv", "report", "--part", "pyramid").startswith("layer,accounts,"))
        self.assertTrue(self.rendabel("report", "--account", "a1", "--format", "csv", "--part", "result").startswith("line,"))

    def test_a_part_that_is_not_there_names_those_that_are(self):
        self.fill()
        self.rendabel("book")
        self.rendabel("report", "--format", "svg", "--part", "worst", code=3)
        self.assertIn("whale, pyramid", self.error)
        self.rendabel("report", "--account", "a9", code=1)
        self.assertIn("not_found", self.error)

    def test_a_file_that_cannot_be_written_is_a_failure(self):
        self.fill()
        self.rendabel("report", "--account", "a1", "--output", self.folder, code=1)
        self.assertIn("cannot write", self.error)


if __name__ == "__main__":
    main()
