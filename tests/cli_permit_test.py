#!/usr/bin/env python3
"""`rendabel permit` and `rendabel event`: the law explained, and what happened between snapshots, by line."""
import csv
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import AS_OF, CommandLineTest, account, main, ndjson

AT = AS_OF + "T10:00:00+01:00"
OBJECTION = {"account_id": "a1", "kind": "objection", "at": AT, "record": {"contact_id": "a1", "date": AS_OF}}


def inquiry(account_id, number="i1"):
    return {"account_id": account_id, "kind": "inquiry", "at": AT, "record": {"id": number, "at": AT, "kind": "question"}}


class PermitTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.rendabel("import", "-", stdin=ndjson([account(1), account(2)]))

    def permit(self, *arguments):
        return json.loads(self.rendabel("--json", "permit", *arguments))

    def test_a_permission_is_explained_in_dutch_and_english(self):
        told = self.rendabel("--language", "nl", "permit", "a1", "--at", AT)
        self.assertIn("Mag: Rechtspersoon: bellen mag", told)
        self.assertIn("(NL5)", told)
        self.assertIn("0301234567", told)
        told = self.rendabel("--language", "en", "permit", "a1", "--at", AS_OF + "T20:00:00+01:00")
        self.assertIn("Not now: Outside calling hours", told)
        self.assertRegex(told, r"allowed from +2026-11-24T09:00:00\+01:00")

    def test_purpose_channel_and_contact_are_asked_about(self):
        self.assertEqual(self.permit("a1", "--at", AT, "--purpose", "service")["rule"], "NL3")
        told = self.permit("a1", "--at", AT, "--channel", "email", "--contact", "a1")
        self.assertEqual((told["channel"], told["contact_id"], told["address"]), ("email", "a1", None))
        row = list(csv.DictReader(io.StringIO(self.rendabel("--csv", "permit", "a1", "--at", AT))))[0]
        self.assertEqual((row["allowed"], row["rule"], row["country"]), ("allowed", "NL5", "NL"))

    def test_without_a_moment_it_is_now(self):
        self.assertRegex(self.permit("a1")["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")

    def test_what_is_wrong_is_said_with_the_exit_codes_of_the_others(self):
        self.rendabel("permit", "nobody", "--at", AT, code=1)
        self.assertIn("not_found", self.error)
        self.rendabel("permit", "a1", "--contact", "nobody", "--at", AT, code=1)
        self.rendabel("permit", "a1", "--at", "today", "--purpose", "fun", code=3)
        self.assertIn("permit:1: at: ", self.error)
        self.assertIn("permit:1: purpose: ", self.error)
        self.rendabel("permit", code=2)


class EventTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.rendabel("import", "-", stdin=ndjson([account(1), account(2)]))

    def test_events_of_a_file_or_stdin_count_at_once(self):
        path = self.write("events.ndjson", ndjson([OBJECTION, inquiry("a2")]))
        self.assertIn("2 events recorded, of 2 accounts.", self.rendabel("--language", "en", "event", path))
        told = json.loads(self.rendabel("--json", "permit", "a1", "--at", AT))
        self.assertEqual((told["allowed"], told["rule"]), ("no", "NL1"))
        listed = json.loads(self.rendabel("--json", "calls"))
        self.assertEqual([(c["account_id"], c["lane"]) for c in listed["calls"]], [("a2", "now")])
        answer = json.loads(self.rendabel("--json", "event", "-", stdin=ndjson([inquiry("a2")])))
        self.assertEqual(answer, {"recorded": 1, "accounts": ["a2"]})
        self.assertEqual(self.rendabel("--csv", "event", "-", stdin=ndjson([inquiry("a2")])).split(), ["recorded,accounts", "1,1"])

    def test_findings_name_file_line_and_field_and_nothing_is_recorded(self):
        path = self.write("events.ndjson", "\n" + ndjson([OBJECTION, inquiry("a9"), {**inquiry("a2"), "kind": "rumour"}]))
        self.rendabel("event", path, code=3)
        self.assertIn(f"{path}:4: kind: ", self.error)
        self.assertNotIn(f"{path}:2:", self.error)
        path = self.write("events.ndjson", "\n" + ndjson([OBJECTION, inquiry("a9")]))
        self.rendabel("event", path, code=3)
        self.assertIn(f"{path}:3: account_id: ", self.error)
        self.assertEqual(json.loads(self.rendabel("--json", "permit", "a1", "--at", AT))["allowed"], "allowed")
        self.rendabel("event", "-", stdin="{", code=3)
        self.assertIn("stdin:1: ", self.error)

    def test_an_absent_file_is_a_failure_and_no_file_wrong_usage(self):
        self.rendabel("event", self.folder / "absent.ndjson", code=1)
        self.rendabel("event", code=2)


if __name__ == "__main__":
    main()
