#include "plugin/report/board_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "plugin/base/exact.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

/// Codes as table_of takes them: `#` before numbers, `-` before what only the CSV has.
Table empty_table(std::string_view part, std::initializer_list<std::string_view> columns,
                  const Speech& speech) {
  Values values;
  values.set("currency", speech.cells.currency());
  Table table{std::string(part), speech.pages.phrase(std::string(part) + "_caption", values), {}, {}, false};
  for (std::string_view code : columns) {
    const bool number = code.starts_with('#'), csv_only = code.starts_with('-');
    if (number || csv_only) code.remove_prefix(1);
    table.columns.push_back(
        {std::string(code), speech.pages.phrase("board_" + std::string(code)), number, csv_only});
  }
  return table;
}

Cell named(std::string_view code, const Speech& speech) {
  return Cells::code(code, speech.pages.phrase("board_" + std::string(code)));
}

Cell labelled(std::string_view group, std::string_view code, const Speech& speech) {
  return Cells::code(code, label(group, code, speech.language()));
}

void add_counts(std::vector<Cell>& row, const BoardCounts& counts, const Cells& cells) {
  for (const auto number : {counts.started, counts.attempted, counts.reached, counts.results, counts.skipped})
    row.push_back(cells.count(number));
}

Table counts_table(const BoardView& view) {
  Table table = empty_table("board", {"line", "#today", "#period"}, view.speech);
  const Cells& cells = view.speech.cells;
  const BoardCounts &today = view.board.today, &period = view.board.period;
  const auto row = [&](std::string_view code, std::int64_t now, std::int64_t all) {
    table.rows.push_back({named(code, view.speech), cells.count(now), cells.count(all)});
  };
  row("started", today.started, period.started);
  row("attempted", today.attempted, period.attempted);
  row("reached", today.reached, period.reached);
  row("results", today.results, period.results);
  row("skipped", today.skipped, period.skipped);
  for (const auto& [why, all] : period.skip_reasons) {
    const auto found = today.skip_reasons.find(why);
    Cell what = labelled("skip_reason", why, view.speech);
    what.shown = view.speech.pages.phrase("board_skipped") + ": " + what.shown;
    what.data = "skipped." + what.data;
    table.rows.push_back({std::move(what), cells.count(found == today.skip_reasons.end() ? 0 : found->second),
                          cells.count(all)});
  }
  return table;
}

Table state_table(const BoardView& view) {
  Table table = empty_table("board_state", {"line", "#number"}, view.speech);
  const Board& board = view.board;
  const Cells& cells = view.speech.cells;
  const auto row = [&](std::string_view code, Cell number) {
    table.rows.push_back({named(code, view.speech), std::move(number)});
  };
  row("capacity", cells.count(board.list.capacity));
  row("planned", cells.count(board.list.planned));
  row("done", cells.count(board.list.done));
  row("leased", cells.count(board.list.leased));
  row("open", cells.count(board.list.open));
  row("withdrawn", cells.count(board.list.withdrawn));
  row("covered_bp", cells.percent(board.list.covered_bp));
  row("streak_days", cells.count(board.streak_days));
  row("overdue_callbacks", cells.count(board.overdue_callbacks));
  row("cases_open", cells.count(board.cases_open));
  row("cases_without_step", cells.count(board.cases_without_step));
  const auto received = [&](std::string_view code, std::int64_t calls) {
    table.rows.push_back({labelled("reception", code, view.speech), cells.count(calls)});
  };
  received("welcome", board.reception.welcome);
  received("neutral", board.reception.neutral);
  received("unwelcome", board.reception.unwelcome);
  row("welcome_bp", cells.percent(board.reception.welcome_bp));
  row("column_bp", cells.percent(received_well_bp));
  return table;
}

std::vector<Cell> hour_row(const BoardHour& hour, const Speech& speech) {
  const Cells& cells = speech.cells;
  const auto minute = hour.started_at_minute;
  std::vector<Cell> row{
      cells.date(hour.date), cells.count(hour.capacity), cells.count(hour.planned),
      minute ? Cells::text(fmt::format("{:02}:{:02}", *minute / 60, *minute % 60)) : Cell{}};
  add_counts(row, hour.counts, cells);
  row.push_back(
      Cells::code(hour.held ? "true" : "false", speech.pages.phrase(hour.held ? "board_yes" : "board_no")));
  return row;
}

