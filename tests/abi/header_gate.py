"""The gate of ABI 1, first half: a header and a library against the baseline of the version that hosts were built with.

In: rendabel.h, librendabel.so.1, tests/abi/baseline.  Out: a sentence per break; none when everything is as it was or
only appended to.  Method: the flat header line by line (it sees the values of constants, which no debug information
has), abidiff on a stub library made of the header (types, parameters, symbol versions), the library's symbols and
dynamic section.  The library's own functions are compiled against the header, so the stub's types are theirs.
"""
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

BASELINE = Path(__file__).resolve().parent / "baseline"
ABI = Path(__file__).resolve().parents[2] / "abi"
CROSSES = re.compile(r"int32_t|int64_t|const char \*|(const )?rendabel_(engine|result) \*|void")
LINK = ["-Wl,-soname,librendabel.so.1", "-Wl,-z,nodelete", "-Wl,-z,defs"]


def run(*command, **more):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **more).stdout


def flat(header):
    """The flat declarations of a header, as abi/flat.sh makes them."""
    return run("sh", ABI / "flat.sh", header)


def prototypes(flat_text):
    """{function: (what it returns, its parameters without their names)}"""
    found = {}
    for line in flat_text.splitlines():
        match = re.fullmatch(r"([\w ]+?\*?) ?\*?(rendabel_\w+)\((.*)\);", line)
        if match:
            parameters = [re.sub(r"(\*|\s)\w+$", r"\1", part).strip() for part in match.group(3).split(", ")]
            answer = line[: line.index(match.group(2))].strip()
            found[match.group(2)] = (answer, [] if match.group(3) == "void" else parameters)
    return found


def constants(flat_text):
    return {name: int(value) for name, value in re.findall(r"^(RENDABEL_\w+) = (-?\d+),$", flat_text, re.M)}


def stub(flat_text, place, name="stub", link=None, more=""):
    """A library that has every function of the header and does nothing: `place`/`name`.so."""
    bodies = []
    for function, (answer, parameters) in prototypes(flat_text).items():
        written = ", ".join(f"{kind} p{number}" for number, kind in enumerate(parameters)) or "void"
        bodies.append(f"{answer} {function}({written}) {{ {'' if answer == 'void' else 'return 0;'} }}\n")
    opaque = "struct rendabel_engine { int32_t own; };\nstruct rendabel_result { int32_t own; };\n"
    source = place / f"{name}.c"
    source.write_text(f"#include <stdint.h>\n{flat_text}{opaque}{''.join(bodies)}{more}", encoding="utf-8")
    version = [] if link is not None else [*LINK, f"-Wl,--version-script={ABI / 'rendabel.map'}"]
    run("cc", "-g", "-fPIC", "-shared", "-w", source, "-o", place / f"{name}.so", *(link or []), *version)
    return place / f"{name}.so"


def described(library):
    """abidw's description of a stub, without anything of this machine."""
    text = run("abidw", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", library)
    return re.sub(r" path='[^']*'| comp-dir-path='[^']*'| language='[^']*'", "", text)


def header_breaks(header):
    """What of the baseline's declarations and constants is gone or has changed, and what may not be appended."""
    old, new = (BASELINE / "declarations.txt").read_text(encoding="utf-8"), flat(header)
    for line in (Counter(old.splitlines()) - Counter(new.splitlines())):
        if not line.startswith("RENDABEL_ABI_VERSION"):
            yield f"header: changed or removed: {line}"
    before, now = constants(old), constants(new)
    was, version = before.pop("RENDABEL_ABI_VERSION"), now.pop("RENDABEL_ABI_VERSION", 0)
    appended = sorted(set(now) - set(before)) + sorted(set(prototypes(new)) - set(prototypes(old)))
    if version >> 16 != was >> 16 or version < was:
        yield f"version: {version >> 16}.{version & 0xffff} after {was >> 16}.{was & 0xffff}"
    if appended and version == was:
        yield f"version: {', '.join(appended)} appended, so the minor version of RENDABEL_ABI_VERSION grows"
    for name in set(now) - set(before):
        if now[name] >= 0 or list(now.values()).count(now[name]) > 1:
            yield f"constants: {name} = {now[name]} is no new negative number"
    for name, (answer, parameters) in prototypes(new).items():
        for kind in [answer, *parameters]:
            if not CROSSES.fullmatch(kind):
                yield f"header: {name}: {kind} may not cross the border"
    declared = {word for word in re.findall(r"\b(rendabel_\w+)\(", new)}
    for name in declared - set(prototypes(new)):
        yield f"header: {name} is declared in a form that is none of ours"


def type_breaks(header):
    """The same by abidiff, which knows types."""
    with tempfile.TemporaryDirectory() as place:
        library = stub(flat(header), Path(place))
        done = subprocess.run(["abidiff", "--no-added-syms", str(BASELINE / "rendabel-1.abi"), str(library)],
                              capture_output=True, text=True)
    if done.returncode & 3:
        yield f"abidiff itself failed: {done.stdout[-500:]}{done.stderr[-500:]}"
    elif done.returncode:
        yield f"abidiff: {done.stdout[:1500]}"


def library_breaks(library):
    """Symbols and dynamic section of a built library."""
    rows = [line.split() for line in run("nm", "-D", "--defined-only", library).splitlines()]
    functions = {name.split("@")[0]: name for _, kind, name in rows if kind == "T"}
    for name in set((BASELINE / "symbols.txt").read_text(encoding="utf-8").split()) - set(functions):
        yield f"symbols: {name} is gone"
    for name, versioned in functions.items():
        if not name.startswith("rendabel_"):
            yield f"symbols: {name} is exported and none of ours"
        elif not versioned.endswith("@@RENDABEL_1"):
            yield f"symbols: {versioned} is not of version RENDABEL_1"
    for _, kind, name in rows:
        if kind not in "TA" or (kind == "A" and not name.startswith("RENDABEL_")):
            yield f"symbols: {name} ({kind}) is exported and no function"
    dynamic = run("readelf", "-dW", library)
    for wanted in ("librendabel.so.1]", "NODELETE"):
        if wanted not in dynamic:
            yield f"sections: no {wanted.strip(']')}"
    for unwanted in re.findall(r"TEXTREL|RPATH|RUNPATH", dynamic):
        yield f"sections: {unwanted}"
    if re.search(r"GNU_STACK.* RWE", run("readelf", "-lW", library)):
        yield "sections: the stack would be executable"


def write_baseline():
    header = ABI / "rendabel.h"
    text = flat(header)
    (BASELINE / "declarations.txt").write_text(text, encoding="utf-8")
    (BASELINE / "symbols.txt").write_text("\n".join(sorted(prototypes(text))) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        (BASELINE / "rendabel-1.abi").write_text(described(stub(text, Path(place))), encoding="utf-8")
