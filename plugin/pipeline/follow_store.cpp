#include "plugin/pipeline/follow_store.hpp"

#include <algorithm>

#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/persons.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/time_cases.hpp"

namespace rendabel::pipeline {
namespace {

/// Whether the account may ever be kept in touch with, and from when its silence counts.
std::optional<store::Touch> touch_of(const Standing& now, const DeskState& desk) {
  if (!rules::can_have_cases(now.judged.account)) return std::nullopt;
  const auto since = rules::silent_since(now.judged, desk, now.as_of);
  if (!since) return std::nullopt;
  const bool ordered = std::ranges::any_of(
      now.judged.orders, [&](const Order& order) { return order.date && *order.date <= now.as_of; });
  store::Touch out;
  out.since = *since;
  if (ordered) out.revenue = now.assessment.result.net_revenue.value_or(0);
  out.worth = now.assessment.potential.amount.value_or(0);
  // Visits that calls replaced give an interval of their own; what the layer says is told on the day.
  out.days = rules::replaced_visit_days(now.judged, now.assessment, now.as_of);
  return out;
}

/// The stored row of renegotiate: it makes the account one that a plan looks at.
void put_renegotiate(std::vector<StoredCase>& cases, const std::optional<Case>& found, Date as_of) {
  const auto known = std::ranges::find_if(
      cases, [](const StoredCase& one) { return one.facts.reason == Reason::renegotiate; });
  if (known == cases.end()) {
    if (found) cases.push_back({*found, CaseState::open, {}, std::nullopt, 0, {}});
    return;
  }
  if (!found) {
    if (known->state == CaseState::closed) return;
    known->state = CaseState::closed;
    known->closed_why = "settled";
    known->closed_on = as_of;
    return;
  }
  // What a call closed stays so until it may be tried again; then it is a new case.
  if (known->state == CaseState::closed && closed_by_call(*known) && found->due_from > as_of) return;
  const bool same = known->facts.since == found->since && known->state != CaseState::closed;
  if (same)
    known->facts = *found;
  else
    *known = {*found, CaseState::open, {}, std::nullopt, 0, {}};
}

/// Ends what nobody would call about any more: proposals that the last refresh no longer makes.
void settle_proposals(std::vector<StoredCase>& cases, const Standing& now, const std::vector<Need>& needs) {
  if (!now.assessment.book_as_of) return;
  for (auto& one : cases) {
    if (one.facts.reason != Reason::cross_sell || one.state == CaseState::closed) continue;
    const auto& source = one.facts.source_id;
    const bool holds = std::ranges::find(needs, source, &Need::id) != needs.end() ||
                       std::ranges::find(now.assessment.cross_sell, source, &CrossSellAdvice::group) !=
                           now.assessment.cross_sell.end();
    if (holds) continue;
    one.state = CaseState::closed;
    one.closed_why = "settled";
    one.closed_on = now.as_of;
    one.steps.next_on.reset();
    one.steps.next_at.reset();
  }
}

}  // namespace

Followed follow(store::Store& store, const Settings& settings, store::AccountKey account, const Standing& now,
                const std::vector<Case>& found, bool known) {
  const auto before = known ? store::cases(store, account) : std::vector<StoredCase>{};
  const auto desk = known ? store::desk_state(store, account) : DeskState{};
  Followed out;
  out.cases = followed_cases(now.judged, settings, now.as_of, found, before);
  const auto stored = std::ranges::find_if(
      before, [](const StoredCase& one) { return one.facts.reason == Reason::renegotiate; });
  const bool tried = stored != before.end() && stored->state == CaseState::closed && closed_by_call(*stored);
  put_renegotiate(
      out.cases,
      rules::renegotiate_case(now.judged, now.assessment, desk, tried ? stored->closed_on : std::nullopt,
                              settings.calls, now.as_of),
      now.as_of);
  const bool proposed = std::ranges::any_of(
      before, [](const StoredCase& one) { return one.facts.reason == Reason::cross_sell; });
  if (proposed) settle_proposals(out.cases, now, store::needs(store, account));
  close_refused(
      out.cases, before, [&] { return persons_at(store, settings, account, now.judged, now.as_of); },
      now.as_of);
  out.written = store::put_cases(store, account, before, out.cases);
  const auto touch = touch_of(now, desk);
  if (known || touch) out.written |= store::put_touch(store, account, touch);
  return out;
}

bool follow_again(store::Store& store, const Settings& settings, const Assessor& assessor,
                  const BookContext& book, const store::AccountRow& row, Date as_of) {
  Arena arena;
  const auto judged = store::load_judged(store, row, arena);
  if (!judged) throw Failure(Status::corrupt, "account " + row.account_id + " has lost its facts");
  const auto assessment = assessor.assess(*judged, book, as_of, {}, Depth::verdict);
  if (!assessment.agreed.empty()) {
    const auto told = store::own_state(store, row.account);
    auto after = told;
    store::keep_foretold(after, assessment.agreed);
    store::put_own_state(store, row.account, told, after);
  }
  const auto found = rules::cases_of(*judged, settings, as_of);
  if (!follow(store, settings, row.account, {*judged, assessment, as_of}, found, true).written) return false;
  store::next_sequence(store, row.account);
  return true;
}

}  // namespace rendabel::pipeline
