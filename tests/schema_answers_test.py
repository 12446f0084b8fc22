#!/usr/bin/env python3
"""Real answers of the library against the schemas that it hands out itself, strictly: an answer with a key that its
schema does not name fails too. Skipped where Python has no jsonschema."""
import ctypes
import json
import os
import sys
import tempfile
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: no Python package jsonschema here")
    sys.exit(77)

if os.environ.get("RENDABEL_SANITIZE"):
    print("SKIPPED: a sanitized library needs its runtime loaded first")
    sys.exit(77)

ROOT = Path(os.environ["RENDABEL_SOURCE_DIR"])
library = ctypes.CDLL(os.environ["RENDABEL_LIBRARY"])
library.rendabel_engine_new.restype = ctypes.c_void_p
for name in ("message", "body", "media_type"):
    getattr(library, f"rendabel_result_{name}").restype = ctypes.c_char_p
    getattr(library, f"rendabel_result_{name}").argtypes = [ctypes.c_void_p]
library.rendabel_result_status.argtypes = library.rendabel_result_free.argtypes = [ctypes.c_void_p]
AS_OF = b"2026-11-23"


def call(function, *values):
    """The status and body of a call; documents are passed as (text,) and go with their size."""
    entry = getattr(library, f"rendabel_{function}")
    entry.restype = ctypes.c_void_p
    flat = []
    for value in values:
        flat += [value[0], ctypes.c_int64(-1)] if isinstance(value, tuple) else [value]
    result = entry(*flat)
    status, body = library.rendabel_result_status(result), library.rendabel_result_body(result).decode()
    message = library.rendabel_result_message(result).decode()
    library.rendabel_result_free(result)
    return status, body, message


def schema(name):
    status, body, message = call("schema_get", name.encode())
    assert status == 0, message
    return json.loads(body)


