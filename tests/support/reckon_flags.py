"""Flags of an account in exact fractions: {code: amount in cents or None}, from the rules' own words.

In: the three years with their results.  Out: flags but slipping, dormant and never_bought, which the rhythm gives.
"""
from datetime import date, timedelta
from fractions import Fraction as F

from reckon_lines import Result, late_payment
from reckon_year import Change, Year, amounts, cents, day, freight, half_away


class Account:
    """What the flags, the remedies and the verdict look at."""

    def __init__(self, snapshot, settings):
        self.snapshot, self.settings = snapshot, settings
        self.years = [Year(snapshot, settings, k) for k in range(3)]
        self.results = [Result(year) for year in self.years]
        self.year, self.result = self.years[0], self.results[0]
        account, as_of = snapshot["account"], self.year.as_of
        days = [day(account["since"])] if account.get("since") else []
        days += [day(row["date"]) for array in ("orders", "invoices") for row in snapshot.get(array, [])
                 if day(row["date"]) <= as_of]
        self.age = (as_of - min(days)).days if days else -1
        self.ever_ordered = any(day(order["date"]) <= as_of for order in snapshot.get("orders", []))
        self.potential = self.best_margin()
        self.flags = {}
        if not account.get("unassigned"):
            self.raise_flags()

    def best_margin(self):
        margins = [result.gross_margin for year, result in zip(self.years, self.results) if year.complete]
        known = [margin for margin in margins if margin is not None]
        if not known or (len(known) < len(margins) and max(known) <= 0):
            return None
        return max(known)

    def revenue(self, k):
        return self.results[k].net_revenue if self.years[k].complete else None

    def order_cost(self):
        return sum(self.result.lines[name] for name in ("order_handling", "invoicing", "shipping"))

    def break_even_order(self):
        """Those costs without reminders, first_order and rush_order per order with net > 0, / gross-margin ratio."""
        year, result = self.year, self.result
        if result.gross_margin is None or result.gross_margin <= 0 or result.net_revenue <= 0 or year.n == 0:
            return None
        cost = F(0)
        for order in year.orders:
            channel, known = order.get("channel"), freight(order)
            cost += year.rates.of("order", channel) or 0
            cost += F(order.get("lines", 1)) * (year.rates.of("order_line", channel) or 0)
            cost += F(order.get("items", 0)) * (year.rates.of("item") or 0)
            if known is not None:
                cost += (year.rates.of("shipment") if known[0] == "rate" else known[0]) - known[1]
        cost += sum(year.rates.of("invoice", invoice.get("delivery")) for invoice in year.invoices)
        return half_away(cost / year.n * result.net_revenue / result.gross_margin)

    # The discount.
    def price(self, year=None):
        """(list, discount with bonuses): known, or by the standing percent; None: nobody knows."""
        year = year or self.year
        if year.list > 0 and year.listed_net * 5 >= year.net * 4:
            return F(year.list), F(year.discount + year.bonus)
        standing = self.snapshot["account"].get("standing_discount_percent")
        if standing is None or year.net <= 0 or F(standing) >= 100:
            return None
        listed = year.net / (1 - F(standing) / 100)
        return listed, listed - year.net

    def due_percent(self):
        reached = [step for step in self.settings["discount_scale"]
                   if self.price()[0] * (1 - F(step["percent"]) / 100) - self.year.credited >= cents(step["from_revenue"])]
        return F(max(reached, key=lambda step: step["from_revenue"])["percent"]) if reached else F(0)

    def too_much(self):
        listed, given = self.price()
        return given - self.due_percent() / 100 * listed

    def stale_discount(self):
        if not self.settings.get("discount_scale") or not self.year.orders or self.year.net <= 0 or self.age <= 365:
            return
        if self.price() is None or self.too_much() * 100 < self.price()[0]:
            return
        self.flags["stale_discount"] = half_away(self.too_much() * max(0, self.result.net_revenue) / self.year.net)

    # Flags on a line's share, and on the way the account goes.
    def met(self, line, percent):
        margin = self.result.gross_margin
        return line > 0 if margin <= 0 else line * 100 > margin * percent

    def shares(self):
        result = self.result
        if result.gross_margin is None or not self.year.orders or self.age <= 90:
            return
        if result.net_result < -2500:
            self.flags["loss_making"] = -result.net_result
        derived = any(order.get("derived_from") == "invoice" for order in self.year.orders)
        if not derived and self.met(self.order_cost(), 33):
            self.flags["costly_orders"] = self.order_cost()
        if self.met(result.lines["shipping"], 5):
            self.flags["free_shipping"] = result.lines["shipping"]
        if self.met(result.lines["visits"], 25):
            too_many = max(F(0), self.year.visits() - self.carried())
            self.flags["over_visited"] = half_away(too_many * self.year.rates.of("visit"))
        if self.met(result.lines["returns"], 5):
            self.flags["returns"] = result.lines["returns"]

    def carried(self):
        lines = sum(amount for name, amount in self.result.lines.items() if name != "visits")
        return max(0, (self.result.gross_margin - lines + self.result.contributions) // self.year.rates.of("visit"))

    def advised(self):
        margin = self.result.gross_margin
        margin = max(margin, margin if self.potential is None else self.potential)
        share = F(self.settings.get("visit_share", F(1, 4)))
        return min(self.carried(), max(0, share * margin // self.year.rates.of("visit")),
                   int(self.settings.get("visits_max", 12)))

    def late_payer(self):
        year = self.year
        if year.due_amount <= 0 or year.due_cent_days < 7 * year.due_amount:
            return
        after_due = late_payment(year, Change()) - late_payment(year, Change(terms=F(0)))
        if half_away(after_due) >= 100:
            self.flags["late_payer"] = half_away(after_due)

    def trend(self):
        r0, r1, r2 = (self.revenue(k) for k in range(3))
        if r0 is None or r1 is None:
            return
        if (r1 > 0 and r0 * 100 < r1 * 80) or (r2 is not None and r0 < r1 < r2 and r0 * 100 < r2 * 80):
            ratios = [F(one.gross_margin, one.net_revenue) for one in self.results[:2]
                      if one.gross_margin is not None and one.net_revenue > 0]
            self.flags["declining"] = half_away((r1 - r0) * ratios[0]) if ratios else None
        margins = [one.net_result is not None and one.net_revenue > 0 and half_away(F(one.net_result * 10000, one.net_revenue))
                   for one in self.results[:2]]
        if min(r0, r1) > 0 and False not in margins and margins[1] - margins[0] >= 500 and self.as_known(0) == self.as_known(1):
            self.flags["eroding"] = half_away(F(margins[1] - margins[0], 10000) * r0)
        if r2 is not None and min(r0, r1, r2) > 0 and abs(r0 - r1) * 100 <= 5 * r1 and abs(r1 - r2) * 100 <= 5 * r2:
            self.flags["stagnant"] = None

    def as_known(self, k):
        """What is unknown or assumed of a year, line by line; enough to say whether two years are alike."""
        year = self.years[k]
        facts = [(order.get("cost_of_goods") is None, order.get("lines") is None, order.get("channel") is None,
                  order.get("contribution") is None, freight(order) is None, bool(freight(order)) and freight(order)[0] == "rate",
                  amounts(order)[0] is None) for order in year.orders]
        last = year.last
        open_ones = any("payments" not in row and day(row["date"]) <= last for row in self.snapshot.get("invoices", []))
        return [any(column) for column in zip(*facts)], open_ones, any("delivery" not in row for row in year.invoices)

    def raise_flags(self):
        self.stale_discount()
        self.shares()
        self.late_payer()
        self.trend()


def open_quotes_margin(account):
    result, assumed, total = account.result, account.settings.get("gross_margin_assumed"), F(0)
    for quote in account.snapshot.get("quotes", []):
        ended = day(quote.get("valid_until") or str(date.max)) < account.year.as_of
        if quote.get("status", "open") != "open" or ended or day(quote["sent_on"]) > account.year.as_of:
            continue
        amount = cents(quote.get("amount"))
        if quote.get("margin") is not None:
            total += cents(quote["margin"])
        elif amount is not None and (result.gross_margin or 0) > 0 and result.net_revenue > 0:
            total += F(amount * result.gross_margin, result.net_revenue)
        elif amount is not None and assumed is not None:
            total += amount * F(assumed)
    return half_away(total)


def days_ago(account, day_text):
    return (account.year.as_of - day(day_text)) // timedelta(days=1)
