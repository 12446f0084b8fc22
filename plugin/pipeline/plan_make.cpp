#include "plugin/pipeline/plan_make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/rules/plan.hpp"

namespace rendabel::pipeline {

namespace {

/// FNV-1a: the same id on every machine, so that a call has the same name wherever the plan was made.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

/// Everybody with an open case and everybody asleep on the day, each once.
std::vector<store::AccountKey> possible(store::Store& store, Date day) {
  auto out = store::accounts_with_open_cases(store);
  for (const auto& sleeper : store::sleepers(store, day)) out.push_back(sleeper.account);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void name_calls(std::vector<Call>& calls, Date day) {
  std::set<std::string> taken;
  for (const auto& call : calls) taken.insert(call.call_id);
  for (auto& call : calls) {
    if (!call.call_id.empty()) continue;
    const auto name = fmt::format("{}-{:016x}", to_text(day), hash_of(call.account_id));
    call.call_id = name;
    for (int next = 2; !taken.insert(call.call_id).second; ++next)
      call.call_id = fmt::format("{}-{}", name, next);
  }
}

std::set<std::string> present_agents(const Settings& settings, Date day, const Options& options) {
  std::set<std::string> out;
  if (options.present) {
    for (const auto& each : *options.present) out.insert(each.id);
  } else {
    for (const auto& [id, agent] : settings.calls.agents)
      if (rules::works_on(agent, day)) out.insert(id);
  }
  return out;
}

void keep_left_out(store::Plan& plan, std::vector<LeftOut> rows) {
  for (const auto& row : rows) ++plan.left_out_counts[row.why];
  std::ranges::move(rows, std::back_inserter(plan.left_out));
  std::ranges::stable_sort(plan.left_out, {},
                           [](const LeftOut& row) { return std::tie(row.account_id, row.reason); });
  if (plan.left_out.size() > left_out_kept_max) plan.left_out.resize(left_out_kept_max);
}

Taken taken_by(const std::vector<Call>& calls) {
  Taken out;
  for (const auto& call : calls) {
    out.last_rank = std::max(out.last_rank, call.rank);
    if (call.state == CallState::withdrawn) continue;
    out.numbers.insert(call.phone_e164);
    if (call.lane == Lane::today) ++out.today_places;
  }
  return out;
}

store::Plan make_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                      std::vector<Call> kept, const Cancel& cancel) {
  const store::Reading reading(store);
  store::Plan plan;
  plan.date = day;
  plan.sequence = store::versions(store).sequence;
  plan.capacity = rules::capacity_on(settings.calls, day, options.present);
  plan.calls = std::move(kept);
  std::set<std::string> called;
  std::int64_t last = 0;
  for (auto& call : plan.calls) {
    called.insert(call.account_id);
    call.rank = ++last;
  }
  const CandidateMaker maker(store, settings, day, present_agents(settings, day, options));
  std::vector<rules::Candidate> candidates;
  for (const auto key : possible(store, day)) {
    cancel.check();
    const auto row = store::find_account(store, key);
    if (!row) continue;
    for (auto& candidate : maker.of(*row).candidates) {
      const bool again = called.contains(candidate.account_id) && candidate.lane == Lane::today;
      if (again && candidate.left_out.empty()) candidate.left_out = "called_today";
      candidates.push_back(std::move(candidate));
    }
  }
  auto taken = taken_by(plan.calls);
  auto made = rules::plan_of(std::move(candidates),
                             {day, std::max<std::int64_t>(plan.capacity - taken.today_places, 0),
                              settings.calls.reserve, std::move(taken.numbers)});
  for (auto& call : made.calls) {
    call.rank += taken.last_rank;
    plan.calls.push_back(std::move(call));
  }
  name_calls(plan.calls, day);
  keep_left_out(plan, std::move(made.left_out));
  return plan;
}

}  // namespace rendabel::pipeline
