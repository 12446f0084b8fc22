#include "plugin/rules/next_step.hpp"

#include <utility>

#include "plugin/rules/cases.hpp"

namespace rendabel::rules {
namespace {

/// One outcome on one open case.
class Step {
 public:
  Step(const StoredCase& before, bool leads, const StepFacts& facts, const Calls& settings)
      : facts_(facts), settings_(settings), leads_(leads) {
    out_.after = before;
    steps().last_outcome = name_of(facts.outcome);
    steps().last_at = facts.at;
    if (facts.outcome != OutcomeCode::skipped) {
      steps().reserved_for.clear();
      steps().reserved_until.reset();
      steps().next_at.reset();
    }
    if (reached(facts.outcome)) out_.after.attempts = 0, steps().tried_part.clear();
    if (reached(facts.outcome) && facts.outcome != OutcomeCode::callback) steps().callbacks = 0;
  }

  NextStep run() {
    switch (facts_.outcome) {
      case OutcomeCode::no_answer: nobody("no_answer"); break;
      case OutcomeCode::voicemail: nobody("voicemail"); break;
      case OutcomeCode::busy: busy(); break;
      case OutcomeCode::callback: callback(); break;
      case OutcomeCode::spoke: spoke("spoke"); break;
      case OutcomeCode::order:
      case OutcomeCode::quote:
      case OutcomeCode::meeting: success(); break;
      case OutcomeCode::not_interested: not_interested(); break;
      case OutcomeCode::objection: objection(); break;
      case OutcomeCode::wrong_number: wrong_number(); break;
      case OutcomeCode::skipped: skipped(); break;
      case OutcomeCode::none: break;
    }
    return std::move(out_);
  }

 private:
  CaseSteps& steps() { return out_.after.steps; }
  bool is_callback() const { return out_.after.facts.reason == Reason::callback; }

  void on_day(StepKind kind, std::string_view why, Date day) {
    out_.kind = kind;
    out_.why = why;
    out_.on = day;
    steps().next_on = day;
  }
  void ends(CaseState state, StepKind kind, std::string_view why) {
    out_.kind = kind;
    out_.why = why;
    out_.after.state = state;
    out_.after.closed_why = why;
    out_.after.closed_on = facts_.day;
    steps().next_on.reset();
  }

  /// After the n-th try the n-th number of working days; after the last one parked, with the reason.
  void nobody(std::string_view why) {
    const auto tries = ++out_.after.attempts;
    steps().tried_part = facts_.part;
    const auto& table = settings_.no_answer_days;
    if (tries > static_cast<std::int64_t>(table.size()))
      return ends(CaseState::parked, StepKind::parked, "tried_out");
    const auto days = table[static_cast<std::size_t>(tries - 1)];
    on_day(StepKind::call_again, why, add_working_days(facts_.day, static_cast<int>(days)));
  }

  /// No try, however often: nobody let it ring. After the day's last one the next working day.
  void busy() {
    if (facts_.busies_today >= settings_.busy_per_day_max)
      return on_day(StepKind::call_again, "busy", add_working_days(facts_.day, 1));
    auto at = facts_.at;
    at.utc_seconds += settings_.busy_minutes * 60;
    on_day(StepKind::call_again, "busy", facts_.day);
    out_.at = steps().next_at = at;
  }

  /// The agreed time is the callback case's; what else was discussed waits for that day.
  void callback() {
    if (!may_call_back(steps().callbacks, settings_)) return spoke("callbacks_used");
    on_day(StepKind::callback, "agreed", facts_.callback_day);
    ++steps().callbacks;
    if (!is_callback()) return;
    out_.after.facts.due_from = out_.after.facts.due_to = facts_.callback_day;
    out_.at = steps().next_at = facts_.callback_at;
    steps().reserved_for = facts_.agent;
    auto open_from = *facts_.callback_at;
    open_from.utc_seconds += settings_.callback_own_minutes * 60;
    if (!facts_.agent.empty()) steps().reserved_until = open_from;
  }

  void spoke(std::string_view why) {
    if (is_callback()) return ends(CaseState::closed, StepKind::closed, "kept");
    on_day(StepKind::wait, why, facts_.day + days{settings_.spoke_rest_days});
  }

  /// What was reached settles the reason of the call and every reason without a record of its own; an open
  /// quote that rode along ends when the host says so.
  void success() {
    if (leads_ || is_callback() || out_.after.facts.source_id.empty())
      return ends(CaseState::closed, StepKind::closed, name_of(facts_.outcome));
    spoke("spoke");
  }

  void not_interested() {
    if (is_callback()) return ends(CaseState::closed, StepKind::closed, "kept");
    on_day(StepKind::wait, "not_interested", facts_.day + days{settings_.refused_reason_days});
  }

  void objection() {
    if (purpose_on(out_.after.facts, facts_.day) == Purpose::marketing || is_callback())
      return ends(CaseState::closed, StepKind::closed, "objection");
    spoke("spoke");
  }

  void wrong_number() { on_day(StepKind::fix_number, "wrong_number", add_working_days(facts_.day, 1)); }

  void skipped() {
    const auto skips = ++steps().skips;
    if (skips >= settings_.skips_max) return ends(CaseState::parked, StepKind::team_leader, "team_leader");
    on_day(StepKind::call_again, name_of(facts_.skip_reason), facts_.day);
    if (facts_.skip_reason != SkipReason::wrong_time) return;
    auto at = facts_.at;
    at.utc_seconds += settings_.busy_minutes * 60;
    out_.at = steps().next_at = at;
  }

  const StepFacts& facts_;
  const Calls& settings_;
  bool leads_;
  NextStep out_;
};

}  // namespace

NextStep next_step(const StoredCase& before, bool leads, const StepFacts& facts, const Calls& settings) {
  if (before.state != CaseState::open) return {before, StepKind::none, "ended_before", {}, {}};
  return Step(before, leads, facts, settings).run();
}

std::vector<Rest> rests_of(const std::vector<Reason>& reasons, const StepFacts& facts,
                           const Calls& settings) {
  std::vector<Rest> out;
  const auto code = facts.outcome;
  if (code == OutcomeCode::not_interested) {
    for (const auto reason : reasons)
      if (reason != Reason::callback)
        out.push_back(
            {std::string(name_of(reason)), facts.day + days{settings.refused_reason_days}, "not_interested"});
    out.push_back({"", facts.day + days{settings.refused_today_days}, "not_interested"});
  } else if (code == OutcomeCode::spoke || successful(code)) {
    out.push_back({"", facts.day + days{settings.spoke_rest_days}, "spoke"});
  }
  return out;
}

bool may_call_back(std::int64_t callbacks, const Calls& settings) {
  return callbacks < settings.callbacks_max;
}

}  // namespace rendabel::rules
