#!/usr/bin/env python3
"""`rendabel import-csv`: a file of order lines by a map of columns; what is wrong is named and nothing of it is saved."""
import csv
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import CommandLineTest, main

MAP = "order=Order,account=Customer,date=Day,quantity=Qty,price=Price,item=Item"
LINES = """\ufeffOrder,Customer,Day,Qty,Price,Item
1,ann,2026-10-01,3,"10.005",TEA
1,ann,2026-10-01,1,7.50,POST
2,"bob, jr",2026-10-02,1,5,"SAY ""HI""\nTWICE"
C1,ann,2026-10-05,-1,10.00,TEA
3,,2026-10-06,2,4,TEA
"""
RULES = ["--map", MAP, "--credit-prefix", "C", "--freight-items", "post,dot"]


class ImportCsvTest(CommandLineTest):
    def test_lines_become_orders_credit_notes_and_freight(self):
        path = self.write("lines.csv", LINES)
        counted = json.loads(self.rendabel("--json", "import-csv", path, *RULES))
        self.assertEqual(counted, {"lines": 5, "invoices": 4, "customers": 2, "unassigned_lines": 1, "cancellation_lines": 1,
                                   "duplicates": 0, "stock_movements": 0, "sum_exact": 40.515, "sum_rounded": 40.52,
                                   "difference": -0.005, "saved": 3})
        ann = json.loads(self.rendabel("export", "ann"))["snapshot"]
        self.assertEqual([(o["id"], o["net_amount"], o["freight_charged"], o["lines"], o["items"]) for o in ann["orders"]],
                         [("1", 30.02, 7.5, 1, 3)])
        self.assertEqual([(n["id"], n["kind"], n["amount"]) for n in ann["credit_notes"]], [("C1", "return", 10)])
        self.assertTrue(json.loads(self.rendabel("export", "unassigned"))["snapshot"]["account"]["unassigned"])
        result = json.loads(self.rendabel("--json", "assess", "ann"))["result"]
        self.assertEqual((result["net_revenue"], result["freight_charged"]), (20.02, 7.5))

    def test_people_and_programs_get_the_counts(self):
        self.assertIn("lines without customer", self.rendabel("--language", "en", "import-csv", "-", *RULES, stdin=LINES))
        self.assertIn("regels zonder klant", self.rendabel("--language", "nl", "import-csv", "-", *RULES, stdin=LINES))
        rows = csv.DictReader(io.StringIO(self.rendabel("--csv", "import-csv", "-", *RULES, stdin=LINES)))
        self.assertEqual({row["name"]: row["value"] for row in rows}["sum_rounded"], "40.52")

    def test_dry_run_prints_snapshots_that_import_takes(self):
        text = self.rendabel("--language", "en", "import-csv", "-", *RULES, "--dry-run", "--history-from", "2026-01-01", stdin=LINES)
        self.assertEqual([json.loads(line)["account"]["id"] for line in text.splitlines()], ["ann", "bob, jr", "unassigned"])
        self.assertEqual(json.loads(text.splitlines()[0])["account"]["history_from"], "2026-01-01")
        self.rendabel("assess", "ann", code=1)
        self.rendabel("import", "-", stdin=text)
        self.rendabel("assess", "ann")

    def test_a_dutch_file_is_read_as_it_is_written(self):
        text = "Order;Klant;Datum;Bedrag\n1;ann;1-10-2026;1234,56\n"
        self.rendabel("import-csv", "-", "--delimiter", ";", "--decimal-comma", "--date-order", "dmy", "--map",
                      "order=Order,account=Klant,date=Datum,amount=Bedrag", stdin=text)
        self.assertEqual(json.loads(self.rendabel("export", "ann"))["snapshot"]["orders"][0]["net_amount"], 1234.56)

    def test_every_fault_is_named_and_nothing_is_saved(self):
        path = self.write("bad.csv", LINES + "4,ann,2026-02-30,one,5,TEA\n,ann,2026-10-01,1,1.2345678,TEA\n")
        self.rendabel("import-csv", path, *RULES, code=3)
        for fault in ("7: Day: ", "7: Qty: ", "8: Order: ", "8: Price: "):
            self.assertIn(f"{path}:{fault}", self.error)
        self.rendabel("assess", "ann", code=1)

    def test_what_only_the_library_can_see_is_named_by_the_accounts_first_row(self):
        path = self.write("lines.csv", LINES)
        self.rendabel("import-csv", path, *RULES, "--currency", "USD", code=3)
        self.assertIn(f"{path}:2: account.currency: ", self.error)
        self.assertIn(f"{path}:4: account.currency: ", self.error)

    def test_no_csv_no_title_row_and_no_column_are_bad_input(self):
        for text, fault in (("", "stdin:1: there is no title row"), ("Order,Customer\n1,2\n", "stdin:1: Day: no such column"),
                            (LINES + '9,"ann,2026-10-01,1,1,TEA\n', "stdin:7: a quote")):
            self.rendabel("import-csv", "-", *RULES, stdin=text, code=3)
            self.assertIn(fault, self.error)

    def test_an_odd_file_is_refused_and_not_believed(self):
        self.rendabel("import-csv", "-", *RULES, stdin="\x00\x01\n\x02", code=3)
        self.rendabel("import", "-", stdin="\x00" * 100_000, code=3)
        self.rendabel("import", "-", stdin="[" * 100_000, code=3)


if __name__ == "__main__":
    main()
