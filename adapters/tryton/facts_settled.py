"""How invoices were settled: their receivable lines, what those were reconciled with, and payments that wait for the rest.

A reconciliation may take several invoices and payments: the oldest payment goes to the invoice it was noted on, else to what
was due first. Money in an invoice's own currency settles the share of it that it pays: a rate that changed leaves no rest.
"""
from collections import defaultdict
from decimal import Decimal

from .reading import groups

KINDS = {'write-off': 'write_off', 'revenue': 'credit'}  # by the journal of the other side; else money


class Debt:
    """What is owed on one receivable line, and what of it is open yet."""

    def __init__(self, invoice, id, amount, due, reconciliation, foreign, currency):
        self.invoice, self.id, self.amount, self.open, self.due = invoice, id, amount, amount, due
        self.reconciliation, self.foreign, self.currency = reconciliation, foreign, currency


class Settlement:
    """A line on the other side; below zero it takes back, and `journal` tells what."""

    def __init__(self, reconciliation, id, amount, foreign, currency, day, journal, move, due):
        self.reconciliation, self.id, self.amount, self.foreign, self.currency = reconciliation, id, amount, foreign, currency
        self.day, self.journal, self.move, self.due = day, journal, move, due

    def worth(self, debt):
        """In the company's currency, at the rate of the debt's day where it is in the debt's own currency."""
        same = self.foreign and debt.foreign and self.currency == debt.currency
        return -self.foreign * debt.amount / debt.foreign if same else self.amount


