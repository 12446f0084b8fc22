"""Rendabel for Python: which customers cost money, why, and whom to call today.

    from rendabel import Engine

    with Engine("/var/lib/shop/rendabel") as engine:
        engine.account_save({"account": {"id": "C1"}, "as_of": date.today(), "orders": []})
        for call in engine.calls_plan(date.today(), language="nl")["calls"]:
            print(call["phone"], call["reasons"][0]["why"])

Nothing is loaded when this package is imported; the first Engine loads the library.
"""

from ._documents import Answer, Day, Document, Documents, Moment
from ._engine import Engine
from ._failures import (BadInput, Busy, Cancelled, Failure, Finding, NotFound, NotYet, Stale, Status, Unsupported)
from ._functions import ABI_VERSION
from ._library import Library, default_library, library_path

__version__ = "0.1.0"
__all__ = ["ABI_VERSION", "Answer", "BadInput", "Busy", "Cancelled", "Day", "Document", "Documents", "Engine", "Failure",
           "Finding", "Library", "Moment", "NotFound", "NotYet", "Stale", "Status", "Unsupported", "default_library",
           "library_path"]
