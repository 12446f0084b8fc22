"""The account and its people: party.party, its contact mechanisms, related parties, consents."""
from rendabel.host import known

from .reading import groups

KINDS = {'phone': 'phone', 'mobile': 'mobile', 'email': 'email'}
OWN = ('name', 'active', 'person_kind', 'do_not_call', 'objected_on', 'opt_out_offered_on', 'strategic', 'contract_until')


class Mechanism:
    """A phone, mobile or mail, whose name stands beside it, and what he said of being called."""

    def __init__(self, id, kind, value, name, active, do_not_call, objected_on):
        self.id, self.kind, self.value, self.name, self.active = id, KINDS.get(kind), value, name or None, active
        self.do_not_call, self.objected_on = bool(do_not_call), objected_on


class Contacts:
    """People: those whom a contact mechanism names, and related parties where party_relationship is there.

    A person's id is m and the first mechanism with that name, or p and the party; the party's own numbers are the account.
    """

    def __init__(self, reading):
        self.reading = reading
        self.related = self._related() if reading.has('party.relation') else {}
        everybody = sorted({*reading.parties, *(to for rows in self.related.values() for _, to, _ in rows)})
        self.parties, self.mechanisms = self._parties(everybody), self._mechanisms(everybody)
        self.owner_of = {each.id: (party, each) for party, some in self.mechanisms.items() for each in some}
        self.consents, self.languages = self._consents(everybody), self._languages(everybody)
        self.countries = self._countries()

    def _related(self):
        """Entered on either side's form: the other sees it where its type has a reverse."""
        relation, type = self.reading.table('party.relation'), self.reading.table('party.relation.type')
        rows = self.reading.rows(lambda some: relation.select(relation.from_, relation.to, relation.type,
            where=relation.from_.in_(some), order_by=relation.id), self.reading.parties)
        rows += self.reading.rows(lambda some: relation.join(type, condition=relation.type == type.id).select(
            relation.to, relation.from_, type.reverse,
            where=relation.to.in_(some) & (type.reverse != None), order_by=relation.id), self.reading.parties)  # noqa: E711 (SQL)
        Type = self.reading.pool.get('party.relation.type')
        names = {type.id: type.name for type in Type.browse(sorted({type for _, _, type in rows}))}
        return groups([(party, to, names[type]) for party, to, type in rows])

    def _parties(self, ids):
        """Fields of a party by name, by its id."""
        party = self.reading.table('party.party')
        columns = [party.name, party.active, *(getattr(party, 'rendabel_' + name) for name in OWN[2:])]
        rows = self.reading.rows(lambda some: party.select(party.id, *columns, where=party.id.in_(some)), ids)
        return {id: dict(zip(OWN, values)) for id, *values in rows}

    def _mechanisms(self, ids):
        """By party, in the order in which Tryton shows them."""
        table = self.reading.table('party.contact_mechanism')
        rows = self.reading.rows(lambda some: table.select(table.party, table.sequence, table.id, table.type, table.value,
            table.name, table.active, table.rendabel_do_not_call, table.rendabel_objected_on,
            where=table.party.in_(some)), ids)
        rows.sort(key=lambda row: (row[1] is not None, row[1], row[2]))
        return {party: [Mechanism(*row[2:]) for row in some] for party, some in groups(rows).items()}

    def _consents(self, ids):
        consent = self.reading.table('rendabel.consent')
        rows = self.reading.rows(lambda some: consent.select(consent.party, consent.channel, consent.subject, consent.given_on,
            consent.expires_on, consent.withdrawn_on, consent.source, where=consent.party.in_(some), order_by=consent.id), ids)
        return {party: [known(purpose='marketing', channel=channel, subject=subject or None, given_on=given, expires_on=expires,
            withdrawn_on=withdrawn, source=source or None) for _, channel, subject, given, expires, withdrawn, source in some]
            for party, some in groups(rows).items()}

    def _languages(self, ids):
        """A party's language: this company's own before the common one."""
        value, lang = self.reading.table('party.party.lang'), self.reading.table('ir.lang')
        rows = self.reading.rows(lambda some: value.join(lang, condition=value.lang == lang.id).select(
            value.party, value.company, lang.code, where=value.party.in_(some), order_by=value.id), ids)
        own = {party: code for party, company, code in rows if company == self.reading.company}
        return {**{party: code for party, company, code in rows if company is None}, **own}

    def _countries(self):
        """Of the first address that has one."""
        address, country = self.reading.table('party.address'), self.reading.table('country.country')
        rows = self.reading.rows(lambda some: address.join(country, condition=address.country == country.id).select(
            address.party, address.sequence, address.id, country.code,
            where=address.party.in_(some) & address.active), self.reading.parties)
        rows.sort(key=lambda row: (row[1] is not None, row[1], row[2]), reverse=True)
        return {party: code for party, _, _, code in rows}

    def account(self, configuration, party, owner):
        fields = self.parties[party]
        return known(id=str(party), name=(fields['name'] or '')[:200] or None, currency=configuration.company.currency.code,
            active=bool(fields['active']), history_from=configuration.history_from, owner=owner,
            country=self.countries.get(party), person_kind=fields['person_kind'] or 'unknown',
            strategic=True if fields['strategic'] else None, contract_until=fields['contract_until'],
            do_not_call=bool(fields['do_not_call']), **self._numbers(party, None))

    def _numbers(self, party, name):
        """The first phone, mobile and mail of a name; of nobody in particular with None."""
        found = {}
        for each in self.mechanisms.get(party, ()):
            if name is None and each.do_not_call:
                continue  # nobody's number in particular that is not to be called
            if each.kind and each.value and each.name == name and each.active:
                found.setdefault(each.kind, each.value[:64 if each.kind != 'email' else 254])
        return found

    def of(self, party):
        own = self._person(str(party), None, party, None)
        people = [own] if own.keys() - {'id', 'language'} else []
        names = {}
        for each in self.mechanisms.get(party, ()):
            if each.name and each.active and each.kind:
                names[each.name] = min(names.get(each.name, each.id), each.id)
        for name, first in sorted(names.items(), key=lambda item: item[1]):
            his = [each for each in self.mechanisms[party] if each.name == name]
            people.append(dict(known(id='m%s' % first, name=name[:200], do_not_call=any(each.do_not_call for each in his),
                objected_on=max((each.objected_on for each in his if each.objected_on), default=None)),
                **self._numbers(party, name)))
        roles = {}
        for _, to, role in self.related.get(party, ()):
            roles.setdefault(to, role)
        for to, role in roles.items():
            people.append(self._person('p%s' % to, role, to, (self.parties[to]['name'] or '')[:200] or None))
        return people

    def _person(self, id, role, party, name):
        fields, language = self.parties[party], self.languages.get(party)
        return dict(known(id=id, name=name, role=role, active=None if name is None else bool(fields['active']),
            language=language[:2] if language else None, consents=self.consents.get(party),
            objected_on=fields['objected_on'], opt_out_offered_on=fields['opt_out_offered_on'],
            do_not_call=bool(fields['do_not_call']) if name else None), **self._numbers(party, None))

    def contact_id(self, mechanism, party):
        """The id of the person behind the contact mechanism of a sale; None where he is none of the party's people."""
        owner, each = self.owner_of.get(mechanism, (None, None))
        if owner is None:
            return None
        if owner != party:
            return 'p%s' % owner if any(to == owner for _, to, _ in self.related.get(party, ())) else None
        same = [other.id for other in self.mechanisms[party] if other.name == each.name and other.active and other.kind]
        return 'm%s' % min(same) if each.name and same else str(party)
