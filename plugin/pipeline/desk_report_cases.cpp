#include <algorithm>
#include <utility>

#include "plugin/pipeline/desk_report.hpp"
#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/learning.hpp"
#include "plugin/rules/learning.hpp"

namespace rendabel::pipeline {

void Report::add_unstored(const DeskAccount& account) {
  for (const auto& reason : raised_) {
    const auto* about = account.case_of(reason.code, reason.source_id);
    if (about == nullptr) continue;
    auto known = std::ranges::find_if(
        cases_, [&](const StoredCase& one) { return same_case(one, reason.code, reason.source_id); });
    if (known == cases_.end())
      cases_.push_back({*about, CaseState::open, {}, std::nullopt, 0, {}});
    else if (is_time_driven(reason.code) && known->facts.since != about->since)
      *known = {*about, CaseState::open, {}, std::nullopt, 0, {}};
  }
  if (told_.outcome != OutcomeCode::callback) return;
  auto known = std::ranges::find_if(
      cases_, [](const StoredCase& one) { return one.facts.reason == Reason::callback; });
  if (known != cases_.end() && known->state != CaseState::closed) return;
  StoredCase agreed;
  agreed.facts.reason = Reason::callback;
  agreed.facts.purpose = Purpose::asked;
  agreed.facts.contact_id = log_.told.contact_id;
  agreed.facts.since = time_.local.day;
  agreed.facts.lane = Lane::now;
  agreed.facts.asked_until = facts_.callback_day;
  if (known == cases_.end())
    cases_.push_back(std::move(agreed));
  else
    *known = std::move(agreed);
}

void Report::learn_from(const DeskAccount& account) {
  if (!log_.reason || again_) return;
  const auto lead = std::ranges::find_if(
      cases_, [&](const StoredCase& one) { return same_case(one, *log_.reason, log_.source_id); });
  if (lead == cases_.end() || lead->state != CaseState::open) return;
  CallMade made{time_.local.day, rules::day_part(local_time(time_.now, account.country()).minute)};
  if (!voice()) made.channel = rules::law_channel(told_.channel).value_or(LawChannel::message);
  const auto call =
      learning_call(account.facts().account, *log_.reason, lead->facts.since, lead->attempts + 1, made);
  learn(store_, settings_, call, name_of(told_.outcome), time_.local.day);
}

bool Report::is_raised(const StoredCase& one) const {
  if (told_.outcome == OutcomeCode::callback && one.facts.reason == Reason::callback) return true;
  return std::ranges::any_of(
      raised_, [&](const CallReason& each) { return same_case(one, each.code, each.source_id); });
}

std::vector<Reason> Report::raised_reasons() const {
  std::vector<Reason> out;
  for (const auto& each : raised_) out.push_back(each.code);
  return out;
}

void Report::step() {
  std::optional<rules::NextStep> lead;
  bool any_open = false;
  for (auto& one : cases_) {
    if (!is_raised(one)) continue;
    const bool leads = log_.reason && same_case(one, *log_.reason, log_.source_id);
    rules::NextStep next{one, StepKind::none, "ended_before", {}, {}};
    if (!again_) next = rules::next_step(one, leads, facts_, settings_.calls);
    any_open |= next.kind != StepKind::none;
    one = next.after;
    if (one.facts.reason == Reason::callback && next.kind == StepKind::callback)
      one.facts.asked_until = facts_.callback_day;
    steps_.push_back({{one.facts.reason, one.facts.source_id, one.state, next.kind, std::string(next.why),
                       next.on, next.at, one.attempts},
                      true});
    const bool is_step = next.kind == StepKind::callback && one.facts.reason == Reason::callback;
    if (is_step || (leads && !(lead && lead->kind == StepKind::callback))) lead = next;
  }
  log_.late = again_ || (!raised_.empty() && !any_open);
  if (lead) {
    log_.step = lead->kind;
    log_.step_why = lead->why;
    log_.step_on = lead->on;
    log_.step_at = lead->at;
  } else {
    log_.step_why = raised_.empty() ? "no_case" : "ended_before";
  }
}

void Report::keep_needs() {
  std::int64_t place = 0;
  for (const auto& need : told_.needs)
    store::put_need(store_, row_.account,
                    {told_.id + ":" + std::to_string(place++), std::string(name_of(need.code)), need.note,
                     log_.told.contact_id, need.due_on, time_.local.day, std::nullopt});
  // A need that came due was met where its case ended.
  for (const auto& one : cases_) {
    if (one.facts.reason != Reason::cross_sell || one.state != CaseState::closed || !is_raised(one)) continue;
    for (auto need : store::needs(store_, row_.account)) {
      if (need.id != one.facts.source_id || need.closed_on) continue;
      need.closed_on = time_.local.day;
      store::put_need(store_, row_.account, need);
    }
  }
}

void Report::keep_contact() {
  const auto day = time_.local.day;
  if (reached(told_.outcome)) {
    auto desk = store::desk_state(store_, row_.account);
    desk.reached_on = std::max(desk.reached_on, std::optional(day));
    store::put_desk_state(store_, row_.account, desk);
  }
  if (told_.outcome == OutcomeCode::wrong_number && planned())
    if (const auto number = store::number_key(call_->second.phone_e164))
      store::put_wrong_number(store_, row_.account, *number, day);
  if (!voice() || !attempted(told_.outcome) || told_.outcome == OutcomeCode::busy) return;
  Activity activity;
  activity.id = log_.told.id;
  activity.kind = "call";
  activity.contact_id = log_.told.contact_id;
  activity.call_id = log_.told.call_id;
  activity.date = day;
  activity.direction = inbound() ? Direction::in : Direction::out;
  activity.planned = false;
  activity.reached = reached(told_.outcome);
  store::ToldFact fact{EventKind::activity, activity.id, std::max(day, row_.as_of), {}};
  fact.record.activities = {{&activity, 1}, true};
  store::put_told_fact(store_, row_.account, fact);
}

void Report::keep_refusal() {
  if (told_.outcome != OutcomeCode::objection) return;
  auto after = before_;
  const auto& whom = log_.told.contact_id.empty() ? row_.account_id : log_.told.contact_id;
  store::merge_refusal(after, whom, time_.local.day, std::nullopt, store::Learnt::outcome);
  store::put_own_state(store_, row_.account, before_, after);
}

}  // namespace rendabel::pipeline
