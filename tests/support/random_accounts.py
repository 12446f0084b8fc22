"""Accounts drawn at random for the second opinion: mostly ones that lose money in several ways, some facts unknown.

In: a seed.  Out: settings and snapshots, amounts as texts with two decimals.  The same for the same seed.
"""
import random
from datetime import date, timedelta

AS_OF = date(2026, 11, 23)


def euros(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def settings_of(seed):
    draw = random.Random(seed)
    settings = {"discount_scale": draw.choice([
        [{"from_revenue": 0, "percent": 0}, {"from_revenue": 5000, "percent": 5}, {"from_revenue": 20000, "percent": 12.5}],
        [{"from_revenue": 1000, "percent": 3}, {"from_revenue": 4000, "percent": 10}]]),
        "late_payment_mode": draw.choice(["late", "full_credit"]), "funding_rate": draw.choice(["0.06", "0.115"]),
        "small_order_fee": draw.choice(["15.00", "7.55", "40.00"]), "target_margin_bp": draw.choice([0, 0, 150, 700, -300])}
    if draw.random() < 0.6:
        settings["carriage_paid_from"] = draw.choice(["90.00", "250.00", "400.00"])
    if draw.random() < 0.5:
        settings["gross_margin_assumed"] = "0.28"
    if draw.random() < 0.4:
        settings["activity_rates"] = {"item": "0.05", "visit": "180.00", "km": "0.40", "order.email": {"minutes": 9}}
    if draw.random() < 0.4:
        settings["avoidable"] = draw.choice([{"visits": "0.9", "other": "0.35"}, {"other": "0.05", "shipping": "0.3"}])
    return settings


class Drawn:
    """One account in the making."""

    def __init__(self, seed, number):
        self.draw = random.Random(f"{seed}/{number}")
        self.document = {"account": {"id": f"R{number:04}", "since": str(AS_OF - timedelta(days=self.draw.choice(
            [60, 91, 365, 366, 366, 900, 2000])))}, "as_of": str(AS_OF)}
        self.certain = self.draw.random() < 0.7  # no orders without cost
        self.percent = self.draw.choice([2, 8, 15, 30])
        self.account()
        self.orders()
        self.invoices()
        self.rest()

    def maybe(self, share=0.8):
        return self.draw.random() < share

    def day(self, days=800):
        return AS_OF - timedelta(days=self.draw.randint(0, days))

    def account(self):
        account = self.document["account"]
        account["payment_days"] = self.draw.choice([14, 30])
        if self.maybe(0.1):
            account["strategic"] = True
        if self.maybe(0.3):
            account["standing_discount_percent"] = self.draw.choice([4, 12, 25])

    def orders(self):
        draw, rows = self.draw, []
        discount, listed = draw.choice([0, 0, 5, 12, 25]), self.maybe(0.6)
        size = draw.choice([3000, 9000, 40000])
        for i in range(draw.choice([0, 3, 8, 12, 25, 40, 40])):
            net = size + draw.randint(0, size)
            row = {"id": f"O{i}", "date": str(self.day()), "net_amount": euros(net if self.maybe(0.97) else -net // 3)}
            if listed:
                row["discount_amount"] = euros(net * discount // (100 - discount))
            if self.certain or self.maybe():
                row["cost_of_goods"] = euros(net * (100 - self.percent) // 100 + draw.randint(-99, 99))
            if self.maybe(0.9):
                row["channel"] = draw.choice(["phone", "phone", "email", "visit", "web", "edi"])
            if self.maybe(0.9):
                row["lines"] = draw.randint(1, 6)
            if self.maybe(0.3):
                row["items"] = draw.randint(1, 90)
            if self.maybe(0.1):
                row["rush"] = True
            if self.maybe(0.1):
                row["contribution"] = euros(draw.choice([500, 750]))
            if self.maybe(0.9):
                row["carriage_paid"] = self.maybe(0.7)
            if self.maybe(0.7):
                row["freight_paid"] = euros(draw.randint(500, 1600))
            if self.maybe(0.5):
                row["freight_charged"] = euros(draw.choice([0, 495, 1250]))
            rows.append(row)
        self.document["orders"] = rows

    def invoices(self):
        draw, rows, late = self.draw, [], self.draw.choice([-3, 5, 30, 90])
        for i, order in enumerate(self.document["orders"]):
            if order["net_amount"].startswith("-"):
                continue
            when = date.fromisoformat(order["date"])
            amount = euros(int(round(float(order["net_amount"]) * 121)))
            row = {"id": f"I{i}", "date": str(when), "amount_incl_tax": amount, "reminders": draw.choice([0, 0, 1])}
            if self.maybe(0.9):
                row["delivery"] = draw.choice(["paper", "paper", "pdf", "einvoice"])
            if self.maybe(0.5):
                row["due_date"] = str(when + timedelta(days=draw.choice([0, 21, 60])))
            paid = when + timedelta(days=max(0, 30 + late + draw.randint(-9, 9)))
            if self.maybe(0.9):
                row["payments"] = [{"date": str(paid), "amount": amount}] if self.maybe(0.9) else []
            rows.append(row)
        self.document["invoices"] = rows

    def rest(self):
        draw = self.draw
        notes = [{"id": f"C{i}", "date": str(self.day()), "amount": euros(draw.randint(500, 9000)),
                  "kind": draw.choice(["return", "correction", "bonus"])} for i in range(draw.choice([0, 0, 1, 3]))]
        for note in notes:
            if self.document["orders"] and self.maybe(0.5):
                note["order_id"] = draw.choice(self.document["orders"])["id"]
        done = [{"id": f"A{i}", "date": str(self.day()), "kind": draw.choice(["visit", "visit", "call", "km"])}
                for i in range(draw.choice([0, 1, 4, 9]))]
        for activity in done:
            if self.maybe(0.2):
                activity["quantity"] = draw.choice(["0.5", "2", "1.25"])
            if self.maybe(0.1) and activity["kind"] != "visit":
                activity["cost"] = euros(draw.randint(100, 9000))
        quotes = [{"id": f"Q{i}", "sent_on": str(AS_OF - timedelta(days=9)), "amount": euros(draw.randint(9000, 900000))}
                  for i in range(draw.choice([0, 0, 0, 1]))]
        codes = ["reset_discount", "raise_order_size", "enforce_terms", "charge_shipping", "charge_small_order",
                 "shift_channel", "shift_invoice", "replace_visits"]
        told = draw.choice([[], draw.sample(codes, 2), codes, codes])
        answers = draw.choice([["offered", "accepted", "refused"], ["refused"], ["refused", "accepted"]])
        remedies = [{"id": f"M{code}", "code": code, "date": str(AS_OF - timedelta(days=draw.choice(
            [0, 179, 180, 200, 364, 365, 500]))), "status": draw.choice(answers)}
            for code in told]
        self.document.update(credit_notes=notes, activities=done, quotes=quotes, inquiries=[], remedies=remedies)


def accounts(seed, count):
    return [Drawn(seed, number).document for number in range(count)]