Table empty_hours(const BoardView& view) {
  return empty_table("board_hours",
                     {"date", "#capacity", "#planned", "started_at", "#started", "#attempted", "#reached",
                      "#results", "#skipped", "held"},
                     view.speech);
}

Table hours_table(const BoardView& view) {
  Table table = empty_hours(view);
  for (const BoardHour& hour : view.board.hours) table.rows.push_back(hour_row(hour, view.speech));
  return table;
}

Table waiting_table(const BoardView& view) {
  Table table = empty_table(
      "board_waiting", {"list", "account_id", "name", "reason", "-source_id", "since", "why"}, view.speech);
  const auto add = [&](std::string_view list, const std::vector<BoardRow>& rows, bool told) {
    for (const BoardRow& row : rows)
      table.rows.push_back({named(list, view.speech), Cells::text(row.account_id), Cells::text(row.name),
                            row.reason ? labelled("reason", name_of(*row.reason), view.speech) : Cell{},
                            Cells::text(row.source_id), view.speech.cells.date(row.since),
                            told ? Cells::text(row.why) : labelled("step_why", row.why, view.speech)});
  };
  // A dispute is told in somebody's own words, the others by a code.
  add("disputed", view.board.disputed, true);
  add("data_tasks", view.board.data_tasks, false);
  add("skipped_thrice", view.board.skipped_thrice, false);
  return table;
}

/// A share: as a percentage for people, as a decimal in data.
Cell share_cell(Micro share, const Speech& speech) {
  Cell cell = speech.cells.decimal(share);
  cell.shown = percent_text(static_cast<std::int64_t>(round_half_away(share.millionths, 1000)) * 10,
                            speech.language());
  return cell;
}

Table holdout_table(const BoardView& view) {
  Table table = empty_table("board_holdout",
                            {"measure", "#called", "#held_out", "#difference", "#low", "#high"}, view.speech);
  if (!view.board.holdout) return table;
  const Cells& cells = view.speech.cells;
  const auto add = [&](std::string_view code, const auto& found, const auto& cell) {
    if (found)
      table.rows.push_back({named(code, view.speech), cell(found->called), cell(found->held_out),
                            cell(found->difference), cell(found->low), cell(found->high)});
  };
  add("buyers", view.board.holdout->buyers, [&](Micro share) { return share_cell(share, view.speech); });
  add("orders", view.board.holdout->orders, [&](Micro number) { return cells.decimal(number); });
  add("margin", view.board.holdout->margin, [&](Cents amount) { return cells.money(amount); });
  return table;
}

Table agents_table(const BoardView& view) {
  Table table = empty_table("board_agents",
                            {"agent", "when", "#started", "#attempted", "#reached", "#results", "#skipped"},
                            view.speech);
  if (!view.board.agents) return table;
  for (const BoardAgent& agent : *view.board.agents) {
    const auto add = [&](std::string_view when, const BoardCounts& counts) {
      std::vector<Cell> row{Cells::text(agent.agent), named(when, view.speech)};
      add_counts(row, counts, view.speech.cells);
      table.rows.push_back(std::move(row));
    };
    add("today", agent.today);
    add("period", agent.period);
  }
  return table;
}

constexpr std::array parts{
    BoardPart{"board", counts_table},          BoardPart{"board_state", state_table},
    BoardPart{"board_hours", hours_table},     BoardPart{"board_waiting", waiting_table},
    BoardPart{"board_holdout", holdout_table}, BoardPart{"board_agents", agents_table},
};

}  // namespace

std::span<const BoardPart> board_parts() { return parts; }

Table worked_hours(const BoardView& view) {
  Table table = empty_hours(view);
  for (const BoardHour& hour : view.board.hours)
    if (hour.capacity > 0 || hour.planned > 0 || hour.counts.started > 0 || hour.counts.attempted > 0)
      table.rows.push_back(hour_row(hour, view.speech));
  std::ranges::reverse(table.rows);
  return table;
}

}  // namespace rendabel::report
