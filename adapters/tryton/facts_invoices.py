"""Invoices with their due dates and settlements; what no sale covers becomes an order or a credit note of its own."""
from decimal import Decimal

from rendabel.host import known

from .facts_costs import Costs
from .facts_settled import Settled
from .reading import counted, groups


class Invoices:
    def __init__(self, reading):
        self.reading, self.by_party = reading, None
        if not reading.has('account.invoice'):
            return
        invoice = reading.table('account.invoice')
        rows = reading.rows(lambda some: invoice.select(invoice.party, invoice.id, invoice.invoice_date, invoice.move,
            invoice.account, invoice.currency, invoice.state, invoice.cancel_move,
            where=invoice.party.in_(some) & (invoice.company == reading.company) & (invoice.type == 'out')
            & invoice.state.in_(['posted', 'paid', 'cancelled']), order_by=invoice.id), reading.parties)
        # One that a credit note cancelled was due until then; one that was annulled without it never was.
        credited = self._by_credit_notes([row[7] for row in rows if row[6] == 'cancelled' and row[7]])
        rows = [row[:6] for row in rows if row[6] != 'cancelled' or row[7] in credited]
        self.by_party = groups(rows)
        self.settled = Settled(reading, rows)
        self.own = self._uncovered([row[1] for row in rows])
        self.costs = Costs(reading, [line[1] for lines in self.own.values() for line in lines])

    def _by_credit_notes(self, moves):
        """Of moves that cancelled an invoice those that a credit note made."""
        move = self.reading.table('account.move')
        return {id for id, in self.reading.rows(lambda some: move.select(
            move.id, where=move.id.in_(some) & move.origin.like('account.invoice,%')), moves)}

    def _lines(self, condition_of, ids):
        line = self.reading.table('account.invoice.line')
        return self.reading.rows(lambda some: line.select(line.invoice, line.product, line.unit, line.quantity, line.unit_price,
            line.origin, line.id, where=condition_of(line, some) & (line.type == 'line'), order_by=line.id), ids)

    def _uncovered(self, ids):
        """By invoice the lines that come from no sale: (invoice, product, unit, quantity, price, the line credited or None).

        Notes by invoice a line of a sale that stands beside them.
        """
        rows = [(*row[:5], *self._origin(row[5]), row[6]) for row in self._lines(lambda line, some: line.invoice.in_(some), ids)]
        credited = {row[6]: row for row in self._lines(
            lambda line, some: line.id.in_(some), sorted({row[6] for row in rows if row[5] == 'account.invoice.line'}))}
        added_to = {row[0] for row in rows if row[5] == ''}
        self.beside = {row[0]: row[6] for row in reversed(rows) if row[5] == 'sale.line' and row[0] in added_to}
        self.sale_of, again = self._sales(credited.values())
        freight, found = self._freight([row[7] for row in rows]), []
        for *line, model, origin, id in rows:
            before = credited.get(origin) if model == 'account.invoice.line' else None
            billed_again = before and (self._sale(before), before[0]) in again
            if model != 'sale.line' and id not in freight and not billed_again:
                found.append((*line, before))
        return groups(found)

    @staticmethod
    def _origin(origin):
        model, _, id = (origin or '').partition(',')
        return model, int(id) if id.isdigit() else None

    def _sales(self, credited):
        """Sales by their line, of invoice lines that were credited or have others beside them; and the (sale, invoice) that were billed again since."""
        reading, credited = self.reading, list(credited)
        if not reading.has('sale.line') or not (credited or self.beside):
            return {}, set()
        line, link = reading.table('sale.line'), reading.table('sale.sale-recreated-account.invoice')
        ids = [id for model, id in (self._origin(row[5]) for row in credited) if model == 'sale.line' and id] + list(self.beside.values())
        sales = dict(reading.rows(lambda some: line.select(line.id, line.sale, where=line.id.in_(some)), sorted(set(ids))))
        again = reading.rows(lambda some: link.select(link.sale, link.invoice, where=link.invoice.in_(some)),
            sorted({row[0] for row in credited}))
        return sales, {tuple(row) for row in again}

    def _sale(self, line):
        model, id = self._origin(line[5])
        return self.sale_of.get(id) if model == 'sale.line' else None

    def _freight(self, ids):
        """Lines that bill the carriage of a shipment: freight of its sales (facts_freight.py)."""
        if not self.reading.has('stock.shipment.out', 'cost_invoice_line'):
            return set()
        shipment = self.reading.table('stock.shipment.out')
        return {id for id, in self.reading.rows(lambda some: shipment.select(
            shipment.cost_invoice_line, where=shipment.cost_invoice_line.in_(some)), ids)}

    def of(self, party, sold):
        """Invoices, derived orders and credit notes of a party; None each where account_invoice is not installed.

        Lines that somebody added to the invoice of a sale go to its order among those `sold`.
        """
        if self.by_party is None:
            return None, None, None
        bills, orders, notes = [], [], []
        sales = {order['id']: order for order in sold or () if 'net_amount' in order}
        for _, id, date, _, _, currency in self.by_party.get(party, []):
            total, due = self.settled.total(id), self.settled.due(id)
            if total > 0:
                bills.append(known(id='I%s' % id, date=date, due_date=due, amount_incl_tax=self.reading.amount(total),
                    payments=self.settled.payments(id)))
            lines = self.own.get(id)
            own = lines and self._amount(lines, currency, date)
            sale = sales.get('S%s' % self.sale_of.get(self.beside.get(id)))
            if own and own > 0 and sale:
                self._add(sale, lines, currency, date)
            elif own and own > 0:
                orders.append(known(id='I%s' % id, date=date, derived_from='invoice', net_amount=own, cost_of_goods=self._cost(lines),
                    product_groups=sorted({name for line in lines for name in self.costs.groups(line[1])}) or None))
            elif own:
                notes.append(self._note(id, date, -own, lines))
        return bills, orders, notes

    def _amount(self, lines, currency, date):
        rounded = self.reading.rounding(currency)
        return self.reading.amount(sum((rounded(self.reading.quantity(quantity) * (price or 0))
            for _, _, _, quantity, price, _ in lines), Decimal(0)), currency, date)

    def _cost(self, lines):
        costs = [self.costs.of(None, product, unit, quantity) for _, product, unit, quantity, price, _ in lines
            if product is not None or (quantity or 0) * float(price or 0) >= 0]
        return None if None in costs else self.reading.amount(sum(costs, Decimal(0)))

    def _add(self, order, lines, currency, date):
        """Articles are ordered later than the rest; words that cost something are what the customer pays for handling it."""
        articles, words = [line for line in lines if line[1]], [line for line in lines if not line[1]]
        charged, net = self._amount(words, currency, date), self._amount(articles, currency, date)
        if charged > 0:
            order['contribution'] = order.get('contribution', 0) + charged
        order['net_amount'] += net + min(charged, 0)
        order['lines'] += len(articles)
        for name, more in (('list_amount', net), ('cost_of_goods', self._cost(articles)),
                ('items', sum(self.reading.quantity(line[3]) for line in articles))):
            if name in order:
                order[name] = None if more is None else order[name] + more
        for name in [name for name, value in order.items() if value is None]:
            del order[name]

    def _note(self, id, date, amount, lines):
        """Goods that only invoices tell of come back at the price they went at; anything else corrects a price.

        What a sale covers comes back by a return of that sale: there its goods are counted.
        """
        back = all(before and not self._sale(before) and product == before[1] and price == before[4] and self.costs.is_goods(product)
            for _, product, _, _, price, before in lines)
        orders = {'S%s' % self._sale(before) if before and self._sale(before) else before and 'I%s' % before[0]
            for *_, before in lines}
        cost = self._cost(lines) if back else None
        return known(id='I%s' % id, date=date, kind='return' if back else 'correction', amount=amount,
            cost_of_goods=-cost if cost is not None and cost <= 0 else None, order_id=orders.pop() if len(orders) == 1 else None,
            items=counted(-sum(self.reading.quantity(line[3]) for line in lines)) if back else None)
