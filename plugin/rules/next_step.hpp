// next_step.hpp — step 8: from the outcome of a call to the next step of a case (domain.md 7).
// In: a case with its tries so far, what came of the call, the table in settings (calls.steps).
// Out: the case as it stands now: with a next step or an end, never neither.  Never: clock, store.
// Method: one row per outcome; working days, because a try on a Sunday is none.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/outcome.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// What came of a call, in the time of the office.
struct StepFacts {
  OutcomeCode outcome = OutcomeCode::none;
  Moment at;
  Date day{};             ///< of `at`
  std::string_view part;  ///< of the day: morning or afternoon
  std::string_view agent;
  SkipReason skip_reason = SkipReason::none;
  std::optional<Moment> callback_at;
  Date callback_day{};            ///< of `callback_at`
  std::int64_t busies_today = 0;  ///< busy lines at this account on this day before this one
};

/// A case and what follows. `kind`, `why` (a code), `on` and `at` are what call_report answers.
struct NextStep {
  StoredCase after;
  StepKind kind = StepKind::none;
  std::string_view why;  // a literal
  std::optional<Date> on;
  std::optional<Moment> at;
};

/// The next step of an open case that the call was about. `leads`: it is the one the call was made for. A
/// case that is not open stays as it is.
NextStep next_step(const StoredCase& before, bool leads, const StepFacts& facts, const Calls& settings);

/// Rests that the outcome gives the account: for its reasons, and for the today lane as a whole (reason
/// empty).
std::vector<Rest> rests_of(const std::vector<Reason>& reasons, const StepFacts& facts, const Calls& settings);

/// Whether `reported` callbacks in a row allow another one.
bool may_call_back(std::int64_t callbacks, const Calls& settings);

}  // namespace rendabel::rules
