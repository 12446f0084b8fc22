#!/usr/bin/env python3
"""The report in headless Chromium: quiet, readable for everybody, and with the very figures of book_get. Opens it on the
sample book and, where it is there, on Online Retail; pictures stay below the build directory in report/."""
import gzip
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import browser  # noqa: E402

SOURCE = Path(os.environ.get("RENDABEL_SOURCE_DIR", "."))
PICTURES = Path(os.environ.get("RENDABEL_BUILD_DIR", ".")) / "report"
RETAIL = Path(os.environ.get("RENDABEL_SHARED_DIR", "")) / "data/online_retail/online_retail.csv.gz"
CLI = os.environ.get("RENDABEL_CLI", "")
CHECKS = (Path(__file__).parent / "support/page_checks.js").read_text()
HOSTILE = "=1+1\"'><script>document.title='taken'</script>]]><img src=x onerror=document.title=1>&amp;\u202e{{name}}"
faults = []


def check(good, what):
    if not good:
        faults.append(what)
        print("NOT SO:", what, flush=True)


class Book:
    """A store of the command line, with its day."""

    def __init__(self, folder, name, day):
        self.name, self.day, self.store = name, day, str(Path(folder) / name)

    def run(self, *arguments, stdin=None):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
        done = subprocess.run([CLI, "--store", self.store, "--as-of", self.day, *arguments], input=stdin, capture_output=True,
                              env=environment, check=False)
        assert done.returncode == 0, (arguments, done.returncode, done.stderr.decode()[-500:])
        return done.stdout.decode()

    def report(self, *options, name="book", language="nl"):
        """A page's file."""
        file = PICTURES / f"{self.name}-{name}-{language}.html"
        self.run("--language", language, "report", "--output", str(file), *options)
        return file

    def part(self, part, kind):
        return self.run("report", "--format", kind, "--part", part)

    def book(self):
        return json.loads(self.run("--json", "book", "--no-refresh"), parse_float=Decimal)


def sample_book(folder):
    book = Book(folder, "wholesaler", "2026-11-23")
    book.run("settings", "set", "--file", str(SOURCE / "samples/wholesaler/settings.json"))
    book.run("import", str(SOURCE / "samples/wholesaler/book.ndjson"), "--journal", str(Path(folder) / "journal"))
    hostile = {"account": {"id": HOSTILE[:60], "name": HOSTILE, "owner": HOSTILE, "person_kind": "legal", "phone": "0201234567"},
               "as_of": book.day, "invoices": [], "activities": [{"id": "a", "date": "2026-11-01", "kind": "visit"}],
               "orders": [{"id": "o", "date": "2025-12-01", "net_amount": 100, "cost_of_goods": 60},
                          {"id": "p", "date": "2025-03-01", "net_amount": 100, "cost_of_goods": 60}],
               "contacts": [{"id": "c", "name": HOSTILE, "phone": "0201234567"}],
               "inquiries": [{"id": "i", "at": "2026-11-23T09:00:00+01:00", "kind": "question", "subject": HOSTILE,
                              "contact_id": "c"}]}
    book.run("import", "-", "--journal", str(Path(folder) / "journal2"), stdin=json.dumps(hostile).encode())
    book.run("book")
    book.run("calls")
    return book


def retail_book(folder):
    book = Book(folder, "retail", "2011-12-10")
    book.run("settings", "set", "currency=GBP", "country=GB", "gross_margin_assumed=0.3")
    with gzip.open(RETAIL) as lines:
        book.run("import-csv", "-", "--preset", "online_retail", stdin=lines.read())
    book.run("book")
    return book


class Nesting(html.parser.HTMLParser):
    """Every element is closed in order, and no attribute stands twice."""
    VOID = {"meta", "br", "hr", "link", "input", "img"}

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.bad = [], []
        self.feed(page)
        self.close()
        self.bad += [f"{tag} is not closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.bad.append(f"{tag} has an attribute twice")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> at {self.getpos()}")


def check_page(page, file, name):
    """Opens a page in every width, the Dutch one in both schemes; leaves pictures."""
    nesting = Nesting(file.read_text(encoding="utf-8"))
    check(not nesting.bad, f"{name}: {nesting.bad[:5]}")
    for width in (1400, 400, 320):
        for dark in (False, True) if width != 320 and "-nl" in file.stem else (False,):
            where = f"{name} {width} {'dark' if dark else 'light'}"
            page.open(file, width, dark=dark)
            found = page.ask(CHECKS)
            check(not found["faults"], f"{where}: {found['faults'][:5]}")
            check(page.log("browser") == [], f"{where}: the console is not empty")
            check(page.requests() == [], f"{where}: requests were made")
            print(f"{where}: least contrast {found['least']:.2f}", flush=True)
            if width == 1400 and "-nl" in file.stem or width == 400 and not dark:
                page.picture(PICTURES / f"{file.stem}-{width}-{'dark' if dark else 'light'}.png")
    page.open(file)
    pdf = PICTURES / f"{file.stem}.pdf"
    page.pdf(pdf)
    sheets = len(re.findall(rb"/Type\s*/Page[^s]", pdf.read_bytes()))
    print(f"{name}: prints on {sheets} pages")
    check(pdf.read_bytes().startswith(b"%PDF") and sheets >= 1, f"{name}: does not print")


