#include "plugin/rules/buying_model_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plugin/rules/buying_model_gamma.hpp"

namespace rendabel::rules {
namespace {

// More stages than any buyer passes: no sum over them ends in time, and no fit that is identified has them.
constexpr double stages_max = 4e6;

// The number of stages in the weeks to come: Poisson with a Gamma(shape, rate) rate, so negative binomial.
class StagesToCome {
 public:
  StagesToCome(double shape, double rate, double weeks)
      : shape_(shape),
        log_none_(std::log(rate / (rate + weeks))),
        more_(weeks / (rate + weeks)),
        log_more_(std::log(more_)),
        mean_(shape * weeks / rate),
        spread_(std::sqrt(mean_ / (1 - more_))) {}

  double log_chance(double stages) const {
    return log_gamma(shape_ + stages) - log_gamma(shape_) - log_gamma(stages + 1) + shape_ * log_none_ +
           stages * log_more_;
  }
  /// A number so large that what lies above it does not count: below e^−46 of the whole.
  double most() const {
    const double step = std::max(spread_ / 2, 1 / (1 - more_));
    double stages = mean_ + 6 * spread_ + step;
    while (stages < stages_max && log_chance(std::ceil(stages)) > -46 - std::log(stages * step))
      stages += step;
    return std::ceil(stages);
  }
  /// The chance of one stage fewer, from the chance of `stages`.
  double fewer(double chance, double stages) const {
    return chance * stages / ((shape_ + stages - 1) * more_);
  }

 private:
  double shape_, log_none_, more_, log_more_, mean_, spread_;
};

// Σ over n of P(still buying before order n) × P(order n comes within the weeks); `done` stages of the first
// are over.
double orders_after(const BuyingParameters& p, const StagesToCome& to_come, double stayed, int done) {
  double stages = to_come.most();
  if (!(stages < stages_max)) return std::numeric_limits<double>::infinity();
  double chance = std::exp(to_come.log_chance(stages)), beyond = 0, result = 0;
  // Downwards, so that the chances of many stages add up from the smallest: order n needs n·k − done stages.
  const double orders_most = std::floor((stages + done) / p.k);
  double order = orders_most;
  double keeps = std::exp(log_gamma(stayed + order - 1) - log_gamma(p.a + stayed + order - 1) -
                          log_gamma(stayed) + log_gamma(p.a + stayed));
  for (; order >= 1; --order) {
    const double needed = order * p.k - done;
    for (; stages >= needed; --stages) {
      beyond += chance;
      chance = to_come.fewer(chance, stages);
    }
    result += keeps * beyond;
    keeps *= (p.a + stayed + order - 2) / (stayed + order - 2);
  }
  return result;
}

}  // namespace

double active(const BuyingParameters& p, const BuyerTimes& times) {
  if (times.repeats == 0 && p.dropout == Dropout::after_repeats) return 1;
  const double shape = p.r + p.k * static_cast<double>(times.repeats), until = p.alpha + times.age;
  const double u = (times.age - times.last) / until;
  double sum = 1, term = 1;
  for (int j = 0; j + 1 < p.k; ++j) sum += term *= (shape + j) * u / (j + 1);
  const double log_odds = std::log(p.a / (stayed(p, times.repeats) - 1)) +
                          shape * -std::log1p((times.last - times.age) / until) - std::log(sum);
  return log_odds > 0 ? std::exp(-log_odds) / (1 + std::exp(-log_odds)) : 1 / (1 + std::exp(log_odds));
}

double orders_if_active(const BuyingParameters& p, const BuyerTimes& times, double weeks) {
  if (weeks <= 0) return 0;
  const double shape = p.r + p.k * static_cast<double>(times.repeats), until = p.alpha + times.age;
  const double u = (times.age - times.last) / until;
  double weight = 1, weights = 0, result = 0;
  for (int done = 0; done < p.k; ++done) {
    const StagesToCome to_come(shape + done, until, weeks);
    result += weight * orders_after(p, to_come, stayed(p, times.repeats), done);
    weights += weight;
    weight *= (shape + done) * u / (done + 1);
    if (weight <= 0) break;
  }
  return result / weights;
}

double expected_orders(const BuyingParameters& p, const BuyerTimes& times, double weeks) {
  return active(p, times) * orders_if_active(p, times, weeks);
}

}  // namespace rendabel::rules
