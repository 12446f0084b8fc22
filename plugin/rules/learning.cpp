#include "plugin/rules/learning.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "plugin/rules/learning_features.hpp"

namespace rendabel::rules {

namespace {

// How far a weight may lie from its prior, and how fast it may move: variances in log-odds², a day.
constexpr double level_variance = 1, weight_variance = 0.5, attribute_variance = 0.15;
constexpr double level_drift = static_cast<double>(learning_level_drift.millionths) / micro,
                 weight_drift = static_cast<double>(learning_weight_drift.millionths) / micro;
constexpr double prior_least = 0.001, score_most = 20, chance_least = 1e-6;
constexpr double base_memory = 0.02;  // share of the youngest outcome in the moving base rate
constexpr int steps_max = 50;
constexpr double step_least = 1e-12;

double variance_at_first(std::size_t weight) {
  if (weight == 0) return level_variance;
  return weight < learning_named_weights ? weight_variance : attribute_variance;
}

double chance_of(double score) { return 1 / (1 + std::exp(-std::clamp(score, -score_most, score_most))); }

double prior_score(Reason reason, const Calls& settings) {
  const auto found = settings.priors.find(std::string(name_of(reason)));
  const double given =
      found == settings.priors.end() ? prior_least : static_cast<double>(found->second.millionths) / micro;
  const double prior = std::clamp(given, prior_least, 1 - prior_least);
  return std::log(prior / (1 - prior));
}

/// The score of a call as a normal distribution.
struct Score {
  double mean = 0, variance = 0;
};
Score score_of(const LearningState& state, const std::vector<ActiveFeature>& features, double prior) {
  Score out{prior, 0};
  for (const auto& each : features) {
    out.mean += state.weights[each.weight].mean;
    out.variance += state.weights[each.weight].variance;
  }
  return out;
}

/// The most likely score once the outcome is known: Newton on a concave function, kept inside a bracket.
double score_after(const Score& before, bool success) {
  // The slope of the log-likelihood lies between 0 and 1, so the answer within one variance of the mean.
  double low = success ? before.mean : before.mean - before.variance;
  double high = success ? before.mean + before.variance : before.mean;
  double score = before.mean;
  for (int step = 0; step < steps_max; ++step) {
    const double chance = chance_of(score);
    const double slope = (success ? 1 - chance : -chance) - (score - before.mean) / before.variance;
    (slope > 0 ? low : high) = score;
    double next = score + slope / (chance * (1 - chance) + 1 / before.variance);
    if (next <= low || next >= high) next = (low + high) / 2;
    if (std::abs(next - score) < step_least) return next;
    score = next;
  }
  return score;
}

void update(LearningState& state, const std::vector<ActiveFeature>& features, const Score& before,
            bool success) {
  const double after = score_after(before, success);
  const double chance = chance_of(after);
  const double variance = 1 / (1 / before.variance + chance * (1 - chance));
  const double shift = (after - before.mean) / before.variance;
  const double shrink = (before.variance - variance) / (before.variance * before.variance);
  for (const auto& each : features) {
    auto& weight = state.weights[each.weight];
    weight.mean += weight.variance * shift;
    weight.variance -= weight.variance * weight.variance * shrink;
  }
}

/// What was learnt ages: every day weights grow less certain, never less than they were at first.
void drift(LearningState& state, Date day) {
  if (state.calls == 0) state.day = day;
  if (day <= state.day) return;
  const auto passed = static_cast<double>((day - state.day).count());
  for (std::size_t i = 0; i < state.weights.size(); ++i) {
    auto& variance = state.weights[i].variance;
    variance = std::min(variance + passed * (i == 0 ? level_drift : weight_drift), variance_at_first(i));
  }
  state.day = day;
}

double loss_of(double chance, bool success) {
  const double kept = std::clamp(chance, chance_least, 1 - chance_least);
  return -std::log(success ? kept : 1 - kept);
}

void keep_score(LearningState& state, double chance, double prior, bool success) {
  if (state.calls == 0) state.base_rate = prior;
  state.loss += loss_of(chance, success);
  state.base_loss += loss_of(state.base_rate, success);
  state.base_rate += base_memory * ((success ? 1.0 : 0.0) - state.base_rate);
  auto& tenth = state.deciles[std::min<std::size_t>(static_cast<std::size_t>(chance * 10), 9)];
  ++tenth.calls;
  tenth.predicted += chance;
  ++state.calls;
  if (success) ++tenth.successes, ++state.successes;
}

Micro to_micro(double value) { return {std::llround(value * micro)}; }

void keep_largest(std::vector<LearningReason>& reasons, std::size_t most) {
  std::erase_if(reasons, [](const LearningReason& each) { return each.effect.millionths == 0; });
  std::ranges::stable_sort(reasons, std::ranges::greater{},
                           [](const LearningReason& each) { return std::abs(each.effect.millionths); });
  if (reasons.size() > most) reasons.resize(most);
  for (auto& each : reasons)
    each.odds = to_micro(std::exp(static_cast<double>(each.effect.millionths) / micro));
}

}  // namespace

LearningState new_learner() {
  LearningState out;
  for (std::size_t i = 0; i < out.weights.size(); ++i) out.weights[i].variance = variance_at_first(i);
  return out;
}

LearningAnswer predict(const LearningState& state, const LearningCall& call, const Calls& settings,
                       std::size_t reasons_max) {
  const auto features = features_of(call, settings.learn_attributes);
  LearningAnswer out;
  out.p_success = to_micro(chance_of(score_of(state, features, prior_score(call.reason, settings)).mean));
  for (const auto& each : features) {
    out.reasons.push_back(each.says);
    out.reasons.back().effect = to_micro(state.weights[each.weight].mean);
  }
  keep_largest(out.reasons, reasons_max);
  return out;
}

void learn(LearningState& state, const LearningCall& call, const Calls& settings, bool success, Date day) {
  drift(state, day);
  const auto features = features_of(call, settings.learn_attributes);
  const double prior = prior_score(call.reason, settings);
  const Score before = score_of(state, features, prior);
  keep_score(state, chance_of(before.mean), chance_of(prior), success);
  update(state, features, before, success);
}

std::optional<bool> success_of(std::string_view outcome) {
  static constexpr std::array<std::string_view, 3> won{"order", "quote", "meeting"};
  static constexpr std::array<std::string_view, 6> not_won{"no_answer", "voicemail",      "callback",
                                                           "spoke",     "not_interested", "objection"};
  if (std::ranges::find(won, outcome) != won.end()) return true;
  if (std::ranges::find(not_won, outcome) != not_won.end()) return false;
  return std::nullopt;
}

DayPart day_part(std::int32_t minute) {
  if (minute < 12 * 60) return DayPart::morning;
  return minute < 17 * 60 ? DayPart::afternoon : DayPart::evening;
}

LearningReport report_of(const LearningState& state) {
  constexpr std::size_t weights_told = 12;
  LearningReport out;
  out.calls = state.calls;
  out.successes = state.successes;
  if (state.calls == 0) return out;
  const auto calls = static_cast<double>(state.calls);
  out.day = state.day;
  out.log_loss = to_micro(state.loss / calls);
  out.base_log_loss = to_micro(state.base_loss / calls);
  double error = 0;
  for (std::size_t i = 0; i < out.deciles.size(); ++i) {
    const auto& kept = state.deciles[i];
    auto& told = out.deciles[i];
    told.calls = kept.calls;
    told.successes = kept.successes;
    if (kept.calls == 0) continue;
    told.predicted = to_micro(kept.predicted / static_cast<double>(kept.calls));
    told.observed = to_micro(static_cast<double>(kept.successes) / static_cast<double>(kept.calls));
    error += std::abs(kept.predicted - static_cast<double>(kept.successes));
  }
  out.calibration_error = to_micro(error / calls);
  for (std::size_t i = 0; i < learning_named_weights; ++i) {
    out.weights.push_back(feature_at(i));
    out.weights.back().effect = to_micro(state.weights[i].mean);
  }
  keep_largest(out.weights, weights_told);
  return out;
}

}  // namespace rendabel::rules
