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

/// Fits both parts to the buyers of a book. Cancel: Failure{cancelled} within a step of the search.
BuyingModel fit_model(std::vector<BuyerTimes> times, std::vector<BuyerMargins> margins,
                      const BuyingFitOptions& options = {});

/// What a refresh gathered of the buyers, made into a model on `as_of`. Add in any order.
class BuyingBook {
 public:
  explicit BuyingBook(Date as_of) : as_of_(as_of) {}
  void add(const BuyerStatistic& buyer);
  /// The model; empties the book.
  BuyingModel fit(const BuyingFitOptions& options = {});

 private:
  Date as_of_;
  std::vector<BuyerTimes> times_;
  std::vector<BuyerMargins> margins_;
};

/// Of one buyer, over the next `weeks`. A buyer without known margins is given the book's mean.
/// Ask only where `model.timing.identified()`.
BuyingForecast forecast(const BuyingModel& model, const BuyerTimes& times, const BuyerMargins& margins,
                        double weeks);

}  // namespace rendabel::rules
