#!/usr/bin/env python3
"""The house rules that a script can see (architecture.md 1, 3-5). Each rule first proves on a bad example that it can
object; then all committed files are held against them. Prints what it finds and fails on the first rule broken."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINES_MAX, FUNCTION_LINES_MAX, OPENING_LINES_MAX = 250, 60, 5
ABBREVIATIONS = set("""acct addr amt arg args arr attr avg buf calc cb cfg cnt conf ctx cur curr cust db desc dest dst elem env err
    func idx impl info init inv iter len lvl mgr misc msg num obj ord param params pos prev proc ptr qty ref ret rev
    sess src stmt str tbl temp tmp util utils val var vec""".split())
NOT_OURS = {"c_str", "va_arg", "argc", "argv", "sodium_init", "INFO", "csv_init", "csv_set_space_func", "basic_format_args", "locale_ref", "thousands_sep_impl",
            "decimal_point_impl", "string_buf_loc"}
LAYERS = {  # folder -> folders of this repository that it may include
    "plugin/base": {"plugin/base"},
    "plugin/rules": {"plugin/base", "plugin/rules"},
    "plugin/store": {"plugin/base", "plugin/store"},
    "plugin/report": {"plugin/base", "plugin/report"},
    "plugin/pipeline": {"plugin/base", "plugin/rules", "plugin/store", "plugin/pipeline"},
    "abi": {"plugin/base", "plugin/rules", "plugin/store", "plugin/report", "plugin/pipeline", "abi", "abi/documents"},
    "abi/documents": {"plugin/base", "abi/documents"},
    "adapters": {"abi", "adapters"},
    "samples": {"abi", "samples"},
}
FORBIDDEN = [  # pattern, where it holds, where it does not, why
    (r"\bsqlite3?\b|\bsqlite3_", r"^(plugin|abi|adapters)/", r"^plugin/store/|CMakeLists", "SQL lives in plugin/store"),
    (r"simdjson", r"^(plugin|abi|adapters)/", r"^abi/|^adapters/cli/|CMakeLists", "JSON is read in abi/ and hosts"),
    (r"catch \(\.\.\.\)", r"^(plugin|abi)/", r"^abi/guard\.|^plugin/store/", "the guard is the one border"),
    (r"#include <(iostream|cstdio|stdio\.h|locale|ctime|random|thread)>|\bprintf\(|\bgetenv\(|\btime\(|system_clock|"
     r"\brand\(", r"^(plugin|abi)/", r"^abi/handles|^abi/engine", "no output, environment, clock or chance inside"),
    (r"\b(double|float)\b", r"^plugin/(base|rules|store|pipeline)/", r"/buying_model|/learning|/holdout|base/packing",
     "money is whole numbers"),
]
ANYWHERE = [
    (r"\b(TODO|FIXME|XXX|HACK)\b", "do it or leave it out"),
    (r"/work/(main|shared)|/tmp/b-|/root/|/home/\w+/", "a path of one machine"),
    (r"https?://(localhost|127\.|10\.|192\.168\.|[\w.-]*(artifactory|nexus|mirror|proxy)[\w.-]*)", "an address of one machine"),
]
SELF = "tests/tidy_test.py"


def code_only(text):
    """Without comments and literals, line by line as before."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def lengths(path, text):
    if text.count("\n") > LINES_MAX and not path.startswith("abi/rendabel"):
        yield f"{path}: {text.count(chr(10))} lines; split above {LINES_MAX}"
    start = None
    for number, line in enumerate(text.split("\n"), 1):
        opens = re.match(r"^(  )?(?!(namespace|struct|class|enum|union|extern|template|constexpr|\}|//))\w.*\{$", line)
        if start is None and opens and "(" in line + text.split("\n")[max(0, number - 2)]:
            start = (number, opens.group(1) or "")
        elif start and line in (start[1] + "}", start[1] + "});"):
            if number - start[0] > FUNCTION_LINES_MAX:
                yield f"{path}:{start[0]}: a function of {number - start[0]} lines does not fit a screen"
            start = None


def opening(path, text):
    if not path.endswith(".hpp"):
        return
    head = re.match(r"(?://[^\n]*\n)*", text).group(0).split("\n")[:-1]
    if not head or Path(path).name not in head[0]:
        yield f"{path}:1: a header opens with its name and what it is for"
    if len(head) > OPENING_LINES_MAX:
        yield f"{path}:1: the opening comment has {len(head)} lines; {OPENING_LINES_MAX} at most"


