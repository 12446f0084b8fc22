"""Facts about money: every way to settle an invoice, and other currencies; see tryton_facts.py."""
from decimal import Decimal

from . import reference
from .reference import day
from .tryton_facts_words import bill, credited, derived, ordered


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
