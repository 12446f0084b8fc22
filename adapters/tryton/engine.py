"""The library in this process: one engine per store, the guard, and where the store of a company is.

In trytond.conf: [rendabel] library = a file (else the system's), stores = a directory (else below [database] path).
"""
import logging
import os

from rendabel.host import Engines, Guard, words
from trytond import backend
from trytond.config import config
from trytond.transaction import Transaction

engines = Engines(busy_timeout_ms=250)
guard = Guard(logging.getLogger(__name__), let_through=(backend.DatabaseOperationalError,))


def default_store(company_id):
    """A directory of its own for every database and company."""
    place = config.get('rendabel', 'stores') or os.path.join(config.get('database', 'path') or '.', 'rendabel')
    return os.path.join(place, Transaction().database.name.strip(':') or 'memory', str(company_id))


def open_engine(store):
    """The engine of a store; the directories above it are made. Raises OSError or Failure."""
    os.makedirs(os.path.dirname(store), mode=0o700, exist_ok=True)
    return engines.get(store, config.get('rendabel', 'library') or None)


def labels(group, language):
    """The words of a group of codes; empty where the library cannot be loaded, and that is logged once."""
    with guard.watch('words'):
        return words(group, language, engines.library(config.get('rendabel', 'library') or None))
    return {}


class Savepoint:
    """What fails inside is undone inside, so that a transaction of the user can go on."""

    def __enter__(self):
        self._cursor = Transaction().connection.cursor()
        self._cursor.execute('SAVEPOINT rendabel')

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self._cursor.execute('ROLLBACK TO SAVEPOINT rendabel')
            for cache in Transaction().cache.values():
                cache.clear()
        self._cursor.execute('RELEASE SAVEPOINT rendabel')
