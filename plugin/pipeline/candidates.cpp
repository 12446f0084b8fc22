#include "plugin/pipeline/candidates.hpp"

#include <algorithm>

#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/persons.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/order_margin.hpp"
#include "plugin/rules/rhythm.hpp"
#include "plugin/rules/value_at_stake.hpp"

namespace rendabel::pipeline {

namespace {

rules::MarginFacts margins_of(const Snapshot& snapshot, const Assessment& made, const BookContext& book) {
  rules::MarginFacts out;
  out.potential = made.potential.amount;
  out.order_mean = rules::order_margin_mean(snapshot, made);
  out.book_median = book.order_margin_median;
  const WindowResult* result = rules::telling_window(made);
  if (result == nullptr) return out;
  const auto goods = std::ranges::find(made.coverage, "cost_of_goods", &Coverage::line);
  const bool assumed =
      result == &made.result && goods != made.coverage.end() && goods->state == CoverageState::assumed;
  if (!assumed) out.ratio_margin = result->gross_margin, out.ratio_revenue = result->net_revenue;
  return out;
}

template <class Record>
const Record* find_record(const List<Record>& records, std::string_view id) {
  const auto found = std::ranges::find(records, id, &Record::id);
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

CallReason reason_of(const Snapshot& snapshot, const Case& found) {
  CallReason reason;
  reason.code = found.reason;
  reason.source_id = found.source_id;
  reason.since = found.since;
  reason.amount = found.amount;
  if (found.reason == Reason::quote) {
    if (const auto* quote = find_record(snapshot.quotes, found.source_id)) reason.until = quote->valid_until;
  } else if (const auto* inquiry = find_record(snapshot.inquiries, found.source_id)) {
    reason.kind = name_of(inquiry->kind);
    reason.subject = inquiry->subject;
  }
  return reason;
}

CandidateMaker::CandidateMaker(store::Store& store, const Settings& settings, Date day,
                               std::set<std::string> agents)
    : store_(store),
      settings_(settings),
      book_(book_context(store)),
      day_(day),
      agents_(std::move(agents)),
      assessor_(settings),
      call_cost_(rules::call_cost(settings)) {}

rules::Candidate CandidateMaker::judged(const Snapshot& snapshot, const Case& found,
                                        const std::vector<rules::Person>& people, bool held_back) const {
  rules::Candidate out;
  out.account_id = snapshot.account.id;
  out.reason = reason_of(snapshot, found);
  out.purpose = out.reason.purpose = rules::purpose_on(found, day_);
  out.lane = found.lane;
  out.due_from = found.due_from;
  out.due_to = found.due_to;
  if (agents_.contains(std::string(snapshot.account.owner))) out.agent = snapshot.account.owner;
  auto choice = rules::choose_contact(people, found, day_);
  out.permission = choice.permission;
  out.left_out = choice.why;
  if (choice.person != nullptr) {
    out.contact_id = choice.person->id;
    out.phone = choice.person->phone;
    out.phone_e164 = choice.person->phone_e164;
    out.may_reach = std::move(choice.may_reach);
  }
  if (found.due_from > day_) out.left_out = "not_due";
  if (out.left_out.empty() && held_back && found.lane == Lane::today) out.left_out = "planned_activity";
  return out;
}

void CandidateMaker::add_value(rules::Candidate& candidate, const Snapshot& snapshot, const Case& found,
                               const Assessment& made) const {
  std::optional<Cents> quote_margin;
  if (found.reason == Reason::quote)
    if (const auto* quote = find_record(snapshot.quotes, found.source_id)) quote_margin = quote->margin;
  const auto stake = rules::value_at_stake(found, quote_margin, margins_of(snapshot, made, book_), settings_,
                                           call_cost_, day_);
  candidate.known_value = stake.value.has_value();
  candidate.reason.value_at_stake = stake.value.value_or(0);
  candidate.reason.p_success = stake.p_success;
  candidate.reason.margin = stake.margin;
  candidate.reason.margin_from = stake.margin_from;
  if (rules::not_worth(stake, found.reason, candidate.purpose, candidate.lane))
    candidate.left_out = "not_worth";
}

AccountToday CandidateMaker::of(const store::AccountRow& row) const {
  AccountToday out;
  Arena arena;
  const auto snapshot = store::load_judged(store_, row, arena);
  if (!snapshot) return out;
  for (const auto& activity : snapshot->activities)
    if (!activity.call_id.empty() && !activity.planned.value_or(false))
      out.reported.emplace(activity.call_id);
  const auto stored = store::cases(store_, row.account);
  const auto rhythm =
      rules::rhythm_of(rules::order_days(*snapshot, day_), snapshot->account.contract_until, day_);
  const auto cases =
      open_cases(rules::cases_of(*snapshot, settings_, day_), snapshot->account, rhythm, day_, stored);
  if (cases.empty()) return out;
  const auto persons = persons_at(store_, settings_, row, *snapshot, day_);
  const bool held_back = rules::held_back_by_plan(*snapshot, settings_, day_);
  std::optional<Assessment> made;
  for (const auto& found : cases) {
    auto candidate = judged(*snapshot, found, persons, held_back);
    for (const auto& known : stored)
      if (known.facts.reason == found.reason && known.facts.source_id == found.source_id)
        candidate.attempt = known.attempts + 1;
    if (candidate.left_out.empty()) {
      if (!made) made = assessor_.assess(*snapshot, book_, day_, {}, Depth::verdict);
      add_value(candidate, *snapshot, found, *made);
    }
    out.candidates.push_back(std::move(candidate));
  }
  return out;
}

std::string_view CandidateMaker::gone_why(const store::AccountRow& row, const CallReason& reason) const {
  Arena arena;
  const auto snapshot = store::load_judged(store_, row, arena);
  if (!snapshot) return "erased";
  if (!rules::can_have_cases(snapshot->account)) return "inactive";
  if (!reason.source_id.empty())
    return rules::closed_why(*snapshot, settings_, day_, reason.code, reason.source_id);
  const auto bought = rules::order_days(*snapshot, day_);
  return !bought.empty() && bought.back() > reason.since ? "bought" : "settled";
}

}  // namespace rendabel::pipeline
