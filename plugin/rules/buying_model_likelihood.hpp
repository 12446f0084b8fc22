// buying_model_likelihood.hpp — how likely the order days of buyers are under MBG/CNBD-k and BG/CNBD-k.
// In: parameters, groups of buyers.  Out: log-likelihood and its slope by the logarithms of the parameters.
// Never: priors, the search.  Method: [5] with rate Gamma(r, alpha), dropout Beta(a, b), Erlang-k gaps;
// k = 1 is MBG/NBD and BG/NBD [6].
#pragma once
#include <array>

#include "plugin/base/buying_model.hpp"
#include "plugin/rules/buying_model_statistics.hpp"

namespace rendabel::rules {

/// A function value and its slope by ln r, ln alpha, ln a, ln b.
struct Slope {
  double value = 0;
  std::array<double, 4> by{};
};

/// Without the parts that no r, alpha, a, b changes (see `gap_part`).
Slope log_likelihood(const BuyingParameters& parameters, const std::vector<BuyerGroup>& groups);

/// The rest: (k − 1) Σ ln gap − x ln (k − 1)!, a constant of each k.
double gap_part(int k, double repeats, double log_gaps);

/// Of one buyer, everything included.
double log_likelihood(const BuyingParameters& parameters, const BuyerTimes& times);

/// B of the Beta(a, B) that the chance to stop has for a buyer who is active: b + x + 1, BG: b + x.
double stayed(const BuyingParameters& parameters, std::int64_t repeats);

}  // namespace rendabel::rules
