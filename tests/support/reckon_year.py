"""A year of an account in exact fractions, from the snapshot's JSON by the rules' own words: what it did, and its
statement. A second opinion, written apart from the library.

In: a snapshot (numbers as Fraction), settings, window k.  Out: Year with its sums; statement(year, change).
Method: every line is reckoned anew from the drivers for every change, and rounded once, half away from zero.
"""
from collections import namedtuple
from datetime import date, timedelta
from fractions import Fraction as F

DEFAULT_RATES = {
    "order": {"minutes": 5}, "order_line": {"minutes": 3}, "first_order": {"minutes": 15}, "rush_order": {"minutes": 10},
    "order.web": 2, "order_line.web": 0, "order.edi": 1, "order_line.edi": 0, "invoice": 5, "invoice.paper": 10,
    "invoice.pdf": 5, "invoice.einvoice": F(5, 2), "reminder": 10, "shipment": F(25, 2), "visit": 400, "call": 6,
    "return": 20, "account_year": 0}
AVOIDABLE = {"shipping": F(1), "late_payment": F(1), "returns": F(1), "account": F(0), "other": F(1, 2)}
OF_ORDERS = {"phone", "email", "visit"}  # what shift_channel moves to the web
DAY = timedelta(days=1)
# What remedies change: n orders, the price (more net), days after the due date, and so on. None: as it was.
Change = namedtuple("Change", "orders more_net terms freight fee web einvoice visits",
                    defaults=(None, F(0), None, False, F(0), False, False, None))


def half_away(value):
    """A whole number, half away from zero."""
    whole = int(abs(value) + F(1, 2))
    return whole if value >= 0 else -whole


def cents(amount):
    return None if amount is None else int(F(amount) * 100)


def day(text):
    return date.fromisoformat(text)


class Rates:
    def __init__(self, settings):
        self.table = {**DEFAULT_RATES, **settings.get("activity_rates", {})}
        self.minute = F(settings.get("minute_rate", F(3, 4)))

    def of(self, driver, variant=None):
        """Cents for one unit; a rate per hour gives None."""
        rate = self.table.get(f"{driver}.{variant}") if variant else None
        rate = self.table.get(driver, 0) if rate is None else rate
        if isinstance(rate, dict):
            return F(rate["minutes"]) * self.minute * 100 if "minutes" in rate else None
        return F(rate) * 100

    def of_activity(self, activity):
        if activity.get("cost") is not None:
            return F(cents(activity["cost"]))
        rate = self.table.get(activity["kind"])
        if isinstance(rate, dict) and "per_hour" in rate:
            minutes = activity.get("minutes")
            return None if minutes is None else F(minutes) * F(rate["per_hour"]) * 100 / 60
        return None if rate is None else F(activity.get("quantity", 1)) * self.of(activity["kind"])


def amounts(order):
    """(list, discount, net) in cents; two of them give the third."""
    listed, discount, net = (cents(order.get(key)) for key in ("list_amount", "discount_amount", "net_amount"))
    if listed is not None and net is None:
        discount = 0 if discount is None else discount
        return listed, discount, listed - discount
    if listed is not None:
        return listed, listed - net, net
    return (None if discount is None or net is None else net + discount), discount, net


def freight(order):
    """(paid, charged) in cents, paid is 'rate' where nobody knows it; None: the order is left out."""
    carriage = order.get("carriage_paid")
    paid, charged = cents(order.get("freight_paid")), cents(order.get("freight_charged"))
    if carriage is None and (paid is None or charged is None):
        return None
    if carriage:
        return ("rate" if paid is None else paid), charged or 0
    known = paid if paid is not None else charged or 0
    return known, (charged if charged is not None else known)


