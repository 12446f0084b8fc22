"""Pieces of documents as tryton_facts.py expects them. None: the field must not be there."""
from decimal import Decimal

from .reference import day


def bill(invoice, date, due, amount, *settlements):
    return {"id": f"I{invoice.id}", "date": day(date), "due_date": day(due), "amount_incl_tax": Decimal(amount),
            "payments": [{"date": day(paid), "amount": Decimal(much), "kind": kind} for paid, much, kind in settlements]}


def derived(invoice, date, net, **more):
    """An order that only an invoice tells of."""
    return {"id": f"I{invoice.id}", "date": day(date), "derived_from": "invoice", "net_amount": Decimal(net), **more}


def credited(note, date, kind, amount, order=None, **more):
    letters = {"sale.sale": "S", "account.invoice": "I"}
    return {"id": f"{letters[note.__name__]}{note.id}", "date": day(date), "kind": kind, "amount": Decimal(amount),
            "order_id": order and f"{letters[order.__name__]}{order.id}", **more}


def ordered(books, sale, date, net, cost, items, **more):
    """A sale of flour at its list price, one line of it."""
    return {"id": f"S{sale.id}", "date": day(date), "list_amount": Decimal(net), "net_amount": Decimal(net), "lines": 1,
            "cost_of_goods": cost and Decimal(cost), "items": Decimal(items), "product_groups": ["Meel"],
            "freight_charged": Decimal(0) if books.carriers else None, **more}
