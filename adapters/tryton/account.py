"""What the library said of a party, one row per party and company, and whether the party waits to be handed over.

The only table that a hand-over writes: no hook of ours watches it, so nothing recurs.
"""
from itertools import groupby

from rendabel.host import columns, hand_over
from trytond import backend
from trytond.model import ModelSQL, ModelView, Unique, fields
from trytond.model.modelsql import SQLConstraintError
from trytond.pool import Pool
from trytond.transaction import Transaction

from . import clock
from .engine import Savepoint, engines, guard
from .snapshot import is_account, snapshots, weights

#: What is read while a user waits, in sales and invoices; a party by itself takes as long as five of them. Together less
#: than 50 ms of a slow core (tests/bench/tryton_save_bench.py).
AT_ONCE, PARTY = 200, 5
LEFT = 'left to the job: much to read, and no trytond-worker'
RESULTS = ('verdict', 'net_revenue', 'gross_margin', 'net_result', 'net_margin_bp', 'layer', 'rhythm', 'potential', 'flags')


class Account(ModelSQL, ModelView):
    "Rendabel Account"
    __name__ = 'rendabel.account'
    party = fields.Many2One('party.party', "Party", required=True, select=True, ondelete='CASCADE')
    company = fields.Many2One('company.company', "Company", required=True, select=True, ondelete='CASCADE')
    dirty = fields.Boolean("Waits", select=True, help="Not handed over yet, or changed since.")
    error = fields.Char("Why")
    todo = fields.Char("To Do", help="erase, with a contact or without, or merged and the party it went to.")
    erased = fields.Boolean("Erased")
    verdict = fields.Char("Verdict", select=True)
    net_revenue = fields.Numeric("Net Revenue", digits=(16, 2))
    gross_margin = fields.Numeric("Gross Margin", digits=(16, 2))
    net_result = fields.Numeric("Net Result", digits=(16, 2), select=True)
    net_margin_bp = fields.Integer("Net Margin (bp)")
    layer = fields.Char("Layer")
    rhythm = fields.Char("Rhythm")
    potential = fields.Numeric("Potential", digits=(16, 2))
    flags = fields.Char("Flags")

    @classmethod
    def __setup__(cls):
        super().__setup__()
        table = cls.__table__()
        cls._sql_constraints += [
            ('party_unique', Unique(table, table.party, table.company), 'rendabel.msg_one_account')]

    @classmethod
    def rows(cls, company_id, party_ids):
        """The rows of some parties, by party; those that are missing are made."""
        found = cls.existing(company_id, party_ids)
        return {**found, **cls.made(company_id, [id for id in party_ids if id not in found])}

    @classmethod
    def existing(cls, company_id, party_ids):
        return {row.party.id: row for row in cls.search([('company', '=', company_id), ('party', 'in', list(party_ids))])}

    @classmethod
    def made(cls, company_id, party_ids):
        try:
            with Savepoint():
                return {row.party.id: row for row in cls.create([{'party': id, 'company': company_id} for id in party_ids])}
        except SQLConstraintError as error:  # another worker made one meanwhile: this task is done once more
            raise backend.DatabaseOperationalError(str(error)) from error

    @classmethod
    def customers(cls, company_id, party_ids):
        """The rows of those that are customers or were, but for the erased; by party. Who is, is not known after a fault of
        ours: those that were go on, the night finds the others."""
        rows = cls.existing(company_id, party_ids)
        with guard.watch('customers of company %s' % company_id), Savepoint():
            rows.update(cls.made(company_id, is_account(company_id, [id for id in party_ids if id not in rows])))
        return {id: rows[id] for id in party_ids if id in rows and not rows[id].erased}

    @classmethod
    def hand_over_at_once(cls, configuration, party_ids):
        """Where no trytond-worker runs the user waits: what is read in a moment goes now, the rest with the next job."""
        company, room, now = configuration.company.id, AT_ONCE, []
        with guard.watch('facts of company %s' % company) as watch, Savepoint():
            found = weights(company, party_ids)
            for id in sorted(party_ids, key=lambda id: (found[id], id)):
                room -= found[id] + PARTY
                if room >= 0:
                    now.append(id)
        cls.hand_over(configuration, now)
        for row in cls.customers(company, [id for id in party_ids if id not in now]).values():
            row.wait(watch.reason if watch.failed else LEFT)

    @classmethod
    def hand_over(cls, configuration, party_ids):
        """One snapshot for each of these parties that is a customer. Never raises but for the database's own retry."""
        company = configuration.company.id
        with Transaction().set_context(company=company, active_test=False):
            rows = cls.customers(company, party_ids)
            ids = list(rows)
            if not ids:
                return
            with guard.watch('company %s' % company) as watch, Savepoint():
                engine = configuration.engine()
                answer = hand_over(engine, snapshots(configuration, ids))
                for id in ids:
                    refused = answer.refused.get(str(id))
                    if refused:
                        guard.tell('account %s' % id, None, refused)
                        rows[id].wait(refused)
                    else:
                        rows[id].show(engine.account_get(str(id), clock.today(), text=False).json())
            if watch.failed:
                engines.forget(configuration.place)
                for id in ids:
                    rows[id].wait(watch.reason)

    def wait(self, why):
        """Marks it dirty: the night, and the job every quarter of an hour, try again."""
        if not self.dirty or self.error != why:
            self.write([self], {'dirty': True, 'error': why})

    def show(self, answer):
        """Takes the figures of an answer over; writes only what changed."""
        values = columns(answer)
        values['flags'] = ' '.join(values['flags'])
        values.update(dirty=False, error=None)
        changed = {name: value for name, value in values.items() if getattr(self, name) != value}
        if changed:
            self.write([self], changed)

    @classmethod
    def settle(cls, rows):
        """Tries again what waits: erasures and merges first, then a fresh snapshot."""
        Configuration = Pool().get('rendabel.configuration')
        rows = sorted(rows, key=lambda row: row.company.id)
        for company, some in groupby(rows, key=lambda row: row.company.id):
            configuration, some = Configuration.of(company), list(some)
            if not configuration:
                continue
            for row in some:
                if row.todo:
                    row.perform(configuration)
            cls.hand_over(configuration, [row.party.id for row in some if not row.todo and not row.erased])

    def perform(self, configuration):
        """Erasures and a merge in the store; they stay to be done where the store cannot be reached."""
        company = configuration.company.id
        with guard.watch('company %s' % company) as watch, Transaction().set_context(company=company):
            for todo in self.todo.split():
                self._perform(configuration, *todo.split(','))
        if watch.failed:
            self.write([self], {'dirty': True, 'error': watch.reason})
        elif all(todo.startswith('erase,') for todo in self.todo.split()):  # persons of it, not the account
            self.write([self], {'todo': None})
            self.hand_over(configuration, [self.party.id])
        else:
            self.write([self], dict(dict.fromkeys(RESULTS), dirty=False, error=None, todo=None, erased=True))

    def _perform(self, configuration, verb, whom=None):
        from rendabel import NotFound
        engine, id = configuration.engine(), str(self.party.id)
        try:
            if verb == 'erase':
                engine.account_erase(id, **({'contact_id': whom} if whom else {}))
            else:
                self.hand_over(configuration, [int(whom)])
                engine.events_record([{'account_id': whom, 'kind': 'account_merged', 'at': clock.now(),
                    'from_account_id': id, 'record': {}}])
        except NotFound:
            pass  # it was never handed over
