#include "plugin/pipeline/plan.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "plugin/pipeline/plan_make.hpp"
#include "plugin/pipeline/plan_update.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

namespace {

constexpr std::int64_t left_out_rows_default = 100;

/// Whether the host has an activity that answers the call.
bool is_reported(store::Store& store, const Call& call) {
  const auto row = store::find_account(store, call.account_id);
  Arena arena;
  const auto facts = row ? store::load_judged(store, *row, arena) : std::nullopt;
  return facts && std::ranges::any_of(facts->activities, [&](const Activity& activity) {
           return activity.call_id == call.call_id && !activity.planned.value_or(false);
         });
}

/// Takes out what a new plan makes anew, so that it need not be judged: open calls of accounts that have no
/// other call and were not reported.
void drop_open(store::Store& store, std::vector<Call>& calls) {
  std::set<std::string> busy;
  for (const auto& call : calls)
    if (call.state != CallState::open) busy.insert(call.account_id);
  std::erase_if(calls, [&](const Call& call) {
    return call.state == CallState::open && !busy.contains(call.account_id) && !is_reported(store, call);
  });
}

/// The calls of the plan before that a new plan of the day must not lose: made or under way.
std::vector<Call> under_way(store::Store& store, const Settings& settings, std::optional<store::Plan> before,
                            const Cancel& cancel) {
  if (!before) return {};
  {
    const store::Reading reading(store);
    drop_open(store, before->calls);
    update_plan(store, settings, *before, cancel);
  }
  std::erase_if(before->calls, [](const Call& call) {
    return call.state == CallState::open || call.state == CallState::withdrawn;
  });
  return std::move(before->calls);
}

/// The plan of the day, made or brought up to date; what was committed by somebody else meanwhile wins.
store::Plan current_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                         const Cancel& cancel) {
  std::optional<store::Plan> plan;
  {
    const store::Reading reading(store);
    plan = store::load_plan(store, day);
    if (plan && !options.replan && plan->sequence == store::versions(store).sequence) return std::move(*plan);
  }
  if (!plan || options.replan) {
    auto made =
        make_plan(store, settings, day, options, under_way(store, settings, std::move(plan), cancel), cancel);
    store::Change change(store);
    auto other = store::load_plan(store, day);
    if (other && !options.replan) return std::move(*other);
    store::save_plan(store, made, other ? &*other : nullptr);
    change.commit();
    return made;
  }
  store::Change change(store);
  plan = store::load_plan(store, day);
  if (!plan) throw Failure(Status::internal, "the day's plan went away while it was read");
  const store::Plan before = *plan;
  update_plan(store, settings, *plan, cancel);
  store::save_plan(store, *plan, &before);
  change.commit();
  return std::move(*plan);
}

}  // namespace

CallList calls_plan(store::Store& store, const Settings& settings, Date as_of, const Options& options,
                    const Cancel& cancel) {
  if (!options.agent.empty() && !settings.calls.agents.empty() &&
      !settings.calls.agents.contains(options.agent))
    throw Failure(Status::invalid_argument, "agent: not in the settings: " + options.agent);
  auto plan = current_plan(store, settings, as_of, options, cancel);
  // An erasure takes rows with it; as long as all are kept, they are the count.
  if (plan.left_out.size() < left_out_kept_max) {
    std::erase_if(plan.left_out_counts, [](const auto& count) { return count.first != less_worth; });
    for (const auto& row : plan.left_out) ++plan.left_out_counts[row.why];
  }
  CallList out;
  out.date = as_of;
  out.capacity = plan.capacity;
  out.left_out_counts = std::move(plan.left_out_counts);
  out.left_out_rows = std::move(plan.left_out);
  out.calls = std::move(plan.calls);
  std::erase_if(out.calls, [&](const Call& call) {
    const bool other_lane = options.lane && call.lane != *options.lane;
    const bool other_agent = !options.agent.empty() && !call.agent.empty() && call.agent != options.agent;
    return other_lane || other_agent;
  });
  std::ranges::stable_sort(out.calls, {}, [](const Call& call) { return std::tie(call.lane, call.rank); });
  const auto cut = [](auto& rows, std::int64_t limit) {
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
  };
  if (options.limit) cut(out.calls, *options.limit);
  cut(out.left_out_rows, options.limit.value_or(left_out_rows_default));
  return out;
}

}  // namespace rendabel::pipeline
