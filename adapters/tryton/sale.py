"""Sales, invoices, shipments and opportunities: the hooks, and what a sale may tell of its freight and its quotation."""
from trytond.model import fields
from trytond.pool import PoolMeta

from . import clock
from .changes import actions, hooked


class Sale(hooked(lambda sale: (sale.party.id,), lambda sale: sale.state != 'draft'), metaclass=PoolMeta):
    __name__ = 'sale.sale'
    rendabel_freight_paid = fields.Numeric("Freight Paid", digits=(16, 2), help="What the carrier asked. Empty: unknown.")
    rendabel_carriage = fields.Selection([(None, ""), ('us', "Us"), ('customer', "Customer")], "Carriage Paid By")
    rendabel_quoted_on = fields.Date("Quoted On")
    rendabel_valid_until = fields.Date("Valid Until", help="Tryton's quotations do not expire; a promise to the customer may.")
    rendabel_requested = fields.Boolean("Asked For", help="The customer asked for this quotation: then we may call back on it.")

    @classmethod
    def write(cls, sales, values, *args):
        """The day of a quotation is noted when it becomes one, and forgotten when it is a draft again."""
        pairs = actions(sales, values, args)
        cleared = [(some, dict(new, rendabel_quoted_on=None) if new.get('state') == 'draft' else new) for some, new in pairs]
        super().write(*sum(map(list, cleared), []))
        undated = [sale for some, new in pairs if new.get('state') == 'quotation' for sale in cls.browse(some)
            if not sale.rendabel_quoted_on]
        if undated:
            super().write(undated, {'rendabel_quoted_on': clock.today()})

    @classmethod
    def copy(cls, sales, default=None):
        default = dict(default or {})
        for name in ('freight_paid', 'quoted_on', 'valid_until'):
            default.setdefault('rendabel_' + name)
        return super().copy(sales, default=default)


class Invoice(hooked(lambda invoice: (invoice.party.id,),
        lambda invoice: invoice.type == 'out' and invoice.state not in ('draft', 'validated')), metaclass=PoolMeta):
    __name__ = 'account.invoice'


class ShipmentOut(hooked(lambda shipment: {move.sale.party.id for move in shipment.outgoing_moves if move.sale},
        lambda shipment: shipment.state == 'done'), metaclass=PoolMeta):
    __name__ = 'stock.shipment.out'


class ShipmentReturn(hooked(lambda shipment: {move.sale.party.id for move in shipment.incoming_moves if move.sale},
        lambda shipment: shipment.state in ('received', 'done')), metaclass=PoolMeta):
    __name__ = 'stock.shipment.out.return'


class Opportunity(hooked(lambda opportunity: (opportunity.party.id,) if opportunity.party else ()), metaclass=PoolMeta):
    __name__ = 'sale.opportunity'
