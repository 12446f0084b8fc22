#!/usr/bin/env python3
"""The committed schemas are good schemas (draft 2020-12), take the contract's documents and refuse spoilt ones.
Skipped where Python has no jsonschema."""
import copy
import json
import os
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: no Python package jsonschema here")
    sys.exit(77)

SCHEMAS = Path(os.environ.get("RENDABEL_SOURCE_DIR", Path(__file__).resolve().parent.parent)) / "abi" / "schema"
SNAPSHOT = {
    "account": {"id": "K1", "name": "Bakkerij", "currency": "EUR", "active": True, "since": "2019-01-01", "country": "NL",
                "person_kind": "legal", "standing_discount_percent": 12.5, "payment_days": 30, "attributes": {"tier": "A", "size": 3}},
    "revision": 17, "as_of": "2026-11-23",
    "contacts": [{"id": "C1", "channels": [{"kind": "linkedin", "handle": "jan"}], "consents": [{"given_on": "2026-01-01"}]}],
    "orders": [{"id": "S1", "date": "2026-05-01", "list_amount": "100.00", "discount_amount": 10, "net_amount": 90, "carriage_paid": None,
                "product_groups": ["a"]}],
    "credit_notes": [{"id": "N1", "date": "2026-05-02", "kind": "return", "order_id": "S1", "amount": 5}],
    "invoices": [{"id": "F1", "date": "2026-05-01", "amount_incl_tax": 108.9, "payments": [{"date": "2026-06-01", "amount": 108.9, "kind": "money"}]}],
    "quotes": [{"id": "Q1", "sent_on": "2026-11-01", "status": "open", "requested": True}],
    "inquiries": [{"id": "V1", "at": "2026-11-20T10:00:00+01:00", "kind": "question"}],
    "activities": [{"id": "A1", "date": "2026-05-01", "kind": "visit", "direction": "out", "quantity": 1}],
    "remedies": [{"id": "R1", "code": "reset_discount", "date": "2026-05-01", "status": "offered"}],
}
SETTINGS = {
    "currency": "EUR", "minute_rate": 0.75, "activity_rates": {"order": {"minutes": 5}, "visit": 400, "training": {"per_hour": 60}, "km": None},
    "discount_scale": [{"from_revenue": 0, "percent": 0}], "avoidable": {"visits": 0.5}, "languages": ["en"],
    "calls": {"agents": {"jan": {"minutes": 60, "days": ["mon"]}}, "priors": {"quote": 0.3}, "hour": {"from": "10:00"}},
}
SPOILT = [  # path, value
    (("account", "id"), 17), (("account", "id"), ""), (("account", "own"), 1), (("as_of",), "2026-1-1"), (("as_of",), None),
    (("orders", 0, "net_amount"), True), (("orders", 0, "net_amount"), "1e3"), (("orders", 0, "net_amount"), 10 ** 14),
    (("account", "person_kind"), "company"), (("account", "standing_discount_percent"), 101), (("revision",), 1.5),
    (("credit_notes", 0, "amount"), -1), (("account", "attributes"), {"a": [1]}),
]


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text())


def with_value(document, path, value):
    document = copy.deepcopy(document)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document


def main():
    names = sorted(path.stem for path in SCHEMAS.glob("*.json"))
    for name in names:
        Draft202012Validator.check_schema(schema(name))
    Draft202012Validator(schema("snapshot")).validate(SNAPSHOT)
    Draft202012Validator(schema("settings")).validate(SETTINGS)
    Draft202012Validator(schema("settings")).validate({"discount_scale": "inferred", "minute_rate": None})
    Draft202012Validator(schema("config")).validate({"store": "book", "busy_timeout_ms": 250, "durability": "normal"})
    Draft202012Validator(schema("options")).validate({"language": "nl", "present": [{"id": "jan"}], "limit": 5})
    Draft202012Validator(schema("findings")).validate({"findings": [{"record": 1, "field": "as_of", "why": "…"}], "total": 1})
    check = Draft202012Validator(schema("snapshot"))
    for path, value in SPOILT:
        if check.is_valid(with_value(SNAPSHOT, path, value)):
            sys.exit(f"the schema of snapshot takes {path} = {value!r}")
    print(f"{len(names)} schemas, {len(SPOILT)} spoilt snapshots refused")


if __name__ == "__main__":
    main()
