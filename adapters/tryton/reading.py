"""One reading of the database for some parties of a company: tables by model, rows in slices, money in its currency.

Columns are selected as they are and summed here: SQLite has no decimals, and a sum of its floats is no amount.
"""
from array import array
from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Decimal

from rendabel.host import chunks, money
from sql import Column, Literal
from trytond.model import fields
from trytond.pool import Pool
from trytond.transaction import Transaction

from . import clock


def counted(value):
    """A number of items with the six decimals that a document takes; below zero it is unknown."""
    if value is None or value < 0:
        return None
    return round(value, 6) if value.as_tuple().exponent < -6 else value


def groups(rows):
    """Rows by their first value."""
    found = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


class Reading:
    def __init__(self, company_id, party_ids):
        self.pool, self.company, self.parties = Pool(), company_id, list(party_ids)
        self._models = {name for name, _ in self.pool.iterobject()}
        self.currency = self.pool.get('company.company')(company_id).currency
        self.digits, self._unit, self._rounding = self.currency.digits, self.currency.id, {}
        self._quantities, self._rates = {}, {}

    def has(self, model, field=None):
        """Whether a model, and a field of it, is there: what a module brings that is not installed is unknown."""
        return model in self._models and (field is None or field in self.pool.get(model)._fields)

    def has_column(self, model, name):
        """Whether it is a column, too, and not reckoned by the host."""
        return self.has(model, name) and not isinstance(self.pool.get(model)._fields[name], fields.Function)

    def table(self, model):
        return self.pool.get(model).__table__()

    def field(self, table, model, name):
        """A column, or NULL where its module is not installed."""
        return Column(table, name) if self.has(model, name) else Literal(None)

    def query(self, query):
        cursor = Transaction().connection.cursor()
        cursor.execute(*query)
        return cursor.fetchall()

    def rows(self, query_of, ids):
        """The rows of query_of(some ids), slice by slice; an array is what python-sql writes out fastest."""
        found = []
        for some in chunks(ids, 900):
            found.extend(self.query(query_of(array('q', some))))
        return found

    def rounding(self, currency):
        """A function that rounds as Tryton rounds the amount of a line in a currency: half to even."""
        if currency not in self._rounding:
            unit = self.pool.get('currency.currency')(currency).rounding
            if unit.as_tuple().digits == (1,):  # a power of ten, as nearly everywhere: the same in one step
                self._rounding[currency] = lambda value: value.quantize(unit, ROUND_HALF_EVEN)
            else:
                self._rounding[currency] = lambda value: (value / unit).quantize(Decimal(1), ROUND_HALF_EVEN) * unit
        return self._rounding[currency]

    def amount(self, value, currency=None, date=None):
        """An amount of another currency in the company's, at the rate of its day (None: today's), with the currency's decimals.

        None where there is no rate yet.
        """
        if value is None:
            return None
        if currency is not None and currency != self._unit:
            own, other = self._rates_of(currency, date or clock.today())
            if not own or not other:
                return None
            value = value * own / other
        return money(value, self.digits)

    def _rates_of(self, currency, date):
        """Rates of the company's currency and another on a day; 0: none."""
        if (currency, date) not in self._rates:
            Currency = self.pool.get('currency.currency')
            with Transaction().set_context(date=date):
                self._rates[currency, date] = Currency(self._unit).rate, Currency(currency).rate
        return self._rates[currency, date]

    def quantity(self, value, unit=None, default_unit=None):
        """A quantity, in a product's own unit, as a Decimal. The few that an order book has are made once."""
        if unit != default_unit and unit and default_unit:
            Uom = self.pool.get('product.uom')
            value = Uom.compute_qty(Uom(unit), value, Uom(default_unit), round=False)
        found = self._quantities.get(value)
        if found is None:
            found = self._quantities[value] = Decimal(str(value or 0))
        return found
