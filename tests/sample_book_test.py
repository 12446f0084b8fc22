"""The sample book: its generator, and every account's numbers, flags and call against expected.json.

expected.json was reckoned from the rules by hand and by a second, independent program in exact fractions; it is
never written by the library. Where this test fails, find out which of the two is wrong before changing either.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["RENDABEL_SOURCE_DIR"])
SAMPLE = SOURCE / "samples" / "wholesaler"
AS_OF = b"2026-11-23"
sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from engine import Engine, skip_unless_loadable  # noqa: E402

skip_unless_loadable()


def amount(value):
    return None if value is None else f"{float(value):.2f}"


def seen_account(found):
    result, previous = found["result"], found["previous"]
    lines = {line["code"]: amount(line["amount"]) for line in result["cost_lines"]}
    return {"flags": {flag["code"]: amount(flag["amount"]) for flag in found["flags"]},
            "rhythm": found["rhythm"]["state"],
            "net_revenue": amount(result["net_revenue"]), "gross_margin": amount(result["gross_margin"]),
            "lines": {code: value for code, value in lines.items() if value not in (None, "0.00")},
            "net_result": amount(result["net_result"]), "net_margin_bp": result["net_margin_bp"],
            "potential": amount(found["potential"]), "previous_net_result": amount(previous["net_result"])}


class SampleBook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
        cls.folder = tempfile.TemporaryDirectory()
        cls.engine = Engine(cls.folder.name + "/store")
        cls.engine.call("settings_set", (SAMPLE / "settings.json").read_bytes(), -1, None, 0)
        cls.engine.call("accounts_save", (SAMPLE / "book.ndjson").read_bytes(), -1, None, 0)
        cls.plan = cls.engine.call("calls_plan", AS_OF, b'{"limit":100}', -1)[0]

    @classmethod
    def tearDownClass(cls):
        cls.engine.close()
        cls.folder.cleanup()

    def test_the_generator_writes_the_committed_files_byte_for_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", str(SAMPLE / "make_book.py"), folder], check=True)
            for name in ("book.ndjson", "settings.json"):
                self.assertEqual((pathlib.Path(folder) / name).read_bytes(), (SAMPLE / name).read_bytes(), name)

    def test_every_account_has_the_expected_numbers_and_flags(self):
        found = {row["account_id"]: row for row in self.engine.call("accounts_get", AS_OF, None, 0)}
        self.assertEqual(sorted(found), sorted(self.expected))
        for account, row in self.expected.items():
            with self.subTest(account=account):
                seen = seen_account(found[account])
                self.assertEqual(seen, {key: row[key] for key in seen})
                verdict = row["verdict"]
                seen = found[account]["verdict"]
                self.assertEqual(seen, "hold" if verdict == "young" else verdict)  # held for its age
                self.assertEqual(found[account]["verdict_reasons"], row.get("verdict_reasons", []))
                for key, in_plan in (("plan", True), ("further", False)):
                    seen = {remedy["code"]: amount(remedy["effect"]) for remedy in found[account]["remedies"]
                            if remedy["in_plan"] == in_plan}
                    self.assertEqual(seen, row.get(key, {}), key)
                states = {line["line"]: line["state"] for line in found[account]["coverage"]}
                for line, state in row.get("coverage", {}).items():
                    self.assertEqual(states.get(line), state, line)

    def test_every_account_is_called_or_left_out_as_expected(self):
        calls = {}
        for call in self.plan["calls"]:
            self.assertNotIn(call["account_id"], calls, "two calls to one account")
            self.assertEqual(call["permission"]["allowed"], "allowed")
            self.assertTrue(call["phone"])
            calls[call["account_id"]] = {
                "lane": call["lane"], "contact": call["contact_id"], "purpose": call["purpose"],
                "rule": call["permission"]["rule"], "value": amount(call["value_at_stake"]),
                "reasons": [[reason["code"], reason["source_id"] or ""] for reason in call["reasons"]]}
        today = [float(call["value_at_stake"]) for call in self.plan["calls"] if call["lane"] == "today"]
        self.assertEqual(today, sorted(today, reverse=True))
        left_out = {}
        for row in self.plan["left_out"]["rows"]:
            left_out.setdefault(row["account_id"], []).append([row["reason"], row["why"], row["rule"] or ""])
        for account, row in self.expected.items():
            with self.subTest(account=account):
                self.assertEqual(calls.get(account), row.get("call"))
                self.assertEqual(left_out.get(account, []), row.get("left_out", []))

    def test_every_line_of_the_coverage_has_words_but_the_hosts_own_drivers(self):
        lines = {line["line"] for row in self.engine.call("accounts_get", AS_OF, None, 0) for line in row["coverage"]}
        result = self.engine.library.rendabel_labels_get(b"nl")
        words = json.loads(self.engine.library.rendabel_result_body(result))["labels"]["line"]
        self.engine.library.rendabel_result_free(result)
        self.assertEqual(lines - set(words), {"km", "training", "demo"})

    def test_the_book_is_the_sum_of_its_accounts_to_the_cent(self):
        while not self.engine.call("book_refresh", AS_OF, 200, None, 0)[0]["finished"]:
            pass
        book = self.engine.call("book_get", AS_OF, None, 0)[0]
        for key in ("net_revenue", "gross_margin", "net_result"):
            cents = sum(round(float(row[key]) * 100) for row in self.expected.values() if row[key] is not None)
            self.assertEqual(round(float(book["result"][key]) * 100), cents, key)
        self.assertEqual(float(book["reconciliation"]["difference"]), 0)
        self.assertEqual(book["accounts"]["all"], len(self.expected))
        counted = {}
        for row in self.expected.values():
            for flag in row["flags"]:
                counted[flag] = counted.get(flag, 0) + 1
        self.assertEqual({flag["code"]: flag["accounts"] for flag in book["flags"]}, counted)

    def test_a_moved_date_of_the_law_lets_former_customers_be_called_again(self):
        with tempfile.TemporaryDirectory() as folder:
            engine = Engine(folder + "/store")
            engine.call("settings_set", (SAMPLE / "settings.json").read_bytes(), -1, None, 0)
            engine.call("settings_set", b'{"law":{"nl_customer_exception_end":"2027-01-01"}}', -1, None, 0)
            engine.call("accounts_save", (SAMPLE / "book.ndjson").read_bytes(), -1, None, 0)
            plan = engine.call("calls_plan", AS_OF, b'{"present":[{"id":"els","minutes":600}]}', -1)[0]
            engine.close()
        rules = {call["account_id"]: call["permission"]["rule"] for call in plan["calls"]}
        before = [account for account, row in self.expected.items()
                  if ["NL8"] == [rule for _, _, rule in row.get("left_out", [])]]
        self.assertEqual(len(before), 4)
        self.assertEqual({rules.get(account) for account in before}, {"NL7"})

    def test_the_book_shows_every_flag_verdict_reason_and_rule_of_the_law(self):
        rows = self.expected.values()
        flags = {flag for row in rows for flag in row["flags"]}
        self.assertEqual(flags, {"loss_making", "stale_discount", "costly_orders", "late_payer", "free_shipping",
                                 "over_visited", "returns", "declining", "eroding", "stagnant", "slipping", "dormant",
                                 "never_bought", "goodbye"})
        self.assertLessEqual({"prospect", "inactive", "unknown", "healthy", "watch", "hold", "young", "repair",
                              "goodbye"}, {row["verdict"] for row in rows})
        reasons = {reason for row in rows for reason, _ in row.get("call", {}).get("reasons", [])}
        self.assertEqual(reasons, {"dormant", "slipping", "quote", "inquiry", "problem", "renegotiate"})
        rules = {row["call"]["rule"] for row in rows if "call" in row}
        rules |= {rule for row in rows for _, _, rule in row.get("left_out", [])}
        self.assertLessEqual({"NL1", "NL3", "NL4", "NL5", "NL6", "NL8", "NL9", "XX2", "XX3"}, rules)

    def test_every_account_has_its_line_in_the_readme(self):
        rows = {}
        for line in (SAMPLE / "README.md").read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if line.startswith("| D"):
                rows[cells[0]] = line
        self.assertEqual(sorted(rows), sorted(self.expected))
        for account, row in self.expected.items():
            words = list(row["flags"]) + [code for code, _ in row.get("call", {}).get("reasons", [])]
            words += [word for left_out in row.get("left_out", []) for word in left_out if word]
            words += [row["call"]["rule"]] if "call" in row else []
            for word in words:
                self.assertIn(word, rows[account], account)


if __name__ == "__main__":
    unittest.main(verbosity=2)
