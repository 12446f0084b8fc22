#!/usr/bin/env python3
"""Every command of the command line: tables, JSON, CSV, exit codes, Dutch and English."""
import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import AS_OF, LIBRARY, CommandLineTest, account, main, ndjson

QUOTE = [{"id": "q1", "sent_on": "2026-11-18", "amount": 5000, "margin": 1500, "status": "open", "requested": True}]


class CommandsTest(CommandLineTest):
    def fill(self):
        late = account(2, orders=[{"id": "o", "date": "2026-10-01", "net_amount": 1000, "cost_of_goods": 990}],
                       activities=[{"id": "v", "date": "2026-10-05", "kind": "visit"}])
        late["account"]["since"] = "2020-01-01"
        formula = account(3)
        formula["account"]["id"] = "=1+1"
        self.rendabel("import", "-", stdin=ndjson([account(1, quotes=QUOTE), late, formula]))

    def rows(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.rendabel("--csv", *arguments))))

    # how a command ends

    def test_help_of_every_command_has_examples_and_the_exit_codes_are_told(self):
        everything = self.run_raw("--help")
        self.assertEqual(everything.returncode, 0)
        self.assertIn("Exit codes: 0 ok · 1 failed", everything.stdout.decode())
        for command in ("import", "import-csv", "assess", "calls", "event", "permit", "learn", "book", "report", "settings", "export", "erase", "check", "backup", "entry"):
            self.assertIn(command, everything.stdout.decode())
            for language, title in (("en", "Examples:"), ("nl", "Voorbeelden:")):
                done = self.run_raw(command, "--help", "--language", language)
                self.assertEqual(done.returncode, 0)
                self.assertIn(f"{title}\n  rendabel --store book ", done.stdout.decode())

    def test_the_version_names_program_library_and_abi(self):
        done = self.run_raw("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), r"^rendabel \d+\.\d+\.\d+ \(library \S+, ABI 1\.\d+\)\n$")

    def test_wrong_usage_ends_with_2_and_makes_no_store(self):
        for arguments in ([], ["nonsense"], ["calls", "--limit", "0"], ["calls", "--lane", "later"], ["assess"],
                          ["--as-of", "2026-02-30", "calls"], ["--language", "de", "calls"], ["--json", "--csv", "calls"],
                          ["settings", "set"], ["settings", "set", "novalue"], ["import-csv", "x.csv"],
                          ["import-csv", "x.csv", "--map", "nonsense=A"], ["erase", "a1"]):
            done = self.run_raw("--store", self.store, *arguments)
            self.assertEqual(done.returncode, 2, f"{arguments}: {done.stderr.decode()}")
            self.assertEqual(done.stdout, b"")
        self.assertFalse(self.store.exists())
        self.assertEqual(self.run_raw("calls").returncode, 2)

    def test_failures_end_with_1(self):
        self.rendabel("assess", "nobody", code=1)
        self.assertIn("not_found", self.error)
        self.rendabel("import", self.folder / "absent.ndjson", code=1)
        self.rendabel("book", "--no-refresh", code=1)
        plain = self.write("plain", "no store")
        self.assertEqual(self.run_raw("--store", plain, "check").returncode, 1)
        self.assertEqual(self.run_raw("--store", self.store, "--library", plain, "check").returncode, 1)
        done = self.run_raw("--store", self.store, "check", RENDABEL_LIBRARY=self.folder / "absent.so")
        self.assertEqual(done.returncode, 1)

    def test_a_full_disk_below_the_output_is_a_failure(self):
        self.fill()
        with open("/dev/full", "w") as full:
            done = subprocess.run(self.arguments("book"), stdout=full, stderr=subprocess.PIPE, env=self.environment())
        self.assertEqual(done.returncode, 1)

    def test_a_failure_is_json_too_when_asked(self):
        answer = json.loads(self.rendabel("--json", "assess", "nobody", code=1))
        self.assertEqual(answer["exit_code"], 1)
        answer = json.loads(self.rendabel("--json", "settings", "set", "loss_min=much", code=3))
        self.assertEqual(answer["findings"][0]["field"], "loss_min")

    def test_the_library_is_found_by_option_before_the_environment(self):
        done = self.run_raw("--store", self.store, "--library", LIBRARY, "check", RENDABEL_LIBRARY="/absent.so")
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_the_store_may_come_from_the_environment(self):
        done = self.run_raw("check", RENDABEL_STORE=self.store)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertTrue(self.store.is_dir())

    # assess

    def test_assess_shows_result_flags_and_coverage(self):
        self.fill()
        english = self.rendabel("--language", "en", "assess", "a2")
        for words in ("Account a2 — assessed on 2026-11-23", "1,000.00", "last 365 days", "Not wholly known"):
            self.assertIn(words, english)
        dutch = self.rendabel("--language", "nl", "assess", "a2")
        for words in ("Klant a2 — beoordeeld op 2026-11-23", "1.000,00", "Niet geheel bekend"):
            self.assertIn(words, dutch)

    def test_the_language_comes_from_the_settings(self):
        self.fill()
        self.assertIn("Klant a2", self.rendabel("assess", "a2"))
        self.rendabel("settings", "set", 'languages=["en"]')
        self.assertIn("Account a2", self.rendabel("assess", "a2"))

    def test_assess_gives_json_and_csv(self):
        self.fill()
        document = json.loads(self.rendabel("--json", "assess", "a2"))
        self.assertEqual(document["account_id"], "a2")
        rows = {(row["part"], row["code"]): row for row in self.rows("assess", "a2")}
        self.assertEqual(rows["result", "net_revenue"]["amount"], "1000.00")
        self.assertEqual(rows["cost_line", "visits"]["amount"], "400.00")
        self.assertTrue(rows["result", "net_result"]["amount"].startswith("-"), "a number needs no guard")
        self.assertIn(("flag", "loss_making"), rows)

    def test_assess_shows_break_evens_and_what_was_agreed(self):
        orders = [{"id": f"O{day}", "date": f"2026-10-{day:02}", "net_amount": 100, "cost_of_goods": 94, "channel": channel,
                   "lines": 1, "carriage_paid": False} for day, channel in ((1, "phone"), (2, "phone"), (20, "web"))]
        orders.append({**orders[0], "id": "O9", "date": "2024-10-01"})
        told = [{"id": "R1", "code": "shift_channel", "date": "2026-10-14", "status": "accepted"}]
        path = self.write("one.json", json.dumps(account(9, orders=orders, remedies=told, activities=[
            {"id": "V1", "date": "2026-10-05", "kind": "visit"}])))
        text = self.rendabel("--language", "en", "assess", "--file", path)
        self.assertRegex(text, r"Calls instead of visits +plan +394\.00 +1\.17 +0 +Go from 1 to 0 visits")
        self.assertRegex(text, r"Order on the web +40 +0\.88 +4\.00 +Order on the web: agreed on 14 October 2026")
        rows = {(row["part"], row["code"]): row for row in self.rows("assess", "--file", path)}
        self.assertEqual((rows["agreed", "shift_channel"]["quantity"], rows["agreed", "shift_channel"]["amount"],
                          rows["agreed", "shift_channel"]["previous"]), ("40", "4.00", "0.88"))
        self.assertIn(("break_even", "replace_visits"), rows)

    def test_assess_of_a_file_stores_nothing(self):
        path = self.write("one.json", json.dumps(account(9), indent=1))
        self.assertEqual(json.loads(self.rendabel("--json", "assess", "--file", path))["account_id"], "a9")
        self.rendabel("assess", "a9", code=1)
        path.write_text('{"account":{"id":"x"},"as_of":"never"}')
        self.rendabel("assess", "--file", path, code=3)
        self.assertIn(f"{path}:1: as_of: ", self.error)

    def test_assess_answers_what_if(self):
        path = self.write("one.json", json.dumps(account(9), indent=1))
        text = self.rendabel("--language", "en", "assess", "--file", path, "--what-if", '{"visits":4}')
        self.assertIn("Visits a year", text)
        self.rendabel("assess", "--file", path, "--what-if", '{"visits":-4}', code=3)
        self.rendabel("assess", "a9", "--what-if", '{"visits":4}', code=2)

    # calls

    def test_calls_show_whom_why_and_by_which_rule(self):
        self.fill()
        text = self.rendabel("--language", "en", "calls")
        self.assertIn("Call list 2026-11-23", text)
        self.assertRegex(text, r"\ba1\b.*0301234567.*NL\d")
        rows = self.rows("calls")
        self.assertEqual([row["account_id"] for row in rows], ["a1"])
        self.assertEqual(rows[0]["reasons"], "quote")
        document = json.loads(self.rendabel("--json", "calls", "--lane", "today", "--limit", "5"))
        self.assertEqual(len(document["calls"]), 1)
        self.assertEqual(json.loads(self.rendabel("--json", "calls", "--lane", "now"))["calls"], [])
        self.rendabel("calls", "--replan")

    def test_a_day_without_calls_says_so(self):
        self.assertIn("Geen telefoontjes", self.rendabel("calls"))

    # book

    def test_book_refreshes_and_reconciles(self):
        self.fill()
        text = self.rendabel("--language", "en", "book")
        self.assertIn(f"The book — {AS_OF} (EUR)", text)
        self.assertIn("(difference 0.00)", text)
        self.assertIn("Het boek", self.rendabel("--language", "nl", "book", "--no-refresh"))
        self.assertEqual(json.loads(self.rendabel("--json", "book"))["accounts"]["all"], 3)
        rows = {(row["part"], row["code"]): row for row in self.rows("book", "--no-refresh") if row["part"] == "result"}
        self.assertEqual(rows["result", "net_revenue"]["amount"], "1204.00")

    def test_the_book_tells_people_and_programs_every_part_of_it(self):
        self.fill()
        path = self.write("settings.json", '{"capacity":[{"drivers":["order","order_line"],"cost":100,"minutes":60}]}')
        self.rendabel("settings", "set", "--file", path)
        text = self.rendabel("--language", "en", "book")
        for words in ("Pyramid", "Whale curve", "Flags", "Largest losses", "No trend", "Visit programme", "(nobody)",
                      "Capacity", "Buying model", "Margin model", "Discount scale", "Costs per layer"):
            self.assertIn(words, text)
        rows = self.rows("book", "--no-refresh")
        book = json.loads(self.rendabel("--json", "book", "--no-refresh"))
        self.assertLessEqual({"accounts", "reconciliation", "pareto", "tail", "pyramid", "layer_cost", "result", "unassigned",
                              "waterfall", "whale", "flag", "worst", "trend", "visits_total", "visits", "capacity", "model",
                              "coverage"}, {row["part"] for row in rows})
        sums = {row["code"]: row["amount"] for row in rows if row["part"] == "reconciliation"}
        self.assertEqual(sums["book"], f'{book["reconciliation"]["book"]:.2f}')
        used = [row for row in rows if row["part"] == "capacity" and row["text"] == "used_cost"]
        self.assertEqual((used[0]["code"], used[0]["amount"]),
                         ("order + order_line", f'{book["capacity"][0]["used_cost"]:.2f}'))

    def test_the_accounts_of_a_book_are_guarded_against_formulas(self):
        self.fill()
        rows = self.rows("book", "--accounts")
        self.assertEqual({row["account_id"] for row in rows}, {"a1", "a2", "'=1+1"})
        self.assertTrue(any(row["net_result"].startswith("-") for row in rows))
        self.assertIn("a2", self.rendabel("book", "--accounts", "--no-refresh"))

    # settings

    def test_settings_are_shown_set_and_set_back(self):
        self.assertIn("funding_rate", self.rendabel("settings"))
        self.rendabel("settings", "set", "gross_margin_assumed=0.3", "activity_rates.order.web=1.50",
                      "activity_rates.order.minutes=6", "calls.reserve.quote=0.4")
        document = json.loads(self.rendabel("--json", "settings"))
        self.assertEqual(float(document["gross_margin_assumed"]), 0.3)
        self.assertEqual(float(document["calls"]["reserve"]["quote"]), 0.4)
        self.assertIn("activity_rates.order.web", self.rendabel("settings", "get", "activity_rates"))
        self.rendabel("settings", "set", "gross_margin_assumed=null")
        self.assertIsNone(json.loads(self.rendabel("--json", "settings"))["gross_margin_assumed"])
        self.rendabel("settings", "get", "nonsense", code=1)

    def test_settings_come_from_a_file_and_faults_are_named(self):
        path = self.write("settings.json", '{"currency":"GBP","loss_min":50}')
        self.rendabel("settings", "set", "--file", path)
        self.assertEqual(json.loads(self.rendabel("--json", "settings"))["currency"], "GBP")
        path.write_text('{"currency":"pounds","colour":"red"}')
        self.rendabel("settings", "set", "--file", path, code=3)
        self.assertIn(f"{path}:1: currency: ", self.error)
        self.assertIn(f"{path}:1: colour: ", self.error)
        self.assertEqual([row["value"] for row in self.rows("settings", "get", "currency")], ["GBP"])

    # privacy and upkeep

    def test_export_gives_all_and_erase_ends_it(self):
        self.fill()
        self.assertEqual(json.loads(self.rendabel("export", "a1"))["account_id"], "a1")
        self.assertIn("account a1 erased", self.rendabel("--language", "en", "erase", "a1", "--yes"))
        self.rendabel("export", "a1", code=1)
        self.rendabel("erase", "a1", "--yes", code=1)

    def test_one_contact_is_erased_apart(self):
        self.rendabel("import", "-", stdin=ndjson([account(1, contacts=[{"id": "c1", "name": "Jan"}, {"id": "c2"}])]))
        answer = json.loads(self.rendabel("--json", "erase", "a1", "--contact", "c1", "--yes"))
        self.assertEqual((answer["account_id"], answer["contact_id"]), ("a1", "c1"))
        self.assertNotIn("Jan", self.rendabel("export", "a1"))

    def test_erase_asks_on_a_terminal(self):
        self.fill()
        for typed, code in (("y", 1), ("a1", 0)):
            leader, follower = pty.openpty()
            done = subprocess.Popen(self.arguments("erase", "a1"), stdin=follower, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL, env=self.environment())
            os.close(follower)
            os.write(leader, f"{typed}\n".encode())
            self.assertEqual(done.wait(60), code, typed)
            os.close(leader)

    def test_check_and_backup(self):
        self.fill()
        self.assertIn("the store is sound", self.rendabel("--language", "en", "check"))
        self.assertTrue(json.loads(self.rendabel("--json", "check", "--quick"))["ok"])
        copy = self.folder / "copy"
        answer = json.loads(self.rendabel("--json", "backup", copy))
        self.assertGreater(answer["bytes"], 0)
        self.assertTrue(copy.exists())
        self.rendabel("backup", self.folder / "absent" / "copy", code=1)

    def test_tables_line_up_whatever_the_script(self):
        odd = account(1, quotes=QUOTE)
        odd["account"]["id"] = "日本"
        other = account(2, quotes=QUOTE)
        other["account"]["phone"] = "0309876543"
        self.rendabel("import", "-", stdin=ndjson([odd, other]))
        lines = [line for line in self.rendabel("calls").splitlines() if "030" in line]
        self.assertEqual(len(lines), 2)
        widths = {len(line[:line.index("030")].replace("日本", "....")) for line in lines}
        self.assertEqual(len(widths), 1, lines)


if __name__ == "__main__":
    main()
