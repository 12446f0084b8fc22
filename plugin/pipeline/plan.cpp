#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/plan.hpp"
#include "plugin/rules/plan.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

namespace {

/// Rows of left_out that are kept; the counts know all.
constexpr std::size_t left_out_kept_max = 5000;
constexpr std::int64_t left_out_rows_default = 100;

/// FNV-1a: the same id on every machine, so that a call has the same name wherever the plan was made.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

/// Gives every call without a name one that is new within the plan.
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

/// Everybody with an open case and everybody asleep on the day, each once.
std::vector<store::AccountKey> possible(store::Store& store, Date day) {
  auto out = store::accounts_with_open_cases(store);
  for (const auto& sleeper : store::sleepers(store, day)) out.push_back(sleeper.account);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

store::Plan made_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                      const Cancel& cancel) {
  const store::Reading reading(store);
  store::Plan plan;
  plan.date = day;
  plan.sequence = store::versions(store).sequence;
  plan.capacity = rules::capacity_on(settings.calls, day, options.present);
  const CandidateMaker maker(store, settings, day, present_agents(settings, day, options));
  std::vector<rules::Candidate> candidates;
  for (const auto key : possible(store, day)) {
    cancel.check();
    const auto row = store::find_account(store, key);
    if (!row) continue;
    auto today = maker.of(*row);
    std::ranges::move(today.candidates, std::back_inserter(candidates));
  }
  auto made = rules::plan_of(std::move(candidates), {day, plan.capacity, settings.calls.reserve, {}});
  plan.calls = std::move(made.calls);
  name_calls(plan.calls, day);
  keep_left_out(plan, std::move(made.left_out));
  return plan;
}

bool is_open(const Call& call) { return call.state == CallState::open || call.state == CallState::leased; }

/// Brings a plan of today up to date with what was saved since.
class Update {
 public:
  Update(store::Store& store, const Settings& settings, store::Plan& plan, const Cancel& cancel)
      : store_(store),
        plan_(plan),
        cancel_(cancel),
        settings_(settings),
        maker_(store, settings, plan.date, present_agents(settings, plan.date, {})) {}

  void run() {
    for (auto& call : plan_.calls) {
      cancel_.check();
      if (is_open(call)) judge_again(call);
    }
    std::vector<rules::Candidate> fresh;
    for (const auto key : store::changed_accounts(store_, plan_.sequence)) {
      cancel_.check();
      const auto row = store::find_account(store_, key);
      if (row) collect(*row, fresh);
    }
    add(std::move(fresh));
    plan_.sequence = store::versions(store_).sequence;
  }

 private:
  static void withdraw(Call& call, std::string_view why) {
    call.state = CallState::withdrawn;
    call.withdrawn_why = why;
  }

  /// Reasons that still hold stay; without any the call is withdrawn for what happened to the first.
  void judge_again(Call& call) {
    const auto row = store::find_account(store_, call.account_id);
    if (!row) return withdraw(call, "erased");
    const auto today = maker_.of(*row);
    if (today.reported.contains(call.call_id)) {
      call.state = CallState::done;
      return;
    }
    std::string_view why;
    std::erase_if(call.reasons, [&](const CallReason& reason) {
      const auto gone = gone_why(call, reason, *row, today);
      if (!gone.empty() && (why.empty() || &reason == &call.reasons.front())) why = gone;
      if (!gone.empty()) gone_.push_back(reason);
      return !gone.empty();
    });
    if (!call.reasons.empty()) return;
    call.reasons = std::move(gone_);
    gone_.clear();
    withdraw(call, why);
  }

  std::string_view gone_why(Call& call, const CallReason& reason, const store::AccountRow& row,
                            const AccountToday& today) {
    const auto found = std::ranges::find_if(today.candidates, [&](const rules::Candidate& each) {
      return each.reason.code == reason.code && each.reason.source_id == reason.source_id;
    });
    if (found == today.candidates.end()) return maker_.gone_why(row, reason);
    if (found->left_out == "not_due") return "reached";
    if (found->left_out == "not_worth") return {};
    if (!found->left_out.empty()) return found->left_out;
    if (std::ranges::find(found->may_reach, call.contact_id) == found->may_reach.end()) return "denied";
    return {};
  }

