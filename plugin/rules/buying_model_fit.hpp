// buying_model_fit.hpp — finds r, alpha, a, b and k of a book.
// In: grouped buyers, priors.  Out: parameters, likelihood, size, and whether they are identified.
// Never: an answer that depends on the order of buyers.  Method: maximum a posteriori with weak normal priors
// on the logarithms (domain.md 5), for plain maximum likelihood runs away on real wholesale data; k by
// likelihood.
#pragma once
#include "plugin/base/cancel.hpp"
#include "plugin/rules/buying_model_likelihood.hpp"
#include "plugin/rules/buying_model_search.hpp"

namespace rendabel::rules {

struct BuyingFitOptions {
  bool prior = true;  ///< off: plain maximum likelihood, as published figures have it
  int k_from = 1, k_to = 12;
  Dropout dropout = Dropout::after_every_order;  ///< after_repeats with k 1 to 1: BG/NBD, for reference
  std::int64_t buyers_min = model_buyers_min;
  /// Larger books choose k and a start with a part of this many buyers; the fit itself is on all.
  double choose_on = 10'000;
  Cancel cancel = {};  ///< asked at every step of the search
};

/// The fit of a book. k grows until the likelihood has fallen twice in a row.
BuyingFit fit(const BuyerStatistics& statistics, const BuyingFitOptions& options = {});

}  // namespace rendabel::rules
