#include "plugin/rules/buying_model_likelihood.hpp"

#include <cmath>

#include "plugin/rules/buying_model_gamma.hpp"

namespace rendabel::rules {
namespace {

// What all buyers with the same number of repeats share.
struct Shared {
  double shape = 0;    // s = r + kx: stages seen, and r
  double stayed = 0;   // B
  double odds = 0;     // ln of a / (B − 1): stopped at t_x against not yet
  bool stops = false;  // may have stopped at t_x at all
  Slope part;
};

Shared shared(const BuyingParameters& p, std::int64_t repeats) {
  Shared of;
  of.shape = p.r + p.k * static_cast<double>(repeats);
  of.stayed = stayed(p, repeats);
  of.stops = repeats > 0 || p.dropout == Dropout::after_every_order;
  if (of.stops) of.odds = std::log(p.a / (of.stayed - 1));
  const double a_b = p.a + p.b, a_stayed = p.a + of.stayed;
  of.part.value = log_gamma(of.stayed) - log_gamma(a_stayed) - log_gamma(p.b) + log_gamma(a_b) +
                  log_gamma(of.shape) - log_gamma(p.r) + p.r * std::log(p.alpha);
  of.part.by = {digamma(of.shape) - digamma(p.r) + std::log(p.alpha), p.r / p.alpha,
                digamma(a_b) - digamma(a_stayed),
                digamma(of.stayed) - digamma(a_stayed) - digamma(p.b) + digamma(a_b)};
  return of;
}

// S = Σ over j < k of Γ(s + j) / (Γ(s) j!) u^j: fewer than k stages in the time since t_x; u = that time /
// (alpha + T).
struct Stages {
  double sum = 1, by_shape = 0, times_j = 0;
};

Stages stages(int k, double shape, double u) {
  Stages result;
  double term = 1, term_by_shape = 0;
  for (int j = 0; j + 1 < k; ++j) {
    term_by_shape = (term_by_shape * (shape + j) + term) * u / (j + 1);
    term *= (shape + j) * u / (j + 1);
    result.sum += term;
    result.by_shape += term_by_shape;
    result.times_j += (j + 1) * term;
  }
  return result;
}

class Sum {
 public:
  explicit Sum(const BuyingParameters& parameters) : p_(parameters) {}

  void add(const BuyerGroup& group) {
    const BuyerTimes& times = group.times;
    if (times.repeats != repeats_) {
      repeats_ = times.repeats;
      of_ = shared(p_, repeats_);
      age_ = -1;
    }
    if (times.age != age_) {
      age_ = times.age;
      log_age_ = std::log(p_.alpha + age_);
    }
    const double until = p_.alpha + times.age, last = p_.alpha + times.last, n = group.buyers;
    Stages silent;
    double log_sum = 0;
    if (p_.k > 1) {
      silent = stages(p_.k, of_.shape, (times.age - times.last) / until);
      log_sum = std::log(silent.sum);
    }
    const double log_ratio = of_.stops ? log_age_ - std::log(last) : 0;
    // ln of (1 + D), D = odds of stopped against active; and P(stopped).
    const double log_odds = of_.odds + of_.shape * log_ratio - log_sum;
    const double small = std::exp(-std::abs(log_odds));
    const double log_both = of_.stops ? std::max(log_odds, 0.0) + std::log1p(small) : 0;
    const double stopped = !of_.stops ? 0 : (log_odds > 0 ? 1 : small) / (1 + small);
    const double active = 1 - stopped;
    total_.value += n * (of_.part.value - of_.shape * log_age_ + log_sum + log_both);
    total_.by[0] +=
        n * (of_.part.by[0] - log_age_ + active * silent.by_shape / silent.sum + stopped * log_ratio);
    total_.by[1] += n * (of_.part.by[1] - of_.shape / until - active * silent.times_j / silent.sum / until +
                         stopped * of_.shape * (1 / until - 1 / last));
    total_.by[2] += n * (of_.part.by[2] + stopped / p_.a);
    total_.by[3] += n * (of_.part.by[3] - (of_.stops ? stopped / (of_.stayed - 1) : 0));
  }

  Slope by_logarithms() const {
    Slope result = total_;
    result.by[0] *= p_.r;
    result.by[1] *= p_.alpha;
    result.by[2] *= p_.a;
    result.by[3] *= p_.b;
    return result;
  }

 private:
  const BuyingParameters& p_;
  std::int64_t repeats_ = -1;
  Shared of_;
  double age_ = -1, log_age_ = 0;
  Slope total_;
};

}  // namespace

double stayed(const BuyingParameters& parameters, std::int64_t repeats) {
  const double orders = parameters.dropout == Dropout::after_every_order ? 1 : 0;
  return parameters.b + static_cast<double>(repeats) + orders;
}

Slope log_likelihood(const BuyingParameters& parameters, const std::vector<BuyerGroup>& groups) {
  Sum sum(parameters);
  for (const BuyerGroup& group : groups) sum.add(group);
  return sum.by_logarithms();
}

double gap_part(int k, double repeats, double log_gaps) {
  return (k - 1) * log_gaps - repeats * log_gamma(static_cast<double>(k));
}

double log_likelihood(const BuyingParameters& parameters, const BuyerTimes& times) {
  Sum sum(parameters);
  sum.add({times, 1});
  return sum.by_logarithms().value +
         gap_part(parameters.k, static_cast<double>(times.repeats), times.log_gaps);
}

}  // namespace rendabel::rules
