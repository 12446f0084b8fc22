#!/usr/bin/env python3
"""adapters/tryton in a real Tryton: installed by pip into a directory, a database on SQLite, the scenario of
tests/conformance. Skips, with a word, where Debian's Tryton is not installed or the library is sanitized."""
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import tryton_house  # noqa: E402

SCENARIO = Path(__file__).parent / "conformance" / "tryton_scenario.py"


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def main():
    if os.environ.get("RENDABEL_SANITIZE"):
        skip("a sanitized library needs its runtime loaded first")
    python = tryton_house.tryton_python()
    if python is None:
        skip("no Tryton here (packages tryton-modules-sale-opportunity and others, see tests/run.sh)")
    with tryton_house.House(python) as house:
        house.install()
        house.database("fresh")
        house.copy("fresh", "scenario")
        return house.script(SCENARIO, "sqlite:////scenario", "scenario", DB_NAME="scenario")


if __name__ == "__main__":
    sys.exit(main())
