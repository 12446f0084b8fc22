#!/usr/bin/env python3
"""`rendabel entry`: every function of the header that a program can ask for, with its status told apart from its body."""
import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
from command_line import AS_OF, CommandLineTest, account, main, ndjson

WITHIN = {"engine_new", "engine_open", "engine_free", "engine_cancel", "abi_version", "abi_supports", "has_feature",
          "version", "status_name"}


class EntryTest(CommandLineTest):
    def ask(self, *arguments, stdin=""):
        return self.run_raw("entry", *arguments, stdin=stdin, RENDABEL_STORE=str(self.store))

    def entry(self, *arguments, stdin=""):
        """Head, body and exit code."""
        done = self.ask("--head", *arguments, stdin=stdin)
        head, _, body = done.stdout.partition(b"\n")
        return json.loads(head), body, done.returncode

    def test_the_body_is_the_library_s_byte_for_byte(self):
        head, body, code = self.entry("account_save", "--options", '{"language":"en"}', stdin=ndjson([account(1)]))
        self.assertEqual((head, code), ({"status": 0, "name": "ok", "message": "", "media_type": "application/json"}, 0))
        id = json.loads(body)["account_id"]
        same = self.entry("account_get", id, AS_OF, "--options", '{"language":"en"}')[1]
        self.assertEqual(body, same)
        self.assertEqual(self.ask("account_get", id, AS_OF, "--options", '{"language":"en"}').stdout, same + b"\n")

    def test_statuses_come_with_their_findings_and_their_exit_code(self):
        head, body, code = self.entry("account_save", stdin='{"account":{"id":5},"as_of":"2026-02-30"}')
        self.assertEqual((head["name"], json.loads(body)["total"], code), ("bad_input", 2, 3))
        head, body, code = self.entry("account_get", "absent", AS_OF)
        self.assertEqual((head["name"], body, code), ("not_found", b"", 1))
        self.assertEqual(self.entry("account_get", "absent", "no day")[2], 2)
        self.assertEqual(self.entry("account_get")[0]["name"], "invalid_argument")

    def test_it_reads_a_file_opens_by_config_and_refreshes(self):
        book = self.write("book.ndjson", ndjson([account(1), account(2)]))
        config = json.dumps({"store": str(self.folder / "other"), "busy_timeout_ms": 250})
        head, body, _ = self.entry("accounts_save", "--config", config, "--document", book)
        self.assertEqual(json.loads(body)["saved"], 2)
        head, body, _ = self.entry("book_refresh", AS_OF, "1000", "--config", config)
        self.assertTrue(json.loads(body)["finished"])
        head, body, _ = self.entry("report_get", AS_OF, "--config", config, "--options", '{"format":"csv","part":"pyramid"}')
        self.assertTrue(head["media_type"].startswith("text/csv"))

    def test_discovery_needs_no_store(self):
        head, body, code = self.entry("labels_get", "nl")
        self.assertEqual((head["status"], code), (0, 0))
        self.assertIn("Verliesgevend", body.decode())

    def test_every_function_of_the_header_may_be_asked_but_those_of_handles(self):
        header = (Path(os.environ["RENDABEL_SOURCE_DIR"]) / "abi/rendabel_ffi.h").read_text(encoding="utf-8")
        for name in re.findall(r"\brendabel_(\w+)\(", header):
            done = self.ask(name, stdin="{}")
            refused = b"no entry point to ask here" in done.stderr
            self.assertEqual(refused, name in WITHIN or name.startswith("result_"), f"{name}: {done.stderr}")


if __name__ == "__main__":
    main()
