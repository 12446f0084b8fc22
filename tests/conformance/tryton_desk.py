"""Steps of the desk: the next call goes to one agent only, an outcome counts once, and the team leader has his say."""
import datetime
from contextlib import contextmanager
from pathlib import Path

import trytond
from proteus import Model, Wizard
from proteus import config as proteus_config
from trytond.model.exceptions import AccessError, ValidationError
from trytond.transaction import Transaction

from . import reference
from .tryton_books import sign_on
from .tryton_steps import check, quoted


@contextmanager
def signed_on(login):
    """As another user; afterwards as before."""
    session = proteus_config.get_config()
    before, session.user = session.user, Model.get("res.user").find([("login", "=", login)])[0].id
    sign_on()
    yield
    session.user = before
    sign_on()


def open_calls():
    return {call.party.name: call for call in Model.get("rendabel.call").find([("state", "in", ["open", "leased"])])}


def arranged(call, action, **more):
    wizard = Wizard("rendabel.arrange", [call])
    wizard.form.action = action
    for name, value in more.items():
        setattr(wizard.form, name, value)
    wizard.execute("send")


def the_team_leader_has_his_say(tryton):
    """Off the list and back, first, to an agent; what the library refuses is told, and an agent may not."""
    quoted(tryton, "Kaashandel Vos", "Bloemist Prins")
    for login in ("jan", "els"):
        user, = Model.get("res.user").find([("login", "=", login)])
        tryton.settings.agents.new(user=user)
    tryton.settings.save()
    with signed_on("jan"):
        check(set(open_calls()) == {"Kaashandel Vos", "Bloemist Prins"}, f"open are {sorted(open_calls())}")
        arranged(open_calls()["Kaashandel Vos"], "remove", why="Moves house")
        check(set(open_calls()) == {"Bloemist Prins"}, f"one was taken off the list; open are {sorted(open_calls())}")
        gone, = Model.get("rendabel.call").find([("party.name", "=", "Kaashandel Vos"), ("date", "=", reference.TODAY)])
        check(gone.state == "withdrawn" and gone.next_step, f"who was taken off is {gone.state}: {gone.next_step}")
        arranged(gone, "put_back")
        check("Kaashandel Vos" in open_calls(), "who was put back is not on the list")
        arranged(open_calls()["Kaashandel Vos"], "assign", agent="els")
        arranged(open_calls()["Kaashandel Vos"], "pin", anew=True)
        call, other = open_calls()["Kaashandel Vos"], open_calls()["Bloemist Prins"]
        check(call.pinned and not other.pinned and call.rank < other.rank, f"pinned, and {call.rank}, {other.rank}")
        order = tryton.ask(lambda pool: [name for name, _ in pool.get("rendabel.call")._order])
        check(order == ["date", "lane", "rank"], f"the call list is ordered by {order}")
        check((call.agent, other.agent) == ("els", None), f"given to {call.agent}, {other.agent}")
        arranged(call, "unpin")
        arranged(call, "owner")
        check(not open_calls()["Kaashandel Vos"].pinned, "who is no longer first is pinned")
        with tryton.engine() as engine:
            by = engine.account_export(str(call.party.id)).json()["desk"]
        check(by["assigned_to"] is None and by["pinned_until"] is None, f"the library keeps {by}")
    with signed_on("els"):
        try:
            Wizard("rendabel.arrange", [open_calls()["Bloemist Prins"]])
            check(False, "an agent may do what is the team leader's")
        except AccessError:
            pass
    for agent in list(tryton.settings.agents):
        tryton.settings.agents.remove(agent)
    tryton.settings.save()


