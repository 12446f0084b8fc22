// simulated_buyers.hpp — buyers who buy just as MBG/CNBD-k has it.
// In: parameters, weeks observed and after, a seed.  Out: per buyer its times and the orders that came after.
#pragma once
#include <cmath>
#include <random>
#include <vector>

#include "plugin/rules/buying_model_likelihood.hpp"

namespace rendabel::test {

struct SimulatedBuyer {
  rules::BuyerTimes times;
  double orders_after = 0;
};

inline std::vector<SimulatedBuyer> simulated_buyers(const BuyingParameters& parameters, int count,
                                                    double weeks, double weeks_after, unsigned seed) {
  std::mt19937_64 chance(seed);
  std::gamma_distribution<double> rate(parameters.r, 1 / parameters.alpha), stop(parameters.a),
      stay(parameters.b);
  std::uniform_real_distribution<double> even(0, 1);
  std::vector<SimulatedBuyer> buyers;
  for (int i = 0; i < count; ++i) {
    const double its_rate = rate(chance), one = stop(chance), other = stay(chance);
    std::gamma_distribution<double> gap(parameters.k, 1 / its_rate);
    SimulatedBuyer buyer;
    buyer.times.age = weeks;
    bool goes_on = parameters.dropout == Dropout::after_repeats || even(chance) > one / (one + other);
    for (double now = 0; goes_on; goes_on = even(chance) > one / (one + other)) {
      const double waited = gap(chance);
      now += waited;
      if (now > weeks + weeks_after) break;
      if (now > weeks) {
        ++buyer.orders_after;
      } else {
        ++buyer.times.repeats;
        buyer.times.last = now;
        buyer.times.log_gaps += std::log(waited);
      }
    }
    buyers.push_back(buyer);
  }
  return buyers;
}

}  // namespace rendabel::test
