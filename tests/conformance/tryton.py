"""Tryton 6.0, tried by the suite: how it differs, and the reference customer by its own classes (through proteus)."""
import os
import time

import rendabel
from proteus import Model
from proteus import config as proteus_config
from trytond.transaction import Transaction

from . import reference
from .tryton_books import Shop, found_company, sign_on
from .tryton_quirks import TrytonQuirks


class Tryton(TrytonQuirks):
    reference = reference

    def __init__(self, uri):
        self.config = proteus_config.set_trytond(uri, config_file=os.environ["TRYTOND_CONFIG"])
        from trytond.modules.rendabel import clock
        self.clock, clock.now = clock.now, lambda: reference.NOW
        models = {name for name, _ in self.config.pool.iterobject()}
        if "sale.opportunity" not in models:
            self.unknown |= {"inquiries"}
        if "carrier" not in models:
            self.unknown |= {"orders.freight_charged"}
        sign_on()

    def found(self):
        """The company, its settings, and what it sells."""
        self.company = found_company(range(2024, 2028))
        country, = Model.get("country.country").find([("code", "=", "NL")])
        settings = Model.get("rendabel.configuration")(country=country)
        for step in reference.SETTINGS["discount_scale"]:
            settings.scale.new(from_revenue=reference.Decimal(step["from_revenue"]), percent=reference.Decimal(step["percent"]))
        settings.save()
        self.settings, self.shop = settings, Shop(reference, self.settle)

    def find(self):
        """The company and the customer that an earlier program entered."""
        self.settings = Model.get("rendabel.configuration").find([], order=[("id", "ASC")])[0]
        self.party, = Model.get("party.party").find([("name", "=", reference.ACCOUNT["name"])])

    def enter(self, reference):
        ids = {}
        party = Model.get("party.party")(name=reference.ACCOUNT["name"], rendabel_person_kind="legal")
        party.contact_mechanisms.new(type="phone", value=reference.ACCOUNT["phone"])
        party.addresses[0].country, = Model.get("country.country").find([("code", "=", "NL")])
        party.save()
        self.party, ids["account"] = party, str(party.id)
        for order in reference.ORDERS:
            sale, invoice = self.shop.sell(party, order)
            ids[order.name], ids["invoice " + order.name] = f"S{sale.id}", f"I{invoice.id}"
        quote = self.shop.quote(party, reference.QUOTE["pieces"], reference.QUOTE["price"], rendabel_requested=True,
                                rendabel_quoted_on=reference.QUOTE["sent_on"])
        ids["quote"] = quote.number
        for number, date in enumerate(reference.VISITS, 1):
            visit = Model.get("rendabel.activity")(party=party, date=date, kind="visit")
            visit.save()
            ids[f"visit {number}"] = f"A{visit.id}"
        self.settle()
        return ids

    def settle(self):
        """Waits until a worker has done what is in the queue; without one it was done at once."""
        until = time.monotonic() + 60
        while left := self.ask(lambda pool: [task.data["method"] for task in pool.get("ir.queue").search(
                [("finished_at", "=", None)])]):
            if time.monotonic() > until:
                raise AssertionError(f"the queue does not empty: {left}")
            time.sleep(0.02)

    def ask(self, question):
        """question(pool) inside a transaction of its own: what no client may see."""
        with Transaction().start(self.config.database_name, 0, readonly=True):
            return question(self.config.pool)

    def has_all_modules(self):
        """Whether every optional module is in this database."""
        return self.ask(lambda pool: {"party.relation", "carrier", "activity.activity"} <= {name for name, _ in pool.iterobject()})

    def tasks(self):
        """How many tasks of ours the queue has seen."""
        return self.ask(lambda pool: len([task for task in pool.get("ir.queue").search([])
                                          if task.data["method"] == "rendabel_hand_over"]))

    def waiting(self):
        """Why accounts are dirty."""
        return self.ask(lambda pool: [row.error for row in pool.get("rendabel.account").search([("dirty", "=", True)])])

    def retry(self):
        """What cron does every quarter of an hour."""
        with Transaction().start(self.config.database_name, 0):
            self.config.pool.get("rendabel.configuration").retry()

    def place(self):
        """The directory of the company's store."""
        return self.ask(lambda pool: pool.get("rendabel.configuration")(self.settings.id).place)

    def engine(self):
        """The store, opened beside Tryton as another process would."""
        return rendabel.Engine(self.place())

    def answer(self, account_id):
        with self.engine() as engine:
            return engine.account_get(account_id, reference.TODAY, language="en").json()

    def calls(self):
        with self.engine() as engine:
            return engine.calls_plan(reference.TODAY, language="en").json()
