"""Facts about goods: what comes back, what is billed how, what it cost and its carriage; see tryton_facts.py."""
from decimal import Decimal

from .reference import day
from .tryton_facts_words import bill, credited, derived, ordered


def returns(books):
    """Goods that come back to a sale, invoices taken back with and without a sale, and what is never sent or billed."""
    party, flour = books.party("Sends Back"), books.product
    sale = books.send(books.sale(party, [(flour, 10, 100)], day("2026-02-02")))
    sold = books.bill(sale, day("2026-02-03"))
    back = books.taken_back(sale, day("2026-03-02"), 3)
    free = books.invoice(party, [(flour, 5, 100)], day("2026-04-01"))
    refund = books.credit(free, day("2026-05-04"), refund=True)
    gift = books.invoice(party, [(None, -1, 50)], day("2026-05-10"))
    again = books.sale(party, [(flour, 2, 100)], day("2026-06-01"))
    wrong = books.bill(again, day("2026-06-01"))
    books.credit(wrong, day("2026-06-08"), refund=True)
    books.handled(again, "invoice", [wrong.id])
    right = books.bill(again, day("2026-06-09"))
    short = books.send(books.sale(party, [(flour, 10, 100)], day("2026-07-01"), invoice_method="shipment"), 6)
    rest, = [shipment for shipment in short.shipments if shipment.state != "done"]
    rest.cancel([rest])
    books.handled(short, "shipment")
    never = books.sale(party, [(flour, 4, 100)], day("2026-08-03"))
    dropped, = never.shipments
    dropped.cancel([dropped])
    books.handled(never, "shipment")
    apology = books.credit(books.bill(never, day("2026-08-03")), day("2026-08-10"), refund=True)
    cheaper = books.sale(party, [(None, -1, 20)], day("2026-09-01"))
    lost = books.sale(party, [(flour, 1, 100)], day("2026-09-02"))
    dropped, = lost.invoices
    dropped.cancel([dropped])
    books.handled(lost, "invoice")
    books.sale(party, [(flour, -1, 100)], until="quote")
    return party, {
        "orders": [ordered(books, sale, "2026-02-02", "1000", "600", 10), ordered(books, again, "2026-06-01", "200", "120", 2),
                   ordered(books, short, "2026-07-01", "600", "360", 6), ordered(books, never, "2026-08-03", "400", "0", 4),
                   ordered(books, lost, "2026-09-02", "0", "60", 1, list_amount=None),
                   derived(free, "2026-04-01", "500", cost_of_goods=Decimal(300), product_groups=["Meel"])],
        "credit_notes": [
            credited(back, "2026-03-02", "return", "300", sale, cost_of_goods=Decimal(180), items=Decimal(3)),
            credited(cheaper, "2026-09-01", "correction", "20"),
            credited(refund, "2026-05-04", "return", "500", free, cost_of_goods=Decimal(300), items=Decimal(5)),
            credited(gift, "2026-05-10", "correction", "50"),
            credited(apology, "2026-08-10", "correction", "400", never)],
        "quotes": [],
        "invoices": [
            bill(sold, "2026-02-03", "2026-03-05", "1210"),
            bill(free, "2026-04-01", "2026-05-01", "605", ("2026-05-04", "605", "credit")),
            bill(wrong, "2026-06-01", "2026-07-01", "242", ("2026-06-08", "242", "credit")),
            bill(right, "2026-06-09", "2026-07-09", "242"),
            bill(never.invoices[0], "2026-08-03", "2026-09-02", "484", ("2026-08-10", "484", "credit"))]}


def covered(books):
    """A sale invoiced in two parts, two sales on one invoice, and what somebody added there: nothing counts twice."""
    party, flour = books.party("Invoiced Apart"), books.product
    parts = books.send(books.sale(party, [(flour, 10, 100)], day("2026-02-02"), invoice_method="shipment"), 6)
    six = books.bill(parts, day("2026-02-05"))
    books.send(parts)
    four = books.bill(parts, day("2026-02-20"))
    one, two = (books.sale(party, [(flour, pieces, 100)], day("2026-03-02")) for pieces in (1, 2))
    (both,), (other,) = one.invoices, two.invoices
    other.lines[0].__class__.write(list(other.lines), {"invoice": both.id})
    both.lines = [*both.__class__(both.id).lines, books.line(None, 1, 15), books.line(flour, 3, 100)]
    both = books.bill(one, day("2026-03-03"), both)
    return party, {
        "orders": [ordered(books, parts, "2026-02-02", "1000", "600", 10), ordered(books, one, "2026-03-02", "400", "240", 4, lines=2, contribution=Decimal(15)),
                   ordered(books, two, "2026-03-02", "200", "120", 2)],
        "credit_notes": [],
        "invoices": [bill(six, "2026-02-05", "2026-03-07", "726"), bill(four, "2026-02-20", "2026-03-22", "484"),
                     bill(both, "2026-03-03", "2026-04-02", "744.15")]}


