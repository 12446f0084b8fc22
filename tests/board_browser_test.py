#!/usr/bin/env python3
"""The team leader's board in headless Chromium: quiet, readable for everybody, in both languages, wide and narrow, and with
the very figures of calls_board. Pictures stay below the build directory in board/."""
import json
import os
import re
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
import browser  # noqa: E402
import report_browser_test as pages  # noqa: E402
from report_browser_test import HOSTILE, check, check_page, decimals, table_of  # noqa: E402

PICTURES = pages.PICTURES = Path(os.environ.get("RENDABEL_BUILD_DIR", ".")) / "board"
COUNTS = ("started", "attempted", "reached", "results", "skipped")


def write_page(team, day, language, name):
    file = PICTURES / f"board-{name}-{language}.html"
    file.write_text(team.engine.report_get(day, part="board", language=language).text, encoding="utf-8")
    return file


def check_figures(page, board):
    lines = {row["line"]: row for row in table_of(page, "board")}
    for name in COUNTS:
        check(decimals(lines[name]["today"]) == board["today"][name], f"board: {name} today")
        check(decimals(lines[name]["period"]) == board["period"][name], f"board: {name} of the period")
    hours = [hour for hour in reversed(board["hours"]) if hour["capacity"]]
    rows = table_of(page, "board_hours")
    check([row["date"] for row in rows] == [hour["date"] for hour in hours], "hours: other days")
    for row, hour in zip(rows, hours):
        same = [decimals(row[name]) for name in COUNTS] == [hour["counts"][name] for name in COUNTS]
        check(same and row["started_at"] == (hour["started_at"] or ""), f"hours: {row}")
    state = {row["line"]: row["number"] for row in table_of(page, "board_state")}
    tiles = page.ask("return Object.fromEntries([...document.querySelectorAll('.tiles dd')].map(e => [e.dataset.code, e.dataset.value]))")
    for name in ("streak_days", "overdue_callbacks", "cases_without_step"):
        check(decimals(state[name]) == decimals(tiles[name]) == board[name], f"state: {name}")
    for row in table_of(page, "board_holdout"):
        for key in ("called", "held_out", "difference", "low", "high"):
            check(decimals(row[key]) == board["holdout"][row["measure"]][key], f"hold-out: {row}")
    agents = [(agent["agent"], when, *(agent[when][name] for name in COUNTS)) for agent in board["agents"] or ()
              for when in ("today", "period")]
    shown = [(row["agent"], row["when"], *(decimals(row[name]) for name in COUNTS)) for row in table_of(page, "board_agents")]
    check(shown == agents, f"agents: {shown}")
    waiting = [row["account_id"] for row in table_of(page, "board_waiting")]
    check(waiting == [row["account_id"] for name in ("disputed", "data_tasks", "skipped_thrice") for row in board[name]],
          f"waiting: {waiting}")


def check_words(page):
    """No code is left where words should stand."""
    shown = page.ask("return [...document.querySelectorAll('td bdi, th bdi')].map(e => e.textContent)")
    check([text for text in shown if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)] == [], f"codes on the page: {shown}")


def check_board(page, team, day, name, languages=("nl",)):
    board = json.loads(team.engine.calls_board(day).body, parse_float=Decimal)
    for language in languages:
        file = write_page(team, day, language, name)
        check_page(page, file, f"board {name} {language}")
        page.open(file)
        check(page.ask("return document.documentElement.lang") == language, "another language")
        check_figures(page, board)
        check_words(page)
        check("script" not in page.ask("return [...document.querySelectorAll('*')].map(e => e.localName)"), "a script came in")
    return board


def main():
    if os.environ.get("RENDABEL_SANITIZE") or not os.environ.get("RENDABEL_LIBRARY"):
        print("skipped: needs the library, without sanitizers (other tests run them on the board)")
        sys.exit(77)
    if program := browser.missing():
        print(f"skipped: no {program} here (packages chromium and chromium-driver)")
        sys.exit(77)
    from board_days import SETTINGS, TODAY, Team
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="rendabel-board-") as folder, browser.Browser() as page:
        team = Team(Path(folder) / "team").work().sell()
        board = check_board(page, team, TODAY, "team", ("nl", "en"))
        check(board["agents"] is None and table_of(page, "board_agents") == [], "figures of agents without agreement")
        # Agreed on, and with a dispute in words that would like to be code.
        team.engine.settings_set({"board": {"per_agent_agreed_on": "2026-11-01"}})
        team.engine.events_record([{"account_id": "Q01", "kind": "verdict_disputed", "at": "2026-11-23T09:00:00+01:00", "by": "jan",
                                    "record": {"reason": HOSTILE}}])
        check(len(check_board(page, team, TODAY, "agreed")["agents"]) == 3, "no figures of agents")
        check(page.ask("return document.title") != "taken", "a script ran")
        for part in ("board", "board_state", "board_hours", "board_waiting", "board_holdout", "board_agents"):
            for line in team.engine.report_get(TODAY, format="csv", part=part).text.splitlines():
                check(not re.search(r"(^|,)\"?[=@+]", line), f"a formula in the CSV: {line[:80]}")
        pilot = Team(Path(folder) / "pilot", {"calls": {**SETTINGS["calls"], "preset": "pilot", "holdout_share": 0}}, 4, 2)
        check_board(page, pilot, TODAY, "pilot")
    print(f"{len(pages.faults)} faults; pictures in {PICTURES}")
    sys.exit(1 if pages.faults else 0)


if __name__ == "__main__":
    main()
