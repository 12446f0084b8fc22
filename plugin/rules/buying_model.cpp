#include "plugin/rules/buying_model.hpp"

#include <utility>

#include "plugin/rules/buying_model_forecast.hpp"

namespace rendabel::rules {

BuyingModel BuyingModel::of(std::vector<BuyerTimes> times, std::vector<BuyerMargins> margins,
                            const BuyingFitOptions& options) {
  return {fit(BuyerStatistics(std::move(times)), options), fit(std::move(margins), options.prior)};
}

BuyingForecast BuyingModel::forecast(const BuyerTimes& times, const BuyerMargins& margins,
                                     double weeks) const {
  BuyingForecast result;
  result.active = active(timing.parameters, times);
  result.orders_if_active = orders_if_active(timing.parameters, times, weeks);
  result.orders = result.active * result.orders_if_active;
  result.margin_known = spend.identified();
  if (result.margin_known) result.margin_per_order = expected_margin(spend.parameters, margins);
  return result;
}

}  // namespace rendabel::rules
