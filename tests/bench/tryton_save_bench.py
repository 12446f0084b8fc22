#!/usr/bin/env python3
"""What our module adds to a save in Tryton: an account with 300 orders (4 lines each) and 300 invoices, saved with and without it.

Run by hand: tryton_save_bench.py [RUNS]; needs Debian's Tryton, and RENDABEL_SOURCE_DIR and RENDABEL_LIBRARY as the tests have them.
With trytond-worker a save only adds a task to the queue. Without it the request hands over what is soon read and leaves the rest to the
job: once this account, once one of as many orders as are read at once; "all of it" is what this account would take. The floor is 50 ms.
"""
import os
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORDERS, MIDDLE, LINES, FLOOR_MS = 300, 97, 4, 50


def inside(uri, name, runs):
    """Under Tryton's Python: an account that big, then saves of it."""
    from proteus import Model
    from trytond.transaction import Transaction

    from conformance import reference
    from conformance.tryton import Tryton
    tryton = Tryton(uri)
    tryton.found()
    big, middle = (Model.get("party.party")(name=name, rendabel_person_kind="legal") for name in ("Big", "Middle"))
    big.save(), middle.save()
    company, currency = tryton.company.id, tryton.company.currency.id
    for party, orders in ((big, ORDERS), (middle, MIDDLE)):
        address = party.addresses[0].id
        with Transaction().start(name, 0, context={"company": company, "_skip_warnings": True}):
            fill(tryton.config.pool, reference, company, currency, party.id, address, orders)
            Transaction().commit()
    print_times(tryton, big, middle, int(runs))


def fill(pool, reference, company, currency, party, address, orders):
    """Sales that are done, and as many posted invoices with their moves."""
    Sale, Invoice, Move = pool.get("sale.sale"), pool.get("account.invoice"), pool.get("account.move")
    product, = pool.get("product.product").search([])
    days = [reference.TODAY - reference.datetime.timedelta(days=2 * number) for number in range(orders)]
    sales = Sale.create([{
        "party": party, "currency": currency, "sale_date": day, "company": company, "invoice_address": address,
        "shipment_address": address,
        "lines": [("create", [{"product": product.id, "unit": product.default_uom.id, "quantity": 2 + number,
                               "unit_price": reference.Decimal("85"), "base_price": reference.LIST_PRICE}
                              for number in range(LINES)])]} for day in days])
    Sale.write(sales, {"state": "done"})
    journal, = pool.get("account.journal").search([("type", "=", "revenue")])
    account, period = pool.get("party.party")(party).account_receivable_used.id, pool.get("account.period")
    for day in days:
        move, = Move.create([{"company": company, "journal": journal.id, "date": day, "period": period.find(company, day),
                              "lines": [("create", [{"account": account, "party": party, "debit": reference.Decimal("1439.90"),
                                                     "credit": 0, "maturity_date": day}])]}])
        Invoice.create([{"party": party, "company": company, "currency": currency, "type": "out", "account": account,
                         "invoice_date": day, "invoice_address": address, "journal": journal.id, "state": "posted",
                         "move": move.id}])


def print_times(tryton, big, middle, runs):
    """Every kind in turn, so that what else the machine does hits all alike; wall and processor time."""
    from proteus import Model
    from trytond.ir import queue
    from trytond.modules.rendabel import account, changes
    Party, changed, at_once = Model.get("party.party"), changes.changed, account.AT_ONCE
    kinds = {"without": (big, False, False, 0), "with worker": (big, True, True, 0), "in the request": (big, True, False, at_once),
             f"{MIDDLE} orders": (middle, True, False, at_once), "all of it": (big, True, False, 10 * ORDERS)}
    times = {kind: [] for kind in kinds}
    for run in range(runs + 1):
        for number, (kind, (party, hooked, queue.has_worker, account.AT_ONCE)) in enumerate(kinds.items()):
            changes.changed = changed if hooked else lambda records, parties_of: None
            record = Party(party.id)
            record.rendabel_contract_until = tryton.reference.TODAY + tryton.reference.datetime.timedelta(days=9 * run + number)
            begin, processor = time.perf_counter(), time.process_time()
            record.save()
            times[kind].append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - processor)))
    median = {kind: [statistics.median(column) for column in zip(*some[1:])] for kind, some in times.items()}
    for kind, (wall, processor) in median.items():
        print(f"{kind:15} {wall:6.1f} ms, {processor:6.1f} ms of processor; more: {wall - median['without'][0]:6.1f} ms, "
              f"{processor - median['without'][1]:6.1f} ms of processor")
    print(f"medians of {runs}; {ORDERS} orders of {LINES} lines, {ORDERS} invoices; floor {FLOOR_MS} ms more")
    sys.exit(any(median[kind][0] - median["without"][0] > FLOOR_MS for kind in list(kinds)[1:4]))


def main(runs="20"):
    sys.path[:0] = [str(HERE.parent / "support")]
    import tryton_house
    with tryton_house.House(tryton_house.tryton_python_or_skip()) as house:
        house.install()
        house.database("bench")
        return house.script(HERE / "tryton_save_bench.py", "sqlite:////bench", "bench", runs)


if __name__ == "__main__":
    if "DB_NAME" in os.environ:
        inside(*sys.argv[1:])
    else:
        sys.exit(main(*sys.argv[1:]))
