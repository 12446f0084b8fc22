"""What a snapshot of the sample book is made of: a year of orders, their invoices and payments, visits, quotes.

In: habits and amounts, as accounts.py names them.  Out: the document of contract.md, one line of JSON.
Never: the clock, randomness.  Method: fixed weights spread a year's revenue, so that every sum is exact.
"""
import json
from datetime import date, timedelta

AS_OF = date(2026, 11, 23)  # a Monday
TAX_PERCENT = 21
# Orders of a year differ in size by these weights, so that no row looks like the next.
WEIGHTS = (100, 118, 86, 107, 93, 124, 79, 102, 111, 88, 97, 95)


class Cents(int):
    """An amount; written as a number with two decimals."""


def euro(amount):
    return Cents(round(amount * 100))


def day(ago):
    return AS_OF - timedelta(days=ago)


def workday(ago):
    """The day so long ago, or the Friday before it: nobody orders in the weekend."""
    found = day(ago)
    return found - timedelta(days=max(0, found.weekday() - 4))


def half_up(numerator, denominator):
    return Cents((2 * numerator + denominator) // (2 * denominator))


class Book:
    """One account's snapshot in the making. `habits` hold for every order until a year or order says otherwise."""

    def __init__(self, id, name, **account):
        account = {"id": id, "name": name, "currency": "EUR", "country": "NL", "person_kind": "legal",
                   "payment_days": 30, **account}
        self.account = {key: value for key, value in account.items() if value is not None}
        self.habits = {"margin": 30, "channel": "phone", "lines": 3, "discount": 0, "carriage_paid": False,
                       "freight": 9.00, "charged": 9.00, "delivery": "pdf", "late": -2, "groups": ["bevestiging"]}
        self.contacts, self.orders, self.credit_notes, self.invoices = [], [], [], []
        self.quotes, self.inquiries, self.activities, self.remedies = [], [], [], []
        self.left_out = set()
        self.numbers = {}

    def id(self, prefix, when):
        """Ids such as VO260714, with a letter from the second of a day on."""
        stem = f"{prefix}{when:%y%m%d}"
        self.numbers[stem] = self.numbers.get(stem, 0) + 1
        return stem + ("" if self.numbers[stem] == 1 else chr(ord("a") + self.numbers[stem] - 1))

    def usual(self, **habits):
        self.habits.update(habits)
        return self

    def contact(self, id, name, **more):
        self.contacts.append({"id": id, "name": name, **more})
        return self

    def order(self, ago, net, **change):
        """An order and its invoice. Net and freight in euros, margin and discount in percent; None is unknown."""
        habit = {**self.habits, **change}
        when = workday(ago)
        net = net if isinstance(net, Cents) else euro(net)
        row = {"id": self.id("VO", when), "date": str(when), "channel": habit["channel"]}
        if habit["discount"]:
            row["list_amount"] = half_up(int(net) * 100, 100 - habit["discount"])
            row["discount_amount"] = Cents(row["list_amount"] - net)
        else:
            row["net_amount"] = net
            if habit["discount"] == 0:
                row["discount_amount"] = Cents(0)
        if habit["margin"] is not None:
            row["cost_of_goods"] = half_up(int(net) * (100 - habit["margin"]), 100)
        row["lines"] = habit["lines"] + (len(self.orders) % 3 - 1 if habit["lines"] > 1 else 0)
        charged = Cents(0)
        if habit["carriage_paid"] is not None:
            charged = euro(habit["charged"])
            row.update(carriage_paid=habit["carriage_paid"], freight_paid=euro(habit["freight"]),
                       freight_charged=charged)
        row["product_groups"] = habit["groups"]
        row.update(habit.get("fields", {}))
        self.orders.append(row)
        if net > 0 and habit["delivery"]:
            self.invoice(when, Cents(net + charged + row.get("contribution", 0)), habit)
        return self

    def invoice(self, when, amount, habit):
        due = when + timedelta(days=self.account["payment_days"])
        paid = due + timedelta(days=habit["late"])
        row = {"id": self.id("VF", when), "date": str(when), "due_date": str(due),
               "amount_incl_tax": half_up(int(amount) * (100 + TAX_PERCENT), 100), "delivery": habit["delivery"],
               "reminders": 1 if habit["late"] > 14 and due + timedelta(days=14) <= AS_OF else 0}
        row["payments"] = [{"date": str(paid), "amount": row["amount_incl_tax"]}] if paid <= AS_OF else []
        self.invoices.append(row)

    def settle(self, index, *parts):
        """How the index-th invoice was paid: (days after due, percent of it, kind) each; no parts: unknown."""
        row = self.invoices[index]
        due, total = date.fromisoformat(row["due_date"]), row["amount_incl_tax"]
        if not parts:
            del row["payments"]
            return self
        row["payments"] = [{"date": str(due + timedelta(days=days)), "amount": half_up(int(total) * percent, 100),
                            "kind": kind} for days, percent, kind in parts]
        return self

    def year(self, k, count, total, last=None, visits=0, calls=0, **change):
        """Window k: `count` orders that sum to `total` euros, the latest `last` days before the window's end."""
        last = 3 + int(self.account["id"][1:]) % 11 if last is None else last
        weights = [WEIGHTS[i % len(WEIGHTS)] for i in range(count)]
        amounts = [Cents(int(euro(total)) * weight // sum(weights)) for weight in weights]
        amounts[-1] = Cents(euro(total) - sum(amounts[:-1]))
        for i, amount in enumerate(amounts):
            self.order(365 * k + last + i * (358 - last) // max(1, count), amount, **change)
        for kind, number in (("visit", visits), ("call", calls)):
            for i in range(number):
                self.activity(kind, 365 * k + 20 + i * 330 // number, minutes=60 if kind == "visit" else 8,
                              direction="out", reached=True)
        return self

    def activity(self, kind, ago, **more):
        when = workday(ago) if ago >= 0 else day(ago)
        self.activities.append({"id": self.id("AC", when), "date": str(when), "kind": kind, **more})
        return self

    def credit(self, ago, amount, kind="return", **more):
        when = workday(ago)
        self.credit_notes.append({"id": self.id("CN", when), "date": str(when), "kind": kind,
                                  "amount": amount if isinstance(amount, Cents) else euro(amount), **more})
        return self

    def quote(self, sent_on, valid_until, amount, margin, **more):
        self.quotes.append({"id": self.id("OF", date.fromisoformat(sent_on)), "sent_on": sent_on,
                            "valid_until": valid_until, "amount": euro(amount), "margin": euro(margin),
                            "status": "open", **more})
        return self

    def inquiry(self, at, kind, subject, **more):
        self.inquiries.append({"id": self.id("IN", date.fromisoformat(at[:10])), "at": at, "kind": kind,
                               "channel": "email", "subject": subject, **more})
        return self

    def remedy(self, code, ago, status):
        self.remedies.append({"id": self.id("MA", day(ago)), "code": code, "date": str(day(ago)), "status": status})
        return self

    def unknown(self, *arrays):
        """These arrays are left out of the snapshot: the host does not know them."""
        self.left_out.update(arrays)
        return self

    def snapshot(self):
        document = {"account": self.account, "revision": 1, "as_of": str(AS_OF)}
        for array in ("contacts", "orders", "credit_notes", "invoices", "quotes", "inquiries", "activities",
                      "remedies"):
            rows = getattr(self, array)
            if array not in self.left_out:
                document[array] = sorted(rows, key=lambda row: (row.get("date", ""), row["id"]))
        return document


def dump(value):
    """JSON on one line; amounts are numbers with two decimals."""
    if isinstance(value, Cents):
        return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dump(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
