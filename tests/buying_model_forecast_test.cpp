// Expected orders: against quadrature of the integral of domain.md 5, and against simulated buyers for k > 1.
#include "plugin/rules/buying_model_forecast.hpp"

#include <boost/math/quadrature/tanh_sinh.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <catch2/catch.hpp>

#include "tests/support/simulated_buyers.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

/// ∫ Beta(p; a, B) (1/p) [1 − ((alpha + T) / (alpha + T + pt))^(r + x)] dp
double integral(const BuyingParameters& parameters, const BuyerTimes& times, double weeks) {
  const double a = parameters.a, stays = stayed(parameters, times.repeats);
  const double shape = parameters.r + static_cast<double>(times.repeats),
               until = parameters.alpha + times.age;
  boost::math::quadrature::tanh_sinh<double> quadrature;
  return quadrature.integrate(
      [&](double p) {
        const double density = std::pow(p, a - 1) * std::pow(1 - p, stays - 1) / boost::math::beta(a, stays);
        return density * -std::expm1(-shape * std::log1p(p * weeks / until)) / p;
      },
      0.0, 1.0);
}

/// The same sum written out: the stages done since the last order one by one, each with its own stages to
/// come and orders to come.
double written_out(const BuyingParameters& p, const BuyerTimes& times, double weeks) {
  const double shape = p.r + p.k * static_cast<double>(times.repeats), until = p.alpha + times.age;
  const double u = (times.age - times.last) / until, more = weeks / (until + weeks);
  const double stays = stayed(p, times.repeats);
  double weight = 1, weights = 0, result = 0;
  for (int done = 0; done < p.k; ++done) {
    double keeps = 1, beyond = 1, chance = std::pow(1 - more, shape + done);
    int stages = 0;
    for (int order = 1; order < 4'000 && beyond > 0; ++order) {
      for (; stages < order * p.k - done; ++stages) {
        beyond -= chance;
        chance *= (shape + done + stages) / (stages + 1) * more;
      }
      if (beyond < 1e-13) break;
      result += weight * keeps * beyond;
      keeps *= (stays + order - 1) / (p.a + stays + order - 1);
    }
    weights += weight;
    weight *= (shape + done) * u / (done + 1);
  }
  return result / weights;
}

TEST_CASE("for every k the sum in one go equals the sum written out") {
  for (const Dropout dropout : {Dropout::after_every_order, Dropout::after_repeats})
    for (const int k : {1, 2, 5, 12})
      for (const std::int64_t repeats : {0, 1, 6, 60})
        for (const double silent : {0.0, 3.0, 60.0, 89.0})
          for (const double weeks : {0.5, 13.0, 52.0}) {
            const BuyingParameters parameters{1.3, 2.8, .42, .8, k, dropout};
            const BuyerTimes times{repeats, 90, repeats > 0 ? 90 - silent : 0.0, 0};
            INFO("k " << k << " x " << repeats << " silent " << silent << " t " << weeks);
            CHECK(orders_if_active(parameters, times, weeks) ==
                  Approx(written_out(parameters, times, weeks)).epsilon(1e-9).margin(1e-12));
          }
}

TEST_CASE("for k = 1 the sum equals the safe integral, also where a = 1") {
  for (const Dropout dropout : {Dropout::after_every_order, Dropout::after_repeats})
    for (const double a : {0.6, 1.0, 3.0})
      for (const std::int64_t repeats : {0, 1, 40, 400})
        for (const double weeks : {0.5, 52.0, 2000.0}) {
          const BuyingParameters parameters{.5, 8, a, 2.2, 1, dropout};
          const BuyerTimes times{repeats, 90, repeats > 0 ? 80.0 : 0.0, 0};
          INFO("a " << a << " x " << repeats << " t " << weeks);
          CHECK(orders_if_active(parameters, times, weeks) ==
                Approx(integral(parameters, times, weeks)).epsilon(1e-9));
        }
}

TEST_CASE("for k > 1 simulated buyers order as often as expected, at every number of repeats") {
  for (const int k : {2, 3}) {
    const BuyingParameters parameters{1.33, 2.81, .42, .79, k, Dropout::after_every_order};
    struct Group {
      double buyers = 0, expected = 0, found = 0, squares = 0;
    };
    std::array<Group, 5> groups;
    for (const SimulatedBuyer& buyer : simulated_buyers(parameters, 60'000, 52, 52, 20261124)) {
      const std::int64_t repeats = buyer.times.repeats;
      Group& group = groups[repeats == 0 ? 0 : repeats == 1 ? 1 : repeats < 5 ? 2 : repeats < 12 ? 3 : 4];
      const double expected = expected_orders(parameters, buyer.times, 52);
      ++group.buyers;
      group.expected += expected;
      group.found += buyer.orders_after;
      group.squares += (buyer.orders_after - expected) * (buyer.orders_after - expected);
    }
    for (const Group& group : groups) {
      INFO("k " << k << ", " << group.buyers << " buyers");
      CHECK(group.buyers > 1000);
      CHECK(std::abs(group.found - group.expected) < 3.5 * std::sqrt(group.squares));
    }
  }
}

TEST_CASE("nobody orders in no time, and more time never brings fewer orders") {
  const BuyingParameters parameters{1.2, 3, .4, .8, 3, Dropout::after_every_order};
  const BuyerTimes times{6, 60, 55, 9};
  CHECK(orders_if_active(parameters, times, 0) == 0);
  double before = 0;
  for (const double weeks : {1e-6, 1e-3, 1.0, 4.0, 13.0, 52.0, 520.0, 5200.0}) {
    const double now = orders_if_active(parameters, times, weeks);
    CHECK(now > before);
    before = now;
  }
  // Regular buyers are due sooner after a long silence, if they still buy.
  CHECK(orders_if_active(parameters, {6, 60, 50, 9}, 1) > orders_if_active(parameters, {6, 60, 60, 9}, 1));
}

TEST_CASE("silence makes a buyer less likely to be active, the more so the oftener he bought") {
  const BuyingParameters parameters{1.2, 3, .4, .8, 2, Dropout::after_every_order};
  CHECK(active(parameters, {9, 60, 60, 0}) > active(parameters, {9, 60, 50, 0}));
  CHECK(active(parameters, {9, 60, 30, 0}) < active(parameters, {2, 60, 30, 0}));
  CHECK(active({1, 1, 1, 1, 1, Dropout::after_repeats}, {0, 60, 0, 0}) == 1);
}

}  // namespace
}  // namespace rendabel::test
