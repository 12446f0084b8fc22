#include "plugin/rules/buying_model_outlook.hpp"

#include <cmath>

#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/coverage.hpp"

namespace rendabel::rules {
namespace {

constexpr double year_weeks = 365.0 / 7;
// Beyond it no figure is one of a customer; also keeps the rounding within int64.
constexpr double figure_max = 1e12;

bool sound(double value) { return value >= 0 && value < figure_max; }

// Four decimals: what stands behind them differs from one refresh to the next anyway.
Micro to_decimal(double value) { return {std::llround(value * 1e4) * 100}; }

std::string_view why_not(FitState state) {
  switch (state) {
    case FitState::identified: return {};
    case FitState::too_few: return why::model_too_few;
    case FitState::no_repeats: return why::model_no_repeats;
    case FitState::runaway: return why::model_runaway;
    case FitState::flat: return why::model_flat;
    case FitState::not_converged: return why::model_not_converged;
  }
  return why::model_not_converged;
}

// What the margin of an order day rests on; `expected` says whether there is one at all.
std::string_view margin_basis(const BuyingModel& model, const BuyerStatistic& buyer, bool& expected) {
  expected = model.spend.identified();
  if (!expected) return why::margin_model_unknown;
  // Known margins, none of them above 0: a mean over others would make a loss look like a promise.
  expected = buyer.margin_days > 0 || !buyer.margin_known;
  if (!expected) return why::margin_not_positive;
  if (buyer.margin_days == 0) return why::margin_of_book;
  return buyer.margin_assumed ? why::cost_assumed_margin : std::string_view();
}

}  // namespace

Outlook outlook_of(const std::optional<BuyingModel>& model, const std::optional<BuyerStatistic>& buyer,
                   RhythmState state, Date as_of) {
  Outlook outlook;
  outlook.why = !model ? why::no_model : why_not(model->timing.state);
  if (outlook.why.empty() && !buyer) outlook.why = why::no_order_days;
  if (!outlook.why.empty()) return outlook;
  const BuyingForecast found =
      forecast(*model, buyer_times(*buyer, as_of), buyer_margins(*buyer), year_weeks);
  if (!sound(found.active) || !sound(found.orders) || !sound(found.orders_if_active)) {
    outlook.why = why::model_not_converged;
    return outlook;
  }
  outlook.p_active = to_decimal(found.active);
  outlook.expected_orders = to_decimal(found.orders);
  bool expected = false;
  outlook.margin_why = margin_basis(*model, *buyer, expected);
  const double margin = found.orders * found.margin_per_order;
  const double won_back = found.orders_if_active * found.margin_per_order;
  if (!expected || !sound(margin) || !sound(won_back)) return outlook;
  outlook.expected_margin = std::llround(margin);
  outlook.potential = std::llround(state == RhythmState::dormant ? won_back : margin);
  return outlook;
}

}  // namespace rendabel::rules
