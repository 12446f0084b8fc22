#include "plugin/pipeline/cases_today.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/pipeline/follow.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/rhythm.hpp"
#include "plugin/rules/time_cases.hpp"

namespace rendabel::pipeline {
namespace {

const StoredCase* stored_of(const std::vector<StoredCase>& cases, Reason reason, std::string_view source_id) {
  const auto found = std::ranges::find_if(cases, [&](const StoredCase& one) {
    return one.facts.reason == reason && one.facts.source_id == source_id;
  });
  return found == cases.end() ? nullptr : &*found;
}

bool of_pilot(Reason reason) {
  return reason == Reason::quote || reason == Reason::inquiry || reason == Reason::problem ||
         reason == Reason::callback;
}

class Today {
 public:
  Today(const Settings& settings, Date day, const Kept& kept) : settings_(settings), day_(day), kept_(kept) {}

  /// False where a call ended it.
  bool add(const Case& found) {
    const auto* stored = stored_of(kept_.cases, found.reason, found.source_id);
    // A case of time that began on another day is another one.
    if (stored != nullptr && is_time_driven(found.reason) && stored->facts.since != found.since)
      stored = nullptr;
    if (stored != nullptr && closed_by_call(*stored)) return false;
    CaseToday one;
    one.facts = found;
    if (stored != nullptr) one.attempts = stored->attempts, one.steps = stored->steps;
    one.held = held(found, stored);
    out_.push_back(std::move(one));
    return true;
  }

  std::vector<CaseToday> done() {
    std::ranges::sort(out_, [](const CaseToday& left, const CaseToday& right) {
      return std::tie(left.facts.reason, left.facts.source_id) <
             std::tie(right.facts.reason, right.facts.source_id);
    });
    return std::move(out_);
  }

 private:
  std::string_view held(const Case& found, const StoredCase* stored) const {
    const auto& desk = kept_.desk;
    const bool today = found.lane == Lane::today && found.reason != Reason::callback;
    if (settings_.calls.preset == "pilot" && !of_pilot(found.reason)) return "pilot";
    // Who is pinned is called all the same: the team leader decided what was waiting for him.
    const bool pinned = desk.pinned_until && *desk.pinned_until >= day_;
    if (stored != nullptr && stored->state == CaseState::parked && !pinned) return "parked";
    if (today && desk.decided_on && *desk.decided_on <= day_) return "goodbye";
    if (today && desk.removed_until && *desk.removed_until >= day_) return "removed";
    if (found.reason == Reason::renegotiate && desk.disputed_on) return "disputed";
    if (today && rests(found, pinned)) return "resting";
    auto due = found.due_from;
    if (stored != nullptr && stored->steps.next_on) due = std::max(due, *stored->steps.next_on);
    return due > day_ ? "not_due" : std::string_view{};
  }

  /// A rest after speaking holds back neither what came up since nor who is pinned; a refusal does.
  bool rests(const Case& found, bool pinned) const {
    return std::ranges::any_of(kept_.rests, [&](const Rest& rest) {
      if (rest.until <= day_ || (!rest.reason.empty() && rest.reason != name_of(found.reason))) return false;
      const bool since_then =
          rest.why == "spoke" && (pinned || found.since > rest.until - days{settings_.calls.spoke_rest_days});
      return !since_then;
    });
  }

  const Settings& settings_;
  const Date day_;
  const Kept& kept_;
  std::vector<CaseToday> out_;
};

}  // namespace

Kept kept_of(store::Store& store, store::AccountKey account) {
  if (!store::has_desk_rows(store, account)) return {store::cases(store, account), {}, {}, {}};
  return {store::cases(store, account), store::desk_state(store, account), store::rests(store, account),
          store::needs(store, account)};
}

std::vector<CaseToday> cases_today(const Snapshot& judged, const Settings& settings, Date day,
                                   const Kept& kept, bool whole_book,
                                   const std::function<const Assessment&()>& assessed,
                                   const std::function<const Assessment&()>& outlined) {
  Today today(settings, day, kept);
  const Account& account = judged.account;
  if (!rules::can_have_cases(account)) return {};
  for (const auto& found : rules::cases_of(judged, settings, day)) today.add(found);
  for (const auto& found : rules::need_cases(account, kept.needs)) today.add(found);
  for (const auto& one : kept.cases)
    if (one.facts.reason == Reason::callback && one.state != CaseState::closed) today.add(one.facts);
  const auto rhythm = rules::rhythm_of(rules::order_days(judged, day), account.contract_until, day);
  const auto asleep = rules::sleeping_case(account, rhythm, day);
  if (asleep) today.add(*asleep);
  const auto* renegotiate = stored_of(kept.cases, Reason::renegotiate, "");
  if (renegotiate != nullptr) {
    const auto tried = renegotiate->state == CaseState::closed && closed_by_call(*renegotiate)
                           ? renegotiate->closed_on
                           : std::nullopt;
    if (const auto found = rules::renegotiate_case(judged, assessed(), kept.desk, tried, settings.calls, day))
      today.add(*found);
  }
  const bool pinned = kept.desk.pinned_until && *kept.desk.pinned_until >= day;
  if (whole_book && !asleep)
    for (const auto& found : rules::proposal_cases(judged, outlined(), kept.desk, settings.calls, day))
      if (today.add(found)) break;  // one group at a time
  // Who sleeps is called about that; one reason for the same talk is enough.
  if ((whole_book && !asleep) || pinned)
    if (const auto found = rules::keep_in_touch_case(judged, outlined(), kept.desk, settings.calls, day))
      today.add(*found);
  return today.done();
}

}  // namespace rendabel::pipeline
