"""Hand over: snapshots in chunks, so that one bad record never keeps the others out."""

from __future__ import annotations

from itertools import islice
from typing import Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Sequence, TypeVar

from .._engine import Engine
from .._failures import BadInput
from .guard import reason_of

Item = TypeVar("Item")


class HandOver(NamedTuple):
    """How many were saved, whose stored snapshot was newer (nothing to do), and why others were refused, by id."""

    saved: int
    stale: List[str]
    refused: Dict[str, str]


def chunks(items: Iterable[Item], size: int) -> Iterator[List[Item]]:
    """Lists of at most `size` items."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def hand_over(engine: Engine, snapshots: Sequence[Mapping[str, Any]]) -> HandOver:
    """Saves snapshots in one transaction; those with findings are left out and named, the rest goes in all the same.

    Raises Failure where none could be saved: the host marks all of them dirty and tries again later.
    """
    left = list(snapshots)
    refused: Dict[str, str] = {}
    while left:
        try:
            answer = engine.accounts_save(left)
            return HandOver(answer["saved"], list(answer["stale"]), refused)
        except BadInput as wrong:
            bad = {finding.record for finding in wrong.findings}
            if not bad:
                raise
            for record in bad:
                own = [finding for finding in wrong.findings if finding.record == record]
                one = BadInput(wrong.status, wrong.name, wrong.message, own, len(own))
                refused[str(left[record - 1]["account"]["id"])] = reason_of(one)
            left = [snapshot for record, snapshot in enumerate(left, 1) if record not in bad]
    return HandOver(0, [], refused)
