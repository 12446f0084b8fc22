"""Inquiries from sale.opportunity; visits and calls from our own activities, or those of the module `activity`."""
import datetime

from rendabel.host import known, moment

from . import clock
from .reading import groups

OFFICE = datetime.time(9)


class Inquiries:
    """A lead that nobody took up is a question that waits; once it is an opportunity, it was answered."""

    def __init__(self, reading, contacts):
        self.reading, self.contacts, self.by_party = reading, contacts, None
        if reading.has('sale.opportunity') and reading.parties:
            Opportunity = reading.pool.get('sale.opportunity')
            self.by_party = {}
            for opportunity in Opportunity.search(
                    [('party', 'in', reading.parties), ('company', '=', reading.company)], order=[('id', 'ASC')]):
                self.by_party.setdefault(opportunity.party.id, []).append(opportunity)

    def of(self, party):
        if self.by_party is None:
            return None
        return [self._document(opportunity, party) for opportunity in self.by_party.get(party, [])]

    def _document(self, opportunity, party):
        came = moment(opportunity.create_date)
        if opportunity.start_date != came.astimezone(clock.now().tzinfo).date():
            came = datetime.datetime.combine(opportunity.start_date, OFFICE, clock.now().tzinfo)
        taken_up = None
        if opportunity.state != 'lead':
            taken_up = max(came, min(moment(opportunity.write_date or opportunity.create_date), clock.now()))
        return known(id='O%s' % opportunity.id, at=came, kind='information', answered_at=taken_up,
            contact_id=self.contacts.contact_id(opportunity.contact and opportunity.contact.id, party),
            subject=(opportunity.description or '')[:500] or None)


class Activities:
    def __init__(self, reading, configuration):
        self.reading, self.configuration = reading, configuration
        activity = reading.table('rendabel.activity')
        self.by_party = groups(reading.rows(lambda some: activity.select(activity.party, activity.id, activity.date,
            activity.kind, activity.direction, activity.minutes, activity.cost, activity.planned, activity.reached,
            activity.call, where=activity.party.in_(some) & (activity.company == reading.company),
            order_by=activity.id), reading.parties))
        self.others = self._others() if reading.has('activity.activity') and reading.parties else {}

    def of(self, party):
        own = [known(id='A%s' % id, date=date, kind=kind, direction=direction or None, minutes=minutes,
                cost=self.reading.amount(cost), planned=bool(planned), reached=bool(reached) if kind == 'call' else None,
                call_id=call or None)
            for _, id, date, kind, direction, minutes, cost, planned, reached, call in self.by_party.get(party, [])]
        return own + self.others.get(party, [])

    def _others(self):
        """Of the module activity: types that the settings name, but for what was cancelled."""
        Activity, found = self.reading.pool.get('activity.activity'), {}
        domain = [('party', 'in', self.reading.parties), ('state', '!=', 'cancelled')]
        if self.reading.has('activity.activity', 'company'):
            domain.append(('company', '=', self.reading.company))
        for activity in Activity.search(domain, order=[('id', 'ASC')]):
            kind = self.configuration.kind_of(activity.activity_type and activity.activity_type.name)
            if kind and (activity.date or activity.dtstart):
                took = activity.duration and int(activity.duration.total_seconds() // 60)
                found.setdefault(activity.party.id, []).append(known(id='N%s' % activity.id, kind=kind, minutes=took,
                    date=activity.date or moment(activity.dtstart).astimezone(clock.now().tzinfo).date(),
                    planned=activity.state == 'planned'))
        return found
