"""Steps about what people say of being called: objections, refusals and consents are the same in Tryton and in the library."""
import datetime

from proteus import Model, Wizard
from proteus import config as proteus_config
from trytond.model.exceptions import AccessError

from . import reference
from .tryton_steps import check

YESTERDAY = reference.TODAY - datetime.timedelta(days=1)


def customer(tryton, name, phone, contact=None, **more):
    """A customer of the book: somebody was there once. `contact`: whose number it is."""
    party = Model.get("party.party")(name=name, rendabel_person_kind="legal", **more)
    party.contact_mechanisms.new(type="phone", value=phone, name=contact)
    party.save()
    Model.get("rendabel.activity")(party=party, date=YESTERDAY, kind="visit").save()
    tryton.settle()
    return party


def own_state(tryton, party):
    with tryton.engine() as engine:
        return engine.account_export(str(party.id)).json()["own_state"]


def objections(tryton, party):
    return {one["contact_id"]: one["objected_on"] for one in own_state(tryton, party)["objections"]}


def kept_of(tryton, party):
    with tryton.engine() as engine:
        return engine.account_export(str(party.id)).text


def refused(action):
    try:
        action()
    except AccessError:
        return True
    return False


def on_the_line(party, outcome):
    report = Wizard("rendabel.outcome", [party])
    report.form.outcome = outcome
    report.execute("send")
    return report


def an_objection_in_a_call_is_on_the_form(tryton):
    """And stays there: no later save, and nobody by hand, takes it back on either side."""
    party = customer(tryton, "Liever Niet B.V.", "+31 40 555 0151")
    on_the_line(party, "objection")
    tryton.settle()
    party.reload()
    check(party.rendabel_objected_on == reference.TODAY, f"the form has the objection of {party.rendabel_objected_on}")
    party.rendabel_contract_until = reference.day("2027-01-31")
    party.save()
    tryton.settle()
    told = {str(party.id): reference.TODAY.isoformat()}
    check(objections(tryton, party) == told, f"the library has {objections(tryton, party)}")
    for date in (None, YESTERDAY):
        party.rendabel_objected_on = date
        check(refused(party.save), f"an objection can be made one of {date}")
    party = customer(tryton, "Via Piet B.V.", "+31 40 555 0158", contact="Piet")
    on_the_line(party, "objection")
    tryton.settle()
    party.reload()
    said = party.contact_mechanisms[0].rendabel_objected_on, party.rendabel_objected_on
    check(said == (reference.TODAY, None), f"who was called objected, not the company: {said}")


def an_objection_on_the_form_is_in_the_library(tryton):
    """Of the customer, of somebody whom a number names, and of a related party, at once with all whose contact he is."""
    party = customer(tryton, "Bezwaar B.V.", "+31 40 555 0152", rendabel_objected_on=YESTERDAY)
    buyer = party.contact_mechanisms.new(type="phone", value="+31 40 555 0153", name="Inkoper")
    buyer.rendabel_objected_on = reference.TODAY
    party.save()
    tryton.settle()
    wanted = {str(party.id): YESTERDAY.isoformat(), f"m{party.contact_mechanisms[-1].id}": reference.TODAY.isoformat()}
    check(objections(tryton, party) == wanted, f"the library has {objections(tryton, party)}, not {wanted}")
    if not tryton.has_all_modules():
        return
    person = Model.get("party.party")(name="Els Vermeer")
    person.save()
    kind = Model.get("party.relation.type")(name="Employee")
    kind.save()
    relation = party.relations.new(type=kind)
    relation.to = person
    party.save()
    tryton.settle()
    person.rendabel_objected_on = reference.TODAY
    person.save()
    tryton.settle()
    check(objections(tryton, party).get(f"p{person.id}") == reference.TODAY.isoformat(),
          f"a contact's objection does not reach his account: {objections(tryton, party)}")
    person.active = False
    person.save()
    tryton.settle()
    check("Vermeer" in kept_of(tryton, party), "the library does not know the contact: his erasure proves nothing")
    Wizard("party.erase", [person]).execute("erase")
    tryton.settle()
    check("Vermeer" not in kept_of(tryton, party), "an erased contact is still in his account")


