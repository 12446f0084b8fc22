#!/usr/bin/env python3
"""adapters/tryton in a real Tryton: installed by pip into a directory, a database on SQLite, the scenario of
tests/conformance, its web client in headless Chromium, and taken out again. Pictures stay below the build directory in tryton/.

Skips, with a word, where Debian's Tryton is not installed or the library is sanitized.
"""
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "support")]
import browser  # noqa: E402
import tryton_house  # noqa: E402
from conformance import tryton_browser  # noqa: E402

CLIENT = "/usr/share/tryton-sao/www"


def main():
    python = tryton_house.tryton_python_or_skip()
    with tryton_house.House(python) as house:
        house.install()
        house.database("scenario")
        failed = house.script(HERE / "conformance/tryton_scenario.py", "sqlite:////scenario", "scenario")
        if failed:
            return failed
        if program := browser.missing() or (None if Path(CLIENT).is_dir() else "tryton-sao"):
            print(f"not in the web client: no {program} here")
        else:
            house.settings(f"[database]\nuri = sqlite://\npath = {house.place}/db\n[web]\nroot = {CLIENT}\n")
            tryton_browser.run(house, "scenario", Path(os.environ["RENDABEL_BUILD_DIR"]) / "tryton")
        print(house.program(house.place / "site/trytond/modules/rendabel/uninstall.py", "-c", house.configuration, "-d", "scenario"))
        site = house.place / "site"  # the stub of another module stays
        for ours in [site / "trytond/modules/rendabel", *site.glob("*rendabel*")]:
            shutil.rmtree(ours)
        return house.script(HERE / "conformance/tryton_clean.py", "sqlite:////scenario", "scenario")


if __name__ == "__main__":
    sys.exit(main())
