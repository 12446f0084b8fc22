#include "plugin/pipeline/plan_make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/rules/plan.hpp"

namespace rendabel::pipeline {

namespace {

/// FNV-1a: the same id on every machine, so that a call has the same name wherever the plan was made.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

/// Accounts worth looking at to keep in touch: many more are due in a large book than can be called.
std::int64_t touch_max(std::int64_t capacity) { return 4 * capacity + 200; }

std::vector<store::TouchLayer> touch_layers(const Calls& calls, const LayerThresholds& from) {
  std::vector<store::TouchLayer> out;
  const auto add = [&](const char* layer, std::optional<Cents> revenue_from) {
    if (const auto found = calls.keep_in_touch_days.find(layer); found != calls.keep_in_touch_days.end())
      out.push_back({revenue_from, found->second});
  };
  if (from.top) add("top", from.top);
  if (from.large) add("large", from.large);
  if (from.medium) add("medium", from.medium);
  add("small", 1);
  add("prospect", std::nullopt);
  return out;
}

/// Everybody with an open case, asleep on the day, pinned, or with a need that is due; and the best of those
/// to be kept in touch with. Each once.
struct Possible {
  std::vector<store::AccountKey> accounts;
  std::int64_t more = 0;  ///< due to be kept in touch with, but not among the best
};
Possible possible(store::Store& store, const Settings& settings, Date day, std::int64_t capacity) {
  Possible out;
  out.accounts = store::accounts_with_open_cases(store);
  const auto add = [&](const std::vector<store::AccountKey>& more) {
    out.accounts.insert(out.accounts.end(), more.begin(), more.end());
  };
  for (const auto& sleeper : store::sleepers(store, day)) out.accounts.push_back(sleeper.account);
  add(store::pinned_accounts(store, day));
  add(store::accounts_with_due_needs(store, day));
  const auto book = book_context(store);
  if (book.as_of && settings.calls.preset != "pilot") {
    const auto due =
        store::touch_due(store, day, touch_layers(settings.calls, book.layers), touch_max(capacity));
    add(due.accounts);
    out.more = due.more;
  }
  std::ranges::sort(out.accounts);
  out.accounts.erase(std::unique(out.accounts.begin(), out.accounts.end()), out.accounts.end());
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

std::set<std::string> present_agents(const Settings& settings, Date day,
                                     const std::optional<std::vector<Present>>& present) {
  std::set<std::string> out;
  for (const auto& agent : rules::agents_on(settings.calls, day, present)) out.insert(agent.id);
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
  plan.present = options.present;
  plan.capacity = rules::capacity_on(settings.calls, day, options.present);
  plan.calls = std::move(kept);
  std::set<std::string> called;
  std::int64_t last = 0;
  for (auto& call : plan.calls) {
    called.insert(call.account_id);
    call.rank = ++last;
  }
  const CandidateMaker maker(store, settings, day, present_agents(settings, day, options.present));
  std::vector<rules::Candidate> candidates;
  const auto worth_a_look = possible(store, settings, day, plan.capacity);
  for (const auto key : worth_a_look.accounts) {
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
  auto made = rules::plan_of(
      std::move(candidates),
      {day, std::max<std::int64_t>(plan.capacity - taken.today_places, 0), settings.calls.reserve,
       std::move(taken.numbers), rules::agents_on(settings.calls, day, options.present)});
  for (auto& call : made.calls) {
    call.rank += taken.last_rank;
    plan.calls.push_back(std::move(call));
  }
  name_calls(plan.calls, day);
  keep_left_out(plan, std::move(made.left_out));
  if (worth_a_look.more > 0) plan.left_out_counts[std::string(less_worth)] = worth_a_look.more;
  return plan;
}

}  // namespace rendabel::pipeline
