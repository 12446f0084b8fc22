"""The statement of a year in exact fractions: every cost line from the drivers, as a change of them leaves them.

In: a Year, a Change.  Out: {line: cents}, net revenue, gross margin, contributions, net result.
"""
from fractions import Fraction as F

from reckon_year import OF_ORDERS, Change, Year, cents, freight, half_away

LINES = ("order_handling", "invoicing", "shipping", "late_payment", "visits", "calls", "returns", "account")


def handling(year, web, part):
    rates, by_orders, kept = year.rates, F(0), F(0)
    for order in year.orders:
        channel = order.get("channel")
        channel = "web" if web and channel in OF_ORDERS else channel
        by_orders += rates.of("order", channel) or 0
        by_orders += (rates.of("rush_order") or 0) if order.get("rush") else 0
        kept += F(order.get("lines", 1)) * (rates.of("order_line", channel) or 0)
        kept += F(order.get("items", 0)) * (rates.of("item") or 0)
    kept += rates.of("first_order") if year.is_first_order() else 0
    return by_orders * part + kept


def invoicing(year, einvoice, part):
    by_orders, kept = F(0), F(0)
    for invoice in year.invoices:
        delivery = invoice.get("delivery")
        by_orders += year.rates.of("invoice", "einvoice" if einvoice and delivery == "paper" else delivery)
        kept += int(invoice.get("reminders", 0)) * year.rates.of("reminder")
    return by_orders * part + kept


def freight_left(year, part):
    """What may be charged: of orders that are then below the carriage-paid value."""
    limit, left = cents(year.settings.get("carriage_paid_from")), F(0)
    for order, _, _, net in year.amounts:
        known = freight(order)
        if known is None or (limit is not None and (net is None or F(net) / part >= limit)):
            continue
        paid = year.rates.of("shipment") if known[0] == "rate" else known[0]
        left += max(F(0), paid - known[1])
    return left * part


def shipping(year, charged, part):
    line = F(0)
    for order in year.orders:
        known = freight(order)
        if known is not None:
            line += (year.rates.of("shipment") if known[0] == "rate" else known[0]) - known[1]
    return line * part - (freight_left(year, part) if charged else 0)


def late_payment(year, change):
    cent_days = F(year.cent_days)
    if change.terms is not None:  # that part of the days after the due date
        cent_days += year.cent_days_late * (change.terms - 1)
    if year.net > 0:
        cent_days *= F(year.net + change.more_net, year.net)
    return cent_days * F(year.settings.get("funding_rate", F(6, 100))) / 365


def done(year, kind):
    return sum((year.rates.of_activity(a) or F(0) for a in year.activities if a["kind"] == kind), F(0))


def visits_and_calls(year, change):
    visits, calls = done(year, "visit"), done(year, "call")
    if change.visits is not None and year.visits() > 0:
        calls += (year.visits() - change.visits) * (year.rates.of("call") or 0)
        visits = visits * change.visits / year.visits()
    return visits, calls


def once(year, reckon, *change):
    """A line of these changes, reckoned once a year: most changes leave most lines as they were."""
    key = (reckon.__name__,) + change
    if key not in year.reckoned:
        year.reckoned[key] = reckon(year, *change)
    return year.reckoned[key]


def cost_lines(year, change=Change()):
    part = F(change.orders, year.n) if change.orders is not None else F(1)
    visits, calls = visits_and_calls(year, change)
    items = sum(F(note.get("items", 0)) for note in year.returns)
    lines = {
        "order_handling": once(year, handling, change.web, part), "invoicing": once(year, invoicing, change.einvoice, part),
        "shipping": once(year, shipping, change.freight, part), "late_payment": late_payment(year, change), "visits": visits,
        "calls": calls, "returns": len(year.returns) * year.rates.of("return") + items * (year.rates.of("return_item") or 0),
        "account": year.rates.of("account_year") if year.orders else F(0)}
    ours = set(year.rates.table) - {"visit", "call"}
    for activity in year.activities:
        kind, cost = activity["kind"], year.rates.of_activity(activity)
        if kind not in ("visit", "call") and cost is not None and (kind in ours or "cost" in activity):
            lines[kind] = lines.get(kind, F(0)) + cost
    return {name: half_away(amount) for name, amount in lines.items()}


def fees(year, change, even):
    """More contributions: the fee × floor(n′ / n × orders now below break-even)."""
    if not change.fee or even is None:
        return 0
    part = F(change.orders, year.n) if change.orders is not None else F(1)
    return int(part * year.small_orders(even)) * change.fee


class Result:
    """net result = gross margin − Σ lines + contributions; the goods cost what they cost, whatever their price."""

    def __init__(self, year, change=Change(), even=None):
        self.net_revenue, cost = year.net_revenue(), once(year, Year.cost_of_goods)
        self.lines = cost_lines(year, change)
        self.contributions = sum(cents(order.get("contribution") or 0) for order in year.orders)
        self.contributions += fees(year, change, even)
        known = self.net_revenue is not None and cost is not None
        self.net_revenue = None if self.net_revenue is None else self.net_revenue + change.more_net
        self.gross_margin = self.net_revenue - cost if known else None
        self.net_result = self.gross_margin - sum(self.lines.values()) + self.contributions if known else None

    def reaches(self, settings):
        return self.net_result * 10000 >= int(settings.get("target_margin_bp", 0)) * max(self.net_revenue, 0)
