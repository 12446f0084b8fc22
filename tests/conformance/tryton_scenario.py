"""The scenario in Tryton, one database: enter, hook, queue, night, call list, outcome, privacy. Says what is not so.

Usage: tryton_scenario.py DATABASE_URI NAME
"""
import logging
import sys

from proteus import Model, Wizard

from conformance import reference, suite
from conformance.tryton import Tryton

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
    check(tryton.tasks() == before + 1, f"a save of a party and its mechanism makes {tryton.tasks() - before} tasks")
    party.rendabel_strategic = False
    party.save()


def night_and_calls(tryton):
    tryton.settings.click("run_night")
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
    report.execute("send")
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
    check(tryton.answer(str(twin.id))["verdict"] == "prospect", "an account with a visit only is no prospect")
    replace = Wizard("party.replace", [twin])
    replace.form.destination = Party(tryton.party.id)
    replace.execute("replace")
    check(gone(tryton, twin), "a merged party is still there under its old id")
    check(tryton.answer(str(tryton.party.id))["visits"]["done"] == 11, "the visit of the twin did not come along")
    leaver = Party(name="Leaver")
    leaver.save()
    Model.get("rendabel.activity")(party=leaver, date=reference.TODAY, kind="visit", note="secret").save()
    leaver.active = False
    leaver.save()
    erase = Wizard("party.erase", [leaver])
    erase.execute("erase")
    check(gone(tryton, leaver), "an erased party is still in the store")
    tryton.settings.click("run_night")
    check(gone(tryton, leaver), "the night brought an erased party back")


def gone(tryton, party):
    import rendabel
    try:
        tryton.answer(str(party.id))
    except rendabel.NotFound:
        return True
    return False


def main(uri, name):
    logging.basicConfig(level=logging.ERROR)
    tryton = Tryton(uri)
    faults.extend(suite.problem_free(tryton))
    tryton.found()
    _, differences = suite.same_customer_as_json(tryton)
    for difference in differences:
        check(False, difference)
    for step in (party_shows_the_verdict, one_task_a_transaction, night_and_calls, erased):
        step(tryton)
        check(tryton.waiting() == [], f"after {step.__name__} there wait: {tryton.waiting()}")
        print(f"{name}: {step.__name__.replace('_', ' ')}", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
