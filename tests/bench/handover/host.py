"""host.py LIBRARY STORE BOOK: milliseconds of processor time one by one, in calls of 500 lines, one by one from Python's objects."""
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "adapters" / "python"))
from rendabel import Engine, Library  # noqa: E402

library, store, lines = Library(sys.argv[1]), sys.argv[2], Path(sys.argv[3]).read_bytes().splitlines()
objects = [json.loads(line) for line in lines]


def timed(name, documents, size=1):
    with Engine(f"{store}/{name}", library=library) as engine:
        start = time.process_time()
        for at in range(0, len(documents), size):
            engine.accounts_save(documents[at:at + size]) if size > 1 else engine.account_save(documents[at])
        return (time.process_time() - start) * 1000


print(*(f"{took:.1f}" for took in (timed("one", lines), timed("many", lines, 500), timed("objects", objects))))
