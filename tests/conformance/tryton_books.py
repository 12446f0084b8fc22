"""A company in Tryton by its own classes: chart of accounts, fiscal years, tax, an article; and the steps of a sale.

Runs inside Tryton's Python with proteus connected (see tryton_house.py).
"""
import datetime
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from proteus import Model, Wizard
from proteus import config as proteus_config
from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, create_tax, get_accounts
from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences
from trytond.modules.company.tests.tools import create_company, get_company


def sign_on():
    """Takes the user's company over into the session, and lets old dates pass without asking."""
    config = proteus_config.get_config()
    config._context = Model.get('res.user').get_preferences(True, {})
    config.pool.get('res.user.warning').check = classmethod(lambda cls, name: False)


def found_company(years):
    """EUR, an English chart, a fiscal year each, Dutch address; answers the company."""
    Currency, Rate = Model.get('currency.currency'), Model.get('currency.currency.rate')
    euro = Currency(name='Euro', code='EUR', symbol='€', digits=2, rounding=Decimal('0.01'))
    euro.rates.append(Rate(date=datetime.date(2020, 1, 1), rate=Decimal(1)))
    euro.save()
    Country = Model.get('country.country')
    Country(name='Nederland', code='NL').save()
    create_company(currency=euro)
    sign_on()
    company = get_company()
    create_chart(company)
    for year in years:
        fiscal_year = create_fiscalyear(company, datetime.date(year, 1, 1))
        set_fiscalyear_invoice_sequences(fiscal_year).click('create_period')
    return company


class Shop:
    """What a sale needs: article, tax, terms, cash. `settle` waits until the queue is empty, where a worker empties it."""

    def __init__(self, reference, settle):
        self.settle = settle
        company = get_company()
        accounts = self.accounts = get_accounts(company)
        tax = create_tax(reference.TAX)
        tax.save()
        Category = Model.get('product.category')
        bookkeeping = Category(name='Goods', accounting=True, account_expense=accounts['expense'],
                               account_revenue=accounts['revenue'])
        bookkeeping.customer_taxes.append(tax)
        bookkeeping.save()
        flour = Category(name='Meel')
        flour.save()
        unit, = Model.get('product.uom').find([('name', '=', 'Unit')])
        template = Model.get('product.template')(name='Flour', default_uom=unit, type='goods', salable=True,
                                                 list_price=reference.LIST_PRICE, account_category=bookkeeping)
        template.categories.append(flour)
        template.products[0].cost_price = reference.COST
        template.save()
        self.product = template.products[0]
        self.term = Model.get('account.invoice.payment_term')(name='30 days')
        line = self.term.lines.new(type='remainder')
        line.relativedeltas.new(days=reference.TERM_DAYS)
        self.term.save()
        journal, = Model.get('account.journal').find([('type', '=', 'cash')])
        self.cash = Model.get('account.invoice.payment.method')(
            name='Cash', journal=journal, credit_account=accounts['cash'], debit_account=accounts['cash'])
        self.cash.save()

    def quote(self, customer, pieces, price, date=None, **more):
        """A sale that is quoted; its date where it will be confirmed."""
        sale = Model.get('sale.sale')(party=customer, payment_term=self.term, invoice_method='order', sale_date=date)
        for name, value in more.items():
            setattr(sale, name, value)
        line = sale.lines.new()
        line.product = self.product
        line.quantity = pieces
        line.unit_price = price
        sale.click('quote')
        return sale

    @staticmethod
    def ship(sale):
        for shipment in sale.shipments:
            shipment.click('assign_force')
            for step in ('pick', 'pack', 'done'):
                shipment.click(step)

    @staticmethod
    def bill(sale, date):
        invoice, = sale.invoices
        invoice.invoice_date = date
        invoice.click('post')
        return invoice

    def pay(self, invoice, date):
        pay = Wizard('account.invoice.pay', [invoice])
        pay.form.payment_method = self.cash
        pay.form.date = date
        pay.execute('choice')

    def sell(self, customer, order):
        """Quote, confirm, ship, invoice, and pay when the customer paid."""
        more = {'rendabel_carriage': 'us', 'rendabel_freight_paid': order.freight_paid} if order.freight_paid else {}
        sale = self.quote(customer, order.pieces, order.price, order.date, rendabel_quoted_on=order.date, **more)
        sale.click('confirm')
        self.settle()  # confirming leaves the rest to the queue
        sale.reload()
        self.ship(sale)
        invoice = self.bill(sale, order.date)
        if order.paid_after_days is not None:
            self.pay(invoice, order.date + relativedelta(days=order.paid_after_days))
        self.settle()
        return sale, invoice
