"""A whole Tryton in a temporary directory, for tests: our module installed as an administrator would, databases, programs.

Knows no scenario. Runs under any Python; Tryton's programs run under the one that has trytond (Debian: /usr/bin/python3).
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
MODULES = ["sale", "sale_discount", "sale_opportunity", "sale_shipment_cost", "party_relationship", "activity", "rendabel"]


def tryton_python():
    """A Python that has Tryton, proteus and pip, or None."""
    for program in (sys.executable, "/usr/bin/python3"):
        found = subprocess.run([program, "-c", "from importlib.util import find_spec\n"
                                "assert all(map(find_spec, ('trytond.modules.sale_opportunity', 'proteus', 'pip', 'setuptools')))"],
                               capture_output=True)
        if found.returncode == 0:
            return program
    return None


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def tryton_python_or_skip():
    if os.environ.get("RENDABEL_SANITIZE"):
        skip("a sanitized library needs its runtime loaded first")
    python = tryton_python()
    if python is None:
        skip("no Tryton here (packages tryton-modules-sale-opportunity and others, see tests/run.sh)")
    return python


class House:
    def __init__(self, python):
        self.python, self.extra = python, {}
        self._place = tempfile.TemporaryDirectory(prefix="rendabel-tryton-", ignore_cleanup_errors=True)
        self.place = Path(self._place.name)
        (self.place / "db").mkdir()
        (self.place / "password").write_text("admin\n")
        self.configuration = self.place / "trytond.conf"
        self.settings(f"[database]\nuri = sqlite://\npath = {self.place}/db\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._place.cleanup()

    def settings(self, text):
        self.configuration.write_text(text + f"[rendabel]\nstores = {self.place}/stores\n")

    @property
    def environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRYTON", "PYTHON", "PG"))}
        return dict(kept, **self.extra, PYTHONPATH=f"{self.place}/site:{SOURCE}/tests", PYTHONDONTWRITEBYTECODE="1", TZ="Europe/Amsterdam",
                    TRYTONPASSFILE=f"{self.place}/password", TRYTOND_CONFIG=str(self.configuration), PYTHONWARNINGS="ignore")

    def install(self):
        """Binding and module by pip, as the README says; from a copy, for pip builds beside what it installs."""
        for name in ("python", "tryton"):
            shutil.copytree(SOURCE / "adapters" / name, self.place / "source" / name)
        done = subprocess.run([self.python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation",
                               "--root-user-action", "ignore", "--target", self.place / "site", self.place / "source/python",
                               self.place / "source/tryton"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        shutil.copytree(SOURCE / "tests/support/activity_stub", self.place / "site/trytond/modules/activity")
        stub = self.place / "site/activity_stub-6.0.0.dist-info"
        stub.mkdir()
        (stub / "METADATA").write_text("Metadata-Version: 2.1\nName: activity-stub\nVersion: 6.0.0\n")
        (stub / "entry_points.txt").write_text("[trytond.modules]\nactivity = trytond.modules.activity\n")

    def database(self, name, modules=MODULES):
        """Makes a database with modules; of SQLite a file that may be copied."""
        if self.configuration.read_text().startswith("[database]\nuri = sqlite"):
            (self.place / "db" / f"{name}.sqlite").touch()
        self.program("trytond-admin", "-c", self.configuration, "-d", name, "--email", "admin@example.com",
                     "-u", *modules, "--activate-dependencies")

    def program(self, name, *arguments):
        """One of Tryton's programs, or a file, to its end; what it printed."""
        done = subprocess.run([self.python, shutil.which(name, path="/usr/bin:/usr/local/bin") or name, *map(str, arguments)],
                              env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{name}: {done.stdout[-1000:]}{done.stderr[-3000:]}"
        return done.stdout

    def script(self, path, uri, database, *arguments):
        """One of our own programs under Tryton's Python, its output shown; its exit code."""
        environment = dict(self.environment, DB_NAME=database)  # Tryton's own test tools want that name
        return subprocess.run([self.python, path, uri, database, *map(str, arguments)], env=environment).returncode