class Settled:
    def __init__(self, reading, invoices):
        self.reading = reading
        self.invoice_of = {(move, account): id for _, id, _, move, account, *_ in invoices if move}
        self.debts = self._receivable()
        self.paid = {id: [] for id in self.invoice_of.values()}
        relation = reading.table('account.invoice-account.move.line')
        self.noted = dict(reading.rows(lambda some: relation.select(relation.line, relation.invoice,
            where=relation.invoice.in_(some)), sorted(self.paid)))
        self._reconciled()
        self._waiting()

    def _receivable(self):
        """Receivable lines by invoice."""
        line, found = self.reading.table('account.move.line'), defaultdict(list)
        for id, move, account, debit, credit, *rest in self.reading.rows(lambda some: line.select(
                line.id, line.move, line.account, line.debit, line.credit, line.maturity_date, line.reconciliation,
                line.amount_second_currency, line.second_currency,
                where=line.move.in_(some), order_by=line.id), sorted({move for move, _ in self.invoice_of})):
            invoice = self.invoice_of.get((move, account))
            if invoice is not None:
                found[invoice].append(Debt(invoice, id, debit - credit, *rest))
        return found

    def _other_side(self, condition_of, ids):
        reading = self.reading
        line, move, journal = (reading.table(name) for name in ('account.move.line', 'account.move', 'account.journal'))
        joined = line.join(move, condition=line.move == move.id).join(journal, condition=move.journal == journal.id)
        return [Settlement(reconciliation, id, credit - debit, *rest) for reconciliation, id, debit, credit, *rest in
            reading.rows(lambda some: joined.select(line.reconciliation, line.id, line.debit, line.credit,
                line.amount_second_currency, line.second_currency, move.date, journal.type, line.move, line.maturity_date,
                where=condition_of(line, some)), ids)]

    def _ends(self, reconciliations):
        """Reconciliations that only grouped lines: the line that stands for them, and the reconciliation that paid it, or None."""
        table, line = self.reading.table('account.move.reconciliation'), self.reading.table('account.move.line')
        found, left = {}, sorted(reconciliations)
        while left:
            rows = self.reading.rows(lambda some: table.join(line, condition=table.delegate_to == line.id).select(
                table.id, line.id, line.move, line.reconciliation, where=table.id.in_(some)), left)
            found.update({id: rest for id, *rest in rows if id not in found})
            left = sorted({end for *_, end in rows if end} - set(found))
        return found

    def _reconciled(self):
        debts = [debt for some in self.debts.values() for debt in some if debt.reconciliation and debt.amount > 0]
        ends = self._ends({debt.reconciliation for debt in debts})
        grouping = {move for _, move, _ in ends.values()}

        def root(reconciliation):
            while reconciliation in ends:
                line, _, paid = ends[reconciliation]
                if paid is None:
                    return 'open', line
                reconciliation = paid
            return 'closed', reconciliation
        owed = groups([(root(debt.reconciliation), debt) for debt in debts])
        ours = {debt.id for debt in debts}
        everywhere = {debt.reconciliation for debt in debts} | {paid for _, _, paid in ends.values() if paid}
        sides = self._other_side(lambda line, some: line.reconciliation.in_(some), sorted(everywhere))
        other = groups([(root(side.reconciliation), side) for side in sides if side.id not in ours and side.move not in grouping])
        for key, rows in owed.items():
            self._settle([debt for _, debt in rows], [side for _, side in other.get(key, [])], key[0] == 'closed')

    def _waiting(self):
        """Payments that are noted on an invoice and not reconciled yet: partial ones."""
        waiting = [(self.noted[side.id], side) for side in self._other_side(
            lambda line, some: line.id.in_(some), sorted(self.noted)) if side.reconciliation is None]
        for invoice, rows in groups(waiting).items():
            debts = [debt for debt in self.debts.get(invoice, []) if debt.reconciliation is None and debt.amount > 0]
            self._settle(debts, [side for _, side in rows], False)

    def _settle(self, debts, sides, closed):
        """Goes through the other side by day; what is written off comes last, for it is what money left over."""
        debts = debts + [Debt(None, side.id, -side.amount, side.due or side.day, None, None, None) for side in sides
            if side.amount < 0 and side.journal not in ('cash', 'write-off')]  # such as an opening balance
        debts.sort(key=lambda debt: (str(debt.due or ''), debt.id))
        spare = Decimal(0)
        for side in sorted(sides, key=lambda side: (side.journal == 'write-off', side.day, side.id)):
            if side.amount > 0:
                spare += self._pay(side, sorted(debts, key=lambda debt: debt.invoice != self.noted.get(side.id, debt.invoice)))
            elif side.journal in ('cash', 'write-off'):
                back = -side.amount - min(spare, -side.amount)
                spare -= -side.amount - back
                if side.journal == 'cash':  # money that bounced, or was given back
                    self._take_back(side, back, debts[::-1])
        for debt in debts if closed else ():
            if debt.open > 0 and debt.invoice is not None:
                self._complete(debt, max(side.day for side in sides))

    def _pay(self, side, debts):
        """What is left of it after these debts."""
        left = Decimal(1)
        for debt in debts:
            worth = left * side.worth(debt)
            taken = min(debt.open, self.reading.amount(worth))
            if taken > 0:
                self._add(debt, side.day, taken, KINDS.get(side.journal, 'money'))
                left -= left * min(taken / worth, 1)
        return left * side.amount

    def _take_back(self, side, back, debts):
        for debt in debts:
            taken = min(debt.amount - debt.open, back)
            if taken > 0:
                self._add(debt, side.day, -taken, 'money')
                back -= taken

    def _complete(self, debt, day):
        """Reconciled is paid: what is open still is the difference that a rate or a bank made, and belongs to the last payment."""
        if self.paid[debt.invoice]:
            self.paid[debt.invoice][-1]['amount'] += self.reading.amount(debt.open)
        else:
            self._add(debt, day, debt.open, 'money')

    def _add(self, debt, day, amount, kind):
        debt.open -= amount
        if debt.invoice is not None:
            self.paid[debt.invoice].append({'date': day, 'amount': self.reading.amount(amount), 'kind': kind})

    def total(self, invoice):
        """What was asked, incl. tax, in the company's currency."""
        return sum((debt.amount for debt in self.debts.get(invoice, [])), Decimal(0))

    def due(self, invoice):
        """The last of its terms: where an invoice has several, the customer gets the benefit of the doubt."""
        days = [debt.due for debt in self.debts.get(invoice, []) if debt.due]
        return max(days) if days else None

    def payments(self, invoice):
        return sorted(self.paid[invoice], key=lambda payment: payment['date'])
