#include "plugin/pipeline/board.hpp"

#include <algorithm>

#include "plugin/base/exact.hpp"
#include "plugin/rules/board.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/holdout.hpp"
#include "plugin/store/board_reads.hpp"

namespace rendabel::pipeline {
namespace {

template <class Value>
std::optional<BoardDifference<Value>> shown(const std::optional<rules::Difference<Value>>& found) {
  if (!found) return std::nullopt;
  return BoardDifference<Value>{found->called, found->held_out, found->difference, found->low, found->high};
}

/// An order's margin: unknown where neither its cost nor a ratio to assume is.
std::optional<Int128> margin_of(const Order& order, const Settings& settings) {
  const auto net = rules::complete(order).net;
  if (!net) return std::nullopt;
  if (order.cost_of_goods) return Int128{*net} - *order.cost_of_goods;
  if (!settings.gross_margin_assumed) return std::nullopt;
  return round_half_away(Int128{*net} * settings.gross_margin_assumed->millionths, micro);
}

/// What one account ordered on the days from … to; a correction is no order, and takes its margin off.
void add_to(rules::HoldoutGroup& group, const Snapshot& facts, const Settings& settings, Date from, Date to) {
  std::int64_t orders = 0;
  std::optional<Int128> margin = Int128{0};
  for (const auto& order : facts.orders) {
    if (!order.date || *order.date < from || *order.date > to) continue;
    if (rules::complete(order).net.value_or(1) > 0) ++orders;
    const auto one = margin_of(order, settings);
    margin = margin && one ? std::optional(*margin + *one) : std::nullopt;
  }
  group.add(orders, margin ? std::optional(to_cents(*margin)) : std::nullopt);
}

/// What the accounts of both groups ordered from the day on which they were first planned or left out.
BoardHoldout holdout_of(store::Store& store, const Settings& settings, Date as_of, const Cancel& cancel) {
  rules::HoldoutGroup called, held_out;
  Arena arena;
  const Date from = as_of - days{settings.calls.value_horizon_days - 1};
  for (const auto& one : store::measured_accounts(store, from, as_of)) {
    cancel.check();
    arena.reset();
    const auto row = store::find_account(store, one.account_id);
    const auto facts = row ? store::load_facts(store, *row, arena) : std::nullopt;
    if (facts) add_to(one.held_out ? held_out : called, *facts, settings, one.since, as_of);
  }
  const auto found = rules::compare(called, held_out);
  return {found.called_accounts, found.held_out_accounts, shown(found.buyers), shown(found.orders),
          shown(found.margin)};
}

/// What the host calls the accounts that wait for the team leader; rows of one account follow each other.
void add_names(store::Store& store, std::vector<BoardRow>& rows, const Cancel& cancel) {
  Arena arena;
  const BoardRow* before = nullptr;
  for (auto& row : rows) {
    cancel.check();
    arena.reset();
    if (before != nullptr && before->account_id == row.account_id)
      row.name = before->name;
    else if (const auto found = store::find_account(store, row.account_id))
      if (const auto facts = store::load_facts(store, *found, arena)) row.name = facts->account.name;
    before = &row;
  }
}

}  // namespace

Board calls_board(store::Store& store, const Settings& settings, Date as_of, std::string_view agent,
                  const Cancel& cancel) {
  const store::Reading reading(store);
  Board board;
  board.date = as_of;
  board.from = as_of - days{rules::board_days - 1};
  board.preset = settings.calls.preset;
  const Date first = as_of - days{rules::board_streak_days};
  rules::BoardFacts facts{store::board_outcomes(store, first, as_of),
                          store::board_starts(store, first, as_of), store::board_lists(store, first, as_of)};
  cancel.check();
  rules::count_board(facts, settings, agent, board);
  board.overdue_callbacks = store::overdue_callbacks(store, as_of);
  board.cases_open = store::count_open_cases(store);
  board.cases_without_step = store::count_stepless_cases(store);
  board.disputed = store::disputed_rows(store);
  board.data_tasks = store::wrong_number_rows(store);
  board.skipped_thrice = store::team_leader_rows(store);
  for (auto* rows : {&board.disputed, &board.data_tasks, &board.skipped_thrice})
    add_names(store, *rows, cancel);
  if (settings.calls.holdout_share.millionths > 0) board.holdout = holdout_of(store, settings, as_of, cancel);
  return board;
}

AgentExport export_agent(store::Store& store, std::string_view agent) {
  const store::Reading reading(store);
  return {std::string(agent), store::outcomes_by(store, agent), store::starts_by(store, agent),
          store::assigned_to(store, agent)};
}

std::int64_t erase_agent(store::Store& store, std::string_view agent) {
  store::Change change(store);
  const auto outcomes = store::drop_agent(store, agent);
  change.keeps_own_state();
  change.commit();
  store::wipe_log(store);
  return outcomes;
}

}  // namespace rendabel::pipeline
