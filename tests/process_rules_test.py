#!/usr/bin/env python3
"""What a process may do around the library (contract.md 1.7, 1.8), by real processes: a prefork server, an upgrade under a
new file name while hosts run, a store migrated beside a running process, a host that calls setlocale, several engines in one
process, a host with a SQLite of its own, two users on one store. PHP-FPM has a test of its own (process_fpm_test.py)."""
import ctypes
import json
import locale
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["RENDABEL_SOURCE_DIR"])
LIBRARY = Path(os.environ.get("RENDABEL_LIBRARY", ""))
sys.path.insert(0, str(SOURCE / "adapters" / "python"))
from rendabel import Engine, Failure, Library, Status  # noqa: E402

DAY = "2026-11-23"
HOST = """
import json, sys
from rendabel import Engine, Failure
engine = Engine(sys.argv[1])
for line in sys.stdin:
    try:
        engine.account_save({"account": {"id": line.strip()}, "as_of": "2026-11-23", "orders": []})
        told = "ok"
    except Failure as failure:
        told = failure.name
    maps = [row.split("/")[-1].strip() for row in open("/proc/self/maps") if "librendabel" in row]
    print(told, maps[0], flush=True)
"""


def snapshot(name, **more):
    return {"account": {"id": name, **more}, "as_of": DAY, "orders": []}


