#include "plugin/rules/buying_model_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rendabel::rules {
namespace {

BuyingParameters parameters_at(const Point& point, int k, Dropout dropout) {
  return {std::exp(point[0]), std::exp(point[1]), std::exp(point[2]), std::exp(point[3]), k, dropout};
}

Landscape landscape(const BuyerStatistics& statistics, int k, const BuyingFitOptions& options) {
  Landscape likelihood = [&statistics, k, dropout = options.dropout, cancel = options.cancel](
                             const Point& point, Point& slope) {
    cancel.check();
    const Slope found = log_likelihood(parameters_at(point, k, dropout), statistics.groups());
    slope.assign(found.by.begin(), found.by.end());
    return found.value;
  };
  return options.prior ? with_priors(std::move(likelihood), timing_priors) : likelihood;
}

double likelihood_at(const BuyerStatistics& statistics, const Point& point, int k, Dropout dropout) {
  return log_likelihood(parameters_at(point, k, dropout), statistics.groups()).value +
         gap_part(k, statistics.repeats(), statistics.log_gaps());
}

// The rate, how it differs between buyers, and the mean chance to stop a / (a + b). How that chance differs
// between buyers is hard to see and hardly changes a forecast: there the prior may speak alone.
const std::vector<Point> must_tell{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, -1}};

struct Choice {
  int k = 1;
  Point start;
};

Choice choose(const BuyerStatistics& statistics, const BuyingFitOptions& options) {
  Point point;
  for (const LogPrior& prior : timing_priors) point.push_back(std::log(prior.median));
  point[1] -= std::log(options.k_from);
  Choice best;
  double highest = -std::numeric_limits<double>::infinity();
  int fallen = 0;
  for (int k = options.k_from; k <= options.k_to && fallen < 2; ++k) {
    const Top top = climb(landscape(statistics, k, options), point, statistics.buyers(), {});
    const double likelihood = likelihood_at(statistics, top.point, k, options.dropout);
    fallen = likelihood > highest ? 0 : fallen + 1;
    if (likelihood > highest) {
      highest = likelihood;
      best = {k, top.point};
    }
    // k + 1 stages an order pass faster than k.
    point = top.point;
    point[1] -= std::log((k + 1.0) / k);
  }
  return best;
}

}  // namespace

BuyingFit fit(const BuyerStatistics& statistics, const BuyingFitOptions& options) {
  BuyingFit result;
  result.buyers = statistics.buyers();
  result.repeats = statistics.repeats();
  result.parameters.dropout = options.dropout;
  if (result.buyers < static_cast<double>(options.buyers_min) || result.buyers < 1) return result;
  result.state = FitState::no_repeats;
  if (result.repeats < 1) return result;
  const Choice chosen = choose(statistics.thinned(options.choose_on), options);
  const Top top = climb(landscape(statistics, chosen.k, options), chosen.start, result.buyers,
                        told(must_tell, timing_priors, options.prior));
  result.state = top.state;
  result.spread = top.spread;
  result.parameters = parameters_at(top.point, chosen.k, options.dropout);
  result.log_likelihood = likelihood_at(statistics, top.point, chosen.k, options.dropout);
  Point slope(4);
  const auto nothing = [](const Point&, Point&) { return 0.0; };
  if (options.prior) result.log_prior = with_priors(nothing, timing_priors)(top.point, slope);
  return result;
}

}  // namespace rendabel::rules
