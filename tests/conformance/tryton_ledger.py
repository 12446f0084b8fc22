"""Many facts in one transaction, by Tryton's own classes on its own side: sales of several lines, invoices without a sale,
credit, payments in parts, bookkeeping by hand, returns. Proteus would take a second for each; hooks see no difference."""
from decimal import Decimal

from trytond.transaction import Transaction

from .reference import day


class Ledger:
    def __init__(self, pool, shop):
        """`shop`: what tryton_books founded. `later`: SQL for when the queue is empty."""
        self.get, self.later = pool.get, []
        Account, Journal = self.get('account.account'), self.get('account.journal')
        self.made('account.configuration', id=1, default_category_account_revenue=shop.accounts['revenue'].id)
        self.account = {kind: Account(shop.accounts[kind].id) for kind in ('revenue', 'expense', 'receivable', 'cash')}
        self.product, self.term = self.get('product.product')(shop.product.id), shop.term.id
        self.method = self.get('account.invoice.payment.method')(shop.cash.id)
        self.euro = self.method.company.currency
        self.tax, self.unit = self.product.customer_taxes_used, self.product.default_uom
        journal = self.made('account.journal', name='Write-Off', type='write-off', sequence=self.method.journal.sequence)
        self.write_off = self.made('account.move.reconcile.write_off', name='Lost', journal=journal,
                                   credit_account=self.account['expense'], debit_account=self.account['expense'])

        models = {name for name, _ in pool.iterobject()}
        self.relations, self.carriers = "party.relation" in models, "carrier" in models

    def made(self, model, **values):
        record = self.get(model)(**values)
        record.save()
        return record

    def party(self, name, **more):
        return self.made('party.party', name=name, addresses=[self.get('party.address')()], **more)

    def queue_without(self, model):
        """Leaves out the tasks of a model that were done by hand."""
        Queue = self.get('ir.queue')
        Queue.delete([task for task in Queue.search([('finished_at', '=', None)]) if task.data['model'] == model])

    def numbered_anew(self):
        """Invoices from here on may be older than those before: numbers must not go back in time."""
        Sequence = self.get('ir.sequence.strict')
        for row in self.get('account.fiscalyear.invoice_sequence').search([]):
            anew, = Sequence.copy([row.out_invoice_sequence])
            row.out_invoice_sequence = row.out_credit_note_sequence = anew
            row.save()

    def currency(self, code, *rates):
        return self.made('currency.currency', name=code, code=code, symbol=code, rates=[
            self.get('currency.currency.rate')(date=day(date), rate=Decimal(rate)) for date, rate in rates])

    def article(self, name, cost=None, type='goods', unit=None):
        unit = unit or self.unit
        template = self.made('product.template', name=name, type=type, default_uom=unit, salable=True, sale_uom=unit,
                             list_price=Decimal(100), account_category=self.product.account_category, products=[self.get('product.product')()])
        product, = template.products
        if cost is not None:
            product.cost_price = Decimal(cost)
            product.save()
        return product

    def sale(self, party, lines, date=None, until='process', **more):
        """Lines of (article or None, quantity, price[, unit]); taken up to draft, quote, confirm or process."""
        Sale, Line = self.get('sale.sale'), self.get('sale.line')
        sale = Sale(party=party)
        sale.on_change_party()
        for name, value in {'payment_term': self.term, 'invoice_method': 'order', 'sale_date': date, **more}.items():
            setattr(sale, name, value)
        sale.save()
        for product, quantity, price, *unit in lines:
            line = Line(sale=sale, product=product, quantity=quantity, unit=unit[0] if unit else None, description='As agreed')
            line.on_change_product()
            line.unit_price = Decimal(price)
            line.save()
        for step in ('quote', 'confirm', 'process')[:('draft', 'quote', 'confirm', 'process').index(until)]:
            getattr(Sale, step)([Sale(sale.id)])
        return Sale(sale.id)

    def taken_back(self, sale, date, quantity):
        """The sale's return by its wizard, so many pieces of its first line; goods received, nothing credited yet."""
        Sale, Wizard = self.get('sale.sale'), self.get('sale.return_sale', type='wizard')
        with self.chosen(sale):
            _, data = Wizard(Wizard.create()[0]).do_return_({'views': []})
        back = Sale(data['res_id'][0])
        back.sale_date, back.lines[0].quantity = date, -quantity
        back.lines = back.lines[:1]
        back.save()
        for step in (Sale.quote, Sale.confirm, Sale.process):
            step([Sale(back.id)])
        Return = self.get('stock.shipment.out.return')
        for step in (Return.receive, Return.done):
            step(Return.browse(Sale(back.id).shipment_returns))
        return Sale(back.id)

    def send(self, sale, quantity=None):
        """Ships what waits, or so many pieces of it."""
        Sale, Shipment = self.get('sale.sale'), self.get('stock.shipment.out')
        waiting = [shipment for shipment in Sale(sale.id).shipments if shipment.state == 'waiting']
        for shipment in waiting if quantity is not None else ():
            move, = shipment.inventory_moves
            move.quantity = quantity
            move.save()
        for step in (Shipment.assign_force, Shipment.pick, Shipment.pack, Shipment.done):
            step(Shipment.browse(waiting))
        Sale.process([Sale(sale.id)])
        return Sale(sale.id)

    def handled(self, sale, kind, recreated=()):
        """What went wrong with a sale's shipment or invoice is done again or, left out of `recreated`, ignored."""
        Sale, Wizard = self.get('sale.sale'), self.get(f'sale.handle.{kind}.exception', type='wizard')
        with self.chosen(Sale(sale.id)):
            handle = Wizard(Wizard.create()[0])
            again = {'shipment': 'moves', 'invoice': 'invoices'}[kind]
            setattr(handle.ask, f'domain_{again}', handle.default_ask(None)[f'domain_{again}'])
            setattr(handle.ask, f'recreate_{again}', recreated)
            handle.transition_handle()
        Sale.process([Sale(sale.id)])

    def bill(self, sale, date, invoice=None):
        """The sale's invoice, posted; `invoice`: with what was added to it."""
        invoice = invoice or next(one for one in self.get('sale.sale')(sale.id).invoices if one.state == 'draft')
        invoice.invoice_date = date
        return self.posted(invoice)

    def invoice(self, party, lines, date, **more):
        """An invoice that no sale brought; lines of (article or None, quantity, price)."""
        invoice = self.get('account.invoice')(type='out', party=party, invoice_date=date)
        invoice.on_change_type()
        invoice.on_change_party()
        for name, value in {'account': self.account['receivable'], 'payment_term': self.term, **more}.items():
            setattr(invoice, name, value)
        invoice.lines = [self.line(*line, currency=more.get('currency')) for line in lines]
        return self.posted(invoice)

    def line(self, product, quantity, price, currency=None):
        return self.get('account.invoice.line')(
            type='line', currency=currency or self.euro, account=self.account['revenue'], product=product, quantity=quantity, unit=product and product.sale_uom,
            unit_price=Decimal(price), description='As agreed', taxes=self.tax)

    def posted(self, invoice):
        Invoice = self.get('account.invoice')
        invoice.invoice_report_cache = b'no page is printed'
        invoice.save()
        Invoice.update_taxes([invoice])
        Invoice.post([Invoice(invoice.id)])
        return Invoice(invoice.id)

    def credit(self, invoice, date, refund=False, quantity=None):
        """A credit note as the wizard makes it; without refund for a quantity of its only line."""
        note, = self.get('account.invoice').credit([invoice], refund=refund, invoice_date=date)
        if not refund:
            note.lines[0].quantity = quantity
            note.lines = note.lines
            note = self.posted(note)
        return note

    def pay(self, invoice, date, amount, rest='partial'):
        """By the wizard, in the invoice's currency; a rest stays open (partial) or is written off (writeoff)."""
        Wizard = self.get('account.invoice.pay', type='wizard')
        with self.chosen(invoice):
            pay = Wizard(Wizard.create()[0])
            pay.start.payment_method, pay.start.date, pay.start.description = self.method, date, None
            pay.start.amount, pay.start.currency, pay.start.currency_digits = Decimal(amount), invoice.currency, 2
            if pay.transition_choice() == 'ask':
                pay.ask.type, pay.ask.writeoff, pay.ask.lines = rest, self.write_off, pay.default_ask(None)['lines']
            pay.transition_pay()

    def chosen(self, record):
        return Transaction().set_context(active_model=record.__name__, active_id=record.id, active_ids=[record.id])

    def received(self, party, date, amount, currency=None, foreign=None):
        """Money by hand on the customer's account, below zero: given back. Answers its line."""
        Move, Line = self.get('account.move'), self.get('account.move.line')
        period = self.get('account.period').find(Transaction().context['company'], date=date)
        lines = [Line(account=account, party=party if account == self.account['receivable'] else None,
                      debit=Decimal(max(debit, 0)), credit=Decimal(max(-debit, 0)))
                 for account, debit in ((self.account['cash'], amount), (self.account['receivable'], -amount))]
        if currency:
            lines[1].second_currency, lines[1].amount_second_currency = currency, -Decimal(foreign)
        move = self.made('account.move', journal=self.method.journal, period=period, date=date, lines=lines)
        Move.post([move])
        return next(line for line in move.lines if line.party)

    def grouped(self, *invoices):
        """One line that stands for all that is owed on these invoices, as the wizard groups them."""
        Line = self.get('account.move.line')
        lines = Line.browse([line for invoice in invoices for line in invoice.lines_to_pay])
        return self.get('account.move.line.group', type='wizard').group_lines(lines, self.method.journal)[1]

    def reconcile(self, *items, **more):
        """Invoices and lines, together; `more`: writeoff and its date."""
        Line = self.get('account.move.line')
        lines = [line for item in items for line in (getattr(item, 'lines_to_pay', None) or [item])]
        Line.reconcile(Line.browse(lines), **more)
