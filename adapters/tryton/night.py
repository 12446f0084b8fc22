"""The nightly job of a company: everybody handed over in chunks, the book refreshed in steps, today's list, list columns.

Runs in the queue and commits after each step, so that progress shows and what was done stays done.
"""
import datetime

from rendabel.host import chunks, night
from trytond.pool import Pool
from trytond.transaction import Transaction

from . import clock
from .engine import engines, guard
from .report import language
from .snapshot import all_accounts, snapshots

CHUNK = 100


class Book:
    """The host of rendabel.host.night."""

    def __init__(self, configuration):
        pool = Pool()
        self.configuration, self.company = configuration, configuration.company.id
        self.Account, self.Call = pool.get('rendabel.account'), pool.get('rendabel.call')

    def account_ids(self):
        erased = {row.party.id for row in self.Account.search([('company', '=', self.company), ('erased', '=', True)])}
        return [str(id) for id in all_accounts(self.company) if id not in erased]

    def snapshots(self, ids):
        with guard.watch('company %s' % self.company) as watch:
            return snapshots(self.configuration, [int(id) for id in ids])
        if watch.failed:  # one of them: find it, and hand over the rest
            return [found for id in ids for found in self._one(int(id))]

    def _one(self, id):
        with guard.watch('account %s' % id) as watch:
            return snapshots(self.configuration, [id])
        if watch.failed:
            self.Account.rows(self.company, [id])[id].wait(watch.reason)
        return []

    def handed_over(self, ids, refused):
        rows = self.Account.rows(self.company, [int(id) for id in ids])
        for id in ids:
            row = rows[int(id)]
            if id in refused:
                guard.tell('account %s' % id, None, refused[id])
                row.wait(refused[id])
            elif row.dirty:
                row.write([row], {'dirty': False, 'error': None})

    def plan(self, list_of_day):
        self.Call.take(self.configuration, list_of_day)

    def results(self, summaries):
        ids = [int(summary['account_id']) for summary in summaries if summary['account_id'].isdigit()]
        existing = self._existing(ids)
        for id in set(ids) - set(existing):  # a party that was deleted: nobody may keep him
            self.configuration.engine().account_erase(str(id))
        rows = self.Account.rows(self.company, existing)
        for summary in summaries:
            row = rows.get(int(summary['account_id'])) if summary['account_id'].isdigit() else None
            if row and not row.dirty:
                row.show(summary)

    @staticmethod
    def _existing(ids):
        Party = Pool().get('party.party')
        return [party.id for some in chunks(ids, 500) for party in Party.search([('id', 'in', some)])]


def run(configuration):
    """The night of one company. A failure is logged once and stands in the configuration's status."""
    transaction = Transaction()
    Configuration = Pool().get('rendabel.configuration')
    company = configuration.company.id
    with transaction.set_context(company=company, active_test=False):
        with guard.watch('night of company %s' % company) as watch:
            Account = Pool().get('rendabel.account')
            Account.settle(Account.search([('company', '=', company), ('todo', '!=', None)]))
            configuration.apply()
            engine = configuration.engine()
            for step in night(engine, Book(configuration), clock.today(), language=language(), chunk=CHUNK):
                Configuration.write([configuration], {
                    'night_phase': step.phase, 'night_done': step.done, 'night_total': step.total})
                transaction.commit()
        if watch.failed:
            transaction.rollback()
            engines.forget(configuration.place)
            Configuration.write([configuration], {'status': watch.reason})
        else:
            Configuration.write([configuration], {'status': None, 'night_finished': datetime.datetime.now().replace(microsecond=0)})
        transaction.commit()


