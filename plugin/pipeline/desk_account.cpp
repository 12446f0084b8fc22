#include "plugin/pipeline/desk_account.hpp"

#include <algorithm>
#include <utility>

#include "plugin/pipeline/persons.hpp"
#include "plugin/rules/cases.hpp"

namespace rendabel::pipeline {

namespace {

bool has_reason(const Call& call, const CallReason& reason) {
  return std::ranges::any_of(call.reasons, [&](const CallReason& each) {
    return each.code == reason.code && each.source_id == reason.source_id;
  });
}

/// Held back for today only: by the hour, not for good.
bool later_today(std::string_view left_out) { return left_out == "not_now"; }
/// What is worth little is called all the same when it was planned or asked for.
bool may_be_raised(std::string_view left_out) { return left_out.empty() || left_out == "not_worth"; }

}  // namespace

DeskAccount::DeskAccount(store::Store& store, const Settings& settings, const CandidateMaker& maker,
                         const store::AccountRow& row, const DeskTime& time)
    : store_(store), settings_(settings), maker_(maker), row_(row), time_(time) {
  const auto judged = store::load_judged(store, row, arena_);
  if (!judged) throw Failure(Status::corrupt, "account " + row.account_id + " has lost its facts");
  facts_ = *judged;
  today_ = maker.of(row);
  people_ = persons_at(store, settings, row, facts_, time.local.day);
}

std::string_view DeskAccount::country() const {
  return facts_.account.country.empty() ? std::string_view(settings_.country) : facts_.account.country;
}

const rules::Person* DeskAccount::person(std::string_view contact_id) const {
  const auto found = std::ranges::find(people_, contact_id, &rules::Person::id);
  return found == people_.end() ? nullptr : &*found;
}

const rules::Candidate* DeskAccount::candidate(const CallReason& reason) const {
  for (const auto& each : today_.candidates)
    if (each.reason.code == reason.code && each.reason.source_id == reason.source_id) return &each;
  return nullptr;
}

const Case* DeskAccount::case_of(Reason reason, std::string_view source_id) const {
  for (const auto& each : today_.cases)
    if (each.reason == reason && each.source_id == source_id) return &each;
  return nullptr;
}

rules::PermissionQuery DeskAccount::query_now(const rules::Person& whom, const Case* about) const {
  auto query = rules::on_moment(whom.law, time_.now);
  if (about != nullptr) {
    rules::add_case(query, *about);
    query.agreed_time = about->reason == Reason::callback;
  } else {
    query.purpose = Purpose::service;
  }
  return query;
}

/// Adds the reason if it may be raised now with the person of the call; the first one chooses the person.
bool DeskAccount::add_reason(Call& call, const rules::Candidate& found, const Case& about,
                             std::string_view& why) const {
  const auto choice = rules::choose_contact(people_, about, time_.local.day, time_.now);
  if (choice.person == nullptr) {
    why = choice.why;
    return false;
  }
  const bool may = std::ranges::find(choice.may_reach, call.contact_id) != choice.may_reach.end();
  if (!call.reasons.empty() && !may) {
    why = "other_contact";
    return false;
  }
  if (call.reasons.empty()) {
    const auto& whom = may ? *person(call.contact_id) : *choice.person;
    call.contact_id = whom.id;
    call.phone = whom.phone;
    call.phone_e164 = whom.phone_e164;
    call.permission = rules::permission_of(query_now(whom, &about));
    call.purpose = rules::purpose_on(about, time_.local.day);
  }
  call.reasons.push_back(found.reason);
  return true;
}

DeskAccount::Fit DeskAccount::fit(Call& call) const {
  if (today_.reported.contains(call.call_id)) return Fit::done;
  const auto planned = std::exchange(call.reasons, {});
  std::string_view gone = "settled";
  bool later = false;
  for (const auto& reason : planned) {
    const auto* found = candidate(reason);
    const auto* about = case_of(reason.code, reason.source_id);
    if (found == nullptr || about == nullptr) {
      gone = maker_.gone_why(row_, reason);
      continue;
    }
    std::string_view why;
    if (!may_be_raised(found->left_out))
      why = found->left_out;
    else if (add_reason(call, *found, *about, why))
      continue;
    if (later_today(why))
      later = true;
    else
      gone = why == "not_due" || why == "resting" ? "reached" : why;
  }
  if (call.reasons.empty()) {
    call.reasons = planned;
    if (later) return Fit::not_now;
    call.withdrawn_why = gone;
    return Fit::gone;
  }
  for (const auto& each : today_.candidates) {
    const auto* about = case_of(each.reason.code, each.reason.source_id);
    std::string_view ignored;
    if (each.left_out.empty() && about != nullptr && !has_reason(call, each.reason))
      add_reason(call, each, *about, ignored);
  }
  return Fit::yes;
}

Call DeskAccount::open_call(CallDirection direction, std::string_view contact_id) const {
  const bool inbound = direction == CallDirection::in;
  Call call;
  call.account_id = row_.account_id;
  call.contact_id = contact_id;
  call.lane = Lane::now;
  call.purpose = Purpose::service;
  call.due_from = call.due_to = time_.local.day;
  for (const auto& each : today_.candidates) {
    const auto* about = case_of(each.reason.code, each.reason.source_id);
    // Who calls us may speak of anything that is open; we raise what we might have called about.
    const bool open = may_be_raised(each.left_out) || (inbound && each.purpose != Purpose::marketing);
    if (!open || about == nullptr) continue;
    std::string_view ignored;
    if (!inbound && !add_reason(call, each, *about, ignored)) continue;
    if (inbound) call.reasons.push_back(each.reason);
    if (call.reasons.size() > 1) continue;
    call.attempt = each.attempt;
    call.value_at_stake = each.reason.value_at_stake;
    call.p_success = each.reason.p_success;
  }
  const auto* whom = person(call.contact_id);
  if (whom == nullptr && !people_.empty()) whom = &people_.front();
  if (whom == nullptr) return call;
  call.contact_id = whom->id;
  call.phone = whom->phone;
  call.phone_e164 = whom->phone_e164;
  // A customer who calls us needs no permission; what he asks for is service.
  if (inbound)
    call.permission = {Allowed::allowed, {}};
  else if (call.reasons.empty())
    call.permission = rules::permission_of(query_now(*whom, nullptr));
  return call;
}

std::vector<std::int64_t> DeskAccount::numbers() const {
  std::vector<std::int64_t> out;
  for (const auto& one : store::numbers(store_, row_.account)) out.push_back(one.number);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace rendabel::pipeline