def strict(shape):
    """The same schema without room for keys that it does not name."""
    if isinstance(shape, list):
        return [strict(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    if "allOf" in shape:  # one object described in parts
        whole = {"type": "object", "properties": {}, "required": []}
        for part in shape["allOf"]:
            whole["properties"].update(part["properties"])
            whole["required"] += part["required"]
        return strict(whole)
    shape = {key: strict(value) for key, value in shape.items()}
    if shape.get("properties") and "additionalProperties" not in shape:
        shape["additionalProperties"] = False
    return shape


def hold(name, body):
    errors = list(Draft202012Validator(strict(schema(name))).iter_errors(json.loads(body)))
    for error in errors[:5]:
        print(f"{name}: {error.json_path}: {error.message[:200]}")
    return len(errors)


OUTCOMES = ["no_answer", "busy", "callback", "spoke", "order", "not_interested", "wrong_number", "skipped", "objection"]


def desk(engine, agents):
    """An agent's hour: a card, what came of it, and a customer on the line."""
    now, none = AS_OF + b"T10:00:00+01:00", (None,)
    last = None
    for turn, outcome in enumerate(OUTCOMES):
        agent = agents[turn % len(agents)]
        status, body, message = call("calls_next", engine, now, agent, none)
        yield "next_call", status, body, message
        card = json.loads(body)["call"]
        if card is None:
            continue
        yield "next_call", *call("calls_next", engine, now, agent, (b'{"text":false,"amounts":false}',))
        last = card["account_id"]
        document = {"id": f"R{turn}", "call_id": card["call_id"], "agent": agent.decode(), "outcome": outcome,
                    "at": now.decode(), "needs": [{"code": "budget", "due_on": "2027-01-04"}], "note": "gesproken"}
        if outcome == "callback":
            document["callback_at"] = "2026-11-24T14:00:00+01:00"
        if outcome == "skipped":
            document["skip_reason"] = "other"
        yield "reported", *call("call_report", engine, (json.dumps(document).encode(),), none)
        yield "call_list", *call("calls_plan", engine, AS_OF, none)
    opened = json.dumps({"account_id": last, "direction": "in"}).encode()
    yield "opened_call", *call("call_open", engine, now, agents[0], (opened,))
    yield "account_export", *call("account_export", engine, last.encode(), none)


def answers(engine, directory):
    """(schema, status, body) of each call."""
    book = (ROOT / "samples" / "wholesaler" / "book.ndjson").read_bytes()
    settings = (ROOT / "samples" / "wholesaler" / "settings.json").read_bytes()
    none = (None,)
    yield "opened", *call("engine_open", engine, (json.dumps({"store": f"{directory}/book"}).encode(),))
    yield "settings", *call("settings_set", engine, (settings,), none)
    yield "settings", *call("settings_get", engine, none)
    yield "saved", *call("accounts_save", engine, (book,), none)
    first = json.loads(book.split(b"\n")[0])["account"]["id"].encode()
    for line in book.splitlines():
        yield "assessment", *call("account_preview", engine, (line,), none)
    yield "assessment", *call("account_get", engine, first, AS_OF, (b'{"text":false}',))
    yield "call_list", *call("calls_plan", engine, AS_OF, none)
    yield "call_list", *call("calls_plan", engine, AS_OF, (b'{"text":false,"language":"en"}',))
    finished = False
    while not finished:
        status, body, message = call("book_refresh", engine, AS_OF, ctypes.c_int64(1000), none)
        yield "book_refresh", status, body, message
        finished = status != 0 or json.loads(body)["finished"]
    yield "book", *call("book_get", engine, AS_OF, none)
    for options, name in ((b"{}", "assessment"), (b'{"fields":"summary"}', "assessment_summary")):
        status, body, message = call("accounts_get", engine, AS_OF, (options,))
        for line in body.splitlines():
            yield name, status, line, message
    told = {"id": "R1", "account_id": first.decode(), "agent": "els", "at": AS_OF.decode() + "T09:30:00+01:00",
            "outcome": "spoke", "reception": "welcome"}
    yield "reported", *call("call_report", engine, (json.dumps(told).encode(),), none)
    yield "board", *call("calls_board", engine, AS_OF, none)
    yield "board", *call("calls_board", engine, AS_OF, (b'{"agent":"els"}',))
    for purpose, channel in (("marketing", "voice"), ("asked", "voice"), ("service", "email")):
        query = {"account_id": first.decode(), "at": AS_OF.decode() + "T10:00:00+01:00", "purpose": purpose, "channel": channel}
        yield "permission", *call("permission_get", engine, (json.dumps(query).encode(),), (b'{"language":"en"}',))
        yield "permission", *call("permission_get", engine, (json.dumps(query).encode(),), (b'{"text":false}',))
    yield "agent_export", *call("agent_export", engine, b"els", none)
    yield "agent_erased", *call("agent_erase", engine, b"els", none)
    for line in book.splitlines():
        yield "account_export", *call("account_export", engine, json.loads(line)["account"]["id"].encode(), none)
    yield from desk(engine, [agent.encode() for agent in json.loads(settings)["calls"]["agents"]] or [b"jan"])
    yield "learning", *call("learning_get", engine, none)
    yield "learning", *call("learning_get", engine, (b'{"text":false}',))
    yield "learning_reset", *call("learning_reset", engine, none)
    yield "learning", *call("learning_get", engine, none)
    yield "store_check", *call("store_check", engine, none)
    yield "store_backup", *call("store_backup", engine, f"{directory}/copy.db".encode(), none)
    yield "erased", *call("account_erase", engine, first, none)
    yield "labels", *call("labels_get", b"nl")
    yield "index", *call("schema_get", b"index")


def main():
    engine = ctypes.c_void_p(library.rendabel_engine_new(65536))
    failures = count = 0
    with tempfile.TemporaryDirectory() as directory:
        for name, status, body, message in answers(engine, directory):
            count += 1
            if status != 0:
                sys.exit(f"{name}: status {status}: {message}\n{body[:500]}")
            failures += hold(name, body)
        status, body, _ = call("account_save", engine, (b'{"account":{"id":1}}',), (None,))
        assert status == -4, status
        failures += hold("findings", body)
    library.rendabel_engine_free(engine)
    print(f"{count} answers held against their schemas")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
