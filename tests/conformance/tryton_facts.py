"""What a Tryton knows of money, goods and people, entered through its own classes; the snapshots are compared with documents
reckoned by hand. Each function of tryton_facts_*.py enters one customer and answers what his snapshot must say, array by array."""
import os
from contextlib import nullcontext
from unittest.mock import patch

from trytond.model import ModelStorage
from trytond.transaction import Transaction
from trytond.worker import run_task

from .suite import differences
from .tryton_facts_goods import costs, covered, freight, returns
from .tryton_facts_money import foreign, payments
from .tryton_facts_people import people, states
from .tryton_ledger import Ledger
from .tryton_steps import check

#: Freight comes last: from then on every sale has a carrier.
FACTS = (payments, returns, foreign, covered, costs, people, states, freight)
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
