#include "plugin/rules/time_cases.hpp"

#include <algorithm>

#include "plugin/rules/cases.hpp"

namespace rendabel::rules {

namespace {

constexpr days year{365};

void raise(std::optional<Date>& kept, std::optional<Date> other) {
  if (other && (!kept || *other > *kept)) kept = other;
}

/// Remedies of the plan to which the customer has to agree; visits we replace ourselves. What is further can
/// wait, and is not worked out where many accounts are saved at once.
bool needs_his_yes(const RemedyAdvice& remedy) {
  return remedy.in_plan && remedy.code != RemedyCode::replace_visits;
}

std::optional<Date> last_offer(const Snapshot& snapshot, Date day) {
  std::optional<Date> out;
  for (const auto& remedy : snapshot.remedies)
    if (remedy.status == RemedyStatus::offered && remedy.date && *remedy.date <= day) raise(out, remedy.date);
  return out;
}

}  // namespace

std::optional<Case> renegotiate_case(const Snapshot& snapshot, const Assessment& assessment,
                                     const DeskState& desk, std::optional<Date> tried_on, const Calls& calls,
                                     Date day) {
  const bool loses = std::ranges::any_of(assessment.flags,
                                         [](const Flag& flag) { return flag.code == FlagCode::loss_making; });
  const bool agreed =
      std::ranges::find(assessment.verdict_reasons, "agreed") != assessment.verdict_reasons.end();
  if (!can_have_cases(snapshot.account) || !loses || agreed || desk.decided_on) return std::nullopt;
  if (std::ranges::none_of(assessment.remedies, needs_his_yes)) return std::nullopt;
  Case out;
  out.reason = Reason::renegotiate;
  out.purpose = Purpose::service;
  auto last = last_offer(snapshot, day);
  raise(last, tried_on);
  // Without an offer so far it counts from the account's first order, a day that stays what it is.
  for (const auto& order : snapshot.orders)
    if (!last && order.date) out.since = out.since == Date{} ? *order.date : std::min(out.since, *order.date);
  if (last) out.since = *last;
  out.due_from = last ? *last + days{calls.renegotiate_again_days} : out.since;
  out.due_to = std::max(out.due_from, day);
  return out;
}

std::optional<Date> last_reached(const Snapshot& snapshot, const DeskState& desk, Date day) {
  std::optional<Date> out;
  if (desk.reached_on && *desk.reached_on <= day) out = desk.reached_on;
  for (const auto& activity : snapshot.activities) {
    // Who was visited was met, whether the host says so or not.
    const bool met = activity.reached.value_or(activity.kind == "visit");
    if (met && !activity.planned.value_or(false) && activity.date && *activity.date <= day)
      raise(out, activity.date);
  }
  return out;
}

std::optional<Date> silent_since(const Snapshot& snapshot, const DeskState& desk, Date day) {
  if (const auto reached = last_reached(snapshot, desk, day)) return reached;
  std::optional<Date> first;
  for (const auto& order : snapshot.orders)
    if (order.date && *order.date <= day && (!first || *order.date < *first)) first = order.date;
  return first ? first : snapshot.account.since;
}

bool calls_replace_visits(const Snapshot& snapshot, Date day) {
  return std::ranges::any_of(snapshot.remedies, [&](const Remedy& remedy) {
    return remedy.code == "replace_visits" && remedy.status == RemedyStatus::accepted && remedy.date &&
           *remedy.date <= day && day - *remedy.date < year;
  });
}

std::optional<std::int64_t> replaced_visit_days(const Snapshot& snapshot, const Assessment& assessment,
                                                Date day) {
  if (!calls_replace_visits(snapshot, day)) return std::nullopt;
  const auto done = assessment.visits.done.value_or(Micro{}).millionths / micro;
  const auto replaced = done - assessment.visits.advised.value_or(done);
  if (replaced <= 0) return std::nullopt;
  return std::max<std::int64_t>(year.count() / replaced, 1);
}

std::optional<std::int64_t> touch_interval_days(const Snapshot& snapshot, const Assessment& assessment,
                                                const Calls& calls, Date day) {
  std::optional<std::int64_t> out = replaced_visit_days(snapshot, assessment, day);
  if (!assessment.layer) return out;
  const auto found = calls.keep_in_touch_days.find(std::string(name_of(*assessment.layer)));
  if (found != calls.keep_in_touch_days.end()) out = std::min(out.value_or(found->second), found->second);
  return out;
}

std::optional<Case> keep_in_touch_case(const Snapshot& snapshot, const Assessment& assessment,
                                       const DeskState& desk, const Calls& calls, Date day) {
  if (!can_have_cases(snapshot.account)) return std::nullopt;
  const bool pinned = desk.pinned_until && *desk.pinned_until >= day;
  const auto interval = touch_interval_days(snapshot, assessment, calls, day);
  const auto since = silent_since(snapshot, desk, day);
  if ((!interval || !since) && !pinned) return std::nullopt;
  Case out;
  out.reason = Reason::keep_in_touch;
  out.since = since.value_or(day);
  out.due_from = interval && since ? *since + days{*interval + 1} : day;
  if (pinned) out.due_from = std::min(out.due_from, day);
  out.due_to = std::max(out.due_from, day);
  return out;
}

std::vector<Case> proposal_cases(const Snapshot& snapshot, const Assessment& assessment,
                                 const DeskState& desk, const Calls& calls, Date day) {
  std::vector<Case> out;
  const auto since = silent_since(snapshot, desk, day);
  if (!can_have_cases(snapshot.account) || !since) return out;
  for (const auto& advice : assessment.cross_sell) {
    Case& one = out.emplace_back();
    one.reason = Reason::cross_sell;
    one.source_id = advice.group;
    one.since = *since;
    one.due_from = *since + days{calls.cross_sell_again_days + 1};
    one.due_to = std::max(one.due_from, day);
  }
  return out;
}

std::vector<Case> need_cases(const Account& account, const std::vector<Need>& needs) {
  std::vector<Case> out;
  if (!can_have_cases(account)) return out;
  for (const auto& need : needs) {
    if (need.closed_on || !need.due_on) continue;
    Case& one = out.emplace_back();
    one.reason = Reason::cross_sell;
    one.source_id = need.id;
    one.contact_id = need.contact_id;
    one.since = need.noted_on;
    one.due_from = *need.due_on;
    one.due_to = add_working_days(*need.due_on, 5);
  }
  return out;
}

}  // namespace rendabel::rules