def words(path, text):
    for number, line in enumerate(code_only(text).split("\n"), 1):
        if line.lstrip().startswith("#"):
            continue
        for name in re.findall(r"[A-Za-z_]\w*", line):
            if name in NOT_OURS or re.search(rf"(std|sqlite3|simdjson|CLI|boost)\w*(::\w+)*::{name}\b", line):
                continue
            if re.search(rf"[.>]{name}\(", line) and name in {"str", "c_str"}:
                continue
            short = ABBREVIATIONS & set(name.lower().split("_"))
            if short and not name.startswith(("sqlite3", "SQLITE", "RENDABEL", "CATCH", "RC_")):
                yield f"{path}:{number}: '{name}' abbreviates; write it out"


def layers(path, text):
    home = max((h for h in LAYERS if path.startswith(h + "/")), key=len, default=None)
    for number, line in enumerate(text.split("\n"), 1):
        include = re.match(r'#include "((?:plugin|abi|adapters)/[^"]+)"', line)
        if home is None or not include:
            continue
        folder = str(Path(include.group(1)).parent)
        allowed = LAYERS[home]
        if folder not in allowed and not any(folder.startswith(a + "/") and a == "adapters" for a in allowed):
            yield f"{path}:{number}: {home} may not know {folder}"


def forbidden(path, text):
    code = code_only(text)
    for pattern, where, except_where, why in FORBIDDEN:
        if not re.search(where, path) or re.search(except_where, path):
            continue
        source = text if pattern.startswith("#include") or "simdjson" in pattern else code
        for match in re.finditer(pattern, re.sub(r"//[^\n]*", "", source)):
            yield f"{path}: '{match.group(0)}': {why}"


def anywhere(path, text):
    if path == SELF:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, why in ANYWHERE:
            if re.search(pattern, line):
                yield f"{path}:{number}: {why}"


CODE_RULES = [lengths, opening, words, layers, forbidden]
CONTROLS = [
    (lengths, "plugin/rules/a.cpp", "x;\n" * 300),
    (lengths, "plugin/rules/a.cpp", "void f() {\n" + "  x();\n" * 70 + "}\n"),
    (opening, "plugin/rules/a.hpp", "#pragma once\n"),
    (opening, "plugin/rules/a.hpp", "// a.hpp — much.\n" * 6),
    (words, "plugin/rules/a.cpp", "int acct_num = 0;\n"),
    (layers, "plugin/rules/a.cpp", '#include "plugin/store/store.hpp"\n'),
    (layers, "adapters/cli/a.cpp", '#include "plugin/base/money.hpp"\n'),
    (forbidden, "plugin/pipeline/a.cpp", "sqlite3_step(s);\n"),
    (forbidden, "plugin/store/a.cpp", "#include <iostream>\n"),
    (forbidden, "plugin/rules/a.cpp", "try { f(); } catch (...) {}\n"),
    (forbidden, "plugin/rules/a.cpp", "double amount = 0;\n"),
    (anywhere, "README.md", "TO" "DO: later\n"),
    (anywhere, "README.md", "see /wo" "rk/main/x\n"),
]


def committed():
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True)
    if listed.returncode == 0:
        return [p for p in listed.stdout.decode().split("\0") if p and (ROOT / p).is_file()]
    return [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.is_file() and "build" not in p.parts[len(ROOT.parts)]]


def main():
    found = [f"control: {rule.__name__} does not object to {path}: {text[:40]!r}"
             for rule, path, text in CONTROLS if not list(rule(path, text))]
    sources = []
    for path in committed():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += anywhere(path, text)
        if path.endswith((".cpp", ".hpp", ".c", ".h")):
            sources.append(path)
            for rule in CODE_RULES:
                found += rule(path, text)
    formatter = next((f for f in ("clang-format-14", "clang-format") if subprocess.run(
        ["which", f], capture_output=True).returncode == 0), None)
    laid_out = [path for path in sources if path != "abi/rendabel_ffi.h"]  # abi/flat.sh wrote it
    if formatter:
        result = subprocess.run([formatter, "--dry-run", "-Werror", *laid_out], cwd=ROOT, capture_output=True, text=True)
        found += sorted({re.sub(r":\d+:.*", ": not as .clang-format has it", line)
                         for line in result.stderr.split("\n") if "error:" in line})
    else:
        print("clang-format is absent: layout not checked")
    print("\n".join(found))
    print(f"{len(sources)} source files, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
