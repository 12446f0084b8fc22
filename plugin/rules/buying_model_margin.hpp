// buying_model_margin.hpp — the margin that a buyer's order day brings (Gamma-Gamma [7]).
// In: per buyer the number of order days with a known margin above 0, and their mean.  Out: p, q, gamma; the
// margin to expect. Never: order days at a loss or of unknown margin.  Method: maximum a posteriori; amounts
// are measured by their mean while fitting, so that the priors hold for every currency.
#pragma once
#include <cstdint>

#include "plugin/rules/buying_model_search.hpp"

namespace rendabel::rules {

/// One buyer: order days with a known margin above 0, and the mean of these margins in minor units.
struct BuyerMargins {
  std::int64_t order_days = 0;
  double mean = 0;
  auto operator<=>(const BuyerMargins&) const = default;
};

/// p and q have no unit; gamma has that of the margins.
struct MarginParameters {
  double p = 1, q = 1, gamma = 1;
};

struct MarginFit {
  MarginParameters parameters;
  FitState state = FitState::too_few;
  double log_likelihood = 0;
  std::vector<double> spread;  ///< standard deviation of ln p, ln q, ln gamma
  double buyers = 0, order_days = 0;
  bool identified() const { return state == FitState::identified; }
};

/// Of the buyers with order days; the others are passed over. With the prior off, plain maximum likelihood.
MarginFit fit(std::vector<BuyerMargins> buyers, bool prior = true, double buyers_min = 200);

/// The margin expected of a buyer's next order day; of one without order days the book's mean.
double expected_margin(const MarginParameters& parameters, const BuyerMargins& buyer);

}  // namespace rendabel::rules
