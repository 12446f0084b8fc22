"""An open store: its methods are the entry points of rendabel.h, with options as keyword arguments."""

from __future__ import annotations

import os
import threading
import weakref
from types import TracebackType
from typing import Any, Iterator, List, Optional, Type, Union

from ._documents import Answer, Day, Document, Documents, Moment, json_of, ndjson_of, text_of
from ._failures import Status, failure
from ._functions import ABI_VERSION
from ._library import Library, default_library

_engines: "weakref.WeakSet[Engine]" = weakref.WeakSet()


class Engine:
    """One open store, the book of one company.

        with Engine("/var/lib/shop/rendabel") as engine:
            answer = engine.account_save(snapshot, language="nl")
            print(answer["verdict"], answer["flags"])

    Any thread may call it; one engine does one call at a time and lets Python's other threads run meanwhile. A process
    that was forked with an engine open gets an engine of its own on the same store at its first call. Every method
    raises Failure when the call did not succeed, and the store is then as it was before. Options are keyword
    arguments: language="nl" and text=False are known everywhere, the rest stands with each function in rendabel.h.
    """

    def __init__(self, store: Union[str, "os.PathLike[str]"], *, busy_timeout_ms: Optional[int] = None,
                 durability: Optional[str] = None, library: Optional[Library] = None):
        """Opens the store in directory `store` and makes it if it is not there.

        In a save hook take busy_timeout_ms=250 and treat Busy as 'later'. durability="full" syncs facts too.
        """
        #: The library that answers.
        self.library = library or default_library()
        config = {"store": os.path.abspath(os.fspath(store)), "busy_timeout_ms": busy_timeout_ms,
                  "durability": durability}
        self._config = json_of({name: value for name, value in config.items() if value is not None})
        self._inherited = False
        self._lock = threading.Lock()
        self._handle: Optional[int] = None
        self._open()
        _engines.add(self)

    def _open(self) -> None:
        handle = self.library.function("engine_new")(ABI_VERSION)
        if not handle:
            raise failure(Status.NO_MEMORY, "no_memory", "no engine")
        try:
            self.library.answer("engine_open", handle, self._config, len(self._config))
        except BaseException:
            self.library.function("engine_free")(handle)
            raise
        self._handle = handle

    def _call(self, name: str, *arguments: Any, options: Any = None) -> Answer:
        if self._inherited:
            self._open_again()
        parts: List[Any] = [self._handle]
        for argument in arguments:
            parts += [argument, len(argument)] if isinstance(argument, bytes) else [argument]
        if options is not None:
            text = json_of(options) if options else None
            parts += [text, len(text) if text else 0]
        return self.library.answer(name, *parts)

    def _open_again(self) -> None:
        """In a forked child: gives up the parent's handle, which touches nothing, and opens the store anew."""
        with self._lock:
            if self._inherited:
                inherited, self._handle = self._handle, None
                self.library.function("engine_free")(inherited)
                self._open()
                self._inherited = False

    def close(self) -> None:
        """Closes the store; later calls raise Failure. A call that runs in another thread ends undisturbed."""
        handle, self._handle, self._inherited = self._handle, None, False
        if handle is not None:
            self.library.function("engine_free")(handle)

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_handle", None) is not None:
            self.close()

    def cancel(self) -> Answer:
        """Asks every call that has entered this engine to stop, from another thread; those raise Cancelled."""
        return self._call("engine_cancel")

    # ---- settings

    def settings_get(self, **options: Any) -> Answer:
        """All effective settings."""
        return self._call("settings_get", options=options)

    def settings_set(self, patch: Document, **options: Any) -> Answer:
        """Changes settings by a merge patch; None puts one back to its default. Answers the settings."""
        return self._call("settings_set", json_of(patch), options=options)

    # ---- accounts

    def account_save(self, snapshot: Document, **options: Any) -> Answer:
        """The save hook: checks and stores one snapshot, answers its assessment. Raises Stale for an older one."""
        return self._call("account_save", json_of(snapshot), options=options)

    def accounts_save(self, snapshots: Documents, **options: Any) -> Answer:
        """Saves many in one transaction, all or nothing; at most 500 a call is polite."""
        return self._call("accounts_save", ndjson_of(snapshots), options=options)

    def account_preview(self, snapshot: Document, **options: Any) -> Answer:
        """The assessment that saving would answer; stores nothing. what_if={"visits": 4} asks what would be."""
        return self._call("account_preview", json_of(snapshot), options=options)

    def account_get(self, id: str, as_of: Day, **options: Any) -> Answer:
        """The assessment of a stored account."""
        return self._call("account_get", text_of(id), text_of(as_of), options=options)

    def accounts_get(self, as_of: Day, **options: Any) -> Answer:
        """A page of assessments or summaries, by id (after=, limit=, changed_since=, fields=): iterate over it."""
        return self._call("accounts_get", text_of(as_of), options=options)

    def account_erase(self, id: str, **options: Any) -> Answer:
        """Erases an account, or with contact_id= one person of it."""
        return self._call("account_erase", text_of(id), options=options)

    def account_export(self, id: str, **options: Any) -> Answer:
        """All that the store keeps of an account, for the customer who asks."""
        return self._call("account_export", text_of(id), options=options)

    # ---- events

    def events_record(self, events: Documents, **options: Any) -> Answer:
        """Records what happened between two snapshots, in one transaction."""
        return self._call("events_record", ndjson_of(events), options=options)

    # ---- calls

    def calls_plan(self, as_of: Day, **options: Any) -> Answer:
        """The call list of a day."""
        return self._call("calls_plan", text_of(as_of), options=options)

    def calls_next(self, now: Moment, agent: str, **options: Any) -> Answer:
        """Leases the next call to an agent, with its card; "call" is None when nothing is due."""
        return self._call("calls_next", text_of(now), text_of(agent), options=options)

    def call_open(self, now: Moment, agent: str, **options: Any) -> Answer:
        """The card of the customer who is on the line (account_id= or phone=, direction=)."""
        return self._call("call_open", text_of(now), text_of(agent), options=options)

    def call_report(self, outcome: Document, **options: Any) -> Answer:
        """Takes a call's outcome once; answers the next step."""
        return self._call("call_report", json_of(outcome), options=options)

    def calls_board(self, as_of: Day, **options: Any) -> Answer:
        """The team leader's view of a day."""
        return self._call("calls_board", text_of(as_of), options=options)

    def permission_get(self, query: Document, **options: Any) -> Answer:
        """Whether somebody may be called or written to, by which rule."""
        return self._call("permission_get", json_of(query), options=options)

    def learning_get(self, **options: Any) -> Answer:
        """What was learnt from outcomes, and how well it foretells."""
        return self._call("learning_get", options=options)

    def learning_reset(self, **options: Any) -> Answer:
        """Forgets what was learnt."""
        return self._call("learning_reset", options=options)

    def agent_export(self, agent: str, **options: Any) -> Answer:
        """All that the store keeps of an agent."""
        return self._call("agent_export", text_of(agent), options=options)

    def agent_erase(self, agent: str, **options: Any) -> Answer:
        """Erases an agent."""
        return self._call("agent_erase", text_of(agent), options=options)

    # ---- book

    def book_refresh(self, as_of: Day, budget_ms: int = 0, **options: Any) -> Answer:
        """Goes on with the nightly job for about budget_ms; repeat until answer["finished"]."""
        return self._call("book_refresh", text_of(as_of), int(budget_ms), options=options)

    def book_refresh_steps(self, as_of: Day, budget_ms: int = 200, **options: Any) -> Iterator[Answer]:
        """The whole nightly job, a step at a time: `for step in …` shows progress and may stop at any step."""
        while True:
            step = self.book_refresh(as_of, budget_ms, **options)
            yield step
            if step["finished"]:
                return

    def book_get(self, as_of: Day, **options: Any) -> Answer:
        """The whole book as the last finished refresh of that day found it. Raises NotYet without one."""
        return self._call("book_get", text_of(as_of), options=options)

    def report_get(self, as_of: Day, **options: Any) -> Answer:
        """The report, a chart or a table (format=, part=, account_id=): answer.text and answer.media_type."""
        return self._call("report_get", text_of(as_of), options=options)

    # ---- store

    def store_check(self, **options: Any) -> Answer:
        """Checks the store; quick=True leaves out the slow part."""
        return self._call("store_check", options=options)

    def store_backup(self, path: Union[str, "os.PathLike[str]"], **options: Any) -> Answer:
        """Copies the store, as it is at one moment, to the new file `path`."""
        return self._call("store_backup", os.fspath(path), options=options)


def _after_fork() -> None:
    for engine in list(_engines):
        engine._lock = threading.Lock()  # another thread may have held it
        engine._inherited = engine._handle is not None


os.register_at_fork(after_in_child=_after_fork)