def two_agents_never_get_the_same_customer(tryton):
    """Each gets his own by Next Call, the same one until it is reported, and nobody's when there is none left."""
    names = {"Kaashandel Vos", "Bloemist Prins"}
    with signed_on("els"):
        of_els = Wizard("rendabel.call.next")
    with signed_on("jan"):
        of_jan = Wizard("rendabel.call.next")
        check({of_els.form.party.name, of_jan.form.party.name} == names,
              f"two agents got {of_els.form.party.name}, {of_jan.form.party.name}")
        check(Wizard("rendabel.call.next").form.party.id == of_jan.form.party.id, "an agent's next call is another each time")
        try:
            taken = Wizard("rendabel.outcome", [open_calls()[of_els.form.party.name]])
            check("another agent" in taken.form.card, f"a call of hers opens for him: {taken.form.card}")
        except ValidationError:
            pass
        of_jan.form.outcome = "no_answer"
        of_jan.execute("send")
        check(of_jan.form.text, "no next step is told")
        of_jan.execute("fetch")
        check("nobody to call" in of_jan.form.text, f"a third call for two customers: {of_jan.form.text}")
    with signed_on("els"):
        of_els.form.outcome = "wrong_number"
        of_els.execute("send")
        check("number" in of_els.form.text, f"after a wrong number the next step is {of_els.form.text}")
    check(not names & set(open_calls()), f"still open are {sorted(open_calls())}")


def a_wrong_number_is_not_called_again(tryton):
    """Whatever the next snapshot brings, until the party has another one: the library sees to it, on tomorrow's list."""
    with tryton.engine() as engine:
        party, = [party for party in Model.get("party.party").find([("name", "in", ["Kaashandel Vos", "Bloemist Prins"])])
                  if engine.account_export(str(party.id)).json()["wrong_numbers"]]
    for number, listed in ((None, False), ("+31 40 555 0600", True)):
        party.rendabel_contract_until = reference.day("2027-01-31")
        if number:
            party.contact_mechanisms[0].value = number
        party.save()
        tryton.settle()
        with tryton.engine() as engine:
            tomorrow = engine.calls_plan(reference.TODAY + datetime.timedelta(days=1)).json()["calls"]
        found = str(party.id) in {call["account_id"] for call in tomorrow}
        check(found == listed, f"with {number or 'the same number'} he is {'' if found else 'not '}called")


def an_outcome_sent_twice_counts_once(tryton):
    """The button pressed twice: one outcome in the library, one activity in Tryton."""
    party, = Model.get("party.party").find([("name", "=", "Bloemist Prins")])
    Activity = Model.get("rendabel.activity")
    before = len(Activity.find([("party", "=", party.id)]))
    report = Wizard("rendabel.outcome", [party])
    report.form.outcome = "spoke"
    session = proteus_config.get_config()
    context = dict(session.context, active_id=party.id, active_ids=[party.id], active_model="party.party", action_id=None)
    for _ in range(2):
        session.get_proxy("rendabel.outcome", type="wizard").execute(
            report.session_id, {"form": report.form._get_on_change_values()}, "send", context)
    tryton.settle()
    check(len(Activity.find([("party", "=", party.id)])) == before + 1,
          f"an outcome sent twice is {len(Activity.find([('party', '=', party.id)])) - before} activities")
    with tryton.engine() as engine:
        told = engine.account_export(str(party.id)).json()["outcomes"]
    check(len([one for one in told if one["outcome"] == "spoke"]) == 1, f"an outcome sent twice is {told}")


def a_call_is_left_for_the_browser(tryton):
    quoted(tryton, "Café de Brug")
    check(set(open_calls()) == {"Café de Brug"}, f"open are {sorted(open_calls())}")


def els_reads_dutch(tryton):
    """For the browser: the words of what she sees, as an administrator loads them for a language."""
    if not tryton.has_all_modules():
        return
    from trytond.modules import rendabel
    base = Path(trytond.__file__).parent
    places = {"ir": base, "res": base, "party": base / "modules", "rendabel": Path(rendabel.__file__).parents[1]}
    with Transaction().start(tryton.config.database_name, 0):
        pool = tryton.config.pool
        Lang, User, Translation = (pool.get(name) for name in ("ir.lang", "res.user", "ir.translation"))
        dutch, = Lang.search([("code", "=", "nl")])
        Lang.write([dutch], {"translatable": True})
        for module, place in places.items():
            Translation.translation_import("nl", module, [str(place / module / "locale/nl.po")])
        User.write(User.search([("login", "=", "els")]), {"language": dutch.id})


STEPS = (the_team_leader_has_his_say, two_agents_never_get_the_same_customer,
         a_wrong_number_is_not_called_again, an_outcome_sent_twice_counts_once,
         a_call_is_left_for_the_browser, els_reads_dutch)
