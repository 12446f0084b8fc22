"""Orders and quotes: sale.sale with its lines. A sale below zero is a return and goes as a credit note."""
from decimal import Decimal

from rendabel.host import known, moment

from . import clock
from .facts_costs import Costs
from .facts_freight import Freight
from .reading import counted, groups

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
            field('rendabel_requested'), sale.number, sale.origin, sale.invoice_method, field('shipment_cost_method'),
            where=sale.party.in_(some) & (sale.company == reading.company) & (sale.state != 'draft'),
            order_by=sale.id), reading.parties)
        self.by_party = groups(rows)
        self.lines = self._lines([row[1] for row in rows])
        self.freight_lines = reading.has('sale.line', 'shipment_cost')
        sale_of = {line[1]: sale for sale, lines in self.lines.items() for line in lines}
        self.costs = Costs(reading, [line[2] for lines in self.lines.values() for line in lines], list(sale_of))
        self.freight, self.never_billed = Freight(reading, sale_of, self.costs.shipped), self._never_billed([row[1] for row in rows], sale_of)

    def _lines(self, ids):
        line, reading = self.reading.table('sale.line'), self.reading
        field = lambda name: reading.field(line, 'sale.line', name)  # noqa: E731
        return groups(reading.rows(lambda some: line.select(line.sale, line.id, line.product, line.unit, line.quantity,
            line.unit_price, field('base_price'), field('shipment_cost'),
            where=line.sale.in_(some) & (line.type == 'line'), order_by=line.id), ids))

    def _never_billed(self, ids, sale_of):
        """By sale, what stood on invoices that were cancelled for good; one with a credit note is taken back by that."""
        link, invoice, line, cancelling = (self.reading.table(name) for name in (
            'sale.sale-ignored-account.invoice', 'account.invoice', 'account.invoice.line', 'account.move'))
        joined = link.join(invoice, condition=link.invoice == invoice.id).join(line, condition=line.invoice == invoice.id).join(
            cancelling, 'LEFT', condition=invoice.cancel_move == cancelling.id)
        rows = self.reading.rows(lambda some: joined.select(line.id, line.origin, line.quantity, line.unit_price, line.currency,
            cancelling.origin, where=link.sale.in_(some) & (invoice.state == 'cancelled') & line.origin.like('sale.line,%')), ids)
        found = {}
        for _, origin, quantity, price, currency, cancelled_by in {row[0]: row for row in rows}.values():
            if (cancelled_by or '').startswith('account.invoice,'):
                continue
            sale = sale_of.get(int(origin.split(',')[1]))
            found[sale] = found.get(sale, 0) + self.reading.rounding(currency)(self.reading.quantity(quantity) * price)
        return found

    def of(self, party):
        """Orders, credit notes and quotes of a party; None each where sale is not installed."""
        if self.found is None:
            return None, None, None
        orders, notes, quotes = [], [], []
        numbers = [row[14] for row in self.by_party.get(party, [])]
        for row in self.by_party.get(party, []):
            _, id, state, date, _, created, _, _, _, _, _, quoted_on, _, _, number, *_ = row
            ordered = state in ORDERED
            won = ordered and date and quoted_on and quoted_on < date
            date = date or self._day(created)  # an import may leave it out
            sums = self._sums(row, date)
            if ordered and (sums['net'] or 0) < 0:
                notes.append(self._return(row, date, sums))
            elif ordered:
                orders.append(self._order(row, date, sums))
            if (state == 'quotation' or won or (state == 'cancelled' and number)) and (sums['net'] or 0) >= 0:
                quotes.append(self._quote(row, sums, party, number if numbers.count(number) == 1 else None))
        return orders, notes, quotes

    @staticmethod
    def _day(created):
        return moment(created).astimezone(clock.now().tzinfo).date()

    def _sums(self, row, date):
        """List, net, cost, freight and counts of a sale. Unknown: None."""
        _, sale, state, _, currency, *_, as_shipped, carried = row
        as_shipped = as_shipped == 'shipment' and state in ORDERED
        reading, zero = self.reading, Decimal(0)
        net, listed, freight, cost, items, count, groups_ = zero, zero, None, zero, zero, 0, set()
        if currency != reading.currency.id or sale in self.never_billed:
            listed = None  # Tryton 6.0 takes a list price over as it is, whatever the currency
        rounded = reading.rounding(currency)
        for line in self.lines.get(sale, ()):
            _, id, product, unit, quantity, price, base, shipment = line
            how_many, count = self.costs.sold(id, product, unit, quantity) if as_shipped else reading.quantity(quantity), count + 1
            amount = rounded(how_many * (price or zero))
            if shipment is not None:
                freight, count = (freight or zero) + amount, count - 1
                continue
            net, items = net + amount, items + how_many
            if product is None and amount < 0:
                continue  # a line of text below zero takes from the price: it is neither goods nor on the list
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
        freight = self.freight.charged.get(sale) if carried == 'shipment' else convert(freight)
        if freight is not None and freight < 0:
            freight = None  # nobody is charged less than nothing: what that was is unknown
        return {'net': convert(net - self.never_billed.get(sale, zero)), 'listed': convert(listed), 'freight': freight,
            'cost': reading.amount(cost), 'items': items, 'lines': count, 'groups': sorted(groups_)}

    def _order(self, row, date, sums):
        _, id, _, _, _, _, _, _, _, paid, carriage, *_ = row
        carriage_paid = {'us': True, 'customer': False}.get(carriage)
        if carriage_paid is None and sums['freight']:
            carriage_paid = False
        listed = sums['listed'] if sums['listed'] is not None and sums['listed'] >= sums['net'] else None
        return known(id='S%s' % id, date=date, list_amount=listed, net_amount=sums['net'], cost_of_goods=sums['cost'],
            lines=sums['lines'], items=counted(sums['items']), carriage_paid=carriage_paid,
            freight_paid=self.freight.paid.get(id) if paid is None else self.reading.amount(paid), freight_charged=sums['freight'],
            product_groups=sums['groups'] or None)

    def _return(self, row, date, sums):
        """Goods that come back; without goods it corrects a price. Tryton's wizard notes the sale that it returns."""
        _, id, *_, origin, _, _ = row
        model, _, returned = (origin or '').partition(',')
        goods = any(self.costs.is_goods(line[2]) for line in self.lines.get(id, ()))
        kind, cost = 'return' if goods else 'correction', None
        if kind == 'return' and sums['cost'] is not None and sums['cost'] <= 0:
            cost = -sums['cost']
        return known(id='S%s' % id, date=date, kind=kind, amount=-sums['net'], cost_of_goods=cost,
            order_id='S' + returned if model == 'sale.sale' and returned.isdigit() else None,
            items=counted(-sums['items']) if kind == 'return' else None)

    def _quote(self, row, sums, party, number):
        """Known by its number, which sentences name. It has no date in Tryton 6.0: the day we saw it quoted, or it was made."""
        _, id, state, _, _, created, contact, _, _, _, _, quoted_on, valid_until, requested, *_ = row
        status = {'quotation': 'open', 'cancelled': 'lost'}.get(state, 'won')
        margin = sums['net'] - sums['cost'] if None not in (sums['net'], sums['cost']) else None
        return known(id=number or 'S%s' % id, sent_on=quoted_on or self._day(created), valid_until=valid_until, amount=sums['net'],
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
