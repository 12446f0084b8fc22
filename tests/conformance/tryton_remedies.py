"""Steps about remedies: proposed on the party, answered there, not proposed again, foretold beside realised; nothing is lost."""
import logging

from proteus import Model, Wizard
from proteus import config as proteus_config
from trytond.config import config
from trytond.model.exceptions import AccessError, ValidationError

from . import reference
from .tryton_books import sign_on
from .tryton_steps import check


def opened(tryton):
    return Wizard("rendabel.remedies", [Model.get("party.party")(tryton.party.id)])


def proposed(wizard):
    return {line.code: line for line in wizard.form.lines}


def told(tryton):
    """What the library has of answers: code -> status."""
    with tryton.engine() as engine:
        rows = engine.account_export(str(tryton.party.id)).json()["own_state"]["remedies"]
    check(len(rows) == len({row["id"] for row in rows}), f"an answer is there twice: {rows}")
    return {row["code"]: row["status"] for row in rows}


def remedies_are_answered_on_the_party(tryton):
    """Each as the library tells it; accepted and refused ones are not proposed again, and what is agreed says what it brings."""
    before = {remedy["code"]: remedy for remedy in tryton.answer(str(tryton.party.id))["remedies"]}
    wizard = opened(tryton)
    lines = proposed(wizard)
    check({code: line.effect for code, line in lines.items()} == {code: one["effect"] for code, one in before.items()},
          f"proposed is {sorted(lines)}, not {sorted(before)}")
    check(lines["replace_visits"].in_plan and before["replace_visits"]["text"] in wizard.form.why,
          f"the form says {wizard.form.why}")
    said = {"replace_visits": "accepted", "enforce_terms": "refused", "charge_shipping": "offered"}
    for code, answer in said.items():
        lines[code].answer = answer
    wizard.execute("send")
    tryton.settle()
    check(told(tryton) == said, f"the library was told {told(tryton)}")
    answer = tryton.answer(str(tryton.party.id))
    left = {remedy["code"]: remedy["status"] for remedy in answer["remedies"]}
    check(left == {"charge_shipping": "offered", "reset_discount": None}, f"still proposed are {left}")
    foretold = [(one["code"], one["predicted"]) for one in answer["agreed"]]
    check(foretold == [("replace_visits", before["replace_visits"]["effect"])], f"agreed is {foretold}")
    check(opened(tryton).form.agreed == answer["agreed"][0]["text"], "the form does not say what was agreed, and what it brings")
    party = Model.get("party.party")(tryton.party.id)
    check({row.code: row.status for row in party.rendabel_remedies} == said, "the party does not list the answers")


def an_answer_is_not_lost_without_the_library(tryton):
    """It stands in Tryton, the account waits, and the next try brings it; a form cannot be opened meanwhile and says so."""
    if config.getboolean("queue", "worker"):
        return  # the hand-over is another process's, which has the library
    from trytond.modules.rendabel.engine import engines
    wizard = opened(tryton)
    proposed(wizard)["reset_discount"].answer = "offered"
    library = config.get("rendabel", "library")
    logging.disable(logging.ERROR)
    config.set("rendabel", "library", "/nonexistent/librendabel.so")
    engines.forget(tryton.place())
    wizard.execute("send")
    tryton.settle()
    try:
        opened(tryton)
        check(False, "remedies are proposed without the library")
    except ValidationError as error:
        check("cannot be reached" in str(error), f"without the library the form says {error}")
    check(tryton.waiting(), "no account waits for the library")
    config.set("rendabel", "library", library or "")
    logging.disable(logging.NOTSET)
    tryton.retry()
    check(told(tryton).get("reset_discount") == "offered", f"an answer was lost: {told(tryton)}")


def answers_are_for_those_who_see_invoices(tryton):
    """Els, who may read no invoice, neither reads nor gives them, and the party's form goes without."""
    session = proteus_config.get_config()
    admin, session.user = session.user, Model.get("res.user").find([("login", "=", "els")])[0].id
    sign_on()
    for what, action in (("proposed", lambda: opened(tryton)), ("read", lambda: Model.get("rendabel.remedy").find([]))):
        try:
            action()
            check(False, f"remedies are {what} to everybody")
        except AccessError:
            pass
    form = session.get_proxy("party.party").fields_view_get(None, "form", session.context)
    check("rendabel_remedies" not in form["fields"], "the form has the answers for everybody")
    session.user = admin
    sign_on()


STEPS = (remedies_are_answered_on_the_party, an_answer_is_not_lost_without_the_library, answers_are_for_those_who_see_invoices)
