#!/usr/bin/env python3
"""rendabel.host, which every adapter in Python stands on, against the built library; and the code of adapters/README.md."""
import ast
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
sys.path[:0] = [str(SOURCE / "adapters/python"), str(SOURCE / "tests")]

import rendabel  # noqa: E402
from conformance import suite  # noqa: E402
from conformance.tryton_quirks import TrytonQuirks  # noqa: E402
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
        self.assertNotIn("Jansen", self.told.lines[0].replace('ValueError("Jansen")', ""))  # but for the line of code

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


class Conformance(unittest.TestCase):
    """The table of adapters/README.md says what the suite runs, and nothing else."""
    HOSTS = {"Tryton": TrytonQuirks}

    def setUp(self):
        self.text = (SOURCE / "adapters/README.md").read_text(encoding="utf-8")
        table = re.search(r"^\| duty \|.*?\n\n", self.text, re.S | re.M).group(0)
        rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.strip().splitlines()]
        self.hosts, self.rows = rows[0][1:], {row[0]: row[1:] for row in rows[2:]}

    def test_its_rows_are_the_duties(self):
        self.assertEqual(tuple(self.rows), suite.DUTIES)

    def test_a_cell_says_whether_a_host_does_its_duty(self):
        for column, host in enumerate(self.hosts):
            quirks = self.HOSTS.get(host.split()[0])
            for duty, cells in self.rows.items():
                with self.subTest(host=host, duty=duty):
                    if quirks is None:
                        self.assertEqual(cells[column], "–")
                    else:
                        self.assertTrue(cells[column].startswith(suite.cell(quirks, duty)), cells[column])

    def test_a_host_says_what_shows_each_duty_and_that_is_run(self):
        for name, quirks in self.HOSTS.items():
            self.assertIn(f"{name} {quirks.versions}", self.hosts)
            self.assertEqual(suite.problem_free(quirks), [])
            for program in {proof.split(".")[0] for proofs in quirks.proofs.values() for proof in proofs}:
                self.assertEqual(suite.unproven(quirks, program, self.run_by(program)), [])

    @staticmethod
    def run_by(program):
        """Functions that a program calls, and of the scenario the steps of the modules that it goes through."""
        def tree(name):
            return ast.walk(ast.parse((SOURCE / f"tests/conformance/{name}.py").read_text(encoding="utf-8")))
        called = {node.func.id for node in tree(program) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        modules = {node.value.id for node in tree(program) if isinstance(node, ast.Attribute) and node.attr == "STEPS"}
        modules |= {node.module.split(".")[-1] for node in tree(program) if isinstance(node, ast.ImportFrom)
                    and "STEPS" in [name.name for name in node.names]}
        for module in modules:
            for node in tree(module):
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "STEPS":
                    called |= {name.id for name in ast.walk(node.value) if isinstance(name, ast.Name)}
        return called

    def test_what_a_host_does_not_know_stands_below_the_table(self):
        for name, quirks in self.HOSTS.items():
            said = re.search(rf"^Unknown in {name}, and left unknown: (.*)\.$", self.text, re.M).group(1)
            self.assertEqual(re.findall(r"`([^`]+)`", said), sorted(quirks.unknown))


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
