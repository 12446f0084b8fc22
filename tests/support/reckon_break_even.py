"""Whether a break-even is where it is said to be: there the target is reached, a step looser it is not.

In: Advice, a remedy's row of an answer.  Out: what is wrong with it; empty when nothing is.
"""
from fractions import Fraction as F

from reckon_remedies import OF_ORDERS
from reckon_year import cents, half_away


def lacks(advice, change):
    """What the result lacks of the target, whole cents up, not below 0."""
    found = advice.result(change)
    wanted = F(int(advice.settings.get("target_margin_bp", 0)) * max(found.net_revenue, 0), 10000)
    return max(0, -((found.net_result - wanted) // 1))


def edge(advice, change, driver, value, step, highest):
    at = advice.reaches(change._replace(**{driver: value(step)}))
    after = step == highest or not advice.reaches(change._replace(**{driver: value(step + 1)}))
    return "" if at and after else f"reaches: {at}, no longer beyond: {after}"


def in_parts(advice, change, without, whole, said):
    """That part of the orders or invoices which makes up for what is lacking, rounded up."""
    brings = advice.result(change).net_result - advice.result(without).net_result
    wanted = -(-lacks(advice, without) * whole // brings)
    return "" if said == wanted else f"{wanted} was reckoned"


def wrong_with(advice, row):
    code, said, year = row["code"], row["break_even"], advice.year
    change = advice.planned if row["in_plan"] else advice.carried_out(code, "limit", advice.planned)[0]
    if not advice.reaches(change):
        return "" if said is None else "the target is out of reach"
    if code == "reset_discount":
        listed, given = advice.account.price()
        return edge(advice, change, "more_net", lambda bp: F(half_away(given - listed * bp / 10000)), int(said), 10000)
    if code == "raise_order_size":
        value = year.positive_net + change.more_net
        if said is None:
            return edge(advice, change, "orders", F, 100 * year.n, 100 * year.n)
        orders = [n for n in range(1, 100 * year.n) if -(-value // n) == cents(said)]
        return "" if any(edge(advice, change, "orders", F, n, 0) == "" for n in orders) else "no such number of orders"
    if code == "enforce_terms":
        part = F(year.due_amount, 10 * year.due_cent_days)
        tenths = 36500 if said is None else int(F(said) * 10)
        return edge(advice, change, "terms", lambda tenth: tenth * part, tenths, 36500)
    if code == "charge_shipping":
        wanted = lacks(advice, change._replace(freight=False))
        return "" if cents(said) == wanted else f"{wanted} was reckoned"
    if code == "charge_small_order":
        fee = cents(said)
        enough = advice.reaches(change._replace(fee=F(fee)))
        less = fee > 0 and advice.reaches(change._replace(fee=F(fee - 1)))
        return "" if enough and not less else f"enough: {enough}, less would do: {less}"
    if code == "shift_channel":
        orders = sum(1 for order in year.orders if order.get("channel") in OF_ORDERS)
        return in_parts(advice, change, change._replace(web=False), orders, said)
    if code == "shift_invoice":
        papers = sum(1 for invoice in year.invoices if invoice.get("delivery") == "paper")
        return in_parts(advice, change, change._replace(einvoice=False), papers, said)
    return edge(advice, change, "visits", F, 1000 if said is None else int(said), 1000)
