#!/usr/bin/env python3
"""`rendabel learn`: what was learnt from outcomes, in words and figures, and its end."""
import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import CommandLineTest, account, main, ndjson

QUOTE = [{"id": "q1", "sent_on": "2026-11-10", "amount": 5000, "margin": 1500, "status": "open"}]


class LearnTest(CommandLineTest):
    def report(self, outcomes):
        """One quote an outcome, told as a host would."""
        people = [account(i, quotes=QUOTE) for i in range(len(outcomes))]
        for i, one in enumerate(people):
            one["account"]["phone"] = f"03012345{i:02}"
        self.rendabel("import", "-", stdin=ndjson(people))
        for i, outcome in enumerate(outcomes):
            told = {"id": f"R{i}", "account_id": f"a{i}", "at": "2026-11-23T10:05:00+01:00", "outcome": outcome}
            self.rendabel("entry", "call_report", stdin=json.dumps(told))

    def learnt(self):
        return json.loads(self.rendabel("--json", "learn"))

    def test_without_outcomes_there_are_only_the_priors(self):
        text = self.rendabel("--language", "en", "learn")
        self.assertIn("Nothing learnt yet", text)
        self.assertRegex(text, r"Open quote +0\.3\b")
        dutch = self.rendabel("--language", "nl", "learn")
        self.assertIn("Nog niets geleerd", dutch)
        self.assertRegex(dutch, r"Offerte nabellen +0,3\b")

    def test_outcomes_show_with_their_quality_calibration_and_weights(self):
        self.report(["order", "order", "no_answer", "busy"])
        english = self.rendabel("--language", "en", "learn")
        self.assertIn("Learnt from 3 outcomes, 2 successes, up to 2026-11-23", english)
        self.assertRegex(english, r"0\.3–0\.4 +\d")
        self.assertRegex(english, r"Reason Open quote: odds × 1\.\d")
        dutch = self.rendabel("--language", "nl", "learn")
        self.assertIn("Geleerd van 3 gesprekken, 2 met succes, tot en met 2026-11-23", dutch)
        self.assertRegex(dutch, r"Aanleiding Offerte nabellen: kansverhouding × 1,\d")

    def test_json_is_the_library_s_and_csv_has_the_same_figures(self):
        self.report(["order", "spoke"])
        learnt = self.learnt()
        self.assertEqual((learnt["outcomes"], learnt["successes"]), (2, 1))
        rows = list(csv.DictReader(io.StringIO(self.rendabel("--csv", "learn"))))
        values = {(row["part"], row["code"]): row for row in rows}
        self.assertEqual(float(values["quality", "log_loss"]["value"]), learnt["log_loss"])
        self.assertEqual(float(values["prior", "quote"]["value"]), 0.3)
        tenths = [row for row in rows if row["part"] == "calibration"]
        self.assertEqual((len(tenths), sum(int(row["outcomes"]) for row in tenths)), (10, 2))
        weights = {row["code"]: float(row["value"]) for row in rows if row["part"] == "weight"}
        self.assertEqual(len(weights), len(learnt["weights"]))

    def test_a_reset_needs_yes_and_forgets(self):
        self.report(["order"])
        for arguments in (["learn", "reset"], ["learn", "nonsense"]):
            self.rendabel(*arguments, code=2)
        self.assertEqual(self.learnt()["outcomes"], 1)
        self.assertIn("forgot what 1 outcomes taught", self.rendabel("--language", "en", "learn", "reset", "--yes"))
        self.assertEqual(self.learnt()["outcomes"], 0)
        self.assertEqual(json.loads(self.rendabel("--json", "learn", "reset", "--yes")), {"reset": True, "outcomes": 0})
        self.assertEqual(self.rendabel("--csv", "learn", "reset", "--yes").split(), ["reset,outcomes", "true,0"])

    def test_at_a_terminal_it_asks_for_the_word(self):
        self.report(["order"])
        for typed, code, left in ((b"yes\n", 1, 1), (b"reset\n", 0, 0)):
            ours, theirs = pty.openpty()
            os.write(ours, typed)
            done = subprocess.run(self.arguments("--language", "en", "learn", "reset"), stdin=theirs,
                                  capture_output=True, env=self.environment(), timeout=60)
            os.close(theirs)
            os.close(ours)
            self.assertEqual(done.returncode, code, done.stderr.decode())
            self.assertIn(b"Type reset to confirm", done.stderr)
            self.assertEqual(self.learnt()["outcomes"], left)


if __name__ == "__main__":
    main()
