"""What a Tryton knows of money, goods and people, entered through its own classes; the snapshots are compared with documents
reckoned by hand. Each function enters one customer and answers what his snapshot must say, array by array."""
import os
from contextlib import nullcontext
from decimal import Decimal
from unittest.mock import patch

from trytond.model import ModelStorage
from trytond.transaction import Transaction
from trytond.worker import run_task

from . import reference
from .reference import day
from .suite import differences
from .tryton_facts_people import people, states
from .tryton_facts_words import bill, credited, derived, ordered
from .tryton_ledger import Ledger
from .tryton_steps import check


def payments(books):
    """Every way to settle: in parts, written off, over several invoices by hand, too much and bounced, set off, in two terms,
    grouped."""
    party = books.party("Pays in Parts")
    parts = books.invoice(party, [(None, 10, 100)], day("2026-01-10"))
    books.pay(parts, day("2026-02-01"), 400)
    books.pay(parts, day("2026-03-01"), 300)
    lost = books.invoice(party, [(None, 1, 100)], day("2026-02-01"))
    books.pay(lost, day("2026-03-10"), 120, "writeoff")
    first = books.invoice(party, [(None, 2, 100)], day("2026-03-01"))
    second = books.invoice(party, [(None, 3, 100)], day("2026-03-05"))
    books.reconcile(first, second, books.received(party, day("2026-05-02"), 205), books.received(party, day("2026-04-10"), 400))
    bounced = books.invoice(party, [(None, 1, 100)], day("2026-04-01"))
    books.reconcile(bounced, *(books.received(party, day(date), amount) for date, amount in (
        ("2026-05-01", 150), ("2026-05-03", -29), ("2026-05-06", -121), ("2026-06-01", 121))))
    cut = books.invoice(party, [(None, 5, 100)], day("2026-05-01"))
    note = books.credit(cut, day("2026-05-20"), quantity=-1)
    books.reconcile(cut, note, books.received(party, day("2026-06-10"), 484))
    terms = books.made("account.invoice.payment_term", name="Half in 10 days, half in 60", lines=[
        {"type": "percent_on_total", "ratio": Decimal("0.5"), "divisor": Decimal(2), "relativedeltas": [{"days": 10}]},
        {"type": "remainder", "relativedeltas": [{"days": 60}]}])
    halves = books.invoice(party, [(None, 10, 100)], day("2026-07-01"), payment_term=terms)
    books.pay(halves, day("2026-07-11"), 605)
    books.pay(halves, day("2026-09-10"), 605)
    grouped = [books.invoice(party, [(None, 1, net)], day("2026-08-03")) for net in (100, 200)]
    books.reconcile(books.grouped(*grouped), books.received(party, day("2026-09-15"), 363))
    return party, {
        "invoices": [
            bill(parts, "2026-01-10", "2026-02-09", "1210", ("2026-02-01", "400", "money"), ("2026-03-01", "300", "money")),
            bill(lost, "2026-02-01", "2026-03-03", "121", ("2026-03-10", "120", "money"), ("2026-03-10", "1", "write_off")),
            bill(first, "2026-03-01", "2026-03-31", "242", ("2026-04-10", "242", "money")),
            bill(second, "2026-03-05", "2026-04-04", "363", ("2026-04-10", "158", "money"), ("2026-05-02", "205", "money")),
            bill(bounced, "2026-04-01", "2026-05-01", "121", ("2026-05-01", "121", "money"), ("2026-05-06", "-121", "money"),
                 ("2026-06-01", "121", "money")),
            bill(cut, "2026-05-01", "2026-05-31", "605", ("2026-05-20", "121", "credit"), ("2026-06-10", "484", "money")),
            bill(halves, "2026-07-01", "2026-08-30", "1210", ("2026-07-11", "605", "money"), ("2026-09-10", "605", "money")),
            bill(grouped[0], "2026-08-03", "2026-09-02", "121", ("2026-09-15", "121", "money")),
            bill(grouped[1], "2026-08-03", "2026-09-02", "242", ("2026-09-15", "242", "money"))],
        "orders": [derived(parts, "2026-01-10", "1000"), derived(lost, "2026-02-01", "100"), derived(first, "2026-03-01", "200"),
                   derived(second, "2026-03-05", "300"), derived(bounced, "2026-04-01", "100"), derived(cut, "2026-05-01", "500"),
                   derived(halves, "2026-07-01", "1000"),
                   derived(grouped[0], "2026-08-03", "100"), derived(grouped[1], "2026-08-03", "200")],
        "credit_notes": [credited(note, "2026-05-20", "correction", "100", cut)]}


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


