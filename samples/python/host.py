#!/usr/bin/env python3
"""The smallest host in Python (adapters/python, python 3.9 or later): the same as samples/c/host.c, byte for byte.

Usage: host.py LIBRARY STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "adapters" / "python"))
from rendabel import Engine, Failure, Library  # noqa: E402


def main(library, store, settings, book, as_of):
    with Engine(store, library=Library(library)) as engine:
        engine.settings_set(Path(settings).read_bytes())
        for answer in (engine.accounts_save(Path(book).read_bytes()),
                       engine.accounts_get(as_of, fields="summary"),
                       engine.calls_plan(as_of, language="nl")):
            sys.stdout.buffer.write(answer.body.rstrip(b"\n") + b"\n")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Failure as failure:
        sys.exit("\n".join([str(failure), *map(str, failure.findings)]))
