#include "plugin/rules/buying_model.hpp"

#include <utility>

#include "plugin/rules/buying_model_forecast.hpp"

namespace rendabel::rules {

BuyingModel fit_model(std::vector<BuyerTimes> times, std::vector<BuyerMargins> margins,
                      const BuyingFitOptions& options) {
  return {fit(BuyerStatistics(std::move(times)), options),
          fit(std::move(margins), options.prior, options.buyers_min, options.cancel)};
}

void BuyingBook::add(const BuyerStatistic& buyer) {
  times_.push_back(buyer_times(buyer, as_of_));
  if (buyer.margin_days > 0) margins_.push_back(buyer_margins(buyer));
}

BuyingModel BuyingBook::fit(const BuyingFitOptions& options) {
  return fit_model(std::exchange(times_, {}), std::exchange(margins_, {}), options);
}

BuyingForecast forecast(const BuyingModel& model, const BuyerTimes& times, const BuyerMargins& margins,
                        double weeks) {
  BuyingForecast result;
  result.active = active(model.timing.parameters, times);
  result.orders_if_active = orders_if_active(model.timing.parameters, times, weeks);
  result.orders = result.active * result.orders_if_active;
  result.margin_known = model.spend.identified();
  if (result.margin_known) result.margin_per_order = expected_margin(model.spend.parameters, margins);
  return result;
}

}  // namespace rendabel::rules
