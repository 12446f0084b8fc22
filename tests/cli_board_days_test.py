#!/usr/bin/env python3
"""Six days of calling, and the board beside what the team did: every figure of `rendabel board`, its CSV and the report's
tables counted a second time, from the outcomes as they were told."""
import csv
import io
import json
import math
import os
import sqlite3
import sys
from decimal import Decimal
from pathlib import Path

if os.environ.get("RENDABEL_SANITIZE"):
    print("skipped: Python cannot load a library that wants a sanitizer's runtime first")
    sys.exit(77)

sys.path.insert(0, str(Path(__file__).parent / "support"))
import board_days  # noqa: E402
from board_days import DAYS, MEASURED, SETTINGS, SILENT, TODAY, Team  # noqa: E402
from command_line import CommandLineTest, main  # noqa: E402

COUNTS = ("started", "attempted", "reached", "results", "skipped")


def share_bp(part, whole):
    return None if whole <= 0 else int(Decimal(part * 10000 / Decimal(whole)).quantize(Decimal(1), "ROUND_HALF_UP"))


def wilson(hits, of):
    """Bounds of a share: the roots of (p − share)² = z² p (1 − p) / n."""
    z, share = 1.959963984540054, hits / of
    a, b, c = 1 + z * z / of, -(2 * share + z * z / of), share * share
    root = math.sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def newcombe(hits, of, other_hits, other_of):
    first, second = wilson(hits, of), wilson(other_hits, other_of)
    p, q = hits / of, other_hits / other_of
    return p - q - math.sqrt((p - first[0]) ** 2 + (second[1] - q) ** 2), p - q + math.sqrt((first[1] - p) ** 2 + (q - second[0]) ** 2)