def check_keyboard(page, file):
    """Tab reaches the skip link first, visibly; following it leads into the content."""
    page.open(file)
    for kind in ("keyDown", "keyUp"):
        page.devtools("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    first = page.ask("const e = document.activeElement, box = e.getBoundingClientRect();"
                     "return [e.className, box.left >= 0 && box.top >= 0, getComputedStyle(e).outlineStyle]")
    check(first == ["skip", True, "solid"], f"the first stop of the keyboard is {first}")
    for kind, text in (("keyDown", "\r"), ("keyUp", "")):
        page.devtools("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text=text)
    check(page.ask("return document.activeElement.id") == "main", "the skip link does not lead to the content")


def decimals(text):
    return None if text == "" else Decimal(text)


def table_of(page, part):
    """Rows of a table on the page, as data by column."""
    rows = page.ask("return [...document.querySelectorAll(`table[data-part=\"${arguments[0]}\"] tbody tr`)].map(r =>"
                    "Object.fromEntries([...r.cells].map(c => [c.dataset.code, c.dataset.value])))", part)
    return rows


def check_rows(page, part, rows, names):
    found = table_of(page, part)
    check(len(found) == len(rows), f"{part}: {len(found)} rows instead of {len(rows)}")
    for row, wanted in zip(found, rows):
        for name, key in names.items():
            same = decimals(row[name]) == wanted[key] if not isinstance(wanted[key], str) else row[name] == wanted[key]
            check(same, f"{part}: {name} is {row[name]}, not {wanted[key]}")


def check_tables(page, book):
    layer = ("layer", "accounts", "revenue", "revenue_share_bp", "net_result", "net_margin_bp", "assessable")
    check_rows(page, "pyramid", book["pyramid"], {name: name for name in layer})
    check_rows(page, "flags", book["flags"], {"flag": "code", "accounts": "accounts", "amount": "amount"})
    check_rows(page, "whale", book["whale"]["points"], {name: name for name in ("accounts", "amount", "share_bp")})
    check_rows(page, "coverage", book["coverage"],
               {name: name for name in ("line", "known", "partial", "assumed", "not_assessable")})
    check_rows(page, "worst", book["worst"], {name: name for name in ("net_revenue", "net_result", "result_after")})
    check_rows(page, "tail", [{"margin": -1500}, {"margin": book["tail"]["net_margin_bp"]}], {"net_margin_bp": "margin"})
    sums = ("accounts", "unassigned", "book", "difference")
    check_rows(page, "reconciliation", [{"what": name, "amount": book["reconciliation"][name]} for name in sums],
               {"what": "what", "amount": "amount"})
    owners = book["visit_programme"]["owners"]
    wanted = owners + [book["visit_programme"]["total"]] if owners else []
    check_rows(page, "visits", wanted, {"customers": "customers", "known": "known", "visits_done": "done", "hours": "hours",
                                        "visits_carried": "carried", "visits_advised": "advised", "calls_instead": "calls",
                                        "hours_freed": "hours_freed", "money_freed": "money_freed"})
    lines = {row["line"]: row for row in table_of(page, "result")}
    for name in ("list_revenue", "discount", "credit_notes", "net_revenue", "cost_of_goods", "gross_margin", "contributions",
                 "net_result", "net_margin_bp"):
        check(decimals(lines[name]["amount"]) == book["result"][name], f"result: {name} is {lines[name]['amount']}")
        check(decimals(lines[name]["previous"]) == book["previous"][name], f"result: {name} before is {lines[name]['previous']}")
    for line in book["result"]["cost_lines"]:
        check(decimals(lines[line["code"]]["amount"]) == line["amount"], f"result: {line['code']}")


def half_up(value):
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP)) if value >= 0 else -int((-value).quantize(
        Decimal(1), rounding=ROUND_HALF_UP))


def check_whale(svg, book):
    """The curve's points, reckoned once more from book_get: 78 to 470 across, 256 up to 64."""
    points = book["whale"]["points"]
    if not points:
        print("whale: nobody with a net result")
        return
    amounts = [point["amount"] for point in points]
    low, high = min(0, *amounts), max(0, *amounts)
    wanted = []
    for point in points:
        across = 780 + half_up(Decimal(point["accounts"]) * 3920 / book["whale"]["accounts"])
        upward = 2560 + half_up((point["amount"] - low) * -1920 / (high - low))
        wanted.append((Decimal(across) / 10, Decimal(upward) / 10))
    line = next(e for e in svg.iter() if e.tag.endswith("polyline") and e.get("class") == "whale")
    drawn = [tuple(map(Decimal, pair.split(","))) for pair in line.get("points").split()]
    check(drawn == wanted, f"whale: {drawn[:3]}… instead of {wanted[:3]}…")
    marks = [Decimal(e.get("data-value")) for e in svg.iter() if e.tag.endswith("circle") and e.get("data-value")]
    check(marks[-1] == amounts[-1] and marks[0] == book["whale"]["peak"]["amount"], f"whale: marks {marks}")


