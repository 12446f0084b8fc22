#!/usr/bin/env python3
"""`rendabel import`: batches, findings by line of the whole file, resuming after a kill, the bar on a terminal."""
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import CommandLineTest, account, main, ndjson


def bad(number):
    return account(number, orders=[{"id": "o", "date": "2026-02-30", "net_amount": "ten"}])


class ImportTest(CommandLineTest):
    def ids(self):
        listed = self.rendabel("--json", "book", "--accounts", "--no-refresh")
        return {json.loads(line)["account_id"] for line in listed.splitlines()}

    def test_accounts_of_a_file_are_saved_in_batches(self):
        path = self.write("many.ndjson", ndjson(account(n) for n in range(1201)))
        answer = json.loads(self.rendabel("--json", "import", path))
        self.assertEqual(answer["saved"], 1201)
        self.assertEqual(len(self.ids()), 1201)
        self.assertFalse(Path(f"{path}.rendabel-journal").exists())

    def test_stdin_blank_lines_and_a_byte_order_mark_are_no_trouble(self):
        text = "\ufeff" + ndjson([account(1)]) + "\n  \r\n" + ndjson([account(2)])
        self.assertIn("2 accounts saved", self.rendabel("--language", "en", "import", "-", stdin=text))
        self.assertEqual(self.ids(), {"a1", "a2"})

    def test_a_last_line_without_an_end_counts(self):
        path = self.write("short.ndjson", ndjson([account(1), account(2)]).rstrip("\n"))
        self.rendabel("import", path)
        self.assertEqual(self.ids(), {"a1", "a2"})

    def test_findings_name_the_line_of_the_whole_file_and_nothing_of_the_bad_batch_is_saved(self):
        documents = [account(n) for n in range(1100)]
        documents[699] = bad(699)  # line 700, in the second batch
        documents[1050] = bad(1050)  # line 1051, in the third, which is only checked
        path = self.write("bad.ndjson", "\n" + ndjson(documents))
        self.rendabel("--language", "en", "import", path, code=3)
        for line in (701, 1052):
            self.assertIn(f"{path}:{line}: orders[0].date: ", self.error)
            self.assertIn(f"{path}:{line}: orders[0].net_amount: ", self.error)
        self.assertEqual(self.error.count(f"{path}:"), 4)
        self.assertIn("records up to 501 are saved (500 accounts), nothing from record 502 on", self.error)
        self.assertEqual(self.ids(), {f"a{n}" for n in range(500)})

    def test_after_mending_the_file_the_import_goes_on(self):
        documents = [account(n) for n in range(1100)]
        documents[699] = bad(699)
        path = self.write("bad.ndjson", ndjson(documents))
        self.rendabel("import", path, code=3)
        documents[699] = account(699)
        path.write_text(ndjson(documents))
        answer = json.loads(self.rendabel("--json", "--language", "en", "import", path))
        self.assertIn("going on after 500 records", self.error)
        self.assertEqual(answer["saved"], 1100)
        self.assertEqual(len(self.ids()), 1100)

    def test_keep_going_leaves_out_only_the_bad_records(self):
        documents = [account(n) for n in range(700)]
        documents[3], documents[600] = bad(3), bad(600)
        path = self.write("bad.ndjson", ndjson(documents))
        answer = json.loads(self.rendabel("--json", "import", path, "--keep-going", code=3))
        self.assertEqual((answer["saved"], answer["left_out"], answer["findings_total"]), (698, 2, 4))
        self.assertEqual(self.ids(), {f"a{n}" for n in range(700)} - {"a3", "a600"})
        self.assertFalse(Path(f"{path}.rendabel-journal").exists())

    def test_all_findings_are_told_even_where_one_call_keeps_a_thousand(self):
        orders = [{"id": f"o{n}", "date": "2026-13-01", "net_amount": 1} for n in range(700)]
        path = self.write("worse.ndjson", ndjson([account(1, orders=orders), account(2, orders=orders)]))
        self.rendabel("import", path, code=3)
        self.assertEqual(self.error.count(".date: "), 1400)

    def test_a_line_that_is_no_json_is_bad_input(self):
        path = self.write("none.ndjson", ndjson([account(1)]) + "{oops\n")
        self.rendabel("import", path, code=3)
        self.assertIn(f"{path}:2: ", self.error)

    def test_an_older_revision_is_told_and_fails_nothing(self):
        self.rendabel("import", "-", stdin=ndjson([account(1, revision=5)]))
        answer = json.loads(self.rendabel("--json", "import", "-", stdin=ndjson([account(1, revision=4), account(2)])))
        self.assertEqual(answer["stale"], ["a1"])
        self.assertEqual(answer["saved"], 1)

    def test_skip_passes_over_lines(self):
        self.rendabel("import", "-", "--skip", "2", stdin=ndjson(account(n) for n in range(3)))
        self.assertEqual(self.ids(), {"a2"})

    def killed_import(self, path, *more):
        """Starts an import of a slow stdin and kills it after its first batch is in the journal."""
        journal = self.folder / "import.journal"
        running = subprocess.Popen(self.arguments("import", "-", "--journal", journal, *more), stdin=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=self.environment())
        running.stdin.write(path.read_bytes()[:-20])  # the last record stays away: the import waits for it
        running.stdin.flush()
        for _ in range(300):
            if journal.exists():
                break
            time.sleep(0.1)
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdin.close()
        return journal

    def test_an_import_that_was_killed_goes_on_where_it_was(self):
        path = self.write("many.ndjson", ndjson(account(n) for n in range(1201)))
        journal = self.killed_import(path)
        self.assertTrue(journal.exists())
        done = json.loads(journal.read_text())["record"]
        self.assertIn(done, (500, 1000))
        answer = json.loads(self.rendabel("--json", "--language", "en", "import", "-", "--journal", journal,
                                          stdin=path.read_text()))
        self.assertIn(f"going on after {done} records", self.error)
        self.assertEqual(answer["saved"], 1201)
        self.assertEqual(len(self.ids()), 1201)
        self.assertFalse(journal.exists())

    def test_a_journal_of_other_input_or_another_store_is_not_trusted(self):
        path = self.write("many.ndjson", ndjson(account(n) for n in range(1201)))
        journal = self.killed_import(path)
        other = self.write("other.ndjson", ndjson(account(n + 1) for n in range(1201)))
        kept = journal.read_text()
        answer = json.loads(self.rendabel("--json", "--language", "en", "import", other, "--journal", journal))
        self.assertIn("the import starts again", self.error)
        self.assertEqual(answer["saved"], 1201)
        journal.write_text(kept)
        self.store = self.folder / "elsewhere"
        self.rendabel("--language", "en", "import", path, "--journal", journal)
        self.assertIn("the import starts again", self.error)
        self.assertEqual(len(self.ids()), 1201)

    def test_a_file_that_is_no_journal_is_left_alone(self):
        path = self.write("one.ndjson", ndjson([account(1)]))
        letter = self.write("letter.txt", "Dear Sir,")
        self.rendabel("import", path, "--journal", letter, code=1)
        self.assertEqual(letter.read_text(), "Dear Sir,")

    def on_a_terminal(self, *arguments):
        """What the command writes to a terminal on stderr."""
        leader, follower = pty.openpty()
        done = subprocess.Popen(self.arguments(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=follower, env=self.environment())
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            shown += piece
        os.close(leader)
        self.assertEqual(done.wait(), 0)
        return shown.decode()

    def test_the_bar_is_shown_on_a_terminal_and_nowhere_else(self):
        path = self.write("many.ndjson", ndjson(account(n) for n in range(1100)))
        shown = self.on_a_terminal("--language", "en", "import", path)
        self.assertIn("importing █", shown)
        self.assertIn("100 %", shown)
        self.assertTrue(shown.endswith("\x1b[K"), "the bar is taken off at the end")
        self.assertIn("refreshing the book █", self.on_a_terminal("--language", "en", "book"))
        self.rendabel("import", path)
        self.assertEqual(self.error, "")


if __name__ == "__main__":
    main()
