"""The plan, what is further, and the verdict, in exact fractions, from the rules' own words.

In: an Account with its flags.  Out: Advice.rows {code: (in_plan, to, effect, result after)}, verdict and reasons.
Method: every trial is a whole statement of changed drivers; effects are differences, never sums.
"""
from fractions import Fraction as F

from reckon_flags import days_ago, open_quotes_margin
from reckon_lines import Result, fees, freight_left
from reckon_year import AVOIDABLE, OF_ORDERS, Change, cents, half_away

CODES = ("reset_discount", "raise_order_size", "enforce_terms", "charge_shipping", "charge_small_order", "shift_channel",
         "shift_invoice", "replace_visits")
STRENGTH = ("offered", "accepted", "refused")


class Advice:
    def __init__(self, account):
        self.account, self.settings, self.year = account, account.settings, account.year
        self.fee = cents(self.settings.get("small_order_fee", 15))
        self.even = account.break_even_order() if "costly_orders" in account.flags else None
        self.said = self.last_words()
        self.helps = [code for code in CODES if self.condition(code) and self.gain(code, "most", Change()) > 0]
        self.offered = [code for code in self.helps if not self.closed(code)]
        self.rows = {}
        self.planned = self.make_plan()
        self.add_further()

    # What was put to the customer.
    def last_words(self):
        said = {}
        for row in self.account.snapshot.get("remedies", []):
            ago = days_ago(self.account, row["date"])
            word = (-ago, STRENGTH.index(row["status"]))
            if ago >= 0 and word > said.get(row["code"], (-10**9, 0)):
                said[row["code"]] = word
        return {code: (STRENGTH[strength], -ago) for code, (ago, strength) in said.items()}

    def closed(self, code):
        status, ago = self.said.get(code, ("offered", 0))
        return status != "offered" and ago < 365

    def tried(self, code):
        status, ago = self.said.get(code, ("offered", 0))
        return status == "refused" or (status == "accepted" and ago >= 180)

    # The eight.
    def condition(self, code):
        flags, orders = self.account.flags, self.year.orders
        return {"reset_discount": "stale_discount" in flags, "raise_order_size": "costly_orders" in flags and self.year.n > 0,
                "enforce_terms": "late_payer" in flags, "charge_shipping": self.account.result.lines["shipping"] > 0,
                "charge_small_order": "costly_orders" in flags,
                "shift_channel": any(order.get("channel") in OF_ORDERS for order in orders),
                "shift_invoice": any(invoice.get("delivery") == "paper" for invoice in self.year.invoices),
                "replace_visits": "over_visited" in flags and self.year.visits() > 0}[code]

    def result(self, change):
        return Result(self.year, change, self.even)

    def reaches(self, change):
        return self.result(change).reaches(self.settings)

    def carried_out(self, code, extent, change):
        """The drivers with one more remedy, and what it goes to."""
        if code == "reset_discount":
            return change._replace(more_net=F(half_away(self.account.too_much()))), half_away(self.account.due_percent() * 100)
        if code == "raise_order_size":
            return self.largest(change, "orders", -(-self.year.n // 2), self.year.n, extent)
        if code == "enforce_terms":
            return change._replace(terms=F(0)), 0
        if code == "charge_shipping":
            part = F(change.orders, self.year.n) if change.orders is not None else F(1)
            return change._replace(freight=True), half_away(freight_left(self.year, part))
        if code == "charge_small_order":
            after = change._replace(fee=self.fee)
            return after, self.account.result.contributions + fees(self.year, after, self.even)
        if code == "shift_channel":
            return change._replace(web=True), 0
        if code == "shift_invoice":
            return change._replace(einvoice=True), 0
        if extent == "limit":
            visits = min(self.year.visits(), self.account.advised())
            return change._replace(visits=F(visits)), F(visits)
        return self.largest(change, "visits", 0, int(self.year.visits()), extent)

    def largest(self, change, driver, least, most, extent):
        number = least
        if extent == "target":
            number = next((one for one in range(most, least, -1) if self.reaches(change._replace(**{driver: F(one)}))), least)
        return change._replace(**{driver: F(number)}), number

    def gain(self, code, extent, change):
        after, _ = self.carried_out(code, extent, change)
        return self.result(after).net_result - self.result(change).net_result

    def apply(self, codes, extent, rows=None):
        change = Change()
        for code in codes:
            effect = self.gain(code, extent, change)
            if effect <= 0:
                continue
            change, to = self.carried_out(code, extent, change)
            if rows is not None:
                rows[code] = (True, to, effect, self.result(change).net_result)
        return change

    def make_plan(self):
        chosen = []
        for code in self.offered:
            if self.reaches(self.apply(chosen, "target")):
                break
            chosen.append(code)
        if self.reaches(self.apply(chosen, "target")):
            for code in list(chosen):
                rest = [one for one in chosen if one != code]
                if self.reaches(self.apply(rest, "target")):
                    chosen = rest
        return self.apply(chosen, "target", self.rows)

    def add_further(self):
        for code in self.offered:
            effect = self.gain(code, "limit", self.planned)
            if code not in self.rows and effect > 0:
                change, to = self.carried_out(code, "limit", self.planned)
                self.rows[code] = (False, to, effect, self.result(change).net_result)

    # The verdict, the first that holds.
    def against_goodbye(self):
        account, result, reasons = self.account, self.account.result, []
        left = [code for code in self.helps if not (self.closed(code) and self.said[code][0] == "refused")]
        untried = [code for code in self.helps if code != "replace_visits" and not self.tried(code)]
        if untried or self.result(self.apply(left, "most")).net_result >= 0:
            reasons.append("not_tried")
        if account.age <= 365:
            reasons.append("young")
        if account.snapshot["account"].get("strategic"):
            reasons.append("strategic")
        shares = {**AVOIDABLE, **{code: F(share) for code, share in self.settings.get("avoidable", {}).items()}}
        saved = sum(amount * shares.get(code, shares["other"]) for code, amount in result.lines.items())
        if saved <= result.gross_margin + result.contributions:
            reasons.append("unavoidable")
        growth = 0 if account.potential is None else max(0, account.potential - result.gross_margin)
        if growth + open_quotes_margin(account) >= -result.net_result:
            reasons.append("potential")
        return reasons


def verdict(account, advice, flags):
    """(verdict, reasons); `flags` are all that were raised, the rhythm's too."""
    truncated = account.snapshot["account"].get("history_from")
    if not account.ever_ordered and not truncated:
        return "prospect", []
    if not account.year.orders:
        return "inactive", []
    if account.result.net_result is None:
        return "unknown", []
    if account.result.net_result >= -2500:
        return ("watch" if set(flags) - {"stagnant"} else "healthy"), []
    if account.age <= 90:
        return "hold", ["young"]
    if any(status == "accepted" and ago < 180 for status, ago in advice.said.values()):
        return "repair", ["agreed"]
    if advice.reaches(advice.planned):
        return "repair", []
    reasons = advice.against_goodbye()
    return ("hold" if reasons else "goodbye"), reasons
