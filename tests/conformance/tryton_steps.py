"""Steps of the scenario in Tryton, each a sentence about what an adapter does; check() says what is not so."""
import datetime
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

import polib
import rendabel
from proteus import Model, Wizard
from proteus import config as proteus_config
from trytond.model.exceptions import AccessError
from trytond.transaction import Transaction

from . import reference
from .tryton_books import sign_on

PASSWORD = "Bellijst-2026"
faults = []


def check(good, what):
    if not good:
        faults.append(what)
        print("NOT SO:", what, flush=True)


def party_shows_the_verdict(tryton):
    party = Model.get("party.party")(tryton.party.id)
    answer = tryton.answer(str(party.id))
    check(party.rendabel_verdict == answer["verdict"] == "repair", f"the form's verdict is {party.rendabel_verdict}")
    check(party.rendabel_net_result == answer["result"]["net_result"], f"the form's result is {party.rendabel_net_result}")
    check("Stale discount" in (party.rendabel_flags or ""), f"the form's flags are {party.rendabel_flags}")
    check(b"<html" in (party.rendabel_page or b""), "the form has no page of the report")
    found = Model.get("party.party").find([("rendabel_verdict", "=", "repair"), ("rendabel_net_result", "<", 0)],
                                          order=[("rendabel_net_result", "ASC")])
    check([one.id for one in found] == [party.id], f"the list finds {found}")


def one_task_a_transaction(tryton):
    before = tryton.tasks()
    party = Model.get("party.party")(tryton.party.id)
    party.contact_mechanisms.new(type="email", value="inkoop@example.com")
    party.rendabel_strategic = True
    party.save()
    tryton.settle()
    check(tryton.tasks() == before + 1, f"a save of a party and its mechanism makes {tryton.tasks() - before} tasks")
    party.rendabel_strategic = False
    party.save()
    tryton.settle()


def night_and_calls(tryton):
    cron, = Model.get("ir.cron").find([("method", "=", "rendabel.configuration|night")])
    cron.click("run_once")
    tryton.settle()
    tryton.settings.reload()
    check(tryton.settings.night_phase == "results", f"the night ended in {tryton.settings.night_phase}")
    check(tryton.settings.status is None, f"the night says {tryton.settings.status}")
    Call = Model.get("rendabel.call")
    opened = Wizard("rendabel.call.open")
    check(opened.actions, "the call list does not open")
    call, = Call.find([("state", "=", "open")])
    check(call.party.id == tryton.party.id and "3,400.00" in call.why, f"the call is {call.party.name}: {call.why}")
    report = Wizard("rendabel.outcome", [call])
    check("3,400.00" in report.form.card, f"the card says {report.form.card}")
    report.form.outcome = "no_answer"
    report.form.note = "voicemail was full"
    outcome_id = report.form.outcome_id
    report.execute("send")
    tryton.settle()
    with tryton.engine() as engine:
        told = engine.account_export(str(tryton.party.id)).json()["outcomes"]
    check([one["id"] for one in told] == [outcome_id], f"not told under the form's id {outcome_id}: {told}")
    check(report.form.text, "no next step is told")
    check(not Call.find([("state", "=", "open")]), "the call is still open after its outcome")
    call.reload()
    check(call.state == "done" and call.next_step == report.form.text, f"the call is {call.state}: {call.next_step}")
    activity, = Model.get("rendabel.activity").find([("kind", "=", "call")])
    check(activity.call == call.code and not activity.reached, "the call is no activity")
    cost = {line["code"]: line for line in tryton.answer(str(tryton.party.id))["result"]["cost_lines"]}
    check(cost["calls"]["quantity"] == 1, f"one call counts {cost['calls']['quantity']} times")


def erased(tryton):
    Party = Model.get("party.party")
    twin = Party(name="Jansen, twice")
    twin.save()
    Model.get("rendabel.activity")(party=twin, date=reference.TODAY, kind="visit").save()
    tryton.settle()
    check(tryton.answer(str(twin.id))["verdict"] == "prospect", "an account with a visit only is no prospect")
    replace = Wizard("party.replace", [twin])
    replace.form.destination = Party(tryton.party.id)
    replace.execute("replace")
    tryton.settle()
    check(gone(tryton, twin), "a merged party is still there under its old id")
    check(tryton.answer(str(tryton.party.id))["visits"]["done"] == 11, "the visit of the twin did not come along")
    leaver = Party(name="Leaver")
    leaver.save()
    Model.get("rendabel.activity")(party=leaver, date=reference.TODAY, kind="visit", note="secret").save()
    leaver.active = False
    leaver.save()
    tryton.settle()
    erase = Wizard("party.erase", [leaver])
    erase.execute("erase")
    check(gone(tryton, leaver), "an erased party is still in the store")
    deleted = Party(name="Typed twice")
    deleted.save()
    Model.get("rendabel.activity")(party=deleted, date=reference.TODAY, kind="visit").save()
    tryton.settle()
    deleted.delete()
    tryton.settings.click("run_night")
    tryton.settle()
    check(gone(tryton, leaver), "the night brought an erased party back")
    check(gone(tryton, deleted), "a deleted party is still in the store after the night")


