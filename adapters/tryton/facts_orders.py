"""Orders and quotes: sale.sale with its lines. A sale below zero is a return and goes as a credit note."""
from decimal import Decimal

from rendabel.host import known

from .facts_costs import Costs
from .reading import groups

ORDERED = ('confirmed', 'processing', 'done')


class Sales:
    def __init__(self, reading, contacts):
        self.reading, self.contacts, self.found = reading, contacts, {}
        if not reading.has('sale.sale'):
            self.found = None
            return
        sale = reading.table('sale.sale')
        field = lambda name: reading.field(sale, 'sale.sale', name)  # noqa: E731
        rows = reading.rows(lambda some: sale.select(sale.party, sale.id, sale.state, sale.sale_date, sale.currency,
            sale.create_date, sale.contact, sale.confirmed_by, sale.quoted_by, field('rendabel_freight_paid'),
            field('rendabel_carriage'), field('rendabel_quoted_on'), field('rendabel_valid_until'),
            field('rendabel_requested'), sale.number,
            where=sale.party.in_(some) & (sale.company == reading.company) & (sale.state != 'draft'),
            order_by=sale.id), reading.parties)
        self.by_party = groups(rows)
        self.lines = self._lines([row[1] for row in rows])
        self.freight_lines = reading.has('sale.line', 'shipment_cost')
        self.costs = Costs(reading, [line for lines in self.lines.values() for line in lines])

    def _lines(self, ids):
        line, reading = self.reading.table('sale.line'), self.reading
        field = lambda name: reading.field(line, 'sale.line', name)  # noqa: E731
        return groups(reading.rows(lambda some: line.select(line.sale, line.id, line.product, line.unit, line.quantity,
            line.unit_price, field('base_price'), field('shipment_cost'),
            where=line.sale.in_(some) & (line.type == 'line'), order_by=line.id), ids))

    def of(self, party):
        """Orders, credit notes and quotes of a party; None each where sale is not installed."""
        if self.found is None:
            return None, None, None
        orders, notes, quotes = [], [], []
        numbers = [row[14] for row in self.by_party.get(party, [])]
        for row in self.by_party.get(party, []):
            (_, id, state, date, currency, created, contact, _, _, paid, carriage, quoted_on, valid_until, requested,
                number) = row
            sums = self._sums(self.lines.get(id, []), currency, date)
            if state in ORDERED and date:
                if sums['net'] < 0:
                    notes.append(self._return(id, date, sums))
                else:
                    orders.append(self._order(id, date, sums, paid, carriage))
            won = state in ORDERED and date and quoted_on and quoted_on < date
            if state == 'quotation' or won or (state == 'cancelled' and number):
                quotes.append(self._quote(row, sums, party, number if numbers.count(number) == 1 else None))
        return orders, notes, quotes

    def _sums(self, lines, currency, date):
        """List, net, cost, freight and counts of a sale. Unknown: None."""
        reading, zero = self.reading, Decimal(0)
        net, listed, freight, cost, items, count, groups_ = zero, zero, None, zero, zero, 0, set()
        rounded = reading.rounding(currency)
        for line in lines:
            _, id, product, unit, quantity, price, base, shipment = line
            how_many, count = reading.quantity(quantity), count + 1
            amount = rounded(how_many * (price or zero))
            if shipment is not None:
                freight, count = (freight or zero) + amount, count - 1
                continue
            net, items = net + amount, items + how_many
            if base is None or listed is None:
                listed = None
            else:
                listed += amount if base == price else rounded(how_many * base)
            spent = self.costs.of(id, product, unit, quantity)
            cost = None if cost is None or spent is None else cost + spent
            groups_.update(self.costs.groups(product))
        convert = lambda value: reading.amount(value, currency, date)  # noqa: E731
        if freight is None and self.freight_lines:
            freight = zero  # where freight has its own lines, no line is a fact
        return {'net': convert(net), 'listed': convert(listed), 'freight': convert(freight), 'cost': reading.amount(cost),
            'items': items, 'lines': count, 'groups': sorted(groups_)}

    @staticmethod
    def _order(id, date, sums, paid, carriage):
        carriage_paid = {'us': True, 'customer': False}.get(carriage)
        if carriage_paid is None and sums['freight']:
            carriage_paid = False
        listed = sums['listed'] if sums['listed'] is not None and sums['listed'] >= sums['net'] else None
        return known(id='S%s' % id, date=date, list_amount=listed, net_amount=sums['net'], cost_of_goods=sums['cost'],
            lines=sums['lines'], items=sums['items'] if sums['items'] >= 0 else None, carriage_paid=carriage_paid,
            freight_paid=paid, freight_charged=sums['freight'], product_groups=sums['groups'] or None)

    @staticmethod
    def _return(id, date, sums):
        cost = -sums['cost'] if sums['cost'] is not None and sums['cost'] <= 0 else None
        return known(id='S%s' % id, date=date, kind='return', amount=-sums['net'], cost_of_goods=cost)

    def _quote(self, row, sums, party, number):
        """Known by its number, which sentences name. It has no date in Tryton 6.0: the day we saw it quoted, or it was made."""
        (_, id, state, _, _, created, contact, _, _, _, _, quoted_on, valid_until, requested, _) = row
        status = {'quotation': 'open', 'cancelled': 'lost'}.get(state, 'won')
        margin = sums['net'] - sums['cost'] if sums['cost'] is not None else None
        return known(id=number or 'S%s' % id, sent_on=quoted_on or created.date(), valid_until=valid_until, amount=max(sums['net'], 0),
            margin=margin, status=status, contact_id=self.contacts.contact_id(contact, party), requested=True if requested else None)

    def owner(self, party):
        """The salesperson of the latest sale: an agent's code, else the employee's name."""
        rows = self.by_party.get(party, []) if self.found is not None else []
        employee = next((row[7] or row[8] for row in reversed(rows) if row[7] or row[8]), None)
        if employee is None:
            return None
        Agent = self.reading.pool.get('rendabel.agent')
        agents = Agent.search([('employee', '=', employee), ('configuration.company', '=', self.reading.company)], limit=1)
        return agents[0].code if agents else self.reading.pool.get('company.employee')(employee).rec_name[:200]
