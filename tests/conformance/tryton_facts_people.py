"""Facts about people, and sales in every state; see tryton_facts.py."""
import datetime
from decimal import Decimal

from trytond.transaction import Transaction

from . import reference
from .reference import day
from .tryton_facts_words import ordered
from .tryton_steps import check


def people(books):
    """Names on contact mechanisms, related persons from either side with what they agreed and refused, whom a quote went
    to: one who is none of the party's people is not told, for what he objects to would not reach the party at once."""
    party, buyer = books.party("Many Voices"), books.party("Bea Buyer")
    stranger, = books.get("party.party").search([("name", "=", "Sends Back")])  # read together with this one

    def reached(whom, type, value, name=None, active=True):
        return books.made("party.contact_mechanism", party=whom, type=type, value=value, name=name, active=active)
    reached(party, "phone", "+31 40 555 0150")
    mail, phone = reached(party, "email", "jan@example.com", "Jan"), reached(party, "phone", "+31 40 555 0151", "Jan")
    site, piet = reached(party, "website", "https://example.com", "Piet"), reached(party, "mobile", "+31 6 5555 0152", "Piet")
    reached(party, "phone", "+31 40 555 0153", "Gone", active=False)
    bea = reached(buyer, "phone", "+31 40 555 0154")
    stan = reached(stranger, "email", "stan@example.com")
    buyer.rendabel_objected_on, buyer.rendabel_do_not_call = day("2026-03-04"), True
    buyer.save()
    books.made("rendabel.consent", party=buyer, channel="email", given_on=day("2025-01-02"), source="fair")
    if books.relations:
        Type = books.get("party.relation.type")
        works, buys = books.made("party.relation.type", name="Works for"), books.made("party.relation.type", name="Buyer")
        Type.write([works], {"reverse": buys.id})
        books.made("party.relation", from_=buyer, to=party, type=works)
        from trytond.modules.rendabel.refusals import accounts_of
        check(accounts_of([buyer]) == {party.id}, "what a related person says does not reach the account at once")
    quotes = [books.sale(party, [(None, 1, 10)], until="quote", contact=contact) for contact in (site, bea, stan, None)]
    return party, {
        "contacts": [
            {"id": str(party.id), "phone": "+31 40 555 0150"},
            {"id": f"m{mail.id}", "name": "Jan", "email": "jan@example.com", "phone": phone.value, "do_not_call": False},
            {"id": f"m{piet.id}", "name": "Piet", "mobile": piet.value, "do_not_call": False},
            *[{"id": f"p{buyer.id}", "name": "Bea Buyer", "role": "Buyer", "active": True, "phone": bea.value, "do_not_call": True,
             "objected_on": day("2026-03-04"),
             "consents": [{"purpose": "marketing", "channel": "email", "given_on": day("2025-01-02"), "source": "fair"}]}
              for _ in range(books.relations)]],
        "quotes": [{"id": quote.number, "sent_on": reference.TODAY, "status": "open", "amount": Decimal(10), "contact_id": contact}
                   for quote, contact in zip(quotes, (f"m{piet.id}", f"p{buyer.id}" if books.relations else None, None, None))]}


def states(books):
    """A sale counts from its confirmation; a quotation is open, won or lost; drafts and another company's sales are none."""
    party, flour = books.party("Every State"), books.product
    partly = books.send(books.sale(party, [(flour, 10, 100)], day("2026-02-02"), rendabel_quoted_on=day("2026-01-20")), 4)
    confirmed = books.sale(party, [(flour, 1, 100)], day("2026-02-03"), until="confirm")
    lost = books.sale(party, [(flour, 5, 100)], until="quote")
    tried, _ = (books.sale(party, [(flour, 1, 100)], until="draft") for _ in range(2))
    tried.cancel([lost, tried])
    undated = books.sale(party, [(flour, 2, 100)], day("2026-02-04"))
    table = undated.__table__()
    books.later.append(table.update([table.sale_date], [None], where=table.id == undated.id))  # as an import may leave it
    second = books.made("company.company", party=books.party("Another Company"), currency=undated.currency)
    with Transaction().set_context(company=second.id):
        books.sale(party, [(None, 1, 10)], day("2026-02-05"), until="quote", company=second, payment_term=None, warehouse=None)
    party.active = False
    party.save()
    return party, {
        "account": {"active": False},
        "orders": [ordered(books, partly, "2026-02-02", "1000", "600", 10), ordered(books, confirmed, "2026-02-03", "100", "60", 1),
                   dict(ordered(books, undated, "2026-02-04", "200", "120", 2), date=(undated.create_date + datetime.timedelta(hours=1)).date())],
        "quotes": [{"id": partly.number, "sent_on": day("2026-01-20"), "status": "won", "amount": Decimal(1000), "margin": Decimal(400)},
                   {"id": lost.number, "sent_on": reference.TODAY, "status": "lost", "amount": Decimal(500), "margin": Decimal(200)}]}