  /// Candidates of a changed account that are new to the plan; its rows of left_out are told anew.
  void collect(const store::AccountRow& row, std::vector<rules::Candidate>& fresh) {
    const bool cut_off = plan_.left_out.size() == left_out_kept_max;
    std::set<std::pair<Reason, std::string>> waiting;
    if (!cut_off)
      std::erase_if(plan_.left_out, [&](const LeftOut& out) {
        if (out.account_id != row.account_id) return false;
        waiting.emplace(out.reason, out.why);
        if (--plan_.left_out_counts[out.why] == 0) plan_.left_out_counts.erase(out.why);
        return true;
      });
    for (auto& candidate : maker_.of(row).candidates) {
      if (!candidate.left_out.empty()) {
        if (!cut_off) fresh.push_back(std::move(candidate));
        continue;
      }
      if (joined(candidate)) continue;
      // Who found no place this morning is not new; the today lane is fixed.
      if (waiting.contains({candidate.reason.code, "capacity"})) candidate.left_out = "capacity";
      fresh.push_back(std::move(candidate));
    }
  }

  /// True when the reason is on the list, or rides along with a call of its account from now on.
  bool joined(rules::Candidate& candidate) {
    for (auto& call : plan_.calls) {
      if (call.account_id != candidate.account_id) continue;
      const bool there = std::ranges::any_of(call.reasons, [&](const CallReason& each) {
        return each.code == candidate.reason.code && each.source_id == candidate.reason.source_id;
      });
      if (there && call.state != CallState::withdrawn) return true;
      if (candidate.lane == Lane::now && call.lane != Lane::now) continue;
      if (call.state == CallState::done) candidate.left_out = "called_today";
      if (!is_open(call)) continue;
      const bool same_person =
          std::ranges::find(candidate.may_reach, call.contact_id) != candidate.may_reach.end();
      if (!same_person) {
        candidate.left_out = "other_contact";
        return false;
      }
      call.reasons.push_back(std::move(candidate.reason));
      return true;
    }
    return false;
  }

  void add(std::vector<rules::Candidate> fresh) {
    rules::PlanTerms terms;
    terms.day = plan_.date;
    terms.capacity = plan_.capacity;
    std::int64_t last_rank = 0;
    for (const auto& call : plan_.calls) {
      last_rank = std::max(last_rank, call.rank);
      if (call.state == CallState::withdrawn) continue;
      terms.taken_numbers.insert(call.phone_e164);
      if (call.lane == Lane::today) --terms.capacity;
    }
    terms.capacity = std::max<std::int64_t>(terms.capacity, 0);
    auto made = rules::plan_of(std::move(fresh), terms);
    for (auto& call : made.calls) {
      call.rank = ++last_rank;
      plan_.calls.push_back(std::move(call));
    }
    name_calls(plan_.calls, plan_.date);
    keep_left_out(plan_, std::move(made.left_out));
  }

  store::Store& store_;
  store::Plan& plan_;
  const Cancel& cancel_;
  const Settings& settings_;
  CandidateMaker maker_;
  std::vector<CallReason> gone_;
};

/// The plan of the day, made or brought up to date; what was committed by somebody else meanwhile wins.
store::Plan current_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                         const Cancel& cancel) {
  auto plan = store::load_plan(store, day);
  if (plan && !options.replan && plan->sequence == store::versions(store).sequence) return std::move(*plan);
  if (!plan || options.replan) {
    auto made = made_plan(store, settings, day, options, cancel);
    store::Change change(store);
    if (auto other = store::load_plan(store, day); other && !options.replan) return std::move(*other);
    store::save_plan(store, made);
    change.commit();
    return made;
  }
  store::Change change(store);
  plan = store::load_plan(store, day);
  if (!plan) throw Failure(Status::internal, "the day's plan went away while it was read");
  Update(store, settings, *plan, cancel).run();
  store::save_plan(store, *plan);
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
