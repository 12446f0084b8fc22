"""The book of domain.md 6 reckoned a second time, from the accounts' own assessments and the snapshots that were sent:
what book_get must say. Amounts are Decimals; nothing here is taken from the library's book."""
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

LAYERS = ("top", "large", "medium", "small", "inactive", "prospect")
STATES = ("known", "partial", "assumed", "not_assessable")
LINES = ("list_revenue", "discount", "credit_notes", "net_revenue", "cost_of_goods", "gross_margin", "contributions",
         "net_result")


def bp(part, whole):
    if whole <= 0:
        return None
    return int((Decimal(part) * 10000 / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP))


def ceil_percent(count, percent):
    return -(-count * percent // 100)


def known_sum(values):
    values = [value for value in values if value is not None]
    return sum(values, Decimal(0)) if values else None


class Controller:
    """`accounts`: assessments by id; `sent`: snapshots by id."""

    def __init__(self, as_of, accounts, sent):
        self.last = date.fromisoformat(as_of)
        self.first = self.last - timedelta(364)
        self.accounts, self.sent = accounts, sent
        self.own = {name: one for name, one in accounts.items() if not sent[name]["account"].get("unassigned")}
        self.customers = sorted((name for name, one in self.own.items() if self.revenue(one) > 0),
                                key=lambda name: (-self.revenue(self.own[name]), name.encode()))

    @staticmethod
    def revenue(one):
        return one["result"]["net_revenue"] or Decimal(0)

    def in_window(self, day):
        return self.first <= date.fromisoformat(day) <= self.last

    def bought(self, name):
        return any(self.in_window(order["date"]) for order in self.sent[name].get("orders") or [])

    # Totals.
    def statement(self, window, accounts):
        rows = [one[window] for one in accounts]
        out = {line: known_sum(row[line] for row in rows) for line in LINES}
        for line in ("list_revenue", "discount"):  # one that is unknown makes the whole unknown
            if any(row[line] is None for row in rows):
                out[line] = None
        judged = [row for row in rows if row["net_result"] is not None and row["net_revenue"] is not None]
        out["net_margin_bp"] = bp(sum(row["net_result"] for row in judged), sum(row["net_revenue"] for row in judged))
        out["cost_lines"] = self.cost_lines(rows)
        return out

    @staticmethod
    def cost_lines(rows):
        amounts = defaultdict(list)
        for row in rows:
            for line in row["cost_lines"]:
                amounts[line["code"]].append(line["amount"])
        return {code: known_sum(values) for code, values in amounts.items()}

    # The pyramid and what hangs on it.
    def layer_of(self, name):
        count = len(self.customers)
        if name in self.customers:
            place = self.customers.index(name)
            for layer, percent in (("top", 1), ("large", 5), ("medium", 20)):
                if place < ceil_percent(count, percent):
                    return layer
            return "small"
        if self.own[name]["result"]["net_revenue"] is None:
            return None
        if any(order["date"] <= str(self.last) for order in self.sent[name].get("orders") or []):
            return "inactive"
        return None if self.sent[name]["account"].get("history_from") else "prospect"

    def group(self, names):
        rows = [self.own[name]["result"] for name in names]
        judged = [row for row in rows if row["net_result"] is not None]
        return {"accounts": len(rows), "revenue": sum((row["net_revenue"] for row in rows), Decimal(0)),
                "net_result": known_sum(row["net_result"] for row in rows), "assessable": len(judged),
                "net_margin_bp": bp(sum(row["net_result"] for row in judged),
                                    sum(row["net_revenue"] for row in judged))}

    def pyramid(self):
        members = {layer: [] for layer in LAYERS}
        for name in self.own:
            if layer := self.layer_of(name):
                members[layer].append(name)
        whole = sum(self.revenue(self.own[name]) for name in self.customers)
        rows = []
        for layer, names in members.items():
            row = self.group(names)
            row.update(layer=layer, revenue_share_bp=bp(row["revenue"], whole),
                       cost_lines=self.cost_lines([self.own[name]["result"] for name in names]))
            rows.append(row)
        return rows

    def pareto(self):
        first = self.customers[:ceil_percent(len(self.customers), 20)]
        whole = sum(self.revenue(self.own[name]) for name in self.customers)
        return {"customers": len(first), "of": len(self.customers),
                "revenue_share_bp": bp(sum(self.revenue(self.own[name]) for name in first), whole)}

    def tail(self):
        whole = sum(self.revenue(self.own[name]) for name in self.customers)
        reached = start = 0
        while start < len(self.customers) and reached * 100 < whole * 80:
            reached += self.revenue(self.own[self.customers[start]])
            start += 1
        row = self.group(self.customers[start:])
        row["customers"], row["revenue_share_bp"] = row.pop("accounts"), bp(row["revenue"], whole)
        return row

    def results(self):
        found = [one["result"]["net_result"] for one in self.own.values()]
        return sorted((result for result in found if result is not None), reverse=True)

    def flags(self):
        amounts = defaultdict(list)
        for one in self.accounts.values():
            for flag in one["flags"]:
                amounts[flag["code"]].append(flag["amount"])
        return {code: (len(values), known_sum(values)) for code, values in amounts.items()}

    def coverage(self):
        counts = defaultdict(lambda: dict.fromkeys(STATES, 0))
        for one in self.accounts.values():
            for row in one["coverage"]:
                counts[row["line"]][row["state"]] += 1
        return dict(counts)

    def net_between(self, first, last):
        def inside(rows):
            return [row for row in rows or [] if first <= row["date"] <= last]
        total = Decimal(0)
        for one in self.sent.values():
            for order in inside(one.get("orders")):
                net = order.get("net_amount")
                total += Decimal(net) if net else \
                    Decimal(order.get("list_amount", 0)) - Decimal(order.get("discount_amount", 0))
            total -= sum((Decimal(note["amount"]) for note in inside(one.get("credit_notes"))), Decimal(0))
        return total

    # Visits.
    def visit(self, name, visit_rate, call_rate):
        one, rows = self.own[name], self.sent[name].get("activities")
        visits = [row for row in rows or [] if row["kind"] == "visit" and not row.get("planned") and
                  self.in_window(row["date"])]
        done = sum((Decimal(row.get("quantity", 1)) for row in visits), Decimal(0))
        hours = sum((Decimal(row.get("minutes", 0)) for row in visits), Decimal(0)) / 60
        advised = one["visits"]["advised"]
        calls = max(Decimal(0), done - advised) if advised is not None else Decimal(0)
        return {"known": rows is not None, "done": done, "hours": hours, "calls": calls,
                "carried": one["visits"]["carried"] or 0, "advised": advised or 0,
                "hours_freed": hours * calls / done if done else Decimal(0),
                "money_freed": calls * (visit_rate - call_rate)}

    def owners(self, visit_rate, call_rate):
        sums = defaultdict(lambda: defaultdict(Decimal))
        for name in self.own:
            if not self.bought(name):
                continue
            row = self.visit(name, visit_rate, call_rate)
            owner = sums[self.sent[name]["account"].get("owner")]
            owner["customers"] += 1
            if row.pop("known"):
                owner["known"] += 1
                for key, value in row.items():
                    owner[key] += value
        return sums

    def best_visits(self, owner=None, everybody=False):
        rows = []
        for name, one in self.own.items():
            if not self.bought(name) or (one["potential"] or 0) <= 0:
                continue
            if not everybody and self.sent[name]["account"].get("owner") != owner:
                continue
            done = max(Decimal(1), Decimal(one["visits"]["done"] or 0))
            rows.append((-(one["potential"] / done).quantize(Decimal("0.01"), ROUND_HALF_UP), name))
        return [name for _, name in sorted(rows, key=lambda row: (row[0], row[1].encode()))]

    # Remedies, losses, trend.
    def remedies(self):
        rows = defaultdict(lambda: {"advised": 0, "advised_effect": Decimal(0), "offered": 0, "agreed": 0,
                                    "refused": 0, "predicted": [], "predicted_so_far": [], "realised": []})
        for name, one in self.own.items():
            for remedy in one["remedies"]:
                if remedy["in_plan"] and one["result"]["net_result"] < 0:
                    rows[remedy["code"]]["advised"] += 1
                    rows[remedy["code"]]["advised_effect"] += remedy["effect"]
            last = {}
            for told in self.sent[name].get("remedies") or []:
                if told["date"] <= str(self.last) and told["date"] >= last.get(told["code"], ("",))[0]:
                    last[told["code"]] = (told["date"], told["status"])
            for code, (_, status) in last.items():
                rows[code]["agreed" if status == "accepted" else status] += 1
            for agreed in one["agreed"]:
                for key in ("predicted", "predicted_so_far", "realised"):
                    rows[agreed["code"]][key].append(agreed[key])
        for row in rows.values():
            for key in ("predicted", "predicted_so_far", "realised"):
                row[key] = known_sum(row[key])
        return dict(rows)

    def losers(self):
        return {name for name, one in self.own.items() if any(flag["code"] == "loss_making" for flag in one["flags"])}

    def worst(self):
        rows = [(one["result"]["net_result"], name) for name, one in self.own.items()
                if self.bought(name) and (one["result"]["net_result"] or 0) < 0]
        return [name for _, name in sorted(rows, key=lambda row: (row[0], row[1].encode()))][:50]
