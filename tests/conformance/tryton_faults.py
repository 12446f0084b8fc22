"""A failing library never breaks a save: file missing, another version, disk full, another process killed while it writes;
nor does an account with much to read.

Usage: tryton_faults.py DATABASE_URI NAME OTHER_VERSION.so   (after tryton_scenario.py, on PostgreSQL: the process may then
not write large files, and only the store notices)
"""
import logging
import os
import resource
import signal
import subprocess
import sys

import rendabel
from proteus import Model
from trytond.config import config
from trytond.transaction import Transaction

from conformance.tryton import Tryton

faults = []


def check(good, what):
    if not good:
        faults.append(what)
        print("NOT SO:", what, flush=True)


class Told(logging.Handler):
    """What our module logs."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.lines = []
        logging.getLogger("trytond.modules.rendabel.engine").addHandler(self)

    def emit(self, record):
        self.lines.append(record.getMessage())


def save_works(tryton, told, why):
    """Two saves go well, the account waits for this reason, and it is logged once."""
    told.lines.clear()
    for contract in ("2027-01-31", "2027-02-28"):
        party = Model.get("party.party")(tryton.party.id)
        party.rendabel_contract_until = tryton.reference.day(contract)
        party.save()
        party.reload()
        check(party.rendabel_contract_until == tryton.reference.day(contract), f"{why}: the save was lost")
    waiting = tryton.waiting()
    check(waiting and all(why in one for one in waiting), f"{why}: there waits {waiting}")
    about = [line for line in told.lines if "company" in line]
    check(about and len(about) == len(set(about)) and all(why in one for one in about), f"{why}: told {told.lines}")
    check("Jansen" not in "".join(told.lines), f"{why}: a name in the log")


def settled(tryton, after):
    tryton.retry()
    check(tryton.waiting() == [], f"after {after} there still wait {tryton.waiting()}")


def with_library(tryton, told, path, why):
    config.set("rendabel", "library", path)
    forget(tryton)
    save_works(tryton, told, why)
    party = Model.get("party.party")(tryton.party.id)
    check(party.rendabel_verdict, f"{why}: the form lost what it showed")
    config.set("rendabel", "library", os.environ["RENDABEL_LIBRARY"])
    settled(tryton, why)


def forget(tryton):
    from trytond.modules.rendabel.engine import engines
    engines.forget(tryton.place())


def disk_full(tryton, told):
    """No file of this process may grow: the database server's may, the store's may not."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    save_works(tryton, told, "io")
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    settled(tryton, "a full disk")
    with rendabel.Engine(tryton.place()) as engine:
        check(engine.store_check()["ok"], "a full disk left the store damaged")


def our_own_fault(tryton, told):
    """What nobody foresaw, while we look whose customer it is: the save of a new party goes well all the same."""
    from trytond.modules.rendabel import account

    def broken(*_):
        raise ValueError(tryton.party.name)
    sound, account.is_account = account.is_account, broken
    told.lines.clear()
    fresh = Model.get("party.party")(name="Fresh")
    fresh.save()
    check(fresh.id > 0 and any("ValueError" in line for line in told.lines), f"a fault of ours: told {told.lines}")
    check("Jansen" not in "".join(told.lines), "a name in the log")
    account.is_account = sound
    settled(tryton, "a fault of ours")


def another_process_crashes(tryton, told):
    """Killed while it writes, three times: its lock goes with it, and the next save is stored."""
    program = ("import sys, rendabel\nengine = rendabel.Engine(sys.argv[1])\nprint(flush=True)\n"
               "while True: engine.accounts_save([{'account': {'id': f'X{n}'}, 'as_of': '2026-11-23'} for n in range(200)])")
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", program, tryton.place()], stdout=subprocess.PIPE) as child:
            child.stdout.readline()
            child.kill()
    told.lines.clear()
    party = Model.get("party.party")(tryton.party.id)
    party.rendabel_contract_until = None
    party.save()
    check(told.lines == [] and tryton.waiting() == [], f"after a crash: {told.lines}, {tryton.waiting()}")


def much_to_read_is_left_to_the_job(tryton, told):
    """Without trytond-worker an account of many orders does not keep the user waiting; one of few goes at once beside it."""
    from trytond.modules.rendabel import account
    Party, at_once = Model.get("party.party"), account.AT_ONCE
    few = Party(name="Of few orders")
    few.save()
    Model.get("rendabel.activity")(party=few, date=tryton.reference.TODAY, kind="visit").save()
    account.AT_ONCE = account.PARTY
    with Transaction().start(tryton.config.database_name, 0):
        tryton.config.pool.get("party.party").rendabel_hand_over(
            tryton.config.pool.get("party.party").browse([few.id, tryton.party.id]))
    check(tryton.waiting() == [account.LEFT], f"beside an account of few orders there wait {tryton.waiting()}")
    check(told.lines == [], f"what is left to the job is told as a failure: {told.lines}")
    account.AT_ONCE = at_once
    settled(tryton, "the job")


def main(uri, name, other_version):
    logging.disable(logging.WARNING)
    tryton = Tryton(uri)
    tryton.find()
    told = Told()
    with_library(tryton, told, "/nonexistent/librendabel.so", "cannot open shared object file")
    with_library(tryton, told, other_version, "unsupported")
    if uri.startswith("postgresql"):  # SQLite's own file may not grow either then
        disk_full(tryton, told)
    our_own_fault(tryton, told)
    another_process_crashes(tryton, told)
    much_to_read_is_left_to_the_job(tryton, told)
    print(f"{name}: no fault of the library reached a save" if not faults else f"{name}: {len(faults)} faults", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
