"""The scenario in Tryton, one database: enter, hook, queue, night, call list, outcome, privacy. Says what is not so.

Usage: tryton_scenario.py DATABASE_URI NAME
"""
import logging
import sys

from conformance import suite, tryton_desk, tryton_facts, tryton_people, tryton_remedies
from conformance.tryton import Tryton
from conformance.tryton_steps import STEPS, check, faults


def main(uri, name):
    logging.basicConfig(level=logging.ERROR)
    tryton = Tryton(uri)
    faults.extend(suite.problem_free(tryton))
    tryton.found()
    _, differences = suite.same_customer_as_json(tryton)
    for difference in differences:
        check(False, difference)
    steps = (*STEPS, *tryton_people.STEPS, *tryton_remedies.STEPS, *tryton_desk.STEPS, *tryton_facts.STEPS)
    for duty, proof in suite.unproven(tryton, "tryton_scenario", {step.__name__ for step in steps}):
        check(False, f"{duty}: nobody runs {proof}")
    for step in steps:
        step(tryton)
        check(tryton.waiting() == [], f"after {step.__name__} there wait: {tryton.waiting()}")
        print(f"{name}: {step.__name__.replace('_', ' ')}", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
