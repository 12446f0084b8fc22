"""The scenarios that every adapter passes; what a host shows is compared with the same facts sent as JSON."""
import tempfile

import rendabel

from . import reference

#: Duties of an adapter, as adapters/README.md lists them.
DUTIES = ("hand over on save", "hand over at night", "facts", "guard", "show on the form", "show in lists", "permission", "call list",
          "next call", "report back", "remedies", "objections and consents", "team leader", "erase", "merge", "access rights",
          "several companies", "languages", "uninstall")


def same_customer_as_json(quirks):
    """The reference customer, entered by the host, gives the same verdict, amounts and call, to the cent, as its JSON.

    Answers what differs, by path; nothing means it is the same.
    """
    ids = quirks.enter(reference)
    with tempfile.TemporaryDirectory() as place, rendabel.Engine(place + "/store") as engine:
        engine.settings_set(reference.SETTINGS)
        engine.account_save(reference.snapshot(ids, quirks.unknown))
        wanted = engine.account_get(ids["account"], reference.TODAY, language="en").json()
        list_wanted = engine.calls_plan(reference.TODAY, language="en").json()
    found, list_found = quirks.answer(ids["account"]), quirks.calls()
    faults = list(differences(found, wanted, "account"))
    calls = [[call for call in plan["calls"] if call["account_id"] == ids["account"]] for plan in (list_found, list_wanted)]
    faults += differences(*[[without(call, ("call_id", "rank")) for call in some] for some in calls], "calls")
    if not wanted["flags"] or not calls[1]:
        faults.append("the reference customer shows nothing: the comparison proves nothing")
    return ids, faults


def without(document, names):
    return {name: value for name, value in document.items() if name not in names}


def differences(found, wanted, path):
    """The paths at which two documents differ."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for name in sorted(found.keys() | wanted.keys()):
            if name in ("sequence", "rules_version"):
                continue
            yield from differences(found.get(name), wanted.get(name), f"{path}.{name}")
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for number, pair in enumerate(zip(found, wanted)):
            yield from differences(*pair, f"{path}[{number}]")
    elif found != wanted:
        yield f"{path}: {found!r}, not {wanted!r}"


def problem_free(quirks):
    """What a Quirks file must say of itself; answers what is wrong."""
    faults = [f"{quirks.name}: no such duty: {duty}" for duty in {*quirks.impossible, *quirks.proofs} if duty not in DUTIES]
    for duty in DUTIES:
        if bool(quirks.impossible.get(duty)) == bool(quirks.proofs.get(duty)):
            faults.append(f"{quirks.name}: {duty}: say what shows it, or why it is not possible")
    if not quirks.name or not quirks.versions:
        faults.append("a host tells its name and versions")
    return faults


def unproven(quirks, program, ran):
    """The proofs of a program that it did not run: (duty, function)."""
    return [(duty, proof) for duty, proofs in quirks.proofs.items() for proof in proofs
            if proof.startswith(program + ".") and proof[len(program) + 1:] not in ran]


def cell(quirks, duty):
    """How a cell of the table in adapters/README.md begins."""
    why = quirks.impossible.get(duty)
    return f"not possible: {why}" if why else "run for real"
