#include "plugin/rules/buying_model_margin.hpp"

#include <algorithm>
#include <cmath>

#include "plugin/rules/buying_model_gamma.hpp"
#include "plugin/rules/buying_model_search.hpp"

namespace rendabel::rules {
namespace {

// What buyers with the same number of order days share.
struct Shared {
  double value = 0, by_p = 0, by_q = 0, shape = 0;  // shape = p·x
};

Shared shared(const MarginParameters& at, double x) {
  Shared of;
  of.shape = at.p * x;
  const double both = of.shape + at.q;
  of.value = log_gamma(both) - log_gamma(of.shape) - log_gamma(at.q) + at.q * std::log(at.gamma) +
             of.shape * std::log(x);
  of.by_p = x * (digamma(both) - digamma(of.shape) + std::log(x));
  of.by_q = digamma(both) - digamma(at.q) + std::log(at.gamma);
  return of;
}

// Of buyers sorted by order days, with means measured in `unit`.
double log_likelihood(const std::vector<BuyerMargins>& buyers, double unit, const MarginParameters& at,
                      Point& slope) {
  double value = 0, by_p = 0, by_q = 0, by_gamma = 0;
  std::int64_t order_days = 0;
  Shared of;
  for (const BuyerMargins& buyer : buyers) {
    const double x = static_cast<double>(buyer.order_days), mean = buyer.mean / unit;
    if (buyer.order_days != order_days) of = shared(at, x);
    order_days = buyer.order_days;
    const double total = at.gamma + x * mean, log_total = std::log(total), log_mean = std::log(mean);
    value += of.value + (of.shape - 1) * log_mean - (of.shape + at.q) * log_total;
    by_p += of.by_p + x * (log_mean - log_total);
    by_q += of.by_q - log_total;
    by_gamma += at.q / at.gamma - (of.shape + at.q) / total;
  }
  slope = {by_p * at.p, by_q * at.q, by_gamma * at.gamma};
  return value;
}

MarginParameters parameters_at(const Point& point) {
  return {std::exp(point[0]), std::exp(point[1]), std::exp(point[2])};
}

}  // namespace

BuyerMargins buyer_margins(const BuyerStatistic& buyer) {
  if (buyer.margin_days < 1) return {};
  return {buyer.margin_days, static_cast<double>(buyer.margin) / static_cast<double>(buyer.margin_days)};
}

MarginFit fit(std::vector<BuyerMargins> buyers, bool prior, std::int64_t buyers_min, const Cancel& cancel) {
  std::erase_if(buyers, [](const BuyerMargins& each) { return each.order_days < 1 || !(each.mean > 0); });
  std::sort(buyers.begin(), buyers.end());
  MarginFit result;
  result.buyers = static_cast<double>(buyers.size());
  double unit = 0;
  for (const BuyerMargins& buyer : buyers) {
    result.order_days += static_cast<double>(buyer.order_days);
    unit += buyer.mean / result.buyers;
  }
  if (buyers.empty() || result.buyers < static_cast<double>(buyers_min)) return result;
  result.state =
      FitState::no_repeats;  // once each: a buyer's own spread cannot be told from that between buyers
  if (result.order_days <= result.buyers) return result;
  Landscape likelihood = [&](const Point& point, Point& slope) {
    cancel.check();
    return log_likelihood(buyers, unit, parameters_at(point), slope);
  };
  Point point;
  for (const LogPrior& each : spend_priors) point.push_back(std::log(each.median));
  const Top top = climb(prior ? with_priors(likelihood, spend_priors) : likelihood, point, result.buyers,
                        told({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, spend_priors, prior));
  result.state = top.state;
  result.spread = top.spread;
  result.parameters = parameters_at(top.point);
  Point slope;
  result.log_likelihood =
      log_likelihood(buyers, unit, result.parameters, slope) - result.buyers * std::log(unit);
  result.parameters.gamma *= unit;
  // q ≤ 1: the mean over buyers would be endless.
  if (result.identified() && result.parameters.q <= 1) result.state = FitState::flat;
  return result;
}

double expected_margin(const MarginParameters& at, const BuyerMargins& buyer) {
  const double x = static_cast<double>(buyer.order_days);
  return at.p * (at.gamma + x * buyer.mean) / (at.p * x + at.q - 1);
}

}  // namespace rendabel::rules
