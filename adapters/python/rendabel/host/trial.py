"""The administrator's 'test': which library, which contract, which store, and whether the store is in order."""

from __future__ import annotations

from typing import List, NamedTuple

from .._engine import Engine


class Trial(NamedTuple):
    """What was found; `problems` is empty where all is well."""

    library: str
    version: str
    abi: str
    store: str
    problems: List[str]


def trial(engine: Engine, store: str) -> Trial:
    """Asks an open engine; raises Failure where the store cannot be read at all."""
    library = engine.library
    version = library.abi_version()
    problems = [str(problem) for problem in engine.store_check(quick=True)["problems"]]
    return Trial(library.path, library.version(), f"{version >> 16}.{version & 0xFFFF}", store, problems)
