"""What the goods of a line cost: its moves that were done, else the product's cost of today; and product groups."""
from decimal import Decimal

from .reading import groups


class Costs:
    """Of some products; `lines`: sale lines, whose moves count. `shipped`: pairs of such a line and its shipment."""

    def __init__(self, reading, products, lines=()):
        self.reading, self.shipped = reading, []
        products = sorted({product for product in products if product})
        self.products = self._products(products) if products and reading.has('product.product') else {}
        self.moved, self.ignored = self._moves(lines) if lines and reading.has('stock.move') else ({}, {})
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
        """By line the done moves, (line, quantity in the product's unit, cost of one), below zero where goods come back; and
        how much was cancelled for good. Notes the shipments of each line on the way.
        """
        move, location, link = (self.reading.table(name) for name in (
            'stock.move', 'stock.location', 'sale.line-ignored-stock.move'))
        joined = move.join(location, condition=move.to_location == location.id).join(link, 'LEFT', condition=link.move == move.id)
        rows = self.reading.rows(lambda some: joined.select(
            move.origin, move.internal_quantity, move.cost_price, location.type, move.shipment, move.state,
            where=move.origin.in_(['sale.line,%s' % id for id in some])
            & ((move.state == 'done') | (link.id != None))), ids)  # noqa: E711 (SQL)
        moved, ignored = [], {}
        for origin, quantity, cost, type, shipment, state in rows:
            id = int(origin.split(',')[1])
            if state == 'done':
                moved.append((id, quantity if type == 'customer' else -quantity, cost))
                self.shipped.append((id, shipment or ''))
            else:
                ignored[id] = ignored.get(id, 0) + self.reading.quantity(quantity)
        return groups(moved), ignored

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

    def is_goods(self, product):
        return product in self.products and self.products[product][0] != 'service'

    def sold(self, id, product, unit, quantity):
        """Of a line that is invoiced as it is shipped: less where the rest was given up, more where more was sent."""
        moved, ignored = self.moved.get(id, ()), self.ignored.get(id, 0)
        if product not in self.products or not (moved or ignored):
            return self.reading.quantity(quantity)
        wanted = abs(self.reading.quantity(quantity, unit, self.products[product][1]))
        sent = abs(sum(self.reading.quantity(one) for _, one, _ in moved))
        return self.reading.quantity(quantity) * max(wanted - ignored, sent) / wanted if wanted else Decimal(0)

    def of(self, id, product, unit, quantity):
        """The cost of a line, None where it is not known: goods whose cost was never entered have none, not 0."""
        if product not in self.products:
            return None
        type, own_unit, cost = self.products[product]
        if cost == 0 and type != 'service':
            cost = None
        left = wanted = self.reading.quantity(quantity, unit, own_unit)
        spent = Decimal(0)
        for _, moved, each in self.moved.get(id, ()):
            each = each or cost  # a move of goods without a cost has 0, too
            if each is None:
                return None
            moved = self.reading.quantity(moved)
            spent, left = spent + moved * each, left - moved
        ignored = self.ignored.get(id)
        if ignored:
            left -= ignored if wanted > 0 else -ignored
        if left * wanted <= 0:
            return spent
        return None if cost is None else spent + left * cost
