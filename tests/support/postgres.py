"""A PostgreSQL cluster of a test's own, below a temporary directory, reached through a socket there; no root, no port."""
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path


def programs():
    """The directory of initdb and pg_ctl, or None; Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda file: float(file.parts[-3]))
    program = str(found[-1]) if found else shutil.which("pg_ctl")
    return program and str(Path(program).parent)


class Cluster:
    """`with Cluster() as cluster:` starts it and ends it; cluster.environment lets libpq find it."""

    def __init__(self):
        self.bin = programs()
        # PostgreSQL refuses root: then it is the user of Debian's package, in a directory that he owns.
        self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-pg-"))
        if self.as_user:
            owner = pwd.getpwnam("postgres")
            os.chown(self.place, owner.pw_uid, owner.pw_gid)
        self.environment = {"PGHOST": str(self.place), "PGUSER": "tryton"}

    def _run(self, *command):
        done = subprocess.run([*self.as_user, f"{self.bin}/{command[0]}", *command[1:]], cwd=self.place, capture_output=True,
                              text=True, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        assert done.returncode == 0, f"{command[0]}: {done.stdout[-500:]}{done.stderr[-1500:]}"

    def __enter__(self):
        self._run("initdb", "-D", f"{self.place}/data", "-U", "tryton", "-A", "trust", "-E", "UTF8", "--no-sync")
        # Tryton asks a new catalogue thousands of questions: without statistics, soon and often, each takes up to a second.
        settings = {"listen_addresses": "''", "unix_socket_directories": self.place, "fsync": "off", "full_page_writes": "off",
                    "jit": "off", "shared_buffers": "64MB", "autovacuum_naptime": "1s", "autovacuum_max_workers": 1,
                    "autovacuum_analyze_threshold": 20, "autovacuum_analyze_scale_factor": 0.2}
        self._run("pg_ctl", "-D", f"{self.place}/data", "-w", "-s", "-l", f"{self.place}/log", "start",
                  "-o", " ".join(f"-c {name}={value}" for name, value in settings.items()))
        return self

    def create(self, database):
        self._run("createdb", "-h", str(self.place), "-U", "tryton", database)

    def __exit__(self, *_):
        try:
            self._run("pg_ctl", "-D", f"{self.place}/data", "-m", "immediate", "-s", "-w", "stop")
        finally:
            shutil.rmtree(self.place, ignore_errors=True)