def foreign(books):
    """Dollars at the rate of each fact's day; a loss or gain on the rate is no open rest, and what has no rate is unknown."""
    party = books.party("Abroad")
    dollar = books.currency("USD", ("2020-01-01", "2"), ("2026-01-01", "1.25"), ("2026-02-01", "1"), ("2026-03-01", "1.6"),
                            ("2026-04-01", "1.21"))
    sale = books.send(books.sale(party, [(books.product, 10, 125)], day("2026-01-15"), currency=dollar))
    loss = books.bill(sale, day("2026-02-10"))
    books.pay(loss, day("2026-02-20"), "512.50")
    loss = loss.__class__(loss.id)
    books.reconcile(loss, *loss.payment_lines, books.received(party, day("2026-03-10"), 625, dollar, 1000),
                    writeoff=books.write_off, date=day("2026-03-09"))  # 625 euro for 1000
    late = books.invoice(party, [(None, 1, 100)], day("2026-02-12"), currency=dollar)
    books.pay(late, day("2026-03-15"), 121)  # 75.63 euro for 121, and nobody writes the rest off
    fee = books.invoice(party, [(None, 1, 100)], day("2026-02-13"), currency=dollar)
    books.reconcile(fee, books.received(party, day("2026-03-02"), 121, dollar, 120))  # a bank kept one of them
    gain = books.invoice(party, [(None, 1, 160)], day("2026-03-05"), currency=dollar)
    books.reconcile(gain, books.received(party, day("2026-04-10"), 160, dollar, "193.60"), writeoff=books.write_off,
                    date=day("2026-04-10"))  # 160 euro for 121, which the wizard refuses
    quote = books.sale(party, [(books.product, 8, 121)], until="quote", currency=dollar)
    cheap = books.sale(party, [(books.product, 1, 80)], day("2026-01-18"), currency=dollar)  # below a list price of 100 euro
    unrated = books.sale(party, [(None, 1, 70)], day("2026-01-20"), currency=books.currency("GBP"))
    return party, {
        "orders": [dict(ordered(books, sale, "2026-01-15", "1000", "600", 10), list_amount=None),
                   dict(ordered(books, cheap, "2026-01-18", "64", "60", 1), list_amount=None),
                   {"id": f"S{unrated.id}", "date": day("2026-01-20"), "lines": 1, "items": Decimal(1)},
                   derived(late, "2026-02-12", "100"), derived(fee, "2026-02-13", "100"),
                   derived(gain, "2026-03-05", "100")],
        "quotes": [{"id": quote.number, "sent_on": reference.TODAY, "status": "open", "amount": Decimal(800),
                    "margin": Decimal(320)}],
        "invoices": [bill(loss, "2026-02-10", "2026-03-12", "1512.50", ("2026-02-20", "512.50", "money"),
                          ("2026-03-10", "1000", "money")),
                     bill(late, "2026-02-12", "2026-03-14", "121", ("2026-03-15", "121", "money")),
                     bill(fee, "2026-02-13", "2026-03-15", "121", ("2026-03-02", "121", "money")),
                     bill(gain, "2026-03-05", "2026-04-04", "121", ("2026-04-10", "121", "money"))]}


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


FACTS = (payments, returns, foreign, covered, costs, people, states, freight)  # last: from then on every sale has a carrier
SOME = (returns, foreign, people)
LONG = os.environ.get("RENDABEL_LONG")  # all facts in every database, and Tryton checks the domains of each record


def figures_are_right(answer_of):
    """What the library makes of two of them, as the hooks handed them over; reckoned by hand from the facts above."""
    result = answer_of(returns)["result"]
    wanted = {
        "net_revenue": "1430.00",  # 1000 + 200 + 600 + 400 + 0 + 500, less 300 + 20 + 500 + 50 + 400
        "cost_of_goods": "960.00",  # 600 + 120 + 360 + 0 + 60 + 300, less 180 + 300 given back
        "gross_margin": "470.00"}
    check({name: str(result[name]) for name in wanted} == wanted, f"the result of what came back: {result}")
    late = [line for line in answer_of(foreign)["result"]["cost_lines"] if line["code"] == "late_payment"]
    check([str(line["amount"]) for line in late] == ["0.14"],  # 121.00, 1 day and 6 days late, at 6 % a year
          f"paid late in dollars: {late}")


def entered(tryton):
    """All facts, each entered in one transaction and handed over by the hooks; the parties' ids, and what to find by id."""
    wanted, parties = {}, {}
    facts = FACTS if LONG or tryton.has_all_modules() else SOME
    with Transaction().start(tryton.config.database_name, tryton.config.user, context=tryton.config.context) as transaction, \
            nullcontext() if LONG else patch.object(ModelStorage, "_validate", classmethod(lambda *_, **__: None)):
        books = Ledger(tryton.config.pool, tryton.shop)
        for enter in facts:
            books.numbered_anew()
            party, documents = enter(books)
            wanted[party.id], parties[enter] = (party.name, documents), str(party.id)
        books.queue_without("sale.sale")
        transaction.commit()
    for _ in range(5):  # a task makes tasks; there are none of ours where a worker does them
        for task in transaction.tasks and tryton.ask(lambda pool: pool.get("ir.queue").search([("finished_at", "=", None)])):
            run_task(tryton.config.database_name, task.id)
    tryton.settle()
    with Transaction().start(tryton.config.database_name, 0) as transaction:
        for query in books.later:
            transaction.connection.cursor().execute(*query)
        transaction.commit()
    return parties, wanted


def snapshots_are_right(tryton, wanted):
    """One reading; every difference is told by party and path."""
    from trytond.modules.rendabel.snapshot import snapshots
    found = tryton.ask(lambda pool: snapshots(pool.get("rendabel.configuration")(tryton.settings.id), sorted(wanted)))
    for document in found:
        name, parts = wanted[int(document["account"]["id"])]
        for array, part in parts.items():
            now = document.get(array)
            if isinstance(part, dict):
                now = {field: now.get(field) for field in part}
            for difference in differences(now, part, f"{name}: {array}"):
                check(False, difference)


def facts_are_right(tryton):
    parties, wanted = entered(tryton)
    snapshots_are_right(tryton, wanted)
    figures_are_right(lambda enter: tryton.answer(parties[enter]))


STEPS = (facts_are_right,)
