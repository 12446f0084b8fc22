"""The account and its people: party.party, its contact mechanisms, related parties, consents."""
from rendabel.host import known

KINDS = {'phone': 'phone', 'mobile': 'mobile', 'email': 'email'}
CHANNELS = ('skype', 'sip', 'irc', 'jabber')


def account(configuration, party, contacts, owner):
    own = contacts.numbers(party, None)
    country = next((address.country.code for address in party.addresses if address.country), None)
    return known(id=str(party.id), name=(party.name or '')[:200] or None, currency=configuration.company.currency.code,
        active=bool(party.active), history_from=configuration.history_from, owner=owner, country=country,
        person_kind=party.rendabel_person_kind or 'unknown', strategic=True if party.rendabel_strategic else None,
        contract_until=party.rendabel_contract_until, do_not_call=bool(party.rendabel_do_not_call), **own)


class Contacts:
    """People: those whom a contact mechanism names, and related parties where party_relationship is there.

    A person's id is m and the first mechanism with that name, or p and the party; the party's own numbers are the account.
    """

    def __init__(self, reading):
        self.reading = reading
        self.related = {}
        if reading.has('party.relation') and reading.parties:
            Relation = reading.pool.get('party.relation')
            for relation in Relation.search([('from_', 'in', reading.parties)], order=[('id', 'ASC')]):
                self.related.setdefault(relation.from_.id, []).append(relation)

    @staticmethod
    def numbers(party, name):
        """The first phone, mobile and mail of a name; of nobody in particular with None."""
        found = {}
        for mechanism in party.contact_mechanisms:
            kind = KINDS.get(mechanism.type)
            if name is None and mechanism.rendabel_do_not_call:
                continue  # nobody's number in particular that is not to be called
            if kind and mechanism.value and (mechanism.name or None) == name and mechanism.active:
                found.setdefault(kind, mechanism.value[:64 if kind != 'email' else 254])
        return found

    def of(self, party):
        own = self._person(str(party.id), None, party, None)
        people = [own] if own.keys() - {'id', 'language'} else []
        names = {}
        for mechanism in party.contact_mechanisms:
            if mechanism.name and mechanism.active and mechanism.type in KINDS:
                names[mechanism.name] = min(names.get(mechanism.name, mechanism.id), mechanism.id)
        for name, first in sorted(names.items(), key=lambda item: item[1]):
            his = [mechanism for mechanism in party.contact_mechanisms if mechanism.name == name]
            people.append(dict(known(id='m%s' % first, name=name[:200],
                objected_on=max((one.rendabel_objected_on for one in his if one.rendabel_objected_on), default=None),
                do_not_call=any(one.rendabel_do_not_call for one in his)), **self.numbers(party, name)))
        for relation in self.related.get(party.id, []):
            person = relation.to
            if 'p%s' % person.id not in {contact['id'] for contact in people}:
                people.append(self._person('p%s' % person.id, relation.type.name, person, (person.name or '')[:200] or None))
        return people

    def _person(self, id, role, party, name):
        consents = [consent.document() for consent in party.rendabel_consents]
        return dict(known(id=id, name=name, role=role, active=None if name is None else bool(party.active),
            language=party.lang.code[:2] if party.lang else None, consents=consents or None,
            objected_on=party.rendabel_objected_on, opt_out_offered_on=party.rendabel_opt_out_offered_on,
            do_not_call=bool(party.rendabel_do_not_call) if name else None), **self.numbers(party, None))

    @staticmethod
    def contact_id(mechanism, party):
        """The id of the person behind a sale's contact mechanism."""
        if mechanism is None:
            return None
        if mechanism.party.id != party:
            return 'p%s' % mechanism.party.id
        same = [other.id for other in mechanism.party.contact_mechanisms if other.name == mechanism.name and other.active]
        return 'm%s' % min(same) if mechanism.name and same else str(party)