def outstanding_days(invoice, first, last):
    """Σ over days first … last of what is out at the start of the day; it changes on the day after a payment only."""
    days = sorted({first, last + DAY} | {day(p["date"]) + DAY for p in invoice["payments"]})
    days = [one for one in days if first <= one <= last + DAY]
    total = 0
    for start, end in zip(days, days[1:]):
        paid = sum(cents(p["amount"]) for p in invoice["payments"] if day(p["date"]) < start)
        total += max(0, cents(invoice["amount_incl_tax"]) - paid) * ((end - start) // DAY)
    return total


class Year:
    """Window k of an account."""

    def __init__(self, snapshot, settings, k=0):
        self.snapshot, self.settings, self.rates, self.k = snapshot, settings, Rates(settings), k
        self.reckoned = {}  # lines of changes seen before
        account = self.account = snapshot["account"]
        as_of = self.as_of = day(snapshot["as_of"])
        self.last = as_of - timedelta(days=365 * k)
        self.first = self.last - timedelta(days=364)
        history = account.get("history_from")
        self.complete = history is None or self.first >= day(history)
        self.orders = self.within("orders")
        self.notes = self.within("credit_notes")
        self.activities = [a for a in self.within("activities") if not a.get("planned")]
        self.amounts = [(order,) + amounts(order) for order in self.orders]
        self.n = sum(1 for *_, net in self.amounts if net is not None and net > 0)
        self.net = sum(net for *_, net in self.amounts if net is not None)
        self.positive_net = sum(net for *_, net in self.amounts if net is not None and net > 0)
        listed = [row for row in self.amounts if row[1] is not None]
        self.all_listed = len(listed) == len(self.orders)
        self.listed_net, self.list = sum(row[3] for row in listed), sum(row[1] for row in listed)
        self.discount = sum(row[2] for row in listed)
        self.credited = sum(cents(note["amount"]) for note in self.notes)
        self.bonus = sum(cents(note["amount"]) for note in self.notes if note.get("kind") == "bonus")
        self.returns = [note for note in self.notes if note.get("kind", "return") == "return"]
        self.invoices = self.within("invoices")
        self.late_days()

    def within(self, array):
        return [row for row in self.snapshot.get(array, []) if self.first <= day(row["date"]) <= self.last]

    def due(self, invoice):
        if invoice.get("due_date"):
            return day(invoice["due_date"])
        payment_days = self.account.get("payment_days")
        return None if payment_days is None else day(invoice["date"]) + timedelta(days=int(payment_days))

    def late_days(self):
        """Cent-days by the mode and after the due date; and the invoices due in the window."""
        self.cent_days = self.cent_days_late = self.due_amount = self.due_cent_days = 0
        full = self.settings.get("late_payment_mode") == "full_credit"
        for invoice in self.snapshot.get("invoices", []):
            if "payments" not in invoice or cents(invoice["amount_incl_tax"]) <= 0:
                continue
            due, dated = self.due(invoice), day(invoice["date"])
            late = 0 if due is None else outstanding_days(invoice, max(due + DAY, self.first), self.last)
            self.cent_days_late += late
            self.cent_days += outstanding_days(invoice, max(dated + DAY, self.first), self.last) if full else late
            if due is not None and self.first <= due <= self.last and day(invoice["date"]) <= self.last:
                self.due_amount += cents(invoice["amount_incl_tax"])
                self.due_cent_days += late

    # What the goods cost: known + assumed − given back, one rounding.
    def cost_of_goods(self):
        cost, with_cost, without = F(0), 0, []
        for order, *_, net in self.amounts:
            if net is None:
                continue
            if order.get("cost_of_goods") is None:
                without.append(net)
            else:
                cost += cents(order["cost_of_goods"])
                with_cost += net
        known, back = cost, F(0)
        by_id = {order["id"]: order for order in self.snapshot.get("orders", [])}
        for note in self.returns:
            order = by_id.get(note.get("order_id"))
            net = amounts(order)[2] if order else None
            if note.get("cost_of_goods") is not None:
                back += cents(note["cost_of_goods"])
            elif net is not None and net > 0 and order.get("cost_of_goods") is not None:
                back += F(cents(note["amount"]) * cents(order["cost_of_goods"]), net)
            else:
                without.append(-cents(note["amount"]))
        if without:
            assumed = self.settings.get("gross_margin_assumed")
            if with_cost > 0 and with_cost * 5 >= self.net * 4:
                known += sum(without) * cost / with_cost
            elif assumed is not None:
                known += sum(without) * (1 - F(assumed))
            else:
                return None
        return half_away(known - back)

    def is_first_order(self):
        orders = self.snapshot.get("orders", [])
        if not orders or self.account.get("history_from"):
            return False
        return self.first <= min(day(order["date"]) for order in orders) <= self.last

    def small_orders(self, value):
        return sum(1 for *_, net in self.amounts if net is not None and 0 < net < value)

    def visits(self):
        return sum(F(a.get("quantity", 1)) for a in self.activities if a["kind"] == "visit")

    def net_revenue(self):
        if "orders" not in self.snapshot or (self.orders and all(net is None for *_, net in self.amounts)):
            return None
        return self.net - self.credited