def in_child(work):
    """0 when `work` was true in a forked child."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        code = 1
        try:
            code = 0 if work() else 2
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Place(unittest.TestCase):
    def setUp(self):
        self.place = Path(tempfile.mkdtemp(prefix="rendabel-process-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)
        self.store = self.place / "store"

    def host(self, library=LIBRARY):
        """A host in a process of its own: saves the account of each line, tells how and by which file."""
        environment = {**os.environ, "RENDABEL_LIBRARY": str(library), "PYTHONPATH": str(SOURCE / "adapters/python")}
        running = subprocess.Popen([sys.executable, "-B", "-c", HOST, str(self.store)], env=environment, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        def end():
            running.stdin.close()
            running.wait()
            running.stdout.close()
        self.addCleanup(end)
        return running

    @staticmethod
    def ask(host, account):
        host.stdin.write(account + "\n")
        host.stdin.flush()
        return host.stdout.readline().split()

    def names(self, engine):
        return [record["account_id"] for record in engine.accounts_get(DAY, fields="summary")]


class Prefork(Place):
    """A master opens an engine, forks its workers and goes on; every worker answers requests by its own engine."""

    def work(self, listening, engine):
        served = 0
        while True:
            with listening.accept()[0] as connection:
                wanted = connection.recv(64).decode()
                if wanted == "stop":
                    return served > 0
                engine.account_save(snapshot(wanted))  # the binding opens the store anew in this process
                connection.sendall(f"{os.getpid()} {engine.account_get(wanted, DAY)['account_id']}".encode())
                served += 1

    def request(self, port, wanted):
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(wanted.encode())
            return connection.recv(64).decode().split()

    def test_workers_save_beside_their_master(self):
        engine = Engine(self.store)
        engine.account_save(snapshot("master"))
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port, children = listening.getsockname()[1], []
            for _ in range(3):
                child = os.fork()
                if child == 0:
                    signal.alarm(60)
                    try:
                        self.work(listening, engine)
                    finally:
                        os._exit(0)
                children.append(child)
            answers = [self.request(port, f"W{number}") for number in range(45)]
            engine.account_save(snapshot("beside"))
            os.kill(children[0], signal.SIGKILL)  # one dies; the others and the master go on
            os.waitpid(children[0], 0)
            answers += [self.request(port, f"X{number}") for number in range(5)]
            for _ in children[1:]:
                with socket.create_connection(("127.0.0.1", port)) as connection:
                    connection.sendall(b"stop")
            for child in children[1:]:
                self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual([name for _, name in answers], [f"W{n}" for n in range(45)] + [f"X{n}" for n in range(5)])
        self.assertEqual(len(self.names(engine)), 52)
        self.assertTrue(engine.store_check()["ok"])

    def test_the_master_s_handle_answers_forked_in_a_child_and_serves_the_master_on(self):
        library = Library(LIBRARY)
        engine = library.function("engine_new")(65536)
        config = json.dumps({"store": str(self.store)}).encode()
        library.answer("engine_open", engine, config, len(config))

        def forked():
            try:
                library.answer("settings_get", engine, None, 0)
            except Failure as failure:
                library.function("engine_free")(engine)
                return failure.status == Status.FORKED
            return False
        for _ in range(5):
            self.assertEqual(in_child(forked), 0)
        self.assertIn("currency", library.answer("settings_get", engine, None, 0).json())
        library.function("engine_free")(engine)


class Files(Place):
    def test_an_upgrade_under_a_new_name_leaves_running_hosts_alone(self):
        folder = self.place / "lib"
        folder.mkdir()
        shutil.copy(LIBRARY, folder / "librendabel.so.1.0.0")
        (folder / "librendabel.so.1").symlink_to("librendabel.so.1.0.0")
        before = self.host(folder / "librendabel.so.1")
        self.assertEqual(self.ask(before, "A1"), ["ok", "librendabel.so.1.0.0"])
        shutil.copy(LIBRARY, folder / "librendabel.so.1.0.1")
        (folder / "next").symlink_to("librendabel.so.1.0.1")
        os.rename(folder / "next", folder / "librendabel.so.1")
        after = self.host(folder / "librendabel.so.1")
        self.assertEqual(self.ask(after, "B1"), ["ok", "librendabel.so.1.0.1"])
        self.assertEqual(self.ask(before, "A2"), ["ok", "librendabel.so.1.0.0"])
        (folder / "librendabel.so.1.0.0").unlink()  # as a package manager does
        self.assertEqual(self.ask(before, "A3")[0], "ok")
        self.assertEqual(self.ask(after, "B2")[0], "ok")
        with Engine(self.store) as engine:
            self.assertEqual(self.names(engine), ["A1", "A2", "A3", "B1", "B2"])

    def test_a_store_migrated_beside_a_running_host_is_refused_and_left_as_it_is(self):
        host = self.host()
        self.assertEqual(self.ask(host, "A1")[0], "ok")
        file = next(path for path in self.store.iterdir() if path.read_bytes()[:6] == b"SQLite")
        database = sqlite3.connect(file)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {version + 1}")  # what a newer library's migration ends with
        database.commit()
        self.assertEqual(self.ask(host, "A2")[0], "too_new")
        with self.assertRaises(Failure) as refused:
            Engine(self.store)
        self.assertEqual(refused.exception.name, "too_new")
        self.assertRegex(str(refused.exception), rf"version {version + 1}\b")
        database.execute(f"PRAGMA user_version = {version}")  # the copy from before was put back
        database.commit()
        database.close()
        self.assertEqual(self.ask(host, "A3")[0], "ok")
        with Engine(self.store) as engine:
            self.assertEqual(self.names(engine), ["A1", "A3"])

    @unittest.skipUnless(os.geteuid() == 0, "only root can be two users")
    def test_another_user_s_store_is_a_clear_error(self):
        os.chmod(self.place, 0o755)
        with Engine(self.store) as engine:
            engine.account_save(snapshot("A1"))

        def refused():
            os.setgid(65534)
            os.setuid(65534)
            try:
                Engine(self.store)
            except Failure as failure:
                return failure.name == "io" and "another user" in str(failure)
            return False
        self.assertEqual(in_child(refused), 0)
        with Engine(self.store) as engine:
            self.assertEqual(self.names(engine), ["A1"])


class Surroundings(Place):
    def test_a_host_that_calls_setlocale_gets_and_gives_the_same_bytes(self):
        if subprocess.run(["localedef", "-c", "-i", "nl_NL", "-f", "UTF-8", self.place / "nl_NL.UTF-8"],
                          capture_output=True).returncode > 1 or not (self.place / "nl_NL.UTF-8").is_dir():
            self.skipTest("no source of a locale with decimal commas here (package locales)")
        document = {**snapshot("C1"), "orders": [{"id": "O1", "date": "2026-10-01", "net_amount": "1234.56", "cost_of_goods": 0.5}]}

        def answers():
            with Engine(self.store) as engine:
                engine.settings_set({"minute_rate": 0.80})
                return [engine.account_save(document, language="nl").body, engine.settings_get().body,
                        engine.report_get(DAY, account_id="C1").body]
        before = answers()
        self.assertIn(b"1234.56", before[0])

        def same():
            os.environ["LOCPATH"] = str(self.place)
            locale.setlocale(locale.LC_ALL, "nl_NL.UTF-8")
            text = ctypes.create_string_buffer(16)
            ctypes.CDLL(None).snprintf(text, 16, b"%.1f", ctypes.c_double(1.5))
            return text.value == b"1,5" and answers() == before and locale.localeconv()["decimal_point"] == ","
        self.assertEqual(in_child(same), 0)

    def test_several_engines_in_one_process_keep_their_books_apart(self):
        with Engine(self.place / "one") as one, Engine(self.place / "two") as two, Engine(self.place / "one") as again:
            two.settings_set({"currency": "GBP", "country": "UK"})
            for engine, name in ((one, "A"), (two, "B"), (again, "C")):
                engine.account_save(snapshot(name))
            one.settings_set({"minute_rate": 1.25})
            self.assertEqual(str(again.settings_get()["minute_rate"]), "1.25")
            self.assertEqual((one.settings_get()["currency"], two.settings_get()["currency"]), ("EUR", "GBP"))
            self.assertEqual((self.names(one), self.names(two)), (["A", "C"], ["B"]))

    def test_a_host_with_the_same_sqlite_keeps_its_own_locks_and_data(self):
        own = sqlite3.connect(self.place / "own.db", isolation_level=None)
        own.execute("CREATE TABLE mine (name)")
        own.execute("BEGIN EXCLUSIVE")
        own.execute("INSERT INTO mine VALUES ('a')")
        with Engine(self.store) as engine:
            engine.account_save(snapshot("A1"))
        other = sqlite3.connect(self.place / "own.db", timeout=0)
        with self.assertRaises(sqlite3.OperationalError):
            other.execute("SELECT * FROM mine").fetchall()
        own.execute("COMMIT")
        self.assertEqual(other.execute("SELECT * FROM mine").fetchall(), [("a",)])
        own.close()
        other.close()

    def test_a_host_with_another_sqlite_inside_that_everybody_sees(self):
        """Its functions take the place of the system's for every library in the process, ours too."""
        program = self.place / "host"
        built = subprocess.run([os.environ.get("CC", "cc"), f"-I{SOURCE / 'abi'}", SOURCE / "tests/support/own_sqlite.c", "-o", program,
                                "-rdynamic", "-Wl,--whole-archive", "-l:libsqlite3.a", "-Wl,--no-whole-archive", LIBRARY, "-lm", "-lpthread",
                                "-ldl"], capture_output=True, text=True)
        if "libsqlite3.a" in built.stderr:
            self.skipTest("no static SQLite here")
        self.assertEqual(built.returncode, 0, built.stderr)
        done = subprocess.run([program, self.place], env={**os.environ, "LD_LIBRARY_PATH": str(LIBRARY.parent)},
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, "saved beside 1 row\n"), done.stderr)


if __name__ == "__main__":
    if os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: a sanitized library needs its runtime loaded first")
        sys.exit(77)
    unittest.main()
