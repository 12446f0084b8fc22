// learning.hpp — step 9: the chance that a call succeeds, learnt from outcomes as they come in (domain.md 7).
// In: the state so far, a call, the priors.  Out: a chance with its reasons; the state after an outcome.
// Never: clock, chance, the agent.  Method: Bayesian logistic regression with a normal per weight: the
// posterior of the score by Laplace (Spiegelhalter & Lauritzen 1990), moment-matched back to the weights;
// drift by inflation.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/learning.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// How much less certain a weight grows in a day, as variance in log-odds²: the level, every other one.
inline constexpr Micro learning_level_drift{5000}, learning_weight_drift{100};

/// A learner that has seen nothing: it says what the priors say.
LearningState new_learner();

/// The chance before the outcome is known. `reasons_max` of the largest effects are told.
LearningAnswer predict(const LearningState& state, const LearningCall& call, const Calls& settings,
                       std::size_t reasons_max = 3);

/// The state after an outcome on `day`: what would have been said is scored first, then learnt from. A day
/// before the last one counts as the last.
void learn(LearningState& state, const LearningCall& call, const Calls& settings, bool success, Date day);

/// Whether an outcome is a success (order, quote, meeting), none (spoke, not_interested, no_answer, …), or
/// nothing to learn from (busy, skipped, wrong_number, an unknown code).
std::optional<bool> success_of(std::string_view outcome);

/// The part of the day that a local minute, 0–1439, lies in.
DayPart day_part(std::int32_t minute);

LearningReport report_of(const LearningState& state);

}  // namespace rendabel::rules
