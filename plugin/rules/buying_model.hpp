// buying_model.hpp — step buying model: who still buys, how often, and for what margin (domain.md 5).
// In: per buyer the times and margins of order days.  Out: fitted parameters with how sure they are; per
// buyer P(active), orders and margin expected.  Never: money rules (these are chances: double is right), a
// clock, randomness; the same buyers in any order give the same bits.  Method: MBG/CNBD-k [5], BG/NBD [6],
// Gamma-Gamma [7], maximum a posteriori.  Whom the fit cannot tell apart, `rules/rhythm` judges alone.
#pragma once
#include <vector>

#include "plugin/rules/buying_model_fit.hpp"
#include "plugin/rules/buying_model_margin.hpp"

namespace rendabel::rules {

/// What a buyer is expected to do in the time asked for.
struct BuyingForecast {
  double active = 0;            ///< P(active), 0 to 1; 0 when below the smallest double
  double orders_if_active = 0;  ///< order days expected of a buyer who is active: what a win-back brings
  double orders = 0;            ///< active × orders_if_active
  double margin_per_order = 0;  ///< minor units per order day, known for `margin_known` only
  bool margin_known = false;    ///< the margin fit is identified
};

/// The model of one book on one day. Use: gather `buyer_times` and `BuyerMargins` of all buyers (an account
/// without order days is none), `of` once a refresh, keep `timing` and `spend` with the book, `forecast` per
/// account. With `!timing.identified()` ask no forecast: potential and states then come from the rule.
struct BuyingModel {
  BuyingFit timing;
  MarginFit spend;

  static BuyingModel of(std::vector<BuyerTimes> times, std::vector<BuyerMargins> margins,
                        const BuyingFitOptions& options = {});
  /// Of one buyer, over the next `weeks`. A buyer without known margins is given the book's mean.
  BuyingForecast forecast(const BuyerTimes& times, const BuyerMargins& margins, double weeks) const;
};

}  // namespace rendabel::rules
