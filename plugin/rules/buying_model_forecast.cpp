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
        log_gamma_shape_(log_gamma(shape)),
        log_none_(std::log(rate / (rate + weeks))),
        more_(weeks / (rate + weeks)),
        log_more_(std::log(more_)),
        mean_(shape * weeks / rate),
        spread_(std::sqrt(mean_ / (1 - more_))) {}

  double log_chance(double stages) const {
    return log_gamma(shape_ + stages) - log_gamma_shape_ - log_gamma(stages + 1) + shape_ * log_none_ +
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
  double more() const { return more_; }

 private:
  double shape_, log_gamma_shape_, log_none_, more_, log_more_, mean_, spread_;
};

// Stages done since the last order and stages to come, together: how likely each number of them is, from the
// largest down. The number done, d < k, weighs (shape)_d u^d / d!, and with d done the stages to come are
// negative binomial of shape + d: a sum over d of products. Of one number of stages to the next one lower the
// whole sum follows from itself and its last product, all of it positive.
class StagesTogether {
 public:
  StagesTogether(int k, double shape, double until, double u, double weeks)
      : last_done_(k - 1), shape_(shape) {
    const StagesToCome all_done(shape + last_done_, until, weeks), none_done(shape, until, weeks);
    stages_ = all_done.most() + last_done_;
    more_ = all_done.more();
    done_ = u * (1 - more_);
    double weight = weights_ = 1;
    double product = chance_ = std::exp(none_done.log_chance(stages_));
    for (int done = 1; done <= last_done_; ++done) {
      weights_ += weight *= (shape + done - 1) * u / done;
      chance_ += product *= (stages_ - done + 1) / done * (done_ / more_);
    }
    product_ = product;
  }
  bool bounded() const { return stages_ < stages_max; }
  double stages() const { return stages_; }
  double chance() const { return chance_; }    ///< of `stages`, × weights
  double weights() const { return weights_; }  ///< Σ over the stages done
  void one_lower() {
    const double fewer = 1 / (shape_ + stages_ - 1);
    product_ *= (stages_ - last_done_) * fewer / more_;
    chance_ = (chance_ * stages_ * fewer + done_ * product_) / (done_ + more_);
    --stages_;
  }

 private:
  int last_done_;
  double shape_, stages_ = 0, more_ = 0, done_ = 0, chance_ = 0, product_ = 0, weights_ = 0;
};

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

// Σ over n of P(still buying before order n) × P(order n comes within the weeks): n·k stages together.
double orders_if_active(const BuyingParameters& p, const BuyerTimes& times, double weeks) {
  if (weeks <= 0) return 0;
  const double shape = p.r + p.k * static_cast<double>(times.repeats), until = p.alpha + times.age;
  StagesTogether together(p.k, shape, until, (times.age - times.last) / until, weeks);
  if (!together.bounded()) return std::numeric_limits<double>::infinity();
  const double stays = stayed(p, times.repeats);
  // Downwards, so that the chances of many stages add up from the smallest.
  double order = std::floor(together.stages() / p.k), beyond = 0, result = 0;
  double keeps = std::exp(log_gamma(stays + order - 1) - log_gamma(p.a + stays + order - 1) -
                          log_gamma(stays) + log_gamma(p.a + stays));
  for (; order >= 1; --order) {
    for (const double needed = order * p.k; together.stages() >= needed; together.one_lower())
      beyond += together.chance();
    result += keeps * beyond;
    keeps *= (p.a + stays + order - 2) / (stays + order - 2);
  }
  return result / together.weights();
}

double expected_orders(const BuyingParameters& p, const BuyerTimes& times, double weeks) {
  return active(p, times) * orders_if_active(p, times, weeks);
}

}  // namespace rendabel::rules
