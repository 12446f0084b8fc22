"""What the goods of a sale line cost: its moves that were done, else the product's cost of today; and product groups."""
from decimal import Decimal

from .reading import groups


class Costs:
    def __init__(self, reading, lines):
        self.reading = reading
        products = sorted({line[2] for line in lines if line[2]})
        self.products = self._products(products) if products and reading.has('product.product') else {}
        self.moved = self._moves([line[1] for line in lines]) if reading.has('stock.move') else {}
        self.names = self._groups(products) if products else {}

    def _products(self, ids):
        """(type, unit, cost) by product; the cost is the company's own."""
        reading = self.reading
        product, template = reading.table('product.product'), reading.table('product.template')
        rows = reading.rows(lambda some: product.join(template, condition=product.template == template.id).select(
            product.id, template.type, template.default_uom, where=product.id.in_(some)), ids)
        value = reading.table('product.cost_price')
        costs = dict(reading.rows(lambda some: value.select(value.product, value.cost_price,
            where=value.product.in_(some) & (value.company == reading.company)), ids))
        return {id: (type, unit, costs.get(id)) for id, type, unit in rows}

    def _moves(self, ids):
        """Done moves by line: quantity in the product's unit and cost of one; goods that come back are below zero."""
        move, location = self.reading.table('stock.move'), self.reading.table('stock.location')
        rows = self.reading.rows(lambda some: move.join(location, condition=move.to_location == location.id).select(
            move.origin, move.internal_quantity, move.cost_price, location.type,
            where=move.origin.in_(['sale.line,%s' % id for id in some]) & (move.state == 'done')), ids)
        return groups([(int(origin.split(',')[1]), quantity if type == 'customer' else -quantity, cost)
            for origin, quantity, cost, type in rows])

    def _groups(self, ids):
        """Names of the categories of each product: what customers buy together is told by them."""
        reading = self.reading
        product, link = reading.table('product.product'), reading.table('product.template-product.category')
        rows = reading.rows(lambda some: product.join(link, condition=product.template == link.template).select(
            product.id, link.category, where=product.id.in_(some), order_by=[product.id, link.category]), ids)
        Category = reading.pool.get('product.category')
        names = {category.id: category.name for category in Category.browse(sorted({category for _, category in rows}))
            if category.name and not getattr(category, 'accounting', False)}
        return {product: [names[category] for _, category in some if category in names] for product, some in groups(rows).items()}

    def groups(self, product):
        return self.names.get(product, ())

    def of(self, id, product, unit, quantity):
        """The cost of a line, None where it is not known: goods whose cost was never entered have none, not 0."""
        if product not in self.products:
            return None
        type, own_unit, cost = self.products[product]
        left = wanted = self.reading.quantity(quantity, unit, own_unit)
        spent = Decimal(0)
        for _, moved, each in self.moved.get(id, ()):
            if each is None:
                return None
            moved = self.reading.quantity(moved)
            spent, left = spent + moved * each, left - moved
        if left * wanted <= 0:
            return spent
        if cost is None or (cost == 0 and type != 'service'):
            return None
        return spent + left * cost
