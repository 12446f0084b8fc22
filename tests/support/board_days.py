"""A small team's calling days through the Python binding, with a ledger of what it did: what the board must show, counted
by somebody else. Six scheduled days; on the third nobody calls. Same numbers every time."""
import json
import random
import sys
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "adapters/python"))
from rendabel import Engine  # noqa: E402

DAYS = [date(2026, 11, day) for day in (16, 17, 18, 19, 20, 23)]
SILENT = DAYS[2]
TODAY = DAYS[-1]
AMSTERDAM = timezone(timedelta(hours=1))
MEASURED = {"dormant", "slipping", "cross_sell", "keep_in_touch"}
ATTEMPTS = {"no_answer", "voicemail", "busy", "callback", "spoke", "order", "quote", "meeting", "not_interested", "objection",
            "wrong_number"}
REACHED = {"callback", "spoke", "order", "quote", "meeting", "not_interested", "objection"}
RESULTS = {"order", "quote", "meeting"}
SETTINGS = {"calls": {"agents": {"jan": {"name": "Jan"}, "els": {"name": "Els"}, "an": {"name": "An", "days": ["mon"]}},
                      "hour": {"from": "09:00", "minutes": 60}, "holdout_share": Decimal("0.4")}}


def orders(number, more=()):
    """A year of orders, then none: somebody who sleeps."""
    days = [f"2025-{month:02}-{10 + number % 9}" for month in range(1, 12)]
    return [{"id": day, "date": day, "net_amount": 2000 + 10 * number, "cost_of_goods": 900} for day in days] + list(more)


def sleeper(number, more=()):
    return {"account": {"id": f"S{number:02}", "name": f"Slaper {number}", "phone": f"04011{number:05}", "person_kind": "legal"},
            "as_of": TODAY, "orders": orders(number, more), "invoices": [], "activities": []}


def quoted(number):
    return {"account": {"id": f"Q{number:02}", "name": f"Offerte {number}", "phone": f"04022{number:05}", "person_kind": "legal"},
            "as_of": TODAY, "orders": [], "invoices": [], "activities": [],
            "quotes": [{"id": f"q{number}", "sent_on": DAYS[0] - timedelta(days=3 + number % 5), "amount": 3000 + 100 * number,
                        "margin": 1000, "status": "open"}]}


class Team:
    """Works the days and keeps the ledger: outcomes and starts as dicts."""

    def __init__(self, store, settings=None, quotes=24, sleepers=40):
        self.engine = Engine(store)
        self.engine.settings_set(settings or SETTINGS)
        self.engine.accounts_save([*(quoted(n) for n in range(quotes)), *(sleeper(n) for n in range(sleepers))])
        self.chance = random.Random(1)
        self.outcomes, self.starts, self.plans, self.sold = [], [], {}, {}
        self.overdue, self.board_overdue = {}, {}
        self.sleepers = sleepers

    def work(self):
        for day in DAYS:
            self.overdue[day] = self.promised_before(day)
            self.board_overdue[day] = self.engine.calls_board(day)["overdue_callbacks"]
            self.plan(day)
            if day != SILENT:
                for minute in (8 * 60 + 55, 9 * 60 + 5, 9 * 60 + 15, 9 * 60 + 25, 9 * 60 + 35, 9 * 60 + 50, 11 * 60):
                    for agent in ("jan", "els") + (("an",) if day == TODAY else ()):
                        self.call(day, minute, agent)
            self.plan(day)  # as it stands in the evening
        return self

    def promised_before(self, day):
        """Accounts with a callback agreed for before that day for which nobody dialled since."""
        promised = {}
        for one in self.outcomes:
            if one["outcome"] == "callback":
                promised[one["account_id"]] = one["callback_at"].date()
            elif one["outcome"] != "skipped":
                promised.pop(one["account_id"], None)
        return sum(due < day for due in promised.values())

    def plan(self, day):
        plan = self.engine.calls_plan(day, language="nl")
        self.plans[day] = json.loads(plan.body)

    def call(self, day, minute, agent):
        at = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=AMSTERDAM)
        card = self.engine.calls_next(at, agent)["call"]
        if card is None:
            return
        self.starts.append({"date": day, "minute": minute, "agent": agent, "in_hour": 540 <= minute < 600})
        if day == TODAY and agent == "an" and minute > 10 * 60:
            return  # still talking when the board is looked at
        self.report(day, at + timedelta(minutes=4), agent, card)

    def report(self, day, at, agent, card):
        code = self.chance.choice(["no_answer", "voicemail", "busy", "callback", "spoke", "spoke", "order", "quote", "meeting",
                                   "not_interested", "wrong_number", "skipped", "skipped"])
        told = {"id": f"R{len(self.outcomes)}", "call_id": card["call_id"], "agent": agent, "at": at, "outcome": code}
        if code == "skipped":
            told["skip_reason"] = self.chance.choice(["not_mine", "knows_better", "wrong_time"])
        if code == "callback":
            told["callback_at"] = (at + timedelta(days=1)).replace(hour=11) if at.weekday() < 4 else at.replace(hour=16)
        if code == "order":
            told["amount"] = 1500
        if code in REACHED:
            told["reception"] = self.chance.choice(["welcome", "welcome", "welcome", "neutral", "unwelcome", None])
        self.engine.call_report({key: value for key, value in told.items() if value is not None})
        minute = at.hour * 60 + at.minute
        self.outcomes.append({**told, "date": day, "account_id": card["account_id"], "in_hour": 540 <= minute < 600})

    def sell(self):
        """Customers order again: most of those on a list, few of those left uncalled."""
        for number in range(self.sleepers):
            account = f"S{number:02}"
            group = self.groups().get(account)
            share = 0.7 if group == "called" else 0.2
            if group and self.chance.random() < share:
                self.sold[account] = {"id": "new", "date": TODAY, "net_amount": 700 + 13 * number, "cost_of_goods": 400}
                self.engine.account_save(sleeper(number, [self.sold[account]]))
        return self

    def groups(self):
        """Account → called or held_out, as the lists of the days had it."""
        found = {}
        for plan in self.plans.values():
            for row in plan["left_out"]["rows"]:
                if row["why"] == "held_out":
                    found[row["account_id"]] = "held_out"
        for plan in self.plans.values():
            for call in plan["calls"]:
                if any(reason["code"] in MEASURED for reason in call["reasons"]):
                    found.setdefault(call["account_id"], "called")
        return found

    def counts(self, **wanted):
        """Started, attempted, reached, results and skipped of what fits, and why it was skipped."""
        mine = [one for one in self.outcomes if all(one[key] == value for key, value in wanted.items())]
        codes = [one["outcome"] for one in mine]
        return {"started": sum(all(one[key] == value for key, value in wanted.items()) for one in self.starts),
                "attempted": sum(code in ATTEMPTS for code in codes), "reached": sum(code in REACHED for code in codes),
                "results": sum(code in RESULTS for code in codes), "skipped": codes.count("skipped"),
                "skip_reasons": dict(Counter(one["skip_reason"] for one in mine if one["outcome"] == "skipped"))}
