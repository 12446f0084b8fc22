#!/usr/bin/env python3
"""The smallest host in Python (ctypes, python 3.9 or later): the same as samples/c/host.c, byte for byte.

Usage: host.py LIBRARY STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
"""
import ctypes
import json
import sys
from ctypes import c_char_p, c_int32, c_int64, c_void_p


def load(path):
    library = ctypes.CDLL(path)
    document, options = [c_char_p, c_int64], [c_char_p, c_int64]
    for name, answer, arguments in (
            ("abi_supports", c_int32, [c_int32]),
            ("status_name", c_char_p, [c_int32]),
            ("engine_new", c_void_p, [c_int32]),
            ("engine_open", c_void_p, [c_void_p] + document),
            ("engine_free", None, [c_void_p]),
            ("settings_set", c_void_p, [c_void_p] + document + options),
            ("accounts_save", c_void_p, [c_void_p] + document + options),
            ("accounts_get", c_void_p, [c_void_p, c_char_p] + options),
            ("calls_plan", c_void_p, [c_void_p, c_char_p] + options),
            ("result_status", c_int32, [c_void_p]),
            ("result_message", c_char_p, [c_void_p]),
            ("result_body", c_char_p, [c_void_p]),
            ("result_free", None, [c_void_p])):
        function = getattr(library, "rendabel_" + name)
        function.restype, function.argtypes = answer, arguments
    return library


def main(path, store, settings, book, as_of):
    library = load(path)
    if not library.rendabel_abi_supports(1 << 16):
        sys.exit("this library speaks another version of the contract")

    def answer(name, *arguments):
        result = getattr(library, "rendabel_" + name)(*arguments)
        status, body = library.rendabel_result_status(result), library.rendabel_result_body(result)
        message = library.rendabel_result_message(result).decode()
        library.rendabel_result_free(result)
        if status != 0:
            sys.exit(f"{name}: {library.rendabel_status_name(status).decode()}: {message}\n{body.decode()}")
        return body if body.endswith(b"\n") else body + b"\n"

    engine = library.rendabel_engine_new(1 << 16)
    answer("engine_open", engine, json.dumps({"store": store}).encode(), -1)
    with open(settings, "rb") as file:
        answer("settings_set", engine, file.read(), -1, None, 0)
    with open(book, "rb") as file:
        sys.stdout.buffer.write(answer("accounts_save", engine, file.read(), -1, None, 0))
    sys.stdout.buffer.write(answer("accounts_get", engine, as_of.encode(), b'{"fields":"summary"}', -1))
    sys.stdout.buffer.write(answer("calls_plan", engine, as_of.encode(), b'{"language":"nl"}', -1))
    library.rendabel_engine_free(engine)


if __name__ == "__main__":
    main(*sys.argv[1:])