def two_agents(tryton):
    """An agent who may read invoices, one who may not, and a customer whose quotation waits for a call."""
    User, Group = Model.get("res.user"), Model.get("res.group")
    for login, groups in (("jan", ["Rendabel Team Leader", "Account", "Sales"]), ("els", ["Rendabel Call List"])):
        user = User(name=login.title(), login=login, password=PASSWORD)
        user.companies.append(Model.get("company.company")(tryton.company.id))
        user.company = Model.get("company.company")(tryton.company.id)
        user.groups.extend(Group.find([("name", "in", groups)]))
        user.save()
    quoted(tryton, "Slagerij Smit")


def quoted(tryton, *names):
    """Customers whose quotations wait for a call, today."""
    for name in names:
        party = Model.get("party.party")(name=name, rendabel_person_kind="legal")
        party.contact_mechanisms.new(type="phone", value=f"+31 40 555 {sum(map(ord, name)):04}")
        party.save()
        tryton.shop.quote(party, 20, reference.LIST_PRICE, rendabel_requested=True,
                          rendabel_quoted_on=reference.QUOTE["sent_on"])
    tryton.settle()
    Wizard("rendabel.call.open")


def results_are_for_those_who_see_invoices(tryton):
    """Els works the call list and may read no invoice: no verdict, no result, no value, no search by them."""
    config = proteus_config.get_config()
    admin, config.user = config.user, Model.get("res.user").find([("login", "=", "els")])[0].id
    sign_on()
    party, = Model.get("party.party").find([("id", "=", tryton.party.id)])
    check(party.rendabel_verdict is None and party.rendabel_net_result is None, "the form shows results to everybody")
    check(party.rendabel_page is None, "the form shows the account's page to everybody")
    check(not Model.get("party.party").find([("rendabel_verdict", "=", "repair")]), "a search tells results to everybody")
    call, = Model.get("rendabel.call").find([("state", "=", "open")])
    check(call.value is None and call.why, "the call list shows values to everybody")
    report = Wizard("rendabel.outcome", [call])
    check("net result" not in report.form.card, f"the card has amounts for everybody: {report.form.card}")
    report.form.outcome = "voicemail"
    report.execute("send")
    check(report.form.text, "an agent who sees no invoices cannot report")
    try:
        Wizard("rendabel.book")
        check(False, "the book opens for everybody")
    except AccessError:
        pass
    config.user = admin
    sign_on()


def companies_have_books_of_their_own(tryton):
    """A visit in another company: a store of its own, and the first company's figures as they were."""
    Company, User = Model.get("company.company"), Model.get("res.user")
    before = tryton.answer(str(tryton.party.id))
    party = Model.get("party.party")(name="Second company")
    party.save()
    second = Company(party=party, currency=tryton.company.currency)
    second.save()
    config = proteus_config.get_config()
    user = User(config.user)
    user.companies.append(Company(second.id))
    user.company_filter = "all"
    user.save()
    sign_on()
    with config.set_context(company=second.id):
        Model.get("rendabel.configuration")(company=Company(second.id)).save()
        party = Model.get("party.party")(tryton.party.id)
        Model.get("rendabel.activity")(party=party, date=reference.TODAY, kind="visit").save()
        tryton.settle()
        party = Model.get("party.party")(tryton.party.id)
        check(party.rendabel_verdict == "prospect", f"the second company's verdict is {party.rendabel_verdict}")
    party = Model.get("party.party")(tryton.party.id)
    check(party.rendabel_verdict == before["verdict"], f"the first company's verdict is {party.rendabel_verdict} now")
    check(tryton.answer(str(tryton.party.id))["result"] == before["result"], "one company's facts came into another's store")


def gone(tryton, party):
    try:
        tryton.answer(str(party.id))
    except rendabel.NotFound:
        return True
    return False


