#!/usr/bin/env python3
"""What handing over 1,000 snapshots costs from each language, in one table from one run beside the plain C host.

handover_bench.py LIBRARY [SNAPSHOTS [ROUNDS]]. The book is the sample wholesaler's, its accounts repeated under other ids;
of each figure the best round counts. 'One by one' is account_save of ready text, assessment read; 'calls of 500' is
accounts_save; 'from objects' is account_save of what the language has instead of text. Languages that are not here are left
out. Processor time of the process, its compiler and collector included, for a disk is as slow for every language. The first
line of the table is the floor: what is above it is the language's, the rest is the library's."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
HOSTS = SOURCE / "tests" / "bench" / "handover"
JNA = Path("/usr/share/java/jna.jar")


def book(path, count):
    lines = (SOURCE / "samples/wholesaler/book.ndjson").read_text(encoding="utf-8").splitlines()
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            snapshot = json.loads(lines[number % len(lines)])
            snapshot["account"]["id"] = f"A{number}"
            out.write(json.dumps(snapshot, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path.stat().st_size / count


def ready(command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, **more).returncode == 0


def hosts(library, place):
    """(language, command) of those that can run here; store and book are added."""
    (place / "lib").mkdir()
    shutil.copy(library, place / "lib/librendabel.so.1")
    if ready([os.environ.get("CC", "cc"), "-O2", "-std=c99", f"-I{SOURCE / 'abi'}", HOSTS / "host.c", place / "lib/librendabel.so.1", "-o",
              place / "host"]):
        yield "C", [place / "host"]
    yield "Python (ctypes)", [sys.executable, "-B", HOSTS / "host.py", library]
    if shutil.which("php"):
        yield "PHP (FFI)", ["php", HOSTS / "host.php"]
    npm = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "koffi@2"]
    if shutil.which("npm") and ready(npm, cwd=place):
        for part in ("adapters/node", "tests/bench/handover"):
            shutil.copytree(SOURCE / part, place / part)
        yield "Node (koffi)", ["node", place / "tests/bench/handover/host.js", library]
    if shutil.which("java") and JNA.exists():
        yield "Java (JNA)", ["java", "-cp", JNA, HOSTS / "Host.java", library]
    if shutil.which("mcs") and ready(["mcs", "-optimize", f"-out:{place / 'Host.exe'}", HOSTS / "Host.cs"]):
        yield "C# (mono)", ["mono", place / "Host.exe"]


def main(library, count=1000, rounds=3):
    environment = {**os.environ, "RENDABEL_LIBRARY": str(library)}
    with tempfile.TemporaryDirectory(prefix="rendabel-handover-") as place:
        place = Path(place)
        bytes_each = book(place / "book.ndjson", count)
        environment["LD_LIBRARY_PATH"] = str(place / "lib")
        print(f"milliseconds of processor time for {count:,} snapshots of {bytes_each / 1000:.1f} kB, best of {rounds}; +: above the C host")
        print(f"{'':<16}{'one by one':>20}{'calls of 500':>20}{'from objects':>20}")
        floor = None
        for language, command in list(hosts(library, place)):
            best = None
            for number in range(rounds):
                store = place / f"{language.split()[0]}{number}"
                store.mkdir()
                done = subprocess.run([str(part) for part in [*command, store, place / "book.ndjson"]], env=environment,
                                      capture_output=True, text=True)
                if done.returncode != 0:
                    sys.exit(f"{language}: {done.stdout}{done.stderr}")
                took = [float(word) for word in done.stdout.split()]
                best = took if best is None else [min(pair) for pair in zip(best, took)]
                shutil.rmtree(store)
            floor = floor or best
            cells = [f"{took:.1f} ({took - (floor + floor[:1])[at]:+.1f})" if best is not floor else f"{took:.1f}"
                     for at, took in enumerate(best)]
            print(f"{language:<16}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *map(int, sys.argv[2:]))
