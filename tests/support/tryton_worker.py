"""trytond-worker for one database, with our module's clock stopped at the suite's moment. Ends with its input.

Usage: tryton_worker.py DATABASE   (prints a line when it is about to take tasks)
"""
import os
import signal
import sys
import threading
from types import SimpleNamespace


def main(database):
    from trytond.pool import Pool
    from trytond.transaction import Transaction
    from trytond.worker import work

    from conformance import reference
    Pool.start()
    with Transaction().start(database, 0, readonly=True):
        Pool(database).init()  # before the workers are forked, so that they have the clock too
    from trytond.modules.rendabel import clock
    clock.now = lambda: reference.NOW
    # Not sys.stdin: its lock would be inherited by the workers, who close it first of all.
    threading.Thread(target=lambda: (os.read(0, 1), os.killpg(0, signal.SIGKILL)), daemon=True).start()
    print(flush=True)
    work(SimpleNamespace(database_names=[database], processes=2, maxtasksperchild=None, name=None, timeout=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
