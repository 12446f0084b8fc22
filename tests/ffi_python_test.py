#!/usr/bin/env python3
"""cffi reads the flat header and calls the library; ctypes needs no header."""
import ctypes
import os
import sys

library = os.environ["RENDABEL_LIBRARY"]
if os.environ.get("RENDABEL_SANITIZE"):
    print("SKIPPED: a sanitized library needs its runtime loaded first")
    sys.exit(77)
assert ctypes.CDLL(library).rendabel_abi_version() == 65536
try:
    import cffi
except ImportError:
    print("SKIPPED: no Python package cffi here")
    sys.exit(77)

ffi = cffi.FFI()
with open(os.path.join(os.environ["RENDABEL_SOURCE_DIR"], "abi", "rendabel_ffi.h"), encoding="utf-8") as header:
    ffi.cdef(header.read())
rendabel = ffi.dlopen(library)
assert rendabel.rendabel_abi_version() == rendabel.RENDABEL_ABI_VERSION == 65536
labels = rendabel.rendabel_labels_get(b"nl")
assert rendabel.rendabel_result_status(labels) == rendabel.RENDABEL_OK
assert "Verliesgevend" in ffi.string(rendabel.rendabel_result_body(labels)).decode()
rendabel.rendabel_result_free(labels)
assert rendabel.rendabel_result_status(labels) == rendabel.RENDABEL_INVALID_HANDLE
