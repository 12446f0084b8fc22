"""What a call that did not succeed raises: one class per status that a host tells apart, all of them a Failure."""

from __future__ import annotations

import enum
from typing import Any, Dict, NamedTuple, Sequence, Type


class Status(enum.IntEnum):
    """How a call ended, as rendabel.h numbers it. A newer library may have others: treat them as failures."""

    OK = 0
    NO_MEMORY = -1
    INVALID_HANDLE = -2
    INVALID_ARGUMENT = -3
    BAD_INPUT = -4
    STATE = -5
    UNSUPPORTED = -6
    TOO_NEW = -7
    BUSY = -8
    IO = -9
    CORRUPT = -10
    FORKED = -11
    CANCELLED = -12
    NOT_FOUND = -13
    STALE = -14
    INTERNAL = -15


class Finding(NamedTuple):
    """One fault of a document: line (from 1), field (`invoices[3].due_date`) and what is wrong with it."""

    record: int
    field: str
    why: str


class Failure(Exception):
    """A call that did not succeed; after it the store is as it was before."""

    def __init__(self, status: int, name: str, message: str, findings: Sequence[Finding] = (), total: int = 0):
        super().__init__(status, name, message, findings, total)
        #: The number of rendabel.h; compare with Status.
        self.status = status
        #: The status as documents spell it, such as "bad_input".
        self.name = name
        #: English, for a log: ids, never names or telephone numbers.
        self.message = message
        #: The first 1,000 faults of a document.
        self.findings = list(findings)
        #: How many there are in all.
        self.total = total

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


class BadInput(Failure):
    """A document or an option is wrong; `findings` say where and why."""


class Stale(Failure):
    """The snapshot's revision is older than the stored one: there is nothing to do."""


class NotFound(Failure):
    """There is no such account, contact or name."""


class Busy(Failure):
    """Another process held the store too long: mark the account dirty and try again later."""


class NotYet(Failure):
    """Not now: the engine is not open, or the book was never refreshed (status `state`)."""


class Cancelled(Failure):
    """Engine.cancel stopped the call; nothing was stored."""


class Unsupported(Failure):
    """The loaded library does not do that."""


CLASSES: Dict[int, Type[Failure]] = {
    Status.BAD_INPUT: BadInput,
    Status.STALE: Stale,
    Status.NOT_FOUND: NotFound,
    Status.BUSY: Busy,
    Status.STATE: NotYet,
    Status.CANCELLED: Cancelled,
    Status.UNSUPPORTED: Unsupported,
}


def failure(status: int, name: str, message: str, body: Any = None) -> Failure:
    """The failure of a status; `body` is the findings document, where there is one."""
    rows = body.get("findings", []) if isinstance(body, dict) else []
    findings = [Finding(row.get("record", 1), row.get("field", ""), row.get("why", "")) for row in rows]
    total = body.get("total", len(findings)) if isinstance(body, dict) else 0
    return CLASSES.get(status, Failure)(status, name, message, findings, total)