def student(freedom):
    """The 97.5 % point of Student's distribution: its density summed up, and where the sum is reached sought by halving."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)

    def below(t, steps=2000):
        ends = [scale * (1 + (t * i / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) * (1 if i in (0, steps) else 4 if i % 2 else 2)
                for i in range(steps + 1)]
        return 0.5 + sum(ends) * t / steps / 3

    low, high = 0.0, 50.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < 0.975 else (low, middle)
    return low


def welch(ones, others):
    means, errors = [], []
    for values in (ones, others):
        mean = sum(values) / len(values)
        means.append(mean)
        errors.append(sum((value - mean) ** 2 for value in values) / (len(values) - 1) / len(values))
    freedom = sum(errors) ** 2 / sum(error ** 2 / (len(values) - 1) for error, values in zip(errors, (ones, others)) if error)
    spread = student(freedom) * math.sqrt(sum(errors))
    return means[0] - means[1] - spread, means[0] - means[1] + spread


class BoardDaysTest(CommandLineTest):
    def board(self, *more):
        return json.loads(self.rendabel("--json", "board", *more), parse_float=Decimal)

    def table(self, part):
        return list(csv.DictReader(io.StringIO(self.rendabel("report", "--format", "csv", "--part", part))))

    def test_every_figure_is_that_of_the_ledger(self):
        team = Team(self.store).work().sell()
        board = self.board()
        self.assertEqual((board["date"], board["period_from"]), (str(TODAY), "2026-10-27"))
        self.assertEqual(board["today"], team.counts(date=TODAY))
        self.assertEqual(board["period"], team.counts())
        self.assertGreater(board["today"]["skipped"] * board["today"]["results"] * board["today"]["reached"], 0)
        self.hours_are_those_of(team, board)
        self.list_is_that_of(team, board)
        self.cases_are_those_of(team, board)
        self.reception_is_that_of(team, board)
        self.holdout_is_that_of(team, board["holdout"])
        self.agents_are_those_of(team)
        self.tables_say_the_same(board)

    def hours_are_those_of(self, team, board):
        self.assertEqual(len(board["hours"]), 20)
        hours = {hour["date"]: hour for hour in board["hours"]}
        held = {}
        for day in DAYS:
            hour, plan = hours[str(day)], team.plans[day]
            counts = team.counts(date=day, in_hour=True)
            starts = [one["minute"] for one in team.starts if one["date"] == day and one["in_hour"]]
            held[day] = 2 * counts["attempted"] >= plan["capacity"]
            self.assertEqual(hour["counts"], counts, day)
            self.assertEqual((hour["planned"], hour["capacity"]), (len(plan["calls"]), plan["capacity"]), day)
            self.assertEqual(hour["started_at"], f"{min(starts) // 60:02}:{min(starts) % 60:02}" if starts else None, day)
            self.assertEqual(hour["held"], held[day], day)
        for day, hour in hours.items():
            if day < str(DAYS[0]):
                self.assertEqual((hour["capacity"], hour["counts"]["started"], hour["held"]), (0, 0, False), day)
        streak = 1 if held[TODAY] else 0
        for day in reversed(DAYS[:-1]):
            if not held[day]:
                break
            streak += 1
        self.assertEqual(board["streak_days"], streak)
        self.assertFalse(held[SILENT])
        self.assertIn(True, held.values())

    def list_is_that_of(self, team, board):
        states = [call["state"] for call in team.plans[TODAY]["calls"]]
        for state in ("done", "leased", "open", "withdrawn"):
            self.assertEqual(board["list"][state], states.count(state), state)
        self.assertEqual((board["list"]["planned"], board["list"]["capacity"]), (len(states), team.plans[TODAY]["capacity"]))
        self.assertEqual(board["list"]["covered_bp"], share_bp(states.count("done"), len(states) - states.count("withdrawn")))
        self.assertEqual(states.count("leased"), 1)

    def cases_are_those_of(self, team, board):
        self.assertEqual(board["cases_without_step"], 0)
        with sqlite3.connect(self.store / "store.sqlite") as store:
            stored = store.execute("SELECT closed_why, parked FROM cases").fetchall()
        self.assertEqual(board["cases_open"], sum(closed is None and not parked for closed, parked in stored))
        self.assertEqual([row["account_id"] for row in board["data_tasks"]],
                         sorted({one["account_id"] for one in team.outcomes if one["outcome"] == "wrong_number"}))
        # What was promised is overdue from the day after on, until somebody dials.
        overdue = [(day, count, team.overdue[day]) for day, count in team.board_overdue.items()]
        self.assertEqual([told for _, told, _ in overdue], [counted for _, _, counted in overdue])
        self.assertGreater(team.board_overdue[DAYS[3]], 0, "nobody called on the third day")

    def reception_is_that_of(self, team, board):
        told = [one.get("reception") for one in team.outcomes]
        for reception in ("welcome", "neutral", "unwelcome"):
            self.assertEqual(board["reception"][reception], told.count(reception))
        self.assertEqual(board["reception"]["welcome_bp"], share_bp(told.count("welcome"), sum(one is not None for one in told)))
        self.assertEqual(board["reception"]["column_bp"], 9000)

    def holdout_is_that_of(self, team, found):
        margins = {"called": [], "held_out": []}
        for account, group in team.groups().items():
            order = team.sold.get(account)
            margins[group].append(order["net_amount"] - order["cost_of_goods"] if order else 0)
        called, held_out = margins["called"], margins["held_out"]
        self.assertEqual((found["called_accounts"], found["held_out_accounts"]), (len(called), len(held_out)))
        self.assertGreater(min(len(called), len(held_out)), 5)
        for name, number in (("buyers", lambda margin: margin > 0), ("orders", lambda margin: margin > 0), ("margin", lambda margin: margin)):
            ones, others = [float(number(m)) for m in called], [float(number(m)) for m in held_out]
            low, high = (newcombe(sum(ones), len(ones), sum(others), len(others)) if name == "buyers" else welch(ones, others))
            means = sum(ones) / len(ones), sum(others) / len(others)
            for key, wanted in (("called", means[0]), ("held_out", means[1]), ("difference", means[0] - means[1]), ("low", low),
                                ("high", high)):
                self.assertAlmostEqual(float(found[name][key]), wanted, 1 if name == "margin" else 5, f"{name} {key}")

    def agents_are_those_of(self, team):
        self.assertIsNone(self.board()["agents"])
        own = self.board("--agent", "els")["agents"]
        self.assertEqual(own, [{"agent": "els", "today": team.counts(agent="els", date=TODAY), "period": team.counts(agent="els")}])
        for agreed_on, shown in ((TODAY + board_days.timedelta(days=1), None), (TODAY, ["an", "els", "jan"])):
            self.rendabel("settings", "set", f"board.per_agent_agreed_on={agreed_on}")
            agents = self.board()["agents"]
            self.assertEqual(agents and [row["agent"] for row in agents], shown)
        for row in agents:
            self.assertEqual(row["today"], team.counts(agent=row["agent"], date=TODAY))
            self.assertEqual(row["period"], team.counts(agent=row["agent"]))

    def tables_say_the_same(self, board):
        """The CSV of the report, and that of `board`, cell by cell."""
        lines = {row["line"]: (int(row["today"]), int(row["period"])) for row in self.table("board")}
        for name in COUNTS:
            self.assertEqual(lines[name], (board["today"][name], board["period"][name]))
        for why, count in board["period"]["skip_reasons"].items():
            self.assertEqual(lines["skipped." + why], (board["today"]["skip_reasons"].get(why, 0), count))
        for rows in (self.table("board_hours"), list(csv.DictReader(io.StringIO(self.rendabel("--csv", "board"))))):
            for row, hour in zip(rows, board["hours"], strict=True):
                self.assertEqual(row["date"], hour["date"])
                self.assertEqual([int(row[name]) for name in COUNTS], [hour["counts"][name] for name in COUNTS])
                self.assertEqual((row["planned"], row["capacity"]), (str(hour["planned"]), str(hour["capacity"])))
                self.assertEqual((row["started_at"], row["held"]), (hour["started_at"] or "", "true" if hour["held"] else "false"))
        state = {row["line"]: row["number"] for row in self.table("board_state")}
        for name in ("capacity", "planned", "done", "leased", "open", "withdrawn", "covered_bp"):
            self.assertEqual(state[name], str(board["list"][name]))
        for name in ("streak_days", "overdue_callbacks", "cases_open", "cases_without_step"):
            self.assertEqual(state[name], str(board[name]))
        for row in self.table("board_holdout"):
            for key in ("called", "held_out", "difference", "low", "high"):
                self.assertEqual(Decimal(row[key]), board["holdout"][row["measure"]][key])
        rows = [(row["agent"], row["when"], *(int(row[name]) for name in COUNTS)) for row in self.table("board_agents")]
        self.assertEqual(rows, [(agent["agent"], when, *(agent[when][name] for name in COUNTS))
                                for agent in self.board()["agents"] for when in ("today", "period")])

    def test_the_pilot_calls_quotes_and_inquiries_and_says_so(self):
        settings = {"calls": {**SETTINGS["calls"], "preset": "pilot"}}
        team = Team(self.store, settings, quotes=6, sleepers=6).work()
        board = self.board()
        self.assertEqual(board["preset"], "pilot")
        reasons = {reason["code"] for plan in team.plans.values() for call in plan["calls"] for reason in call["reasons"]}
        self.assertIn("quote", reasons)
        self.assertFalse(reasons & MEASURED, reasons)
        self.assertEqual(board["period"], team.counts())
        self.assertIn("Proef: alleen offertes en aanvragen.", self.rendabel("--language", "nl", "board"))
        self.assertIn("Dit is de proef: alleen offertes en aanvragen.", self.rendabel("--language", "nl", "report", "--part", "board"))

    def test_a_board_of_a_past_day_has_what_was_done_up_to_then(self):
        team = Team(self.store, quotes=8, sleepers=6).work()
        day = DAYS[3]
        board = json.loads(self.run_raw("--store", self.store, "--as-of", day, "--json", "board",
                                        RENDABEL_LIBRARY=self.environment()["RENDABEL_LIBRARY"]).stdout)
        self.assertEqual(board["today"], team.counts(date=day))
        before = [team.counts(date=one) for one in DAYS[:4]]
        for name in COUNTS:
            self.assertEqual(board["period"][name], sum(counts[name] for counts in before), name)


if __name__ == "__main__":
    main()