def other_activities_count(tryton):
    """Where the module activity is there: what was done counts, what is planned does not, other types and companies are none
    of ours; and an activity noted, done or deleted there is handed over at once."""
    if not tryton.has_all_modules():
        return
    Type, Activity, Employee = (Model.get(name) for name in ("activity.type", "activity.activity", "company.employee"))
    party = Model.get("party.party")(tryton.party.id)
    of_company = {}
    for company in Model.get("company.company").find([]):
        person = Model.get("party.party")(name="Employee")
        person.save()
        of_company[company.id] = Employee(party=person, company=company)
        of_company[company.id].save()
    ours = of_company.pop(tryton.company.id)
    kinds = {}
    for name in ("Bezoek", "Lunch"):
        kinds[name] = Type(name=name)
        kinds[name].save()

    def visits():
        tryton.settle()
        return tryton.answer(str(party.id))["visits"]["done"]

    def noted(kind, state, employee):
        activity = Activity(party=party, activity_type=kinds[kind], state=state, employee=employee, date=reference.TODAY,
                            time=datetime.time(9, 30), duration=datetime.timedelta(hours=2))
        activity.save()
        return activity

    before = visits()
    done = noted("Bezoek", "done", ours)
    check(visits() == before + 1, f"a visit of another module makes {visits() - before}")
    planned = noted("Bezoek", "planned", ours)
    noted("Bezoek", "cancelled", ours)
    noted("Lunch", "done", ours)
    for employee in of_company.values():
        noted("Bezoek", "done", employee)
    check(visits() == before + 1, f"what is planned, cancelled, a lunch or another company's makes {visits() - before - 1} visits")
    planned.click("do")
    check(visits() == before + 2, f"a planned visit that was done makes {visits() - before - 1}")
    done.delete()
    check(visits() == before + 1, f"a visit that was deleted leaves {visits() - before} of two")


def a_lead_waits_for_a_call(tryton):
    """A lead that came in this morning is called now; once it is lost, nobody is bothered any more."""
    if not tryton.has_all_modules():
        return
    party = Model.get("party.party")(name="Vraag B.V.", rendabel_person_kind="legal")
    party.contact_mechanisms.new(type="phone", value="+31 40 555 0177")
    party.save()
    lead = Model.get("sale.opportunity")(party=party, start_date=reference.TODAY, description="A sample, please")
    lead.save()
    tryton.settle()
    call = [call for call in tryton.calls()["calls"] if call["account_id"] == str(party.id)]
    check([(one["lane"], one["reasons"][0]["code"], one["state"]) for one in call] == [("now", "inquiry", "open")],
          f"a lead makes {call}")
    lead.click("lost")
    tryton.settle()
    call = [call for call in tryton.calls()["calls"] if call["account_id"] == str(party.id)]
    check([one["state"] for one in call] in ([], ["withdrawn"]), f"a lost lead leaves {call}")


def the_day_is_the_companys(tryton):
    """Tryton runs in UTC; whoever calls in New York does not, nor does the machine where no company says so."""
    def offset_in(zone):
        with Transaction().start(tryton.config.database_name, 0, context={"company": tryton.company.id}) as transaction:
            company = tryton.config.pool.get("company.company").__table__()
            transaction.connection.cursor().execute(*company.update([company.timezone], [zone]))
            moment = tryton.clock()
            transaction.rollback()
        return moment.utcoffset(), moment.replace(tzinfo=None)
    offset, moment = offset_in("America/New_York")
    check(offset == ZoneInfo("America/New_York").utcoffset(moment), f"the clock in New York is {offset} from UTC")
    offset, moment = offset_in(None)
    here = subprocess.run(["date", "+%z"], env={}, capture_output=True, text=True).stdout.strip()
    check(moment.replace(tzinfo=datetime.timezone(offset)).strftime("%z") == here, f"the machine's clock is {offset} from UTC, not {here}")


def dutch_is_complete(tryton):
    """Every text of ours has its Dutch, and no other is there: said once, with all modules."""
    if not tryton.has_all_modules():
        return
    from trytond.modules import rendabel as module
    Wizard("ir.translation.set").execute("set_")
    english = polib.pofile(tryton.ask(lambda pool: pool.get("ir.translation").translation_export("en", "rendabel")).decode())
    dutch = polib.pofile(str(Path(module.__file__).parent / "locale" / "nl.po"))
    wanted = {(entry.msgctxt, entry.msgid) for entry in english if entry.msgid}
    found = {(entry.msgctxt, entry.msgid) for entry in dutch if entry.msgstr}
    check(wanted - found == set(), f"no Dutch for {sorted(wanted - found)[:3]}")
    check(found - wanted == set(), f"Dutch for nothing: {sorted(found - wanted)[:3]}")


STEPS = (party_shows_the_verdict, one_task_a_transaction, night_and_calls, erased, two_agents,
         results_are_for_those_who_see_invoices, companies_have_books_of_their_own, other_activities_count,
         a_lead_waits_for_a_call, the_day_is_the_companys, dutch_is_complete)
