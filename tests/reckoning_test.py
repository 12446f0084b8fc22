"""A second opinion on remedies, plan and verdict: exact fractions from the rules' words against the library's answers,
on the sample book and on accounts drawn at random. Where the two differ, find out which is wrong before changing either.
"""
import collections
import json
import os
import pathlib
import sys
import tempfile
import unittest
from fractions import Fraction

SOURCE = pathlib.Path(os.environ["RENDABEL_SOURCE_DIR"])
SAMPLE = SOURCE / "samples" / "wholesaler"
SEEDS, ACCOUNTS = 10, 15
RHYTHM = {"slipping", "dormant", "never_bought"}  # flags that this reckoning leaves to the library
sys.path.insert(0, str(SOURCE / "tests" / "support"))
sys.dont_write_bytecode = True
import engine as library  # noqa: E402
import random_accounts  # noqa: E402
import reckon_break_even  # noqa: E402
from reckon_flags import Account  # noqa: E402
from reckon_remedies import Advice, verdict  # noqa: E402

library.skip_unless_loadable()


def exact(text):
    """A document with numbers as fractions, also where they are texts."""
    def fractions(value):
        if isinstance(value, dict):
            return {key: fractions(item) for key, item in value.items()}
        if isinstance(value, list):
            return [fractions(item) for item in value]
        if isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit():
            return Fraction(value)
        return value
    return fractions(json.loads(text, parse_float=Fraction))


class Engine(library.Engine):
    def __init__(self, store, settings):
        super().__init__(store)
        self.call("settings_set", settings.encode(), -1, None, 0)

    def preview(self, snapshot, options=b'{"text":false}'):
        return json.loads(self.body("account_preview", snapshot.encode(), -1, options, -1), parse_float=Fraction)


def cents(amount):
    return None if amount is None else int(Fraction(amount) * 100)


def said(found):
    """What the library answers, in this reckoning's terms."""
    money = ("charge_shipping", "charge_small_order")
    rows = {row["code"]: (row["in_plan"], cents(row["to"]) if row["code"] in money else Fraction(row["to"]),
                          cents(row["effect"]), cents(row["result_after"])) for row in found["remedies"]}
    flags = {flag["code"]: cents(flag["amount"]) for flag in found["flags"]}
    return flags, rows, (found["verdict"], found["verdict_reasons"])


def reckoned(document, settings, raised, left_to_library):
    account = Account(exact(document), settings)
    flags = dict(account.flags)
    flags = {code: amount for code, amount in flags.items() if code not in left_to_library}
    flags.update({code: amount for code, amount in raised.items() if code in left_to_library})
    advice, rows = None, {}
    if account.result.net_result is not None and account.year.orders:
        advice = Advice(account)
        rows = {code: (planned, Fraction(to), effect, after) for code, (planned, to, effect, after) in advice.rows.items()}
    ruling = verdict(account, advice, flags)
    if ruling[0] == "goodbye":
        flags["goodbye"] = -account.result.net_result
    return account, advice, flags, rows, ruling


class Reckoning(unittest.TestCase):
    def compare(self, document, settings, found, left_to_library=RHYTHM):
        flags, rows, ruling = said(found)
        account, advice, own_flags, own_rows, own_ruling = reckoned(document, settings, flags, left_to_library)
        self.assertEqual(cents(found["result"]["net_result"]), account.result.net_result)
        self.assertEqual(cents(found["result"]["gross_margin"]), account.result.gross_margin)
        self.assertEqual(flags, own_flags)
        self.assertEqual(rows, own_rows)
        self.assertEqual(ruling, own_ruling)
        for row in found["remedies"]:
            self.assertEqual(reckon_break_even.wrong_with(advice, row), "", (row["code"], row["in_plan"], row["break_even"]))
        return ruling, rows

    def test_the_sample_book(self):
        settings = (SAMPLE / "settings.json").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            engine = Engine(folder + "/store", settings)
            for line in (SAMPLE / "book.ndjson").read_text(encoding="utf-8").splitlines():
                if json.loads(line)["account"].get("unassigned"):
                    continue
                with self.subTest(account=json.loads(line)["account"]["id"]):
                    self.compare(line, exact(settings), engine.preview(line))
            engine.close()

    def test_accounts_drawn_at_random(self):
        seen, used = collections.Counter(), collections.Counter()
        for seed in range(SEEDS):
            settings = random_accounts.settings_of(seed)
            with tempfile.TemporaryDirectory() as folder:
                engine = Engine(folder + "/store", json.dumps(settings))
                for document in map(json.dumps, random_accounts.accounts(seed, ACCOUNTS)):
                    with self.subTest(seed=seed, account=json.loads(document)["account"]["id"]):
                        ruling, rows = self.compare(document, exact(json.dumps(settings)), engine.preview(document),
                                                    RHYTHM | {"eroding"})
                        seen.update([ruling[0]] + ruling[1])
                        used.update((code, row[0]) for code, row in rows.items())
                engine.close()
        print(dict(seen), dict(used), sep="\n")
        self.assertLessEqual({"inactive", "prospect", "unknown", "watch", "hold", "repair", "goodbye", "not_tried", "young",
                              "strategic", "unavoidable", "potential", "agreed"}, set(seen))
        self.assertEqual({code for code, _ in used}, set(self.codes()))

    @staticmethod
    def codes():
        return ("reset_discount", "raise_order_size", "enforce_terms", "charge_shipping", "charge_small_order",
                "shift_channel", "shift_invoice", "replace_visits")


if __name__ == "__main__":
    unittest.main(verbosity=2)
