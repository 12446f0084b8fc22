#include "plugin/rules/buying_model_summary.hpp"

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

namespace rendabel::rules {
namespace {

/// Nothing that a fit reports comes near it; what did would be no number to show.
constexpr double limit = 1e12;

std::optional<Micro> millionths(double value) {
  if (!(std::fabs(value) < limit)) return std::nullopt;
  return Micro{std::llround(value * 1e6)};
}

struct Named {
  std::string_view name;
  double value;
  double prior_unit;  ///< what the prior's median is measured in; 0: nothing to show
};

void describe(BookFit& fit, std::span<const Named> named, std::span<const LogPrior> priors,
              const std::vector<double>& spread) {
  for (std::size_t i = 0; i < named.size(); ++i) {
    const auto value = millionths(named[i].value);
    if (!value) continue;
    auto& row = fit.parameters.emplace_back();
    row.name = named[i].name;
    row.value = *value;
    if (named[i].prior_unit > 0) row.prior = millionths(priors[i].median * named[i].prior_unit);
    if (i < spread.size()) row.spread = millionths(spread[i]);
  }
}

bool fitted(FitState state) { return state != FitState::too_few && state != FitState::no_repeats; }

}  // namespace

BookModel summary_of(const BuyingModel& model, std::int64_t minor_per_major) {
  BookModel summary;
  const auto& timing = model.timing;
  summary.timing.state = name_of(timing.state);
  summary.timing.buyers = std::llround(timing.buyers);
  summary.timing.events = std::llround(timing.repeats);
  if (fitted(timing.state)) {
    const auto& found = timing.parameters;
    summary.k = found.k;
    describe(summary.timing,
             std::array<Named, 4>{
                 {{"r", found.r, 1}, {"alpha", found.alpha, 1}, {"a", found.a, 1}, {"b", found.b, 1}}},
             timing_priors, timing.spread);
    summary.timing.log_likelihood = millionths(timing.log_likelihood);
  }
  const auto& spend = model.spend;
  summary.spend.state = name_of(spend.state);
  summary.spend.buyers = std::llround(spend.buyers);
  summary.spend.events = std::llround(spend.order_days);
  if (fitted(spend.state)) {
    const auto& found = spend.parameters;
    // The prior of gamma is by the mean margin, which is not kept.
    describe(summary.spend,
             std::array<Named, 3>{{{"p", found.p, 1},
                                   {"q", found.q, 1},
                                   {"gamma", found.gamma / static_cast<double>(minor_per_major), 0}}},
             spend_priors, spend.spread);
    summary.spend.log_likelihood = millionths(spend.log_likelihood);
  }
  return summary;
}

}  // namespace rendabel::rules
