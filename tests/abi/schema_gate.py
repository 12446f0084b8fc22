"""The gate of ABI 1, second half: the JSON Schemas of today against those of the baseline.

In: two schemas of one document.  Out: a sentence per break.  A field that is gone or was narrowed breaks hosts; one that
is new, optional and named breaks nobody.  What a host sends may become wider; what it receives may not change its type.
Codes are only added (hosts ignore unknown ones).  Words, defaults and examples are not looked at.
"""
import json
from pathlib import Path

BASELINE = Path(__file__).resolve().parent / "baseline" / "documents.json"
SCHEMAS = Path(__file__).resolve().parents[2] / "abi" / "schema"
SENT = {"config", "settings", "snapshot", "event", "options", "outcome", "permission_query"}  # by hosts
WORDS = {"$schema", "$id", "$comment", "title", "description", "default"}
LOWEST = ("minimum", "minLength", "minItems", "minProperties")
HIGHEST = ("maximum", "maxLength", "maxItems", "maxProperties")
EXACT = ("pattern", "format", "uniqueItems", "propertyNames")


def bare(schema):
    """Without words, which are no promise; allOf as the one object that it describes."""
    if isinstance(schema, list):
        return [bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "allOf" in schema:
        whole = {}
        for part in schema["allOf"]:
            fields = {name: {**whole.get("properties", {}).get(name, {}), **shape}
                      for name, shape in part["properties"].items()}
            whole = {**whole, **part, "required": whole.get("required", []) + part.get("required", []),
                     "properties": {**whole.get("properties", {}), **fields}}
        return bare(whole)
    kept = {key: value if key in ("enum", "required", "const") else bare(value)
            for key, value in schema.items() if key not in WORDS}
    if "properties" in schema:  # a field may be named like a word
        kept["properties"] = {name: bare(value) for name, value in schema["properties"].items()}
    return kept


def documents():
    return {path.stem: bare(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(SCHEMAS.glob("*.json"))}


def baseline():
    return json.loads(BASELINE.read_text(encoding="utf-8"))


def write_baseline():
    lines = [f"{json.dumps(name)}: {json.dumps(shape, ensure_ascii=False)}" for name, shape in documents().items()]
    BASELINE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def kinds(shape):
    found = shape.get("type", [])
    return set([found] if isinstance(found, str) else found)


def choices(shape):
    """The alternatives of a shape; one that has none is its own only alternative."""
    return shape.get("anyOf") or shape.get("oneOf") or [shape]


def bounds(old, new, sent):
    for key in LOWEST + HIGHEST:
        before, now = old.get(key), new.get(key)
        if before == now or (sent and now is None):
            continue
        tighter = now is not None and (before is None or (now > before if key in LOWEST else now < before))
        if tighter == sent:
            yield f"{key} {before} became {now}"
    for key in EXACT:
        if old.get(key) != new.get(key) and not (sent and key not in new):
            yield f"{key} {old.get(key)} became {new.get(key)}"


def values(old, new, sent):
    gone = kinds(old) - kinds(new) if kinds(new) else set()
    come = kinds(new) - kinds(old) if kinds(old) else set()
    if gone or (come and not sent) or (not kinds(old) and kinds(new) and sent):
        yield f"type {sorted(kinds(old))} became {sorted(kinds(new))}"
    if "const" in new and old.get("const") != new["const"]:
        yield f"only {new['const']} is left"
    if "enum" in old:
        lost = [code for code in old["enum"] if code not in new.get("enum", old["enum"] if sent else [])]
        if lost:
            yield f"codes gone: {lost}"
    elif "enum" in new and sent:
        yield f"only {new['enum']} are left"


def members(old, new, sent, path):
    shapes, now = old.get("properties", {}), new.get("properties", {})
    for name, shape in shapes.items():
        if name in now:
            yield from breaks(shape, now[name], sent, f"{path}.{name}")
        else:
            yield f"{path}.{name}: gone"
    demanded, before = set(new.get("required", [])), set(old.get("required", []))
    for name in sorted(demanded - before if sent else before - demanded):
        yield f"{path}.{name}: {'demanded now' if sent else 'no longer always there'}"
    others, others_now = old.get("additionalProperties", True), new.get("additionalProperties", True)
    if isinstance(others, dict) and isinstance(others_now, dict):
        yield from breaks(others, others_now, sent, f"{path}.*")
    elif others is not False and others_now is False:
        yield f"{path}: other members are refused now"
    elif others is True and isinstance(others_now, dict) and sent:
        yield f"{path}: other members are held to something now"


def breaks(old, new, sent, path):
    """What of `old` a host could rely on and `new` no longer keeps."""
    was, now = choices(old), choices(new)
    if len(was) > 1 or len(now) > 1:
        for number, choice in enumerate(was):
            yield from min((list(breaks(choice, other, sent, f"{path}|{number}")) for other in now), key=len)
        if len(now) > len(was) and not sent:
            yield f"{path}: may be something else now"
        return
    for found in [*bounds(old, new, sent), *values(old, new, sent)]:
        yield f"{path}: {found}"
    yield from members(old, new, sent, path)
    if "items" in old or ("items" in new and sent):
        yield from breaks(old.get("items", {}), new.get("items", {}), sent, f"{path}[]")


def all_breaks(old, new):
    for name, shape in old.items():
        if name in new:
            yield from breaks(shape, new[name], name in SENT, name)
        else:
            yield f"{name}: this document is gone"
