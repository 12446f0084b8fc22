"""Invoices with their due dates and settlements; what no sale covers becomes an order or a credit note of its own."""
from decimal import Decimal

from rendabel.host import known

from .facts_settled import Settled
from .reading import groups


class Invoices:
    def __init__(self, reading):
        self.reading, self.by_party = reading, None
        if not reading.has('account.invoice'):
            return
        invoice = reading.table('account.invoice')
        rows = reading.rows(lambda some: invoice.select(invoice.party, invoice.id, invoice.invoice_date, invoice.move,
            invoice.account, invoice.currency,
            where=invoice.party.in_(some) & (invoice.company == reading.company) & (invoice.type == 'out')
            & invoice.state.in_(['posted', 'paid']), order_by=invoice.id), reading.parties)
        self.by_party = groups(rows)
        self.settled = Settled(reading, rows)
        self.own = self._uncovered([row[1] for row in rows])

    def _uncovered(self, ids):
        """Per invoice the sum of lines that come from no sale; None: there are none."""
        line = self.reading.table('account.invoice.line')
        sums = {}
        for invoice, type, quantity, price, origin, currency in self.reading.rows(lambda some: line.select(
                line.invoice, line.type, line.quantity, line.unit_price, line.origin, line.currency,
                where=line.invoice.in_(some) & (line.type == 'line')), ids):
            if origin and origin.startswith('sale.line,'):
                continue
            amount = self.reading.rounding(currency or self.reading.currency.id)(Decimal(str(quantity or 0)) * (price or 0))
            sums[invoice] = sums.get(invoice, Decimal(0)) + amount
        return sums

    def of(self, party):
        """Invoices, derived orders and credit notes of a party; None each where account_invoice is not installed."""
        if self.by_party is None:
            return None, None, None
        bills, orders, notes = [], [], []
        for _, id, date, _, _, currency in self.by_party.get(party, []):
            total, due = self.settled.total(id), self.settled.due(id)
            if total > 0:
                bills.append(known(id='I%s' % id, date=date, due_date=due, amount_incl_tax=self.reading.amount(total),
                    payments=self.settled.payments(id)))
            own = self.reading.amount(self.own.get(id), currency, date)
            if own and own > 0:
                orders.append({'id': 'I%s' % id, 'date': date, 'derived_from': 'invoice', 'net_amount': own})
            elif own:
                notes.append({'id': 'I%s' % id, 'date': date, 'kind': 'correction', 'amount': -own})
        return bills, orders, notes
