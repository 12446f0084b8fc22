#!/usr/bin/env python3
"""Writes the sample book: book.ndjson (one snapshot a line) and settings.json, beside this file or in argv[1].

In: accounts.py, one entry per account.  Out: the same bytes on every machine.
Never: the clock, randomness, the network.  Needs python 3.9 and its standard library only.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True  # the source tree stays as it was

import accounts
import snapshots


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    lines = [snapshots.dump(book.snapshot()) + "\n" for book in accounts.all_accounts()]
    settings = json.dumps(accounts.SETTINGS, indent=2, ensure_ascii=False) + "\n"
    (folder / "book.ndjson").write_bytes("".join(lines).encode())
    (folder / "settings.json").write_bytes(settings.encode())


if __name__ == "__main__":
    main()
