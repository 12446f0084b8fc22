"""The reference customer of every adapter: a discount that was deserved once, ten visits, late payments, an open quote,
quiet since spring. Told once, without any host's words; each host enters it through its own classes.

Prices are of one article: list price 100.00, cost 60.00. Judged on Monday 23 November 2026, 10:00.
"""
import datetime
from decimal import Decimal
from typing import NamedTuple, Optional

NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
TODAY = NOW.date()
LIST_PRICE, COST, TAX, TERM_DAYS = Decimal("100.00"), Decimal("60.00"), Decimal("0.21"), 30


def day(text):
    return datetime.date.fromisoformat(text)


class Order(NamedTuple):
    """Pieces at a price, shipped, invoiced on its day and paid so many days after the invoice; None: not paid."""

    name: str
    date: datetime.date
    pieces: int
    price: Decimal
    paid_after_days: Optional[int]
    freight_paid: Optional[Decimal] = None


ORDERS = [
    Order("spring 2024", day("2024-05-06"), 600, Decimal("85.00"), 30),
    Order("autumn 2025", day("2025-09-15"), 60, Decimal("85.00"), 45),
    Order("january", day("2026-01-12"), 12, Decimal("85.00"), 75, Decimal("32.50")),
    Order("february", day("2026-02-09"), 9, Decimal("85.00"), 80, Decimal("29.95")),
    Order("march", day("2026-03-09"), 14, Decimal("85.00"), 61, Decimal("34.00")),
    Order("april", day("2026-04-13"), 5, Decimal("85.00"), None, Decimal("27.40")),
]
QUOTE = {"name": "quote", "sent_on": day("2026-11-12"), "pieces": 40, "price": Decimal("85.00")}
VISITS = [day(f"2026-{month:02}-{date:02}") for month, date in (
    (1, 8), (2, 5), (3, 5), (4, 9), (5, 7), (6, 11), (7, 9), (8, 20), (9, 10), (10, 15))]
ACCOUNT = {"name": "Bakkerij Jansen B.V.", "phone": "+31 40 555 0100", "country": "NL", "person_kind": "legal"}
SETTINGS = {"currency": "EUR", "country": "NL", "discount_scale": [
    {"from_revenue": 0, "percent": 0}, {"from_revenue": 10000, "percent": 5}, {"from_revenue": 45000, "percent": 15}]}


def snapshot(ids, unknown=frozenset()):
    """The same customer as a document. `ids`: the host's ids by name; `unknown`: fields and arrays that it cannot know."""
    def kept(array, **fields):
        return {name: value for name, value in fields.items() if f"{array}.{name}" not in unknown and value is not None}

    orders = [kept("orders", id=ids[order.name], date=order.date, list_amount=order.pieces * LIST_PRICE,
                   net_amount=order.pieces * order.price, cost_of_goods=order.pieces * COST, lines=1, items=order.pieces,
                   channel="phone", carriage_paid=True if order.freight_paid else None, freight_paid=order.freight_paid,
                   freight_charged=Decimal("0.00") if order.freight_paid else None, product_groups=["Meel"])
              for order in ORDERS]
    invoices = []
    for order in ORDERS:
        amount = (order.pieces * order.price * (1 + TAX)).quantize(Decimal("0.01"))
        paid = order.paid_after_days
        payments = [] if paid is None else [
            {"date": order.date + datetime.timedelta(days=paid), "amount": amount, "kind": "money"}]
        invoices.append(kept("invoices", id=ids["invoice " + order.name], date=order.date, delivery="paper", reminders=1,
                             due_date=order.date + datetime.timedelta(days=TERM_DAYS), amount_incl_tax=amount,
                             payments=payments))
    amount = QUOTE["pieces"] * QUOTE["price"]
    document = {
        "account": dict(kept("account", id=ids["account"], currency="EUR", active=True, **ACCOUNT)),
        "as_of": TODAY, "orders": orders, "credit_notes": [], "invoices": invoices,
        "quotes": [kept("quotes", id=ids["quote"], sent_on=QUOTE["sent_on"], amount=amount,
                        margin=amount - QUOTE["pieces"] * COST, status="open", requested=True)],
        "inquiries": [], "remedies": [], "contacts": [{"id": ids["account"], "phone": ACCOUNT["phone"]}],
        "activities": [kept("activities", id=ids[f"visit {number}"], date=date, kind="visit", planned=False)
                       for number, date in enumerate(VISITS, 1)],
    }
    return {name: value for name, value in document.items() if name not in unknown}
