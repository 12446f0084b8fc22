#!/usr/bin/env python3
"""`rendabel desk` as an agent uses it: on a pseudo-terminal, one key per outcome, the terminal left as it was."""
import json
import os
import pty
import re
import select
import sys
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import AS_OF, CLI, CommandLineTest, account, main, ndjson

NOW = AS_OF + "T10:00:00+01:00"


def with_quote(number, phone):
    document = account(number, quotes=[{"id": f"q{number}", "sent_on": "2026-11-10", "amount": 5000, "margin": 2000 + number}])
    document["account"]["phone"] = phone
    return document


class Screen:
    """A command on a terminal of its own."""

    def __init__(self, arguments, environment):
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.execve(arguments[0], arguments, environment)
        self.text = ""

    def until(self, wanted):
        """Waits for text that comes after what was waited for before."""
        end = time.monotonic() + 60
        while not re.search(wanted, self.text):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.master], [], [], left)[0]:
                raise AssertionError(f"no {wanted!r} on the screen:\n{self.text}")
            try:
                self.text += os.read(self.master, 65536).decode()
            except OSError:
                raise AssertionError(f"ended without {wanted!r}:\n{self.text}") from None
        found = re.search(wanted, self.text)
        before, self.text = self.text[:found.end()], self.text[found.end():]
        return before

    def press(self, keys):
        os.write(self.master, keys.encode())

    def flags(self):
        return termios.tcgetattr(self.master)[3]

    def end(self):
        while True:
            try:
                if not os.read(self.master, 65536):
                    break
            except OSError:
                break
        os.close(self.master)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


class DeskTest(CommandLineTest):
    def fill(self, *documents):
        self.rendabel("settings", "set", "calls.agents={\"jan\":{\"name\":\"Jan\"},\"els\":{}}")
        self.rendabel("import", "-", stdin=ndjson(documents))

    def desk(self, *more, language="nl"):
        return Screen(self.arguments("--language", language, "desk", "--agent", "jan", "--now", NOW, *more), self.environment())

    def listed(self):
        return json.loads(self.rendabel("--json", "calls"))["calls"]

    def test_one_key_reports_and_brings_the_next_call(self):
        self.fill(with_quote(1, "0301111111"), with_quote(2, "0302222222"))
        screen = self.desk()
        screen.until("Bureau van jan")
        self.assertIn("0302222222", screen.until("Geen gehoor"))
        self.assertTrue(self.flags_are_raw(screen))
        screen.press("n")
        screen.until("→ Opnieuw bellen.*2026-11-24")
        self.assertIn("0301111111", screen.until("Geen gehoor"))
        screen.press("o")
        screen.until("Bedrag")
        screen.press("1250\n")
        screen.until("→ Afgesloten")
        screen.until("Nu niets te bellen; weer vanaf 2026-11-24T09:00:00")
        screen.press("q")
        screen.until("2 gesprekken vastgelegd")
        self.assertEqual(screen.end(), 0)
        self.assertEqual([call["state"] for call in self.listed()], ["done", "done"])

    @staticmethod
    def flags_are_raw(screen):
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if not screen.flags() & termios.ICANON:
                return True
        return False

    def test_a_callback_asks_for_its_time_and_a_bad_one_is_told(self):
        self.fill(with_quote(1, "0301111111"))
        screen = self.desk(language="en")
        screen.until("No answer")
        screen.press("c")
        screen.until("Call back at")
        screen.press("2026-11-29 14:00\n")
        screen.until("! callback_at: lies outside the hours")
        screen.press("c")
        screen.until("Call back at")
        screen.press("14:00\n")
        screen.until("Call back as agreed.*2026-11-23T14:00:00")
        screen.until("again from 2026-11-23T14:00:00")
        screen.press("q")
        self.assertEqual(screen.end(), 0)

    def test_a_skip_asks_why_and_another_agent_may_take_the_call(self):
        self.fill(with_quote(1, "0301111111"))
        screen = self.desk()
        screen.until("Geen gehoor")
        screen.press("k")
        screen.until("2 Ik weet iets")
        screen.press("2")
        screen.until("Nu niets te bellen")
        screen.press("\x03")
        self.assertEqual(screen.end(), 0)
        self.assertEqual(self.listed()[0]["state"], "open")

    def test_a_customer_on_the_line_is_found_by_his_number(self):
        self.fill(with_quote(1, "0301111111"), with_quote(2, "0301111111"))
        screen = self.desk()
        screen.until("q stoppen")
        screen.press("l")
        screen.until("Nummer van de beller")
        screen.press("030 111 11 11\n")
        screen.until(r"1 Account 1 \(a1\)")
        screen.until(r"2 Account 2 \(a2\)")
        screen.press("1")
        self.assertIn("De klant belt", screen.until("q stoppen"))
        screen.press("s")
        screen.until("→ Met rust laten.*2026-11-30")
        screen.press("q")
        self.assertEqual(screen.end(), 0)

    def test_without_a_terminal_keys_come_from_standard_input(self):
        self.fill(with_quote(1, "0301111111"))
        said = self.rendabel("--language", "en", "desk", "--agent", "jan", "--now", NOW, "--no-amounts", stdin="v\nq")
        self.assertIn("Voicemail", said)
        self.assertIn("1 outcomes reported", said)
        self.assertNotIn("5,000", said)

    def test_an_agent_who_is_not_in_the_settings_is_refused(self):
        self.fill(with_quote(1, "0301111111"))
        self.rendabel("desk", "--agent", "kees", "--now", NOW, stdin="", code=2)
        self.assertIn("not in the settings", self.error)


if __name__ == "__main__":
    main()
