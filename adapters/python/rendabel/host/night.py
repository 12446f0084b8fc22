"""The nightly job of any host: hand over everybody, refresh the book, make today's list, fetch the figures of lists.

Ageing, imports and changes by SQL fire no hook; the night catches up with them. It is a generator: after each step the
host commits, shows progress and may stop.
"""

from __future__ import annotations

import datetime
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Protocol, Sequence

from .._engine import Engine
from .handover import chunks, hand_over


class Step(NamedTuple):
    """Where the night is: phase "hand_over", one of the refresh's ("gather" … "finished"), "plan" or "results"."""

    phase: str
    done: int
    total: int


class NightHost(Protocol):
    """What the night asks of a host."""

    def account_ids(self) -> Sequence[str]:
        """Every account of the book."""

    def snapshots(self, ids: Sequence[str]) -> List[Mapping[str, Any]]:
        """The snapshots of some of them, in one reading. One that fails is left out and marked by the host itself."""

    def handed_over(self, ids: Sequence[str], refused: Mapping[str, str]) -> None:
        """These were handed over, but for the refused ones (id and reason), which stay dirty."""

    def plan(self, list_of_day: Mapping[str, Any]) -> None:
        """Today's call list."""

    def results(self, summaries: List[Dict[str, Any]]) -> None:
        """A page of summaries for the host's list columns."""


def night(engine: Engine, host: NightHost, day: datetime.date, *, language: str = "nl", chunk: int = 100,
          page: int = 1000, budget_ms: int = 200) -> Iterator[Step]:
    """The whole night, a step at a time. Raises Failure where the library refuses altogether."""
    ids = list(host.account_ids())
    done = 0
    for some in chunks(ids, chunk):
        snapshots = host.snapshots(some)
        answer = hand_over(engine, snapshots)
        host.handed_over([snapshot["account"]["id"] for snapshot in snapshots], answer.refused)
        done += len(some)
        yield Step("hand_over", done, len(ids))
    for step in engine.book_refresh_steps(day, budget_ms):
        yield Step(step["phase"], step["done"], step["total"])
    host.plan(engine.calls_plan(day, language=language).json())
    yield Step("plan", 1, 1)
    after, done = "", 0
    while True:
        options = {"after": after} if after else {}
        summaries = engine.accounts_get(day, fields="summary", limit=page, language=language, **options).records()
        if not summaries:
            return
        host.results(summaries)
        after, done = summaries[-1]["account_id"], done + len(summaries)
        yield Step("results", done, max(done, len(ids)))
