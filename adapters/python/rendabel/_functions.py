"""The functions of the contract as ctypes calls them, a line each, spelt as in rendabel.h without the prefix.

tests/python_binding_test.py holds this table against the header, so that none is forgotten. A library that is older
than this table lacks some: asking for one answers `unsupported` when it is called, never when the library is loaded.
"""

from __future__ import annotations

from ctypes import c_char_p, c_int32, c_int64, c_void_p
from typing import Any, Dict, Tuple

#: The version of the contract that this table was written for: 1.0.
ABI_VERSION = 1 << 16

TEXT = c_char_p  # ends at its NUL: ids, dates, times, languages, paths
DOCUMENT = (c_char_p, c_int64)  # goes with its size
ENGINE = RESULT = c_void_p

Signature = Tuple[Any, Tuple[Any, ...]]

FUNCTIONS: Dict[str, Signature] = {
    "abi_version": (c_int32, ()),
    "abi_supports": (c_int32, (c_int32,)),
    "has_feature": (c_int32, (TEXT,)),
    "version": (TEXT, ()),
    "status_name": (TEXT, (c_int32,)),
    "schema_get": (RESULT, (TEXT,)),
    "labels_get": (RESULT, (TEXT,)),
    "engine_new": (ENGINE, (c_int32,)),
    "engine_open": (RESULT, (ENGINE, *DOCUMENT)),
    "engine_free": (None, (ENGINE,)),
    "engine_cancel": (RESULT, (ENGINE,)),
    "settings_get": (RESULT, (ENGINE, *DOCUMENT)),
    "settings_set": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "account_save": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "accounts_save": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "account_preview": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "account_get": (RESULT, (ENGINE, TEXT, TEXT, *DOCUMENT)),
    "accounts_get": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "account_erase": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "account_export": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "events_record": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "calls_plan": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "calls_next": (RESULT, (ENGINE, TEXT, TEXT, *DOCUMENT)),
    "call_open": (RESULT, (ENGINE, TEXT, TEXT, *DOCUMENT)),
    "call_report": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "calls_board": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "permission_get": (RESULT, (ENGINE, *DOCUMENT, *DOCUMENT)),
    "learning_get": (RESULT, (ENGINE, *DOCUMENT)),
    "learning_reset": (RESULT, (ENGINE, *DOCUMENT)),
    "agent_export": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "agent_erase": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "book_refresh": (RESULT, (ENGINE, TEXT, c_int64, *DOCUMENT)),
    "book_get": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "report_get": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "store_check": (RESULT, (ENGINE, *DOCUMENT)),
    "store_backup": (RESULT, (ENGINE, TEXT, *DOCUMENT)),
    "result_status": (c_int32, (RESULT,)),
    "result_message": (TEXT, (RESULT,)),
    "result_body": (c_void_p, (RESULT,)),  # read by its size
    "result_body_size": (c_int64, (RESULT,)),
    "result_media_type": (TEXT, (RESULT,)),
    "result_free": (None, (RESULT,)),
}
