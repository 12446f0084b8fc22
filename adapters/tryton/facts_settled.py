"""How invoices were settled: receivable lines, what they were reconciled with, and payments that wait for the rest.

A reconciliation may take several invoices and payments: the oldest payment goes to what was due first.
"""
from decimal import Decimal

from .reading import groups

KINDS = {'write-off': 'write_off', 'revenue': 'credit'}  # by the journal of the other side; else money


class Settled:
    def __init__(self, reading, invoices):
        self.reading = reading
        self.invoice_of = {(move, account): id for _, id, _, move, account, _ in invoices if move}
        self.lines = self._receivable()
        self.paid = {id: [] for id in self.invoice_of.values()}
        self._reconciled()
        self._waiting()

    def _receivable(self):
        """Receivable lines by invoice: (invoice, line, amount, due, reconciliation)."""
        line, found = self.reading.table('account.move.line'), []
        for id, move, account, debit, credit, due, reconciliation in self.reading.rows(lambda some: line.select(
                line.id, line.move, line.account, line.debit, line.credit, line.maturity_date, line.reconciliation,
                where=line.move.in_(some)), sorted({move for move, _ in self.invoice_of})):
            invoice = self.invoice_of.get((move, account))
            if invoice is not None:
                found.append((invoice, id, debit - credit, due, reconciliation))
        return groups(found)

    def _other_side(self, condition_of, ids):
        """Lines with their day and kind: (reconciliation, id, amount paid, day, kind)."""
        reading = self.reading
        line, move, journal = (reading.table(name) for name in ('account.move.line', 'account.move', 'account.journal'))
        joined = line.join(move, condition=line.move == move.id).join(journal, condition=move.journal == journal.id)
        return [(reconciliation, id, credit - debit, date, KINDS.get(type, 'money'))
            for reconciliation, id, debit, credit, date, type in reading.rows(lambda some: joined.select(
                line.reconciliation, line.id, line.debit, line.credit, move.date, journal.type,
                where=condition_of(line, some)), ids)]

    def _reconciled(self):
        due = groups([(line[4], line) for lines in self.lines.values() for line in lines if line[4] and line[2] > 0])
        ours = {line[1] for lines in self.lines.values() for line in lines if line[2] > 0}
        paid = groups(self._other_side(lambda line, some: line.reconciliation.in_(some), sorted(due)))
        for reconciliation, owed in due.items():
            owed = sorted((line for _, line in owed), key=lambda line: (str(line[3] or ''), line[1]))
            left = [[line[0], line[2]] for line in owed]
            for _, id, amount, day, kind in sorted(paid.get(reconciliation, []), key=lambda row: (row[3], row[1])):
                if id in ours or amount <= 0:
                    continue
                for part in left:
                    taken = min(part[1], amount)
                    if taken > 0:
                        self._add(part[0], day, taken, kind)
                        part[1], amount = part[1] - taken, amount - taken

    def _waiting(self):
        """Payments that are noted on an invoice and not reconciled yet: partial ones."""
        relation = self.reading.table('account.invoice-account.move.line')
        invoice_of = dict(self.reading.rows(lambda some: relation.select(relation.line, relation.invoice,
            where=relation.invoice.in_(some)), sorted(self.paid)))
        for reconciliation, id, amount, day, kind in self._other_side(
                lambda line, some: line.id.in_(some), sorted(invoice_of)):
            if reconciliation is None and amount > 0:
                self._add(invoice_of[id], day, amount, kind)

    def _add(self, invoice, day, amount, kind):
        self.paid[invoice].append({'date': day, 'amount': self.reading.amount(amount), 'kind': kind})

    def total(self, invoice):
        """What was asked, incl. tax, in the company's currency."""
        return sum((line[2] for line in self.lines.get(invoice, [])), Decimal(0))

    def due(self, invoice):
        """The last of its terms: where an invoice has several, the customer gets the benefit of the doubt."""
        days = [line[3] for line in self.lines.get(invoice, []) if line[3]]
        return max(days) if days else None

    def payments(self, invoice):
        return sorted(self.paid[invoice], key=lambda payment: payment['date'])
