#!/usr/bin/env python3
"""rendabel.host, which every adapter in Python stands on, against the built library; and the code of adapters/README.md."""
import datetime
import logging
import os
import re
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
if os.environ.get("RENDABEL_SANITIZE"):
    print("skipped: a sanitized library needs its runtime loaded first")
    sys.exit(77)
sys.path.insert(0, str(SOURCE / "adapters/python"))

import rendabel  # noqa: E402
from rendabel import host  # noqa: E402

DAY = datetime.date(2026, 11, 23)


def snapshot(id, **order):
    return {"account": {"id": id}, "as_of": DAY,
            "orders": [host.known(id="O1", date=DAY, net_amount="10.00", **order)]}


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Documents(unittest.TestCase):
    def test_unknown_is_left_out_and_nothing_else(self):
        self.assertEqual(host.known(a=None, b=0, c=False, d=[], e=""), {"b": 0, "c": False, "d": [], "e": ""})

    def test_money_is_rounded_once_half_away_from_zero(self):
        for given, rounded in (("1.005", "1.01"), ("-1.005", "-1.01"), ("1.0049", "1.00")):
            self.assertEqual(host.money(given), Decimal(rounded))
        self.assertEqual(host.money("12.5", 0), Decimal(13))
        self.assertIsNone(host.money(None))
        with self.assertRaises(TypeError):
            host.money(1.1)

    def test_a_moment_without_offset_is_in_utc(self):
        self.assertEqual(host.moment(datetime.datetime(2026, 11, 23)).utcoffset(), datetime.timedelta(0))

    def test_an_outcome_has_only_what_goes_with_it(self):
        at = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.timezone.utc)
        document = host.outcome_document("R1", "no_answer", at, call_id="c", account_id="C1", amount=Decimal(5), skip_reason="other",
                                         callback_at=at, note="")
        self.assertEqual(document, {"id": "R1", "outcome": "no_answer", "at": at, "call_id": "c"})

    def test_the_codes_of_forms_are_those_of_the_library(self):
        for codes, group in ((host.OUTCOMES, "outcome"), (host.SKIP_REASONS, "skip_reason"), (host.RECEPTIONS, "reception")):
            self.assertEqual(set(codes), set(host.words(group, "nl")), group)


class Guarded(unittest.TestCase):
    def setUp(self):
        self.told = Lines()
        log = logging.Logger("test")
        log.addHandler(self.told)
        self.guard = host.Guard(log, let_through=(KeyError,))

    def fail(self, error, about="a"):
        with self.guard.watch(about) as watch:
            raise error
        return watch

    def test_a_failure_is_taken_and_told_once_until_it_goes_well(self):
        for _ in range(3):
            watch = self.fail(OSError("gone"))
        self.assertEqual((watch.failed, watch.reason, len(self.told.lines)), (True, "gone", 1))
        self.fail(OSError("gone"), "b")
        self.assertEqual(len(self.told.lines), 2)
        with self.guard.watch("a") as watch:
            pass
        self.assertFalse(watch.failed)
        self.fail(OSError("gone"))
        self.assertEqual(len(self.told.lines), 3)

    def test_what_the_host_must_see_and_what_ends_a_process_pass(self):
        for error in (KeyError("x"), KeyboardInterrupt(), SystemExit()):
            with self.assertRaises(type(error)):
                self.fail(error)
        self.assertEqual(self.told.lines, [])

    def test_a_fault_of_our_own_is_told_with_its_trace_and_without_what_it_said(self):
        watch = self.fail(ValueError("Jansen"))
        self.assertEqual(watch.reason, "ValueError")
        self.assertIn("Traceback", self.told.lines[0])

    def test_findings_are_told_by_field_without_values(self):
        finding = rendabel.Finding(1, "account.phone", "0401234567 is no number")
        self.assertEqual(host.reason_of(rendabel.BadInput(-4, "bad_input", "m", [finding], 1)), "bad_input: account.phone")


class Stored(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.store = place.name + "/store"
        self.engines = host.Engines()
        self.addCleanup(self.engines.forget, self.store)
        self.engine = self.engines.get(self.store)

    def test_one_engine_a_store_until_it_is_forgotten(self):
        self.assertIs(self.engines.get(self.store), self.engine)
        self.engines.forget(self.store)
        self.assertIsNot(self.engines.get(self.store), self.engine)
        with self.assertRaises(OSError):
            self.engines.get(self.store, "/nonexistent/librendabel.so")

    def test_a_bad_record_keeps_no_other_out(self):
        answer = host.hand_over(self.engine, [snapshot("C1"), snapshot("C2", cost_of_goods="x"), snapshot("C3")])
        self.assertEqual((answer.saved, list(answer.refused)), (2, ["C2"]))
        self.assertIn("orders[0].cost_of_goods", answer.refused["C2"])
        self.assertEqual([row["account_id"] for row in self.engine.accounts_get(DAY)], ["C1", "C3"])
        self.assertEqual(host.hand_over(self.engine, [snapshot("C4", lines="x")]).saved, 0)
        self.assertEqual(host.hand_over(self.engine, []).saved, 0)

    def test_the_night_hands_over_refreshes_plans_and_fetches(self):
        class Crm:
            given, got, planned = [], [], None
            def account_ids(self): return [f"C{n:02}" for n in range(7)]
            def snapshots(self, ids): return [snapshot(id) for id in ids]
            def handed_over(self, ids, refused): self.given.append((list(ids), dict(refused)))
            def plan(self, list_of_day): self.planned = list_of_day
            def results(self, summaries): self.got += [host.columns(summary) for summary in summaries]
        crm = Crm()
        steps = list(host.night(self.engine, crm, DAY, chunk=3, page=2))
        self.assertEqual([len(ids) for ids, _ in crm.given], [3, 3, 1])
        self.assertEqual(crm.planned["date"], "2026-11-23")
        self.assertEqual(len(crm.got), 7)
        self.assertEqual(crm.got[0]["net_revenue"], Decimal("10.00"))
        self.assertEqual([step.done for step in steps if step.phase == "hand_over"], [3, 6, 7])
        self.assertIn("finished", [step.phase for step in steps])

    def test_a_trial_says_versions_and_store(self):
        found = host.trial(self.engine, self.store)
        self.assertEqual((found.abi, found.store, found.problems), ("1.0", self.store, []))


class Readme(unittest.TestCase):
    def test_the_template_of_the_readme_runs(self):
        text = (SOURCE / "adapters/README.md").read_text(encoding="utf-8")
        program = re.search(r"```python\n(.*?)```", text, re.S).group(1)
        with tempfile.TemporaryDirectory() as place:
            run = subprocess.run([sys.executable, "-B", "-c", program.replace("/var/lib/crm/rendabel", place + "/store")],
                                 cwd=SOURCE / "adapters/python", capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr, run.stdout), (0, "", "40.10\n"))


if __name__ == "__main__":
    unittest.main()
