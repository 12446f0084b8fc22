// buying_model_margin.hpp — the margin that a buyer's order day brings (Gamma-Gamma [7]).
// In: per buyer the number of order days with a known margin above 0, and their mean.  Out: p, q, gamma; the
// margin to expect. Never: order days at a loss or of unknown margin.  Method: maximum a posteriori; amounts
// are measured by their mean while fitting, so that the priors hold for every currency.
#pragma once
#include <cstdint>
#include <vector>

#include "plugin/base/buying_model.hpp"
#include "plugin/base/cancel.hpp"

namespace rendabel::rules {

/// One buyer: order days with a known margin above 0, and the mean of these margins in minor units.
struct BuyerMargins {
  std::int64_t order_days = 0;
  double mean = 0;
  auto operator<=>(const BuyerMargins&) const = default;
};

BuyerMargins buyer_margins(const BuyerStatistic& buyer);

/// Of the buyers with order days; the others are passed over. With the prior off, plain maximum likelihood.
MarginFit fit(std::vector<BuyerMargins> buyers, bool prior = true, std::int64_t buyers_min = model_buyers_min,
              const Cancel& cancel = {});

/// The margin expected of a buyer's next order day; of one without order days the book's mean.
double expected_margin(const MarginParameters& parameters, const BuyerMargins& buyer);

}  // namespace rendabel::rules
