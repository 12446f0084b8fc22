"""Merged and erased parties: the library follows, now or with the next night. See also law.md's rights of persons."""
from trytond.pool import Pool, PoolMeta
from trytond.transaction import Transaction

from .engine import Savepoint, guard
from .refusals import accounts_of, carry_over


def note(party_ids, todo):
    """Notes what is to be done in every company's store, and tries it at once."""
    pool = Pool()
    Configuration, Account = pool.get('rendabel.configuration'), pool.get('rendabel.account')
    with Transaction().set_user(0), Transaction().set_context(_check_access=False, active_test=False):
        for configuration in Configuration.search([]):
            rows = Account.search([('company', '=', configuration.company.id), ('party', 'in', list(party_ids))])
            for row in rows:
                before = [] if todo == 'erase' else (row.todo or '').split()  # all of it goes: its persons too
                Account.write([row], {'dirty': True, 'todo': ' '.join(before + [todo])})
                row.perform(configuration)


class Replace(metaclass=PoolMeta):
    __name__ = 'party.replace'

    @classmethod
    def fields_to_replace(cls):
        return super().fields_to_replace() + [
            ('rendabel.' + name, 'party') for name in ('activity', 'consent', 'remedy')]

    def transition_replace(self):
        source, destination = self.ask.source.id, self.ask.destination.id
        answer = super().transition_replace()
        Party = Pool().get('party.party')
        with guard.watch('merge'), Savepoint(), Transaction().set_context(active_test=False, _check_access=False):
            carry_over(Party(source), Party(destination))
        with guard.watch('merge'):
            note([source], 'merged,%s' % destination)
        return answer


class Erase(metaclass=PoolMeta):
    __name__ = 'party.erase'

    def to_erase(self, party_id):
        pool = Pool()
        return super().to_erase(party_id) + [
            (pool.get('rendabel.activity'), [('party', '=', party_id)], True, ['note'], [None]),
            (pool.get('rendabel.consent'), [('party', '=', party_id)], True, ['source'], [None])]

    def transition_erase(self):
        pool = Pool()
        Party, Call = pool.get('party.party'), pool.get('rendabel.call')
        parties = replacing = [self.ask.party.id]
        with Transaction().set_context(active_test=False):
            while replacing:
                replacing = [party.id for party in Party.search([('replaced_by', 'in', replacing)])]
                parties = parties + replacing
        answer = super().transition_erase()
        with guard.watch('erase'):
            with Transaction().set_user(0):
                Call.delete(Call.search([('party', 'in', parties)]))
            note(parties, 'erase')
            for party in parties:
                note(accounts_of([party]), 'erase,p%s' % party)
        return answer
