#include "plugin/store/board_reads.hpp"

#include "plugin/store/codes.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

/// Columns: account_id, reason, source_id, since, why.
std::vector<BoardRow> rows_of(Rows rows) {
  std::vector<BoardRow> out;
  while (rows.next()) {
    auto& row = out.emplace_back();
    row.account_id = rows.text(0);
    if (!rows.text(1).empty()) row.reason = from_code<Reason>(rows.text(1));
    row.source_id = rows.text(2);
    row.since = rows.maybe_date(3);
    row.why = rows.text(4);
  }
  return out;
}

void add_calls(BoardList& list, CallState state, std::int64_t calls) {
  list.planned += calls;
  switch (state) {
    case CallState::open: list.open += calls; break;
    case CallState::leased: list.leased += calls; break;
    case CallState::done: list.done += calls; break;
    case CallState::withdrawn: list.withdrawn += calls; break;
  }
}

}  // namespace

std::vector<BoardOutcome> board_outcomes(Store& store, Date from, Date to) {
  std::vector<BoardOutcome> out;
  auto rows = store.database().rows(
      "SELECT date, in_hour, agent, code, skip_reason, reception FROM outcome WHERE date BETWEEN ? AND ?",
      from, to);
  while (rows.next())
    out.push_back({rows.date(0), rows.integer(1) != 0, std::string(rows.text(2)),
                   from_code<OutcomeCode>(rows.text(3)), from_code<SkipReason>(rows.text(4)),
                   from_code<Reception>(rows.text(5))});
  return out;
}

std::vector<BoardStart> board_starts(Store& store, Date from, Date to) {
  std::vector<BoardStart> out;
  for (const auto& start : starts_between(store, from, to))
    out.push_back({start.date, start.minute, start.in_hour, start.agent});
  return out;
}

std::vector<BoardDay> board_lists(Store& store, Date from, Date to) {
  std::vector<BoardDay> out;
  auto rows = store.database().rows(
      "SELECT date, capacity, state, count(call_id) FROM plan LEFT JOIN plan_call USING (date) "
      "WHERE date BETWEEN ? AND ? GROUP BY date, state ORDER BY date",
      from, to);
  while (rows.next()) {
    if (out.empty() || out.back().date != rows.date(0)) {
      auto& day = out.emplace_back();
      day.date = rows.date(0);
      day.list.capacity = rows.integer(1);
    }
    if (!rows.null(2)) add_calls(out.back().list, from_code<CallState>(rows.text(2)), rows.integer(3));
  }
  return out;
}

std::int64_t overdue_callbacks(Store& store, Date day) {
  // Skipping puts nothing off; a try that reached nobody made the call.
  return store.database().number(
      "SELECT count(*) FROM cases WHERE closed_why IS NULL AND parked = 0 AND reason = 'callback' AND "
      "due_to < ? AND attempts = 0 AND last_outcome IN ('callback', 'skipped')",
      day);
}

std::int64_t count_open_cases(Store& store) {
  return store.database().number("SELECT count(*) FROM cases WHERE closed_why IS NULL AND parked = 0");
}

std::int64_t count_stepless_cases(Store& store) {
  return store.database().number(
      "SELECT count(*) FROM cases WHERE closed_why IS NULL AND ((parked = 0 AND last_outcome <> '' AND "
      "next_on IS NULL AND next_at IS NULL) OR (parked = 1 AND parked_why = ''))");
}

std::vector<BoardRow> disputed_rows(Store& store) {
  return rows_of(store.database().rows(
      "SELECT account_id, '', '', disputed_on, disputed_why FROM account_desk JOIN account USING (account) "
      "WHERE disputed_on IS NOT NULL ORDER BY account_id"));
}

std::vector<BoardRow> wrong_number_rows(Store& store) {
  return rows_of(
      store.database().rows("SELECT account_id, '', '', min(found_on), 'wrong_number' FROM wrong_number JOIN "
                            "account USING (account) "
                            "GROUP BY account_id ORDER BY account_id"));
}

std::vector<BoardRow> team_leader_rows(Store& store) {
  return rows_of(store.database().rows(
      "SELECT account_id, reason, source_id, closed_on, parked_why FROM cases JOIN account USING (account) "
      "WHERE closed_why IS NULL AND parked = 1 AND parked_why = 'team_leader' "
      "ORDER BY account_id, reason, source_id"));
}

std::vector<LeaseStart> starts_by(Store& store, std::string_view agent) {
  std::vector<LeaseStart> out;
  auto rows = store.database().rows(
      "SELECT date, minute, agent, call_id, in_hour FROM lease_start WHERE agent = ? "
      "ORDER BY date, minute, call_id",
      agent);
  while (rows.next())
    out.push_back({rows.date(0), rows.integer(1), std::string(rows.text(2)), std::string(rows.text(3)),
                   rows.integer(4) != 0});
  return out;
}

std::vector<std::string> assigned_to(Store& store, std::string_view agent) {
  std::vector<std::string> out;
  auto rows = store.database().rows(
      "SELECT account_id FROM account_desk JOIN account USING (account) WHERE assigned_to = ? ORDER BY "
      "account_id",
      agent);
  while (rows.next()) out.emplace_back(rows.text(0));
  return out;
}

std::vector<Measured> measured_accounts(Store& store, Date from, Date to) {
  std::vector<Measured> out;
  auto rows = store.database().rows(
      "SELECT account_id, min(date), max(held) FROM ("
      "SELECT account_id, date, 1 AS held FROM plan_left_out_row WHERE date BETWEEN ?1 AND ?2 AND why = "
      "'held_out' "
      "UNION ALL SELECT account_id, plan_call.date, 0 FROM plan_call JOIN plan_reason USING (date, call_id) "
      "WHERE date BETWEEN ?1 AND ?2 AND code IN ('dormant', 'slipping', 'cross_sell', 'keep_in_touch')) "
      "GROUP BY account_id ORDER BY account_id",
      from, to);
  while (rows.next()) out.push_back({std::string(rows.text(0)), rows.date(1), rows.integer(2) != 0});
  return out;
}

}  // namespace rendabel::store
