"""What an agent sees in Tryton's web client: the verdict on the party's form, the call list, an outcome, the call gone.

Pictures stay below the build directory in tryton/; look at them.
"""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import browser  # noqa: E402
from tryton_client import Client  # noqa: E402

PASSWORD = "Bellijst-2026"
FRAME = ("const d = [...document.querySelectorAll('.wizard-dialog')].find(e => e.offsetHeight && "
         "e.textContent.includes(arguments[0])); const e = d && d.querySelector('iframe');"
         "return e && e.offsetHeight > 400 && e.src.startsWith('blob:')")


def agent_who_may_read_invoices(client, pictures):
    client.log_in("jan", PASSWORD)
    client.page.ask("window.location.hash = arguments[0]; return true", f"#{client.database}/model/party.party/2")
    client.press("Rendabel")
    assert client.value("Verdict") == "Repair", f"the form shows {client.value('Verdict')}"
    assert client.value("Net Result").startswith("-"), f"the form shows {client.value('Net Result')}"
    assert "Stale discount" in client.value("Flags"), f"the form shows {client.value('Flags')}"
    client.wait("const e = document.querySelector('iframe'); return e && e.offsetHeight > 400 && e.src.startsWith('blob:')")
    client.page.picture(pictures / "party.png")
    client.menu("Rendabel", "Call List")
    client.shows("Café de Brug")
    client.page.picture(pictures / "calls.png")
    client.press("Call")
    client.reads("has been open for 11 days")
    client.choose("Outcome", "No answer")
    client.page.picture(pictures / "outcome.png")
    client.press("Report")
    client.wait("return ![...document.querySelectorAll('label')].some(e => e.offsetParent && e.textContent.trim() == 'Outcome:')")
    client.page.picture(pictures / "next_step.png")
    client.press("Close")
    client.wait("return [...document.querySelectorAll('.tab-pane.active')].length && "
                "![...document.querySelectorAll('td')].some(e => e.offsetParent && e.textContent.includes('Café de Brug'))")
    client.page.picture(pictures / "called.png")
    for title, file in (("The Book", "book.png"), ("The Board", "board.png")):
        client.menu(title)
        client.wait(FRAME, title)
        client.page.picture(pictures / file)
        client.press("Close")
        client.wait("return ![...document.querySelectorAll('.wizard-dialog')].some(e => e.offsetHeight)")


def the_same_in_dutch(client, pictures):
    """Els, who reads Dutch: her menu, an empty desk, and what the law says of a customer, without a word of ours in English."""
    client.forget()
    client.log_in("els", PASSWORD)
    client.menu("Rendabel", "Volgende bellen")
    client.reads("Er is nu niemand te bellen.")
    client.page.picture(pictures / "next_dutch.png")
    client.press("Sluiten")
    client.page.ask("window.location.hash = arguments[0]; return true", f"#{client.database}/model/party.party/2")
    client.press("Bellen")
    client.reads("Mag. Rechtspersoon")
    assert client.value("Soort persoon") == "Rechtspersoon", f"the form shows {client.value('Soort persoon')}"
    client.page.picture(pictures / "party_dutch.png")


def faults_of(log):
    """What the console says but for what Tryton does without: files that a site may add, a bus."""
    return [entry["message"] for entry in log
            if entry["level"] == "SEVERE" and not any(name in entry["message"] for name in ("/custom.", "/locale/", "/bus", "favicon"))]


def run(house, database, pictures):
    pictures.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen([house.python, Path(__file__).parents[1] / "support/tryton_server.py", database], text=True,
                              env=house.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        port = int(server.stdout.readline())
        with browser.Browser() as page:
            client = Client(page, port, database)
            try:
                agent_who_may_read_invoices(client, pictures)
                the_same_in_dutch(client, pictures)
            except Exception:
                page.picture(pictures / "fault.png")
                raise
            faults = faults_of(page.log("browser"))
            assert faults == [], f"the console is not empty: {faults}"
    finally:
        server.stdin.close()
        server.wait(timeout=20)
