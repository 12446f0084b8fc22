#!/usr/bin/env python3
"""`rendabel board` and `rendabel agent`: the team leader's evening view, and what an agent may ask for himself."""
import csv
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import AS_OF, CommandLineTest, account, main, ndjson

NOW = AS_OF + "T09:10:00+01:00"


def with_quote(number, phone):
    document = account(number, quotes=[{"id": f"q{number}", "sent_on": "2026-11-10", "amount": 5000, "margin": 2000 + number}])
    document["account"]["phone"] = phone
    return document


class BoardTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.rendabel("settings", "set", "calls.agents={\"jan\":{\"name\":\"Jan\"},\"els\":{}}", "calls.hour.from=\"09:00\"")
        self.rendabel("import", "-", stdin=ndjson([with_quote(n, f"030111111{n}") for n in (1, 2, 3)]))

    def work(self, agent, keys):
        self.rendabel("desk", "--agent", agent, "--now", NOW, stdin=keys)

    def test_the_evening_board_counts_what_the_desk_did(self):
        self.work("jan", "nk1q")
        self.work("els", "s\nq")
        board = json.loads(self.rendabel("--json", "board"))
        self.assertEqual(board["date"], AS_OF)
        self.assertEqual((board["today"]["attempted"], board["today"]["reached"], board["today"]["skipped"]), (2, 1, 1))
        self.assertEqual(board["today"]["skip_reasons"], {"not_mine": 1})
        self.assertIsNone(board["agents"])
        text = self.rendabel("--language", "nl", "board")
        self.assertRegex(text, r"Het beluur op 2026-11-23; periode vanaf 2026-10-27")
        self.assertRegex(text, r"gebeld +2 +2")
        self.assertRegex(text, r"Niet mijn klant +1 +1")
        self.assertRegex(text, r"2026-11-23 .* 09:10 +\d+ +2 +1 +0 +1 +nee")
        self.assertIn("Cijfers per medewerker staan er niet bij", text)
        self.assertNotIn("jan", text)
        english = self.rendabel("--language", "en", "board")
        self.assertRegex(english, r"attempted +2 +2")
        self.assertRegex(english, r"without a next step: 0")

    def test_an_agent_sees_his_own_figures_and_nobody_elses(self):
        self.work("jan", "nq")
        self.work("els", "s\nq")
        text = self.rendabel("--language", "nl", "board", "--agent", "els")
        self.assertRegex(text, r"els +vandaag +\d+ +1 +1 +0 +0")
        self.assertNotIn("jan", text)
        self.rendabel("settings", "set", "board.per_agent_agreed_on=2026-11-24")
        self.assertIsNone(json.loads(self.rendabel("--json", "board"))["agents"])
        self.rendabel("settings", "set", "board.per_agent_agreed_on=2026-11-23")
        self.assertEqual([row["agent"] for row in json.loads(self.rendabel("--json", "board"))["agents"]], ["els", "jan"])

    def test_the_csv_has_the_hour_of_every_scheduled_day(self):
        self.work("jan", "nq")
        rows = list(csv.DictReader(io.StringIO(self.rendabel("--csv", "board"))))
        self.assertEqual(len(rows), 20)
        self.assertEqual((rows[-1]["date"], rows[-1]["started_at"], rows[-1]["attempted"], rows[-1]["held"]),
                         (AS_OF, "09:10", "1", "false"))
        self.assertEqual((rows[0]["capacity"], rows[0]["started_at"]), ("0", ""))

    def test_a_customer_who_disputes_stands_with_his_words(self):
        event = {"account_id": "a1", "kind": "verdict_disputed", "at": NOW, "record": {"reason": "klopt niet"}}
        self.rendabel("entry", "events_record", stdin=json.dumps(event))
        [row] = json.loads(self.rendabel("--json", "board"))["disputed"]
        self.assertEqual(row["name"], account(1)["account"]["name"])
        self.assertRegex(self.rendabel("--language", "nl", "board"), rf"oordeel betwist +a1 +{row['name']} .*klopt niet")

    def test_an_agent_has_his_data_and_is_forgotten_on_confirmation(self):
        self.work("jan", "nq")
        kept = json.loads(self.rendabel("agent", "export", "jan"))
        self.assertEqual([row["outcome"]["outcome"] for row in kept["outcomes"]], ["no_answer"])
        self.rendabel("agent", "erase", "jan", stdin="", code=2)
        self.assertIn("--yes", self.error)
        self.assertIn("1 gespreksresultaten", self.rendabel("--language", "nl", "agent", "erase", "jan", "--yes"))
        self.assertEqual(json.loads(self.rendabel("agent", "export", "jan")),
                         {"agent": "jan", "outcomes": [], "leases": [], "assigned": []})
        self.assertEqual(json.loads(self.rendabel("--json", "board"))["today"]["attempted"], 1)
        self.assertEqual(json.loads(self.rendabel("--json", "agent", "erase", "jan", "--yes"))["outcomes"], 0)
        self.assertEqual(self.rendabel("--csv", "agent", "erase", "jan", "--yes"), "agent,erased,outcomes\njan,true,0\n".replace("\n", "\r\n"))

    def test_a_half_command_is_wrong_usage(self):
        self.rendabel("agent", code=2)
        self.rendabel("agent", "export", code=2)


if __name__ == "__main__":
    main()