def bars(svg):
    return {e.get("data-code"): (Decimal(e.get("data-value")), e) for e in svg.iter() if e.get("data-code") is not None}


def check_charts(store, book):
    charts = {part: ElementTree.fromstring(store.part(part, "svg")) for part in ("whale", "pyramid", "waterfall", "tail")}
    check_whale(charts["whale"], book)
    drawn = bars(charts["pyramid"])
    for layer in book["pyramid"]:
        check(drawn[layer["layer"]][0] == layer["accounts"], f"pyramid chart: {layer['layer']}")
        share = drawn.get(layer["layer"] + ".revenue_share_bp")
        check(share is None or share[0] == layer["revenue_share_bp"], f"pyramid chart: share of {layer['layer']}")
    drawn = bars(charts["waterfall"])
    check(list(drawn) == [step["code"] for step in book["waterfall"]], "waterfall chart: other steps")
    check([value for value, _ in drawn.values()] == [step["amount"] for step in book["waterfall"]], "waterfall chart: other amounts")
    drawn = bars(charts["tail"])
    check(drawn["claim"][0] == -1500, "tail chart: the claim")
    if book["tail"]["net_margin_bp"] is not None:
        check(drawn["net_margin_bp"][0] == book["tail"]["net_margin_bp"], "tail chart: the measured margin")
    for part, svg in charts.items():
        titles = [e for e in svg if e.tag.endswith(("title", "desc"))]
        check(len(titles) == 2 and all(e.text for e in titles), f"{part}: no title and description")


def check_book(page, store):
    book = store.book()
    for language in ("nl", "en"):
        file = store.report(language=language)
        check_page(page, file, f"{store.name} {language}")
        page.open(file)
        check(page.ask("return document.documentElement.lang") == language, "another language")
        check_tables(page, book)
    check_keyboard(page, file)
    check_charts(store, book)


def check_account(page, store, account, name):
    for language in ("nl", "en"):
        file = store.report("--account", account, name=name, language=language)
        check_page(page, file, f"{store.name} {name} {language}")
    one = json.loads(store.run("--json", "assess", account), parse_float=Decimal)
    lines = {row["line"]: row for row in table_of(page, "result")}
    for line in ("net_revenue", "gross_margin", "net_result"):
        check(decimals(lines[line]["amount"]) == one["result"][line], f"{name}: {line} is {lines[line]['amount']}")
    shown = page.ask("return [...document.querySelectorAll('[aria-labelledby=flags-heading] [data-code]')].map(e => e.dataset.code)")
    check(shown == [flag["code"] for flag in one["flags"]], f"{name}: flags {shown}")
    verdict = page.ask("return document.querySelector('[data-code=verdict]').dataset.value")
    check(verdict == one["verdict"], f"{name}: verdict {verdict}")
    host = PICTURES / "host.html"
    host.write_text(f'<!DOCTYPE html><html lang="nl"><title>CRM</title><iframe src="{file.name}" sandbox width="360" '
                    'height="500"></iframe></html>', encoding="utf-8")
    page.open(host, 800)
    check(page.log("browser") == [], f"{name}: faults in a frame without any rights")


def check_hostile(page, store):
    account = HOSTILE[:60]
    check_account(page, store, account, "hostile")
    file = store.report("--account", account, name="hostile")
    page.open(file)
    check("script" not in page.ask("return [...document.querySelectorAll('*')].map(e => e.localName)"), "a script came in")
    check(page.ask("return document.title") != "taken", "a script ran")
    check(page.ask("return document.querySelector('h1').textContent") == HOSTILE.replace("\u202e", "\ufffd"), "another name")
    page.open(store.report())
    check(page.ask("return document.body.textContent.includes(arguments[0])", HOSTILE.replace("\u202e", "\ufffd")),
          "the book does not show the hostile name as it is")
    for line in store.part("calls", "csv").splitlines():
        check(not re.search(r"(^|,)\"?[=@]", line), f"a formula in the CSV: {line[:80]}")


def main():
    if not CLI or os.environ.get("RENDABEL_SANITIZE"):
        print("skipped: needs the command line, without sanitizers (other tests run them on the report)")
        sys.exit(77)
    if program := browser.missing():
        print(f"skipped: no {program} here (packages chromium and chromium-driver)")
        sys.exit(77)
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="rendabel-report-") as folder, browser.Browser() as page:
        sample = sample_book(folder)
        check_book(page, sample)
        check_account(page, sample, "D1007", "D1007")
        check_hostile(page, sample)
        if RETAIL.is_file():
            retail = retail_book(folder)
            check_book(page, retail)
            check_account(page, retail, "17850", "17850")
        else:
            print("Online Retail is not beside the repository: left out")
    print(f"{len(faults)} faults; pictures in {PICTURES}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
