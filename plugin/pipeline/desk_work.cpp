#include "plugin/pipeline/desk_work.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/plan_make.hpp"
#include "plugin/rules/calling_hours.hpp"
#include "plugin/rules/plan.hpp"

namespace rendabel::pipeline {

namespace {

bool has_reason(const Call& call, const CallReason& reason) {
  return std::ranges::any_of(call.reasons, [&](const CallReason& each) {
    return each.code == reason.code && each.source_id == reason.source_id;
  });
}

/// Whether the candidate is on the list already, rides along with a call of its account, or must wait.
bool is_listed(store::Store& store, Date day, const rules::Candidate& candidate) {
  for (auto& call : store::account_calls(store, day, candidate.account_id)) {
    if (call.state == CallState::withdrawn) continue;
    store::load_reasons(store, day, call);
    // A callback agreed in a callback is another one.
    const bool agreed_anew = candidate.reason.code == Reason::callback && call.state == CallState::done &&
                             candidate.not_before != call.not_before;
    if (has_reason(call, candidate.reason) && !agreed_anew) return true;
    if (candidate.lane == Lane::today) return true;
    if (call.lane == Lane::now && call.state != CallState::done) return true;
  }
  return candidate.lane == Lane::today &&
         store::waits_for_place(store, day, candidate.account_id, candidate.reason.code);
}

/// Puts candidates that nothing lists behind the last rank, while numbers and places are free.
void list(store::Store& store, const Settings& settings, const store::Plan& head,
          std::vector<rules::Candidate> fresh) {
  auto calls = store::day_calls(store, head.date);
  auto taken = taken_by(calls);
  rules::PlanTerms terms;
  terms.day = head.date;
  terms.capacity = std::max<std::int64_t>(head.capacity - taken.today_places, 0);
  terms.taken_numbers = std::move(taken.numbers);
  terms.agents = rules::agents_on(settings.calls, head.date, head.present);
  const auto known = calls.size();
  for (auto& call : rules::plan_of(std::move(fresh), terms).calls) {
    call.rank = ++taken.last_rank;
    calls.push_back(std::move(call));
  }
  name_calls(calls, head.date);
  store::append_calls(store, head.date, {calls.begin() + static_cast<std::ptrdiff_t>(known), calls.end()});
}

}  // namespace

std::int64_t hour_start(const Calls& calls) {
  const auto digit = [&](std::size_t i) { return calls.hour_from[i] - '0'; };
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

bool in_hour(const Calls& calls, const LocalTime& local) {
  constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const auto weekday = std::chrono::weekday{local.day}.iso_encoding() - 1;
  if (std::ranges::find(calls.hour_days, names[weekday]) == calls.hour_days.end()) return false;
  const auto from = hour_start(calls);
  return local.minute >= from && local.minute < from + calls.hour_minutes;
}

void require_agent(const Settings& settings, std::string_view agent) {
  const auto& agents = settings.calls.agents;
  if (!agents.empty() && !agents.contains(std::string(agent)))
    throw Failure(Status::invalid_argument, "agent: not in the settings: " + std::string(agent));
}

std::set<std::string> need_plan(store::Store& store, const Settings& settings, Date day,
                                const Cancel& cancel) {
  auto head = store::plan_head(store, day);
  if (!head) {
    calls_plan(store, settings, day, Options{}, cancel);
    head = store::plan_head(store, day);
  }
  return present_agents(settings, day, head ? head->present : std::nullopt);
}

void list_new_calls(store::Store& store, const Settings& settings, const CandidateMaker& maker, Date day,
                    const Cancel& cancel) {
  const auto head = store::plan_head(store, day);
  if (!head) return;
  const auto newest = store::versions(store).sequence;
  const auto seen = std::max(store::desk_sequence(store, day), head->sequence);
  if (seen >= newest) return;
  std::vector<rules::Candidate> fresh;
  for (const auto key : store::changed_accounts(store, seen)) {
    cancel.check();
    const auto row = store::find_account(store, key);
    if (!row) continue;
    for (auto& candidate : maker.of(*row).candidates)
      if (candidate.left_out.empty() && !is_listed(store, day, candidate))
        fresh.push_back(std::move(candidate));
  }
  store::put_desk_sequence(store, day, newest);
  if (!fresh.empty()) list(store, settings, *head, std::move(fresh));
}

void append_call(store::Store& store, Date day, Call& call) {
  auto calls = store::day_calls(store, day);
  call.rank = taken_by(calls).last_rank + 1;
  calls.push_back(std::move(call));
  name_calls(calls, day);
  call = std::move(calls.back());
  store::append_calls(store, day, {call});
}

std::optional<Moment> lease_call(store::Store& store, const Settings& settings, const DeskAccount& account,
                                 store::AccountKey key, const Call& call, const DeskTime& time,
                                 const Who& who) {
  const bool inbound = who.direction == CallDirection::in;
  Moment until = time.now;
  until.utc_seconds += settings.calls.lease_minutes * 60;
  const store::Lease lease{key,      time.local.day, call.call_id, std::string(who.agent),
                           time.now, until,          inbound};
  // Who calls us uses his line himself: another account's lease of that number does not stop him.
  if (!store::take_lease(store, lease, account.numbers()) &&
      !(inbound && store::take_lease(store, lease, {})))
    return std::nullopt;
  store::put_call_state(store, time.local.day, call.call_id, CallState::leased, {});
  store::note_start(store, {time.local.day, time.local.minute, lease.agent, call.call_id,
                            in_hour(settings.calls, time.local)});
  return until;
}

}  // namespace rendabel::pipeline
