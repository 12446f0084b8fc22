// buying_model_forecast.hpp — P(active) and expected orders of one buyer.
// In: parameters, a buyer's times.  Out: chances and numbers of order days.  Never: margins, fitting.
// Method: the safe integral of domain.md 5 as the sum it equals: over the orders to come and the stages to
// them, of chances that are all positive. No 2F1, valid for a = 1, huge x, long t and every k.
#pragma once
#include "plugin/rules/buying_model_likelihood.hpp"

namespace rendabel::rules {

/// P(active) at the end of the buyer's age.
double active(const BuyingParameters& parameters, const BuyerTimes& times);

/// Order days expected in the next `weeks` of a buyer who is active at the end of his age; infinite where
/// parameters have him buy without end.
double orders_if_active(const BuyingParameters& parameters, const BuyerTimes& times, double weeks);

/// E[Y(t)] = active × orders_if_active.
double expected_orders(const BuyingParameters& parameters, const BuyerTimes& times, double weeks);

}  // namespace rendabel::rules
