#include "plugin/pipeline/candidates.hpp"

#include <algorithm>

#include "plugin/pipeline/desk.hpp"
#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/persons.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/holdout.hpp"
#include "plugin/rules/learning.hpp"
#include "plugin/rules/office_time.hpp"
#include "plugin/rules/order_margin.hpp"
#include "plugin/rules/rhythm.hpp"
#include "plugin/rules/time_cases.hpp"
#include "plugin/rules/value_at_stake.hpp"

namespace rendabel::pipeline {

namespace {

template <class Record>
const Record* find_record(const List<Record>& records, std::string_view id) {
  const auto found = std::ranges::find(records, id, &Record::id);
  return found == records.end() ? nullptr : &*found;
}

/// The day from which silence counts where nobody there was ever spoken to.
bool is_first_day(const Snapshot& snapshot, Date day) {
  Snapshot alone = snapshot;
  alone.activities = {};
  return rules::silent_since(alone, {}, day) == day;
}

}  // namespace

CallReason reason_of(const Snapshot& snapshot, const Case& found, const std::vector<Need>& needs) {
  CallReason reason;
  reason.code = found.reason;
  reason.source_id = found.source_id;
  reason.since = found.since;
  reason.amount = found.amount;
  if (found.reason == Reason::quote) {
    if (const auto* quote = find_record(snapshot.quotes, found.source_id)) reason.until = quote->valid_until;
  } else if (found.reason == Reason::keep_in_touch) {
    if (rules::last_reached(snapshot, {}, found.since) == found.since || !is_first_day(snapshot, found.since))
      reason.kind = "reached";
  } else if (found.reason == Reason::cross_sell) {
    const auto need = std::ranges::find(needs, found.source_id, &Need::id);
    reason.kind = need == needs.end() ? "proposal" : "need";
    reason.subject = need == needs.end() ? found.source_id : need->code;
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
      own_book_(book_context(store)),
      book_(own_book_),
      day_(day),
      agents_(std::move(agents)),
      assessor_(settings),
      learner_(store, settings),
      call_cost_(rules::call_cost(settings)) {}

CandidateMaker::CandidateMaker(store::Store& store, const Settings& settings, const BookContext& book,
                               Date day, std::set<std::string> agents, std::optional<Moment> now)
    : store_(store),
      settings_(settings),
      book_(book),
      day_(day),
      now_(now),
      agents_(std::move(agents)),
      assessor_(settings),
      learner_(store, settings),
      call_cost_(rules::call_cost(settings)) {}

/// One account as its candidates are made.
struct CandidateMaker::Account {
  const Snapshot& snapshot;
  const Kept& kept;
  const std::vector<rules::Person>& people;
  bool held_back = false;  ///< by a planned activity
};

void CandidateMaker::add_agent(rules::Candidate& candidate, const Account& account,
                               const CaseSteps& steps) const {
  const auto here = [&](std::string_view id) { return agents_.contains(std::string(id)); };
  const auto& assigned = account.kept.desk.assigned_to;
  if (!steps.reserved_for.empty() && here(steps.reserved_for)) {
    candidate.agent = steps.reserved_for;
    candidate.reserved_until = steps.reserved_until;
  } else if (!assigned.empty() && here(assigned)) {
    candidate.agent = assigned;
    candidate.assigned = true;
  } else if (here(account.snapshot.account.owner)) {
    candidate.agent = account.snapshot.account.owner;
  }
}

void CandidateMaker::add_times(rules::Candidate& candidate, const Account& account,
                               const CaseToday& found) const {
  candidate.due_from = std::max(found.facts.due_from, found.steps.next_on.value_or(found.facts.due_from));
  candidate.due_to = std::max(found.facts.due_to, candidate.due_from);
  candidate.not_before = found.steps.next_at;
  if (found.steps.tried_part == "morning") candidate.part = "afternoon";
  if (found.steps.tried_part == "afternoon") candidate.part = "morning";
  if (candidate.lane != Lane::now) return;
  auto from = found.steps.next_at;
  if (!from)
    if (const auto* inquiry = find_record(account.snapshot.inquiries, found.facts.source_id))
      from = inquiry->at;
  // A callback that nobody answered has no time of its own any more, only a day.
  if (!from) from = moment_at(candidate.due_from, 0, settings_.country);
  candidate.deadline = rules::after_office_minutes(*from, settings_.calls.now_office_minutes, settings_);
}

rules::Candidate CandidateMaker::judged(const Account& account, const CaseToday& found) const {
  rules::Candidate out;
  out.account_id = account.snapshot.account.id;
  out.reason = reason_of(account.snapshot, found.facts, account.kept.needs);
  out.purpose = out.reason.purpose = rules::purpose_on(found.facts, day_);
  out.lane = found.facts.lane;
  out.attempt = found.attempts + 1;
  out.pinned = account.kept.desk.pinned_until && *account.kept.desk.pinned_until >= day_;
  add_times(out, account, found);
  add_agent(out, account, found.steps);
  auto choice = rules::choose_contact(account.people, found.facts, day_);
  out.permission = choice.permission;
  out.left_out = choice.why;
  if (choice.person != nullptr) {
    out.contact_id = choice.person->id;
    out.phone = choice.person->phone;
    out.phone_e164 = choice.person->phone_e164;
    if (choice.person->contact != nullptr) out.language = choice.person->contact->language;
    out.may_reach = std::move(choice.may_reach);
  }
  if (!found.held.empty()) out.left_out = found.held;
  if (out.left_out.empty() && account.held_back && found.facts.lane == Lane::today && !out.pinned)
    out.left_out = "planned_activity";
  if (out.left_out.empty() && !out.pinned &&
      rules::is_held_out(out.account_id, out.reason.code, out.purpose, settings_.calls))
    out.left_out = "held_out";
  return out;
}

/// A plan expects a call at its agreed time, in the part of the day that is likelier to be answered, or in
/// the daily hour.
CallMade CandidateMaker::expected(const rules::Candidate& candidate, std::string_view country) const {
  if (!now_ && candidate.part == "morning") return {day_, DayPart::morning};
  if (!now_ && candidate.part == "afternoon") return {day_, DayPart::afternoon};
  const auto planned = candidate.not_before.value_or(
      moment_at(day_, static_cast<std::int32_t>(hour_start(settings_.calls)), settings_.country));
  return {day_, rules::day_part(local_time(now_.value_or(planned), country).minute)};
}

std::optional<LearningAnswer> CandidateMaker::chance(const rules::Candidate& candidate,
                                                     const Snapshot& snapshot, const Case& found) const {
  if (!learner_.knows_anything()) return std::nullopt;
  const auto& account = snapshot.account;
  const auto call = expected(candidate, account.country.empty() ? settings_.country : account.country);
  return learner_.predict(learning_call(account, found.reason, found.since, candidate.attempt, call));
}

void CandidateMaker::add_value(rules::Candidate& candidate, const Snapshot& snapshot, const Case& found,
                               const std::function<const Assessment&()>& assessed) const {
  std::optional<Cents> quote_margin;
  if (found.reason == Reason::quote)
    if (const auto* quote = find_record(snapshot.quotes, found.source_id)) quote_margin = quote->margin;
  const auto said = chance(candidate, snapshot, found);
  const auto stake = rules::value_at_stake(
      found, quote_margin,
      quote_margin ? rules::MarginFacts{}
                   : rules::margin_facts(snapshot, assessed(), book_.order_margin_median),
      settings_, call_cost_, day_, said ? std::optional(said->p_success) : std::nullopt);
  candidate.known_value = stake.value.has_value();
  candidate.reason.value_at_stake = stake.value.value_or(0);
  candidate.reason.p_success = stake.p_success;
  candidate.reason.margin = stake.margin;
  candidate.reason.margin_from = stake.margin_from;
  candidate.reason.decay = stake.decay;
  candidate.reason.cost = call_cost_;
  if (!candidate.pinned && rules::not_worth(stake, found.reason, candidate.purpose, candidate.lane))
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
  const auto kept = kept_of(store_, row.account);
  std::optional<Assessment> made;
  const auto assessed = [&]() -> const Assessment& {
    if (!made) made = assessor_.assess(*snapshot, book_, day_, {}, Depth::verdict);
    return *made;
  };
  // Most accounts are not due or may not be called, and their layer tells it.
  std::optional<Assessment> outline;
  const auto outlined = [&]() -> const Assessment& {
    if (made || rules::calls_replace_visits(*snapshot, day_)) return assessed();
    if (!outline) outline = assessor_.outline(*snapshot, book_, day_);
    return *outline;
  };
  const auto cases =
      cases_today(*snapshot, settings_, day_, kept, book_.as_of.has_value(), assessed, outlined);
  if (cases.empty()) return out;
  const auto persons = persons_at(store_, settings_, row, *snapshot, day_);
  const Account account{*snapshot, kept, persons, rules::held_back_by_plan(*snapshot, settings_, day_)};
  for (const auto& found : cases) {
    auto candidate = judged(account, found);
    if (candidate.left_out.empty()) add_value(candidate, *snapshot, found.facts, assessed);
    out.candidates.push_back(std::move(candidate));
    out.cases.push_back(found.facts);
  }
  return out;
}

std::string_view CandidateMaker::gone_why(const store::AccountRow& row, const CallReason& reason) const {
  Arena arena;
  const auto snapshot = store::load_judged(store_, row, arena);
  if (!snapshot) return "erased";
  if (!rules::can_have_cases(snapshot->account)) return "inactive";
  for (const auto& stored : store::cases(store_, row.account)) {
    const bool same = stored.facts.reason == reason.code && stored.facts.source_id == reason.source_id;
    if (same && closed_by_call(stored)) return stored.closed_why == "objection" ? "objection" : "reached";
  }
  const bool of_facts =
      reason.code == Reason::quote || reason.code == Reason::inquiry || reason.code == Reason::problem;
  if (of_facts) return rules::closed_why(*snapshot, settings_, day_, reason.code, reason.source_id);
  const auto bought = rules::order_days(*snapshot, day_);
  return !bought.empty() && bought.back() > reason.since ? "bought" : "settled";
}

}  // namespace rendabel::pipeline