def costs(books):
    """Of moves that were done, in another unit too; else of the product; unknown where nobody entered one. And freight."""
    party = books.party("Costs")
    dozen = books.made("product.uom", name="Dozen", symbol="dz", category=books.unit.category, factor=12.0, rate=round(1 / 12, 12),
                       digits=2, rounding=0.01)
    sugar, bare = books.article("Sugar", 30), books.article("Never Costed")
    advice, talk = books.article("Advice", 20, "service"), books.article("Talk", type="service")
    moved = books.send(books.sale(party, [(sugar, 2, 1200, dozen)], day("2026-02-02")))
    back = books.taken_back(moved, day("2026-02-20"), 1)
    sugar.cost_price = Decimal(35)
    sugar.save()
    waits = books.sale(party, [(sugar, 1, 1200, dozen), (advice, 2, 80), (None, 1, -10)], day("2026-02-03"))
    gone = books.send(books.sale(party, [(bare, 1, 50)], day("2026-02-04")))
    spoken = books.sale(party, [(talk, 1, 80)], day("2026-02-05"))
    text = books.sale(party, [(None, 1, 10)], day("2026-02-06"))

    def order(sale, date, net, listed, cost, lines, items):
        return ordered(books, sale, date, net, cost, items, lines=lines, list_amount=listed and Decimal(listed), product_groups=None)
    return party, {"orders": [
        order(moved, "2026-02-02", "2400", "2400", "720", 1, 2), order(waits, "2026-02-03", "1350", "1400", "460", 3, 4),
        order(gone, "2026-02-04", "50", "100", None, 1, 1), order(spoken, "2026-02-05", "80", "100", "0", 1, 1),
        order(text, "2026-02-06", "10", None, None, 1, 1)],
        "credit_notes": [credited(back, "2026-02-20", "return", "1200", moved, cost_of_goods=Decimal(360), items=Decimal(1))]}


def freight(books):
    """What sale_shipment_cost knows: charged by the order or by the shipment, paid by the shipment; our own field goes first."""
    party = books.party("Carried")
    if not books.carriers:
        return party, {}
    carrier, free = (books.made("carrier", party=books.party(name), carrier_product=books.article(name, cost, "service"))
                     for name, cost in (("Carrier", 8), ("Friend with a Van", None)))
    for each in (carrier, free):
        books.made("carrier.selection", carrier=each)

    def sent(date, method, **more):
        more = {"carrier": carrier, "shipment_cost_method": method, "invoice_method": "shipment", **more}
        return books.send(books.sale(party, [(books.product, 10, 100)], day(date), **more))

    def order(sale, date, charged, freight_paid, **more):
        return ordered(books, sale, date, "1000", "600", 10, freight_charged=Decimal(charged),
                       freight_paid=freight_paid and Decimal(freight_paid), **more)
    by_order, by_shipment = sent("2026-02-02", "order"), sent("2026-02-03", "shipment")
    ours = sent("2026-02-04", None, rendabel_freight_paid=Decimal("9.50"), rendabel_carriage="us")
    waits = books.sale(party, [(books.product, 10, 100)], day("2026-02-05"), carrier=carrier, shipment_cost_method="order")
    asked = sent("2026-02-06", None, carrier=free)
    draft, = by_shipment.invoices
    line = next(line for line in draft.lines if line.product == carrier.carrier_product)
    line.unit_price = Decimal(110)  # agreed on the telephone
    line.save()
    bills = [books.bill(sale, day("2026-02-06")) for sale in (by_order, by_shipment)]
    return party, {
        "orders": [order(by_order, "2026-02-02", 100, 8, carriage_paid=False),
                   order(by_shipment, "2026-02-03", 110, 8, carriage_paid=False),
                   order(ours, "2026-02-04", 0, "9.50", carriage_paid=True),
                   order(waits, "2026-02-05", 100, None, carriage_paid=False), order(asked, "2026-02-06", 0, None)],
        "invoices": [bill(one, "2026-02-06", "2026-03-08", amount) for one, amount in zip(bills, ("1331", "1343.10"))]}
