#!/usr/bin/env python3
"""What our module adds to a save in Tryton: an account with 300 orders (4 lines each) and 300 invoices, saved with and without it.

Run by hand: tryton_save_bench.py [RUNS]; needs Debian's Tryton, and RENDABEL_SOURCE_DIR and RENDABEL_LIBRARY as the tests have them.
With trytond-worker a save only adds a task to the queue; without it the hand-over is part of the request. The floor is 50 ms.
"""
import os
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORDERS, LINES, FLOOR_MS = 300, 4, 50


def inside(uri, name, runs):
    """Under Tryton's Python: an account that big, then saves of it."""
    from proteus import Model
    from trytond.transaction import Transaction

    from conformance import reference
    from conformance.tryton import Tryton
    tryton = Tryton(uri)
    tryton.found()
    party = Model.get("party.party")(name="Big", rendabel_person_kind="legal")
    party.save()
    company, currency, address = tryton.company.id, tryton.company.currency.id, party.addresses[0].id
    with Transaction().start(name, 0, context={"company": company, "_skip_warnings": True}):
        fill(tryton.config.pool, reference, company, currency, party.id, address)
        Transaction().commit()
    print_times(tryton, party, int(runs))


def fill(pool, reference, company, currency, party, address):
    """Sales that are done, and as many posted invoices with their moves."""
    Sale, Invoice, Move = pool.get("sale.sale"), pool.get("account.invoice"), pool.get("account.move")
    product, = pool.get("product.product").search([])
    days = [reference.TODAY - reference.datetime.timedelta(days=2 * number) for number in range(ORDERS)]
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


def print_times(tryton, party, runs):
    """Three kinds in turn, so that what else the machine does hits all alike; wall and processor time."""
    from proteus import Model
    from trytond.ir import queue
    from trytond.modules.rendabel import changes
    Party, changed = Model.get("party.party"), changes.changed
    times = {"without": [], "with worker": [], "in the request": []}
    for run in range(runs + 1):
        for number, kind in enumerate(times):
            changes.changed = changed if kind != "without" else lambda records, parties_of: None
            queue.has_worker = kind == "with worker"
            record = Party(party.id)
            record.rendabel_contract_until = tryton.reference.TODAY + tryton.reference.datetime.timedelta(days=3 * run + number)
            begin, processor = time.perf_counter(), time.process_time()
            record.save()
            times[kind].append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - processor)))
    middle = {kind: [statistics.median(column) for column in zip(*some[1:])] for kind, some in times.items()}
    for kind, (wall, processor) in middle.items():
        print(f"{kind:15} {wall:6.1f} ms, {processor:6.1f} ms of processor; more: {wall - middle['without'][0]:6.1f} ms, "
              f"{processor - middle['without'][1]:6.1f} ms of processor")
    print(f"medians of {runs}; {ORDERS} orders of {LINES} lines, {ORDERS} invoices; floor {FLOOR_MS} ms more")
    sys.exit(middle["with worker"][0] - middle["without"][0] > FLOOR_MS)


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
