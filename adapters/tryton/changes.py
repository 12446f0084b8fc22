"""Hooks: what changed in a transaction, one task per transaction for the queue, whatever the number of saves in it.

A hook only notes ids. The task is made when the transaction commits, and runs after it: in trytond-worker where
[queue] worker = True, else at the end of the request. Nothing in here may break a save.
"""
from trytond.pool import Pool
from trytond.transaction import Transaction

from .engine import Savepoint, guard


class Changed:
    """Joined to a transaction: collects parties and asks the queue to hand them over."""

    def __init__(self):
        self.parties = set()

    def __eq__(self, other):
        return isinstance(other, Changed)

    __hash__ = None

    def tpc_begin(self, transaction):
        pass

    def commit(self, transaction):
        parties, self.parties = self.parties, set()
        if not parties:
            return
        with guard.watch('queue'), Savepoint():
            Party = Pool().get('party.party')
            with transaction.set_user(0):
                Party.__queue__.rendabel_hand_over(Party.browse(sorted(parties)))

    def tpc_vote(self, transaction):
        pass

    def tpc_finish(self, transaction):
        self.parties = set()

    def tpc_abort(self, transaction):
        self.parties = set()


def changed(records, parties_of):
    """Notes the parties of records, ids by `parties_of(record)`; whatever goes wrong is logged and nothing more."""
    with guard.watch('hook'), Savepoint():
        found = {party for record in records for party in parties_of(record) if party}
        if found:
            Transaction().join(Changed()).parties |= found


def actions(records, values, args):
    """The pairs of a write: some records, and what is written to them."""
    each = iter((records, values) + args)
    return list(zip(each, each))


def hooked(parties_of, watched=lambda record: True):
    """A mixin for a model: every create, write and delete of a watched record notes its parties, before and after.

    Put it in front of a PoolMeta class, so that super() is Tryton's own model.
    """
    def noted(records):
        changed(records, lambda record: parties_of(record) if watched(record) else ())

    class Hooked:
        __slots__ = ()

        @classmethod
        def create(cls, vlist):
            records = super().create(vlist)
            noted(records)
            return records

        @classmethod
        def write(cls, records, values, *args):
            every = sum((list(some) for some, _ in actions(records, values, args)), [])
            noted(every)
            super().write(records, values, *args)
            noted(cls.browse(every))

        @classmethod
        def delete(cls, records):
            noted(records)
            super().delete(records)

    return Hooked
