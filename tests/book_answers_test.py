#!/usr/bin/env python3
"""The book through the C interface, against a controller's own reckoning from the same accounts (support/controller.py):
sums to the cent, pyramid, tail, whale, visits, remedies, trend, capacity and the ledger."""
import os
import random
import sys
import tempfile
import unittest
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

sys.path.insert(0, os.path.join(os.environ["RENDABEL_SOURCE_DIR"], "tests", "support"))
from controller import LINES, Controller  # noqa: E402
from engine import Engine, skip_unless_loadable  # noqa: E402

skip_unless_loadable()

TODAY = "2026-11-23"
CENT = Decimal("0.01")
SETTINGS = {"activity_rates": {"visit": 400, "call": 6, "km": "0.30", "order": {"minutes": 5},
                               "order_line": {"minutes": 3}},
            "discount_scale": [{"from_revenue": 0, "percent": 0}, {"from_revenue": 5000, "percent": 5}],
            "capacity": [{"drivers": ["order", "order_line"], "cost": 9000, "minutes": 12000},
                         {"drivers": ["visit"], "cost": 20000, "minutes": 6000}]}


def day(before):
    return str(date.fromisoformat(TODAY) - timedelta(before))


def money(cents):
    return str(Decimal(cents) / 100)


class Book:
    """A made-up book, the same for the same seed: buyers of every size, prospects, who left, nobody's revenue."""

    def __init__(self, seed, accounts, factor=1, whole=False):
        self.random, self.factor, self.whole = random.Random(seed), factor, whole
        self.sent = {name: self.account(name) for name in (f"K{n:03}" for n in range(accounts))}

    def chance(self, percent):
        return self.random.randrange(100) < percent and not self.whole

    def amount(self, cents):
        return money(cents * self.factor)

    def order(self, number, size):
        net = self.random.randrange(1000, 4000) * size
        order = {"id": f"O{number}", "date": day(self.random.randrange(-20, 1100)), "net_amount": self.amount(net),
                 "cost_of_goods": self.amount(net // 2), "lines": self.random.randrange(1, 9),
                 "channel": self.random.choice(["phone", "web", "email", "visit"]),
                 "carriage_paid": True, "freight_paid": self.amount(1250)}
        if self.chance(40):
            order["list_amount"], order["discount_amount"] = self.amount(net + 500), self.amount(500)
        if self.chance(10):
            del order["cost_of_goods"]
        if self.chance(5):
            order["list_amount"], order["discount_amount"] = self.amount(net), self.amount(100)
            del order["net_amount"]
        return order

    def account(self, name):
        account = {"id": name, "name": "Klant " + name, "since": "2019-01-01", "payment_days": 30,
                   "owner": self.random.choice(["els", "jan", None])}
        size = self.random.choice([1, 1, 1, 2, 3, 8, 30])
        rows = {"account": account, "as_of": TODAY, "credit_notes": [], "quotes": [], "inquiries": []}
        rows["orders"] = [self.order(number, size) for number in range(self.random.choice([0, 1, 3, 6, 12]))]
        if self.random.randrange(30) == 0:
            account["unassigned"] = True
        if self.chance(8):
            account["history_from"] = day(self.random.randrange(200, 900))
        if self.chance(5):
            del rows["orders"]
        for number in range(self.random.choice([0, 0, 0, 1])):
            rows["credit_notes"].append({"id": f"N{number}", "date": day(self.random.randrange(700)),
                                         "amount": self.amount(900), "cost_of_goods": self.amount(400)})
        rows["invoices"] = [{"id": "F" + order["id"], "date": order["date"], "delivery": "paper",
                             "amount_incl_tax": order["net_amount"],
                             "payments": [] if self.chance(20) else
                             [{"date": order["date"], "amount": order["net_amount"]}]}
                            for order in rows.get("orders", []) if "net_amount" in order]
        rows["activities"] = [{"id": f"A{number}", "date": day(self.random.randrange(-5, 700)), "kind": "visit",
                               "minutes": 90, "planned": self.chance(10)}
                              for number in range(self.random.choice([0, 0, 1, 4]))]
        rows["activities"] += [{"id": "km", "date": day(self.random.randrange(400)), "kind": "km", "quantity": 40}]
        if self.chance(10):
            del rows["activities"]
        rows["remedies"] = [{"id": f"R{number}", "date": day(self.random.randrange(1, 300)),
                             "code": self.random.choice(["shift_channel", "shift_invoice", "replace_visits"]),
                             "status": self.random.choice(["offered", "accepted", "refused"])}
                            for number in range(self.random.choice([0, 0, 1]))]
        return rows


class Reckoned(unittest.TestCase):
    """One book of 260 accounts with a model, refreshed on two days."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.engine = Engine(cls.folder.name + "/store", SETTINGS)
        made = Book(7, 260)
        cls.engine.save(made.sent.values())
        cls.engine.refresh(day(7))
        cls.before = Controller(day(7), {row["account_id"]: row for row in cls.engine.accounts(day(7))}, made.sent)
        cls.move(made.sent)
        cls.engine.tell([{"kind": "book_total", "at": TODAY + "T10:00:00+01:00", "record":
                          {"from": first, "to": last, "net_revenue": amount}}
                         for first, last, amount in (("2026-01-01", "2026-06-30", "1000.00"),
                                                     ("2026-07-01", "2026-09-30", "2000.00"),
                                                     ("2026-11-01", "2026-11-30", "1.00"),
                                                     ("2020-01-01", "2020-12-31", "2.00"))])
        cls.steps = cls.engine.refresh(TODAY, 0)
        cls.book = cls.engine.book(TODAY)
        cls.made = Controller(TODAY, {row["account_id"]: row for row in cls.engine.accounts(TODAY, 37)}, made.sent)

    @classmethod
    def move(cls, sent):
        """What a week changes: losers mend, earners fall, some stop buying."""
        changed = []
        for place, name in enumerate(sorted(cls.before.losers())):
            rows = sent[name]
            if place % 3 == 0:
                rows["orders"] = [order for order in rows["orders"] if order["date"] < day(364) or order["date"] > TODAY]
                rows["invoices"] = []
            elif place % 3 == 1:
                rows["activities"] = []
                rows["orders"].append({"id": "rescue", "date": day(3), "net_amount": "9000.00",
                                       "cost_of_goods": "1000.00"})
            changed.append(rows)
        for name in sorted(set(cls.before.customers) - cls.before.losers())[:12]:
            sent[name]["activities"] = [{"id": f"V{n}", "date": day(2), "kind": "visit", "minutes": 30}
                                        for n in range(40)]
            changed.append(sent[name])
        cls.engine.save(changed)

    @classmethod
    def tearDownClass(cls):
        cls.engine.close()
        cls.folder.cleanup()

    def assert_row(self, row, expected):
        for key, value in expected.items():
            if key == "cost_lines":
                self.assertEqual({line["code"]: line["amount"] for line in row[key]}, value)
            else:
                self.assertEqual(row[key], value, key)

    def test_progress_grows_through_the_phases_to_the_end(self):
        phases = ["gather", "fit", "accounts", "changed", "book", "finished"]
        places = [(phases.index(step["phase"]), step["done"]) for step in self.steps]
        self.assertEqual(places, sorted(places))
        self.assertEqual([step["done"] for step in self.steps], sorted(step["done"] for step in self.steps))
        self.assertGreater(len(self.steps), 5)
        self.assertEqual({step["total"] for step in self.steps}, {260})
        self.assertEqual(self.steps[-1], {"as_of": TODAY, "done": 260, "total": 260, "phase": "finished",
                                          "finished": True})

    def test_accounts_and_unassigned_are_the_book_to_the_cent(self):
        everybody = list(self.made.accounts.values())
        nobody = [one for name, one in self.made.accounts.items() if name not in self.made.own]
        self.assertGreater(len(nobody), 0)
        self.assert_row(self.book["result"], self.made.statement("result", everybody))
        self.assert_row(self.book["previous"], self.made.statement("previous", everybody))
        self.assert_row(self.book["unassigned"]["result"], self.made.statement("result", nobody))
        sums = self.book["reconciliation"]
        self.assertEqual(sums["accounts"], sum(self.made.revenue(one) for one in self.made.own.values()))
        self.assertEqual(sums["unassigned"], sum(self.made.revenue(one) for one in nobody))
        self.assertEqual(sums["book"], self.made.net_between(str(self.made.first), TODAY))
        self.assertEqual(sums["difference"], sums["book"] - sums["accounts"] - sums["unassigned"])

    def test_lines_sum_to_totals(self):
        judged = self.made.statement("result", [one for one in self.made.accounts.values()
                                                if one["result"]["net_result"] is not None])
        lines = sum(amount for amount in judged["cost_lines"].values() if amount is not None)
        self.assertEqual(judged["net_result"], judged["gross_margin"] - lines + judged["contributions"])
        self.assertEqual(judged["net_result"], self.book["result"]["net_result"])
        so_far = Decimal(0)
        for step in self.book["waterfall"]:
            if step["total"]:
                if step["code"] != self.book["waterfall"][0]["code"]:
                    self.assertEqual(step["amount"], so_far, step["code"])
                so_far = step["amount"]
            else:
                so_far += step["amount"]
        self.assertEqual(self.book["waterfall"][-1]["amount"], judged["net_result"])

    def test_the_pyramid_partitions_the_accounts(self):
        for row, expected in zip(self.book["pyramid"], self.made.pyramid()):
            self.assert_row(row, expected)
        for name, one in self.made.own.items():
            self.assertEqual(one["layer"], self.made.layer_of(name), name)
        counts = self.book["accounts"]
        layered = sum(row["accounts"] for row in self.book["pyramid"])
        unknown = sum(1 for name in self.made.own if self.made.layer_of(name) is None)
        self.assertEqual(layered + unknown + counts["unassigned"], counts["all"])
        self.assertEqual(counts["all"], 260)
        self.assert_row(self.book["pareto"], self.made.pareto())
        self.assert_row(self.book["tail"], self.made.tail())
        self.assertEqual(self.book["tail"]["claim"], {"revenue_share_bp": 2000, "net_margin_bp": -1500})

    def test_the_whale_is_concave_and_ends_at_the_whole(self):
        whale, results = self.book["whale"], self.made.results()
        self.assertEqual(whale["accounts"], len(results))
        for point in whale["points"]:
            self.assertEqual(point["amount"], sum(results[:point["accounts"]], Decimal(0)))
        self.assertEqual(whale["peak"]["accounts"], sum(1 for result in results if result > 0))
        self.assertEqual(whale["points"][-1]["accounts"], len(results))
        self.assertEqual(whale["points"][-1]["share_bp"] if whale["net_result"] > 0 else 10000, 10000)
        slopes = [(b["amount"] - a["amount"]) / (b["accounts"] - a["accounts"])
                  for a, b in zip(whale["points"], whale["points"][1:])]
        self.assertEqual(slopes, sorted(slopes, reverse=True))

    def test_headlines_and_coverage_count_every_account(self):
        found = {row["code"]: (row["accounts"], row["amount"]) for row in self.book["flags"]}
        self.assertEqual(found, self.made.flags())
        self.assertGreater(len(found), 6)
        lines = {row.pop("line"): row for row in self.engine.book(TODAY)["coverage"]}
        self.assertEqual(lines, self.made.coverage())

    def test_visits_per_owner_and_of_nobody(self):
        programme = self.book["visit_programme"]
        expected = self.made.owners(Decimal(400), Decimal(6))
        self.assertEqual([row["owner"] for row in programme["owners"]], [None, "els", "jan"])
        for row in programme["owners"]:
            for key, value in expected[row["owner"]].items():
                self.assertAlmostEqual(row[key], value, 4, key)
            self.assertEqual([one["account_id"] for one in row["best"]], self.made.best_visits(row["owner"])[:5])
        total = programme["total"]
        self.assertEqual(total["owners"], 3)
        for key in ("customers", "known", "done", "carried", "advised", "calls", "money_freed"):
            self.assertEqual(total[key], sum(row[key] for row in programme["owners"]), key)
        self.assertGreater(total["calls"], 0)
        self.assertEqual([one["account_id"] for one in total["best"]], self.made.best_visits(everybody=True)[:20])

    def test_remedies_and_the_worst_accounts(self):
        expected = self.made.remedies()
        self.assertEqual({row["code"] for row in self.book["remedies"]}, set(expected))
        for row in self.book["remedies"]:
            self.assert_row(row, expected[row["code"]])
        self.assertTrue(any(row["agreed"] and row["realised"] is not None for row in self.book["remedies"]))
        self.assertTrue(any(row["advised"] for row in self.book["remedies"]))
        self.assertEqual([row["account_id"] for row in self.book["worst"]], self.made.worst())
        for row in self.book["worst"]:
            one = self.made.own[row["account_id"]]
            plan = [remedy for remedy in one["remedies"] if remedy["in_plan"]]
            self.assert_row(row, {"name": "Klant " + row["account_id"], "verdict": one["verdict"],
                                  "layer": one["layer"], "net_result": one["result"]["net_result"],
                                  "plan": [remedy["code"] for remedy in plan],
                                  "result_after": plan[-1]["result_after"] if plan else None})

    def test_the_trend_over_two_refreshes(self):
        trend, before, now = self.book["trend"], self.before.losers(), self.made.losers()
        self.assertEqual(trend["since"], day(7))
        fell, gone = now - before, before - now
        left = {name for name in gone if not self.made.bought(name)}
        mended = {name for name in gone - left if self.made.own[name]["result"]["net_result"] is not None}
        self.assertTrue(fell and left and mended)
        for key, names in (("became_loss_making", fell), ("repaired", mended)):
            self.assertEqual(trend[key]["accounts"], len(names))
            self.assertEqual({row["account_id"] for row in trend[key]["rows"]}, names)
            for row in trend[key]["rows"]:
                self.assertEqual(row["now"], self.made.own[row["account_id"]]["result"]["net_result"])
                self.assertEqual(row["before"], self.before.own[row["account_id"]]["result"]["net_result"])
        self.assertEqual(trend["left"], len(left))
        remedies = self.made.remedies().values()
        for key in ("predicted_so_far", "realised"):
            self.assertEqual(trend[key], sum(row[key] for row in remedies if row[key] is not None), key)

    def test_the_ledger_stands_beside_the_book(self):
        rows = self.book["reconciliation"]["ledger"]
        self.assertEqual([(row["from"], row["to"]) for row in rows],
                         [("2026-07-01", "2026-09-30"), ("2026-01-01", "2026-06-30")])
        for row, ledger in zip(rows, (Decimal(2000), Decimal(1000))):
            self.assertEqual(row["ledger"], ledger)
            self.assertEqual(row["book"], self.made.net_between(row["from"], row["to"]))
            self.assertEqual(row["difference"], row["book"] - ledger)

    def test_capacity_counts_the_minutes_charged(self):
        orders, visits = self.book["capacity"]
        minutes = logged = 0
        for one in self.made.sent.values():
            for order in one.get("orders") or []:
                if self.made.in_window(order["date"]) and order.get("channel") != "web":
                    minutes += 5 + 3 * order.get("lines", 1)
            logged += sum(row.get("minutes", 0) for row in one.get("activities") or [] if row["kind"] == "visit" and
                          not row.get("planned") and self.made.in_window(row["date"]))
        self.assert_row(orders, {"used_minutes": minutes, "unused_minutes": 12000 - minutes,
                                 "used_cost": (Decimal(9000) * minutes / 12000).quantize(CENT, ROUND_HALF_UP),
                                 "without_minutes": ["order"], "visit_hours_logged": None})
        self.assertEqual(orders["used_cost"] + orders["unused_cost"], 9000)
        self.assertEqual(visits["used_minutes"], logged)
        self.assertAlmostEqual(visits["visit_hours_logged"], Decimal(logged) / 60, 4)
        self.assertEqual(visits["visit_hours_paid"], 100)

    def test_lines_that_the_book_is_for_name_the_published_claim_and_the_model(self):
        self.assertEqual(self.book["model"]["timing"]["state"] == "too_few", len(self.made.customers) < 150)
        self.assertEqual(self.book["scale"]["kind"], "steps")


class Whole(unittest.TestCase):
    """Properties over several books."""

    def refreshed(self, sent, settings, budget_ms=1000):
        with tempfile.TemporaryDirectory() as folder:
            engine = Engine(folder + "/store", settings)
            engine.save(sent)
            engine.refresh(TODAY, budget_ms)
            text, book = engine.book_text(TODAY), engine.book(TODAY)
            engine.close()
        return text, book

    def test_order_of_accounts_and_size_of_steps_change_no_byte(self):
        sent = list(Book(3, 120).sent.values())
        first, _ = self.refreshed(sent, SETTINGS)
        random.Random(1).shuffle(sent)
        second, _ = self.refreshed(sent, SETTINGS, 0)
        self.assertEqual(first, second)

    def test_doubling_all_money_doubles_all_money(self):
        double = {"activity_rates": {"visit": 800, "call": 12, "km": "0.60", "order": {"minutes": 5},
                                     "order_line": {"minutes": 3}, "shipment": 25, "return": 40, "reminder": 20,
                                     "invoice": 10, "invoice.paper": 20, "order.web": 4},
                  "minute_rate": "1.50", "loss_min": 50, "small_order_fee": 30,
                  "discount_scale": [{"from_revenue": 0, "percent": 0}, {"from_revenue": 10000, "percent": 5}],
                  "capacity": [dict(pool, cost=2 * pool["cost"]) for pool in SETTINGS["capacity"]]}
        _, one = self.refreshed(Book(5, 150, 1, True).sent.values(), SETTINGS)
        _, two = self.refreshed(Book(5, 150, 2, True).sent.values(), double)
        for line in LINES:
            self.assertEqual(two["result"][line], None if one["result"][line] is None else 2 * one["result"][line], line)
        for a, b in zip(one["pyramid"], two["pyramid"]):
            self.assertEqual((b["revenue"], b["net_result"], b["net_margin_bp"], b["accounts"]),
                             (2 * a["revenue"], 2 * (a["net_result"] or 0), a["net_margin_bp"], a["accounts"]))
        self.assertEqual([2 * point["amount"] for point in one["whale"]["points"]],
                         [point["amount"] for point in two["whale"]["points"]])
        self.assertEqual([2 * step["amount"] for step in one["waterfall"]],
                         [step["amount"] for step in two["waterfall"]])
        self.assertEqual([row["account_id"] for row in one["worst"]], [row["account_id"] for row in two["worst"]])
        self.assertEqual(one["tail"]["net_margin_bp"], two["tail"]["net_margin_bp"])
        self.assertEqual([2 * row["money_freed"] for row in one["visit_programme"]["owners"]],
                         [row["money_freed"] for row in two["visit_programme"]["owners"]])
        self.assertEqual([2 * pool["used_cost"] for pool in one["capacity"]],
                         [pool["used_cost"] for pool in two["capacity"]])
        # Amounts of a flag are rounded one by one: at most a cent an account.
        for a, b in zip(one["flags"], two["flags"]):
            self.assertEqual((a["code"], a["accounts"]), (b["code"], b["accounts"]))
            if a["amount"] is not None:
                self.assertLessEqual(abs(b["amount"] - 2 * a["amount"]), CENT * a["accounts"], a["code"])


if __name__ == "__main__":
    unittest.main()
