// Fits of the buying model: the same in any order, honest where the data tell nothing.
#include "plugin/rules/buying_model.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>

#include "plugin/rules/buying_model_forecast.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/simulated_buyers.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

std::vector<BuyerTimes> buyers(const BuyingParameters& parameters, int count, unsigned seed = 1) {
  std::vector<BuyerTimes> result;
  for (const SimulatedBuyer& buyer : simulated_buyers(parameters, count, 78, 0, seed))
    result.push_back(buyer.times);
  return result;
}
std::vector<BuyerMargins> margins(int count, unsigned seed = 1) {
  std::mt19937_64 chance(seed);
  std::vector<BuyerMargins> result;
  for (int i = 0; i < count; ++i) {
    std::gamma_distribution<double> its(5, 40'00 / std::gamma_distribution<double>(4, 1)(chance));
    BuyerMargins buyer{1 + i % 6, 0};
    for (int day = 0; day <= i % 6; ++day) buyer.mean += its(chance) / static_cast<double>(buyer.order_days);
    result.push_back(buyer);
  }
  return result;
}
const BuyingParameters regular{1.3, 2.8, .6, 1.4, 3, Dropout::after_every_order};

TEST_CASE("the times of a buyer are weeks from his first order day") {
  const BuyerTimes times =
      buyer_times({on("2026-01-01"), on("2026-01-08"), on("2026-01-22")}, on("2026-02-05"));
  CHECK(times.repeats == 2);
  CHECK(times.last == 3);
  CHECK(times.age == 5);
  CHECK(times.log_gaps == Approx(std::log(2)));
  const BuyerTimes once = buyer_times(std::vector{on("2026-01-01")}, on("2026-01-01"));
  CHECK(once == BuyerTimes{0, 0, 0, 0});
}

TEST_CASE("a fit finds the parameters that buyers were made with, k too") {
  const BuyingFit found = fit(BuyerStatistics(buyers(regular, 20'000)));
  CHECK(found.identified());
  CHECK(found.parameters.k == 3);
  CHECK(found.parameters.r == Approx(regular.r).epsilon(0.06));
  CHECK(found.parameters.alpha == Approx(regular.alpha).epsilon(0.06));
  CHECK(found.parameters.a == Approx(regular.a).epsilon(0.1));
  CHECK(found.parameters.b == Approx(regular.b).epsilon(0.1));
  CHECK(found.buyers == 20'000);
}

TEST_CASE("buyers in any order give the same bits") {
  std::vector<BuyerTimes> times = buyers(regular, 1'500);
  for (BuyerTimes& each : times) each.last = std::floor(each.last), each.age = 78;  // so that some are equal
  std::vector<BuyerMargins> spent = margins(1'500);
  BuyingFitOptions options;
  options.choose_on = 700;
  const BuyingModel one = fit_model(times, spent, options);
  for (unsigned seed = 1; seed <= 3; ++seed) {
    std::mt19937_64 chance(seed);
    std::shuffle(times.begin(), times.end(), chance);
    std::shuffle(spent.begin(), spent.end(), chance);
    const BuyingModel other = fit_model(times, spent, options);
    CHECK(one.timing.parameters.r == other.timing.parameters.r);
    CHECK(one.timing.parameters.alpha == other.timing.parameters.alpha);
    CHECK(one.timing.parameters.a == other.timing.parameters.a);
    CHECK(one.timing.parameters.b == other.timing.parameters.b);
    CHECK(one.timing.parameters.k == other.timing.parameters.k);
    CHECK(one.timing.log_likelihood == other.timing.log_likelihood);
    CHECK(one.spend.parameters.gamma == other.spend.parameters.gamma);
    CHECK(one.spend.log_likelihood == other.spend.log_likelihood);
  }
}

TEST_CASE("a fit that is cancelled stops within a step and says so") {
  const std::atomic<std::uint64_t> mark{7};
  BuyingFitOptions options;
  options.cancel = Cancel(mark, 7);
  try {
    fit_model(buyers(regular, 500), margins(500), options);
    FAIL("the fit went on");
  } catch (const Failure& stopped) {
    CHECK(stopped.status() == Status::cancelled);
  }
  options.cancel = Cancel(mark, 8);
  CHECK(fit_model(buyers(regular, 500), margins(500), options).timing.identified());
}

TEST_CASE("equal buyers are one group, whose gaps add up the same in any order") {
  std::vector<BuyerTimes> times = buyers(regular, 2'000);
  for (BuyerTimes& each : times) each = {each.repeats, 78, each.repeats > 0 ? 70.0 : 0.0, each.log_gaps};
  const BuyerStatistics one(times);
  CHECK(one.groups().size() < 200);
  std::mt19937_64 chance(1);
  std::shuffle(times.begin(), times.end(), chance);
  const BuyerStatistics other(times);
  REQUIRE(one.groups().size() == other.groups().size());
  for (std::size_t i = 0; i < one.groups().size(); ++i) {
    CHECK(one.groups()[i].times == other.groups()[i].times);
    CHECK(one.groups()[i].buyers == other.groups()[i].buyers);
  }
}

TEST_CASE("a thinned book has about as many buyers as asked for, and their share of the gaps") {
  const BuyerStatistics all(buyers(regular, 5'000));
  const BuyerStatistics part = all.thinned(1'000);
  CHECK(part.buyers() == Approx(1'000).margin(1));
  CHECK(part.repeats() / part.buyers() == Approx(all.repeats() / all.buyers()).epsilon(0.02));
  CHECK(all.thinned(5'000).groups().size() == all.groups().size());
}

TEST_CASE("the slope is the change of the likelihood") {
  const BuyerStatistics statistics(buyers(regular, 300));
  for (const Dropout dropout : {Dropout::after_every_order, Dropout::after_repeats})
    for (const int k : {1, 2, 5}) {
      const auto value = [&](double r, double alpha, double a, double b) {
        return log_likelihood(BuyingParameters{r, alpha, a, b, k, dropout}, statistics.groups());
      };
      const double up = std::exp(1e-5), down = 1 / up;
      const Slope slope = value(.9, 4, .7, 1.9);
      const auto rise = [](const Slope& above, const Slope& below) {
        return Approx((above.value - below.value) / 2e-5).epsilon(1e-5).margin(1e-3);
      };
      CHECK(slope.by[0] == rise(value(.9 * up, 4, .7, 1.9), value(.9 * down, 4, .7, 1.9)));
      CHECK(slope.by[1] == rise(value(.9, 4 * up, .7, 1.9), value(.9, 4 * down, .7, 1.9)));
      CHECK(slope.by[2] == rise(value(.9, 4, .7 * up, 1.9), value(.9, 4, .7 * down, 1.9)));
      CHECK(slope.by[3] == rise(value(.9, 4, .7, 1.9 * up), value(.9, 4, .7, 1.9 * down)));
    }
}

TEST_CASE("a fit that tells nothing says why") {
  std::vector<BuyerTimes> times = buyers(regular, 200);
  CHECK(fit(BuyerStatistics(times)).identified());
  times.pop_back();
  CHECK(fit(BuyerStatistics(times)).state == FitState::too_few);
  CHECK(fit(BuyerStatistics(std::vector<BuyerTimes>{})).state == FitState::too_few);
  CHECK(fit(BuyerStatistics(std::vector<BuyerTimes>(500, {0, 30, 0, 0}))).state == FitState::no_repeats);
  std::vector<BuyerTimes> hardly(500, {0, 30, 0, 0});
  hardly[0] = {1, 30, 12, std::log(12)};
  CHECK(fit(BuyerStatistics(hardly)).state == FitState::flat);
  // Nobody ever stops: without a prior the chance to stop runs to nothing; with it the fit stands.
  std::vector<BuyerTimes> faithful;
  for (int i = 0; i < 400; ++i) faithful.push_back({2 + i % 9, 60, 60, 20});
  BuyingFitOptions plain;
  plain.prior = false;
  CHECK(fit(BuyerStatistics(faithful), plain).state == FitState::runaway);
  CHECK(name_of(FitState::runaway) == "runaway");
}

TEST_CASE("buyers of today, daily buyers for decades and one buyer many times end in a state, with numbers") {
  const BuyerTimes today{0, 0, 0, 0}, yesterday{1, 1.0 / 7, 1.0 / 7, std::log(1.0 / 7)};
  const BuyerTimes daily{36'500, 36'500.0 / 7, 36'500.0 / 7, 36'500 * std::log(1.0 / 7)};
  std::vector<BuyerTimes> usual = buyers(regular, 400);
  const auto with = [&](const BuyerTimes& odd, std::size_t count) {
    std::vector<BuyerTimes> all = usual;
    all.insert(all.end(), count, odd);
    return all;
  };
  const std::vector<BuyerTimes> same(500, usual[0].repeats > 0 ? usual[0] : usual[1]);
  const std::pair<const char*, std::vector<BuyerTimes>> books[] = {
      {"all today", std::vector<BuyerTimes>(300, today)},
      {"all since yesterday", std::vector<BuyerTimes>(300, yesterday)},
      {"all daily", std::vector<BuyerTimes>(300, daily)},
      {"one daily", with(daily, 1)},
      {"many of today", with(today, 2'000)},
      {"the same one", same}};
  for (const auto& [name, times] : books) {
    INFO(name);
    const BuyingFit found = fit(BuyerStatistics(times));
    const auto& at = found.parameters;
    INFO(name_of(found.state) << " r " << at.r << " alpha " << at.alpha << " a " << at.a << " b " << at.b);
    for (const double each : {at.r, at.alpha, at.a, at.b}) CHECK((std::isfinite(each) && each > 0));
    CHECK(std::isfinite(found.log_likelihood));
    for (const double each : found.spread) CHECK((std::isfinite(each) && each >= 0));
    if (!found.identified()) continue;
    for (const BuyerTimes& one : {today, yesterday, daily, usual[0]}) {
      const BuyingForecast year = forecast({found, {}}, one, {}, 365.0 / 7);
      CHECK((year.active >= 0 && year.active <= 1));
      CHECK((std::isfinite(year.orders) && year.orders >= 0));
    }
  }
}

TEST_CASE("margins: too few buyers or single order days say so; a fit is in the unit of the margins") {
  CHECK(fit(margins(199)).state == FitState::too_few);
  CHECK(fit(std::vector<BuyerMargins>(300, {1, 50'00})).state == FitState::no_repeats);
  std::vector<BuyerMargins> spent = margins(4'000);
  spent.push_back({0, 0});
  spent.push_back({3, -10'00});
  const MarginFit found = fit(spent);
  CHECK(found.identified());
  CHECK(found.buyers == 4'000);
  CHECK(found.parameters.p == Approx(5).epsilon(0.1));
  CHECK(found.parameters.q == Approx(4).epsilon(0.1));
  CHECK(found.parameters.gamma == Approx(40'00).epsilon(0.15));
  const double book = expected_margin(found.parameters, {0, 0});
  const double high = expected_margin(found.parameters, {6, 4 * book});
  CHECK(high > 2 * book);
  CHECK(high < 4 * book);
}

TEST_CASE("a forecast is the product of its parts, and has a margin only from an identified fit") {
  const BuyingModel model = fit_model(buyers(regular, 2'000), margins(100));
  const BuyingForecast found = forecast(model, {4, 70, 66, 11}, {5, 80'00}, 52);
  CHECK(found.active > 0.5);
  CHECK(found.orders == Approx(found.active * found.orders_if_active));
  CHECK_FALSE(found.margin_known);
  CHECK(forecast(fit_model({}, margins(2'000)), {4, 70, 66, 11}, {5, 80'00}, 52).margin_known);
}

}  // namespace
}  // namespace rendabel::test
