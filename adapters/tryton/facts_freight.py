"""What the carriage of a sale cost and brought in, where sale_shipment_cost is there: by its shipments that were done."""
from decimal import Decimal

from .reading import groups


class Freight:
    def __init__(self, reading, sale_of, shipped):
        """`sale_of`: the sale of each sale line; `shipped`: pairs of a line and its shipment, as 'model,id'."""
        self.reading, self.paid, self.charged = reading, {}, {}
        if reading.has('stock.shipment.out', 'cost_sale'):
            sales = {}
            for line, shipment in shipped:
                if shipment.startswith('stock.shipment.out,'):
                    sales.setdefault(int(shipment.split(',')[1]), set()).add(sale_of[line])
            self._shipments(sales)

    def _shipments(self, sales):
        """A shipment of several sales is shared in equal parts. One whose cost nobody knows leaves its sales' freight unknown."""
        reading = self.reading
        shipment, line, invoice = (reading.table(name) for name in ('stock.shipment.out', 'account.invoice.line', 'account.invoice'))
        joined = shipment.join(line, 'LEFT', condition=shipment.cost_invoice_line == line.id).join(
            invoice, 'LEFT', condition=line.invoice == invoice.id)
        rows = reading.rows(lambda some: joined.select(shipment.id, shipment.cost, shipment.cost_edit, shipment.cost_sale,
            shipment.cost_sale_currency, shipment.effective_date, line.quantity, line.unit_price, line.currency, invoice.invoice_date,
            where=shipment.id.in_(some)), sorted(sales))
        paid, charged = [], []
        for id, cost, entered, price, currency, sent_on, quantity, billed, billed_in, billed_on in rows:
            known_cost = cost if cost or entered else None  # a carrier's article without a cost has 0, too
            if billed is not None:
                price, currency, sent_on = reading.quantity(quantity) * billed, billed_in, billed_on or sent_on
            for sale in sales[id]:
                paid.append((sale, known_cost, len(sales[id])))
                charged.append((sale, reading.amount(price or Decimal(0), currency, sent_on), len(sales[id])))
        self.paid, self.charged = self._sums(paid), self._sums(charged)

    def _sums(self, rows):
        return {sale: None if any(amount is None for _, amount, _ in some)
            else self.reading.amount(sum(amount / share for _, amount, share in some)) for sale, some in groups(rows).items()}