def the_form_says_whether_and_why_we_may_call(tryton):
    """Of everybody, in the reader's language, with the rule; nothing of who is no customer."""
    Party, session = Model.get("party.party"), proteus_config.get_config()
    objector, = Party.find([("name", "=", "Bezwaar B.V.")])
    stranger = Party(name="Nobody's customer")
    stranger.save()
    with session.set_context(language="nl"):
        said = [(Party(id).rendabel_permission or "").split("(")[0].split(":")[0] for id in (objector.id, tryton.party.id)]
        check(said == ["Mag niet. Bezwaar gemaakt of bel-me-niet", "Mag. Rechtspersoon"], f"the form says {said}")
    said = Party(objector.id).rendabel_permission
    check(said.startswith("No") and "(NL1)" in said, f"in English the form says {said}")
    check(Party(stranger.id).rendabel_permission is None, "the form judges who is no customer")


def a_consent_ends_by_its_withdrawal(tryton):
    """It goes to the library with its end, and can neither be deleted nor made another one."""
    party = customer(tryton, "Akkoord", "+31 40 555 0154")
    consent = party.rendabel_consents.new(channel="voice", given_on=reference.day("2026-01-05"))
    party.save()
    tryton.settle()
    given = [(one["channel"], one["given_on"], one["withdrawn_on"]) for one in own_state(tryton, party)["consents"]]
    check(given == [("voice", "2026-01-05", None)], f"the library has the consents {given}")
    consent = Model.get("rendabel.consent")(party.rendabel_consents[0].id)
    check(refused(consent.delete), "a consent can be deleted, and the library would go on with it")
    consent.channel = "email"
    check(refused(consent.save), "a consent to one channel can become one to another")
    consent.reload()
    consent.withdrawn_on = reference.TODAY
    consent.save()
    tryton.settle()
    ended = [one["withdrawn_on"] for one in own_state(tryton, party)["consents"]]
    check(ended == [reference.TODAY.isoformat()], f"withdrawn in Tryton, in the library {ended}")
    copied, = party.duplicate()
    check(not copied.rendabel_consents, "another customer has consented by being copied")
    party.delete()  # takes its consents along


def who_goes_takes_no_objection_away(tryton):
    """Merged, what he said holds for the party that stays; erased, for whoever has his number."""
    party = customer(tryton, "Blijft B.V.", "+31 40 555 0155")
    twin = customer(tryton, "Gaat B.V.", "+31 40 555 0156", rendabel_objected_on=YESTERDAY, rendabel_do_not_call=True)
    replace = Wizard("party.replace", [twin])
    replace.form.destination = party
    replace.execute("replace")
    tryton.settle()
    party.reload()
    check((party.rendabel_objected_on, party.rendabel_do_not_call) == (YESTERDAY, True),
          f"after the merge the form says {party.rendabel_objected_on}, {party.rendabel_do_not_call}")
    check(objections(tryton, party) == {str(party.id): YESTERDAY.isoformat()},
          f"after the merge the library has {objections(tryton, party)}")
    leaver = customer(tryton, "Vergeet Mij", "+31 40 555 0157", rendabel_objected_on=YESTERDAY)
    leaver.active = False
    leaver.save()
    tryton.settle()
    Wizard("party.erase", [leaver]).execute("erase")
    back = customer(tryton, "Nieuw Hier B.V.", "040 555 0157")
    with tryton.engine() as engine:
        said = engine.permission_get({"account_id": str(back.id), "at": reference.NOW})
    check((said["allowed"], said["rule"]) == ("no", "NL1"), f"the number of an erased party may be called: {said}")


STEPS = (an_objection_in_a_call_is_on_the_form, an_objection_on_the_form_is_in_the_library,
         the_form_says_whether_and_why_we_may_call, a_consent_ends_by_its_withdrawal, who_goes_takes_no_objection_away)
