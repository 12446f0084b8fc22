// learning.hpp — step 9: predicts for the plan and the card, learns from what was reported.
// In: the store, the settings, a call.  Out: a chance with its reasons; a better learner after an outcome.
// Never: the agent.  How to call: one Learner a plan or card, made within its Reading or Change; learn() in
// the transaction that stores the outcome, once per outcome id.
#pragma once
#include <string_view>

#include "plugin/base/learning.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// What was learnt up to now, read once. Keeps a reference: settings must outlive it.
class Learner {
 public:
  Learner(store::Store& store, const Settings& settings);
  /// The chance of success; without outcomes the reason's prior.
  LearningAnswer predict(const LearningCall& call) const;
  /// False: there was no outcome yet, and only the priors speak.
  bool knows_anything() const { return state_.calls > 0; }

 private:
  const Calls& settings_;
  LearningState state_;
};

/// When a call is made, and how: what the plan expects, or what the clock and the outcome say.
struct CallMade {
  Date day{};
  DayPart part = DayPart::unknown;
  LawChannel channel = LawChannel::voice;
};
/// The call that a case of an account makes: the one place where features are filled in, so that what is said
/// before a call and what is learnt after it are of the same things. The account's attributes must outlive
/// it.
LearningCall learning_call(const Account& account, Reason reason, Date since, std::int64_t attempt,
                           const CallMade& made);

/// Scores what would have been said, then learns. `outcome` is the contract's code; false where it teaches
/// nothing (busy, skipped, wrong_number). Within a Change that keeps own state.
bool learn(store::Store& store, const Settings& settings, const LearningCall& call, std::string_view outcome,
           Date day);

/// One read; without outcomes all but the counts is unknown.
LearningReport learning_report(store::Store& store);
/// A transaction of its own: back to the priors. How many outcomes had been learnt from.
std::int64_t reset_learning(store::Store& store);

}  // namespace rendabel::pipeline
