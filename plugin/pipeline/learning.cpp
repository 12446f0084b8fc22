#include "plugin/pipeline/learning.hpp"

#include <algorithm>

#include "plugin/rules/learning.hpp"

namespace rendabel::pipeline {

namespace {

LearningState state_of(store::Store& store) {
  auto kept = store::learning_state(store);
  return kept ? *kept : rules::new_learner();
}

}  // namespace

Learner::Learner(store::Store& store, const Settings& settings)
    : settings_(settings.calls), state_(state_of(store)) {}

LearningAnswer Learner::predict(const LearningCall& call) const {
  return rules::predict(state_, call, settings_);
}

LearningCall learning_call(const Account& account, Reason reason, Date since, std::int64_t attempt,
                           const CallMade& made) {
  LearningCall out;
  out.reason = reason;
  out.attempt = attempt;
  out.part = made.part;
  out.days_waiting = std::max<std::int64_t>((made.day - since).count(), 0);
  out.channel = made.channel;
  out.attributes = account.attributes;
  return out;
}

bool learn(store::Store& store, const Settings& settings, const LearningCall& call, std::string_view outcome,
           Date day) {
  const auto success = rules::success_of(outcome);
  if (!success) return false;
  auto state = state_of(store);
  rules::learn(state, call, settings.calls, *success, day);
  store::put_learning_state(store, state);
  return true;
}

LearningReport learning_report(store::Store& store) {
  const store::Reading reading(store);
  return rules::report_of(state_of(store));
}

std::int64_t reset_learning(store::Store& store) {
  store::Change change(store);
  const auto calls = state_of(store).calls;
  store::drop_learning_state(store);
  change.keeps_own_state();
  change.commit();
  return calls;
}

}  // namespace rendabel::pipeline
