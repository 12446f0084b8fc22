#include "plugin/pipeline/board.hpp"

#include <algorithm>

#include "plugin/rules/board.hpp"
#include "plugin/rules/holdout.hpp"
#include "plugin/store/board_reads.hpp"

namespace rendabel::pipeline {
namespace {

template <class Value>
std::optional<BoardDifference<Value>> shown(const std::optional<rules::Difference<Value>>& found) {
  if (!found) return std::nullopt;
  return BoardDifference<Value>{found->called, found->held_out, found->difference, found->low, found->high};
}

/// What the accounts of both groups ordered from the day on which they were first planned or left out.
BoardHoldout holdout_of(store::Store& store, Date from, Date as_of, const Cancel& cancel) {
  rules::HoldoutGroup called, held_out;
  Arena arena;
  for (const auto& one : store::measured_accounts(store, from, as_of)) {
    cancel.check();
    arena.reset();
    const auto row = store::find_account(store, one.account_id);
    const auto facts = row ? store::load_facts(store, *row, arena) : std::nullopt;
    if (!facts) continue;
    std::int64_t orders = 0;
    Cents margin = 0;
    for (const auto& order : facts->orders) {
      if (!order.date || *order.date < one.since || *order.date > as_of) continue;
      ++orders;
      if (order.net_amount && order.cost_of_goods) margin += *order.net_amount - *order.cost_of_goods;
    }
    (one.held_out ? held_out : called).add(orders, margin);
  }
  const auto found = rules::compare(called, held_out);
  return {found.called_accounts, found.held_out_accounts, shown(found.buyers), shown(found.orders),
          shown(found.margin)};
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
  board.overdue_callbacks = store::overdue_callbacks(store, moment_at(as_of, 0, settings.country));
  board.cases_open = store::count_open_cases(store);
  board.cases_without_step = store::count_stepless_cases(store);
  board.disputed = store::disputed_rows(store);
  board.data_tasks = store::wrong_number_rows(store);
  board.skipped_thrice = store::team_leader_rows(store);
  if (settings.calls.holdout_share.millionths > 0)
    board.holdout = holdout_of(store, as_of - days{settings.calls.value_horizon_days - 1}, as_of, cancel);
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
