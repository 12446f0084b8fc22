#!/usr/bin/env python3
"""adapters/tryton as it is run in earnest: PostgreSQL and trytond-worker. The scenario of tests/conformance with every
hand-over in the worker, then a failing library. Without Tryton's optional modules for opportunities, freight and relations.

Skips, with a word, where Tryton or PostgreSQL is not installed or the library is sanitized.
"""
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "support"))
import postgres  # noqa: E402
import tryton_house  # noqa: E402


class Worker:
    def __init__(self, house, database):
        self.house, self.database = house, database

    def __enter__(self):
        self.process = subprocess.Popen([self.house.python, HERE / "support/tryton_worker.py", self.database], text=True,
                                        env=self.house.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        start_new_session=True)
        self.process.stdout.readline()

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()


def other_version(place):
    """A library of another contract."""
    source, library = place / "other.c", place / "librendabel.so.2"
    source.write_text("int rendabel_abi_version(void) { return 2 << 16; }\n"
                      "int rendabel_abi_supports(int host) { return host >> 16 == 2; }\n")
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-o", library, source], check=True)
    return library


def main():
    python = tryton_house.tryton_python_or_skip()
    if postgres.programs() is None:
        tryton_house.skip("no PostgreSQL here (package postgresql)")
    with tryton_house.House(python) as house, postgres.Cluster() as cluster:
        house.extra = cluster.environment
        house.install()
        house.settings("[database]\nuri = postgresql://\n")
        cluster.create("scenario")
        house.database("scenario", ["sale", "sale_discount", "rendabel"])
        house.settings("[database]\nuri = postgresql://\n[queue]\nworker = True\n")
        with Worker(house, "scenario"):
            failed = house.script(HERE / "conformance/tryton_scenario.py", "postgresql:///scenario", "scenario")
        house.settings("[database]\nuri = postgresql://\n")
        return failed or house.script(HERE / "conformance/tryton_faults.py", "postgresql:///scenario", "scenario",
                                      other_version(house.place))


if __name__ == "__main__":
    sys.exit(main())
