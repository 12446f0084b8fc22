// buying_model_fit.hpp — finds r, alpha, a, b and k of a book.
// In: grouped buyers, priors.  Out: parameters, likelihood, size, and whether they are identified.
// Never: an answer that depends on the order of buyers.  Method: maximum a posteriori with weak normal priors
// on the logarithms (domain.md 5), for plain maximum likelihood runs away on real wholesale data; k by
// likelihood.
#pragma once
#include "plugin/rules/buying_model_likelihood.hpp"
#include "plugin/rules/buying_model_search.hpp"

namespace rendabel::rules {

struct BuyingFitOptions {
  bool prior = true;  ///< off: plain maximum likelihood, as published figures have it
  std::vector<LogPrior> priors{{0.5, 1.5}, {10, 1.5}, {0.8, 1}, {2.5, 1}};  ///< of r, alpha (weeks), a, b
  int k_from = 1, k_to = 12;
  Dropout dropout = Dropout::after_every_order;  ///< after_repeats with k 1 to 1: BG/NBD, for reference
  double buyers_min = 200;
  /// Larger books choose k and a start with a part of this many buyers; the fit itself is on all.
  double choose_on = 10'000;
};

struct BuyingFit {
  BuyingParameters parameters;
  FitState state = FitState::too_few;
  double log_likelihood = 0;   ///< of all buyers, without the prior
  double log_prior = 0;        ///< up to a constant; 0 when switched off
  std::vector<double> spread;  ///< standard deviation of ln r, ln alpha, ln a, ln b
  double buyers = 0, repeats = 0;
  bool identified() const { return state == FitState::identified; }
};

/// The fit of a book. k grows until the likelihood has fallen twice in a row.
BuyingFit fit(const BuyerStatistics& statistics, const BuyingFitOptions& options = {});

}  // namespace rendabel::rules
