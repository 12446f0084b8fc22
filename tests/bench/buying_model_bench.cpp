// Fitting the buying model to 1,000,000 buyers, beside a plain scan of the same statistics; and forecasts.
#include "plugin/rules/buying_model.hpp"
#include "tests/bench/ratios.hpp"
#include "tests/support/simulated_buyers.hpp"

namespace {

using namespace rendabel;
using namespace rendabel::rules;

/// Two years of buyers by the day, who came over these two years.
std::vector<BuyerTimes> make_buyers() {
  std::vector<BuyerTimes> buyers;
  const BuyingParameters parameters{1.33, 4, .42, .79, 2, Dropout::after_every_order};
  const int cohorts = bench::small() ? 2 : 100, each = bench::small() ? 200 : 10'000;
  for (int cohort = 0; cohort < cohorts; ++cohort) {
    const double age = bench::small() ? 52 + cohort : (28 + 7 * cohort) / 7.0;
    for (test::SimulatedBuyer& buyer :
         test::simulated_buyers(parameters, each, age, 0, static_cast<unsigned>(cohort))) {
      buyer.times.last = std::floor(buyer.times.last * 7) / 7;
      buyers.push_back(buyer.times);
    }
  }
  return buyers;
}

const std::vector<BuyerTimes>& book() {
  static const std::vector<BuyerTimes> buyers = make_buyers();
  return buyers;
}

void scan(benchmark::State& state) {
  state.counters["buyers"] = static_cast<double>(book().size());
  for (auto _ : state) {
    double sum = 0;
    for (const BuyerTimes& times : book())
      sum += static_cast<double>(times.repeats) + times.age + times.last + times.log_gaps;
    benchmark::DoNotOptimize(sum);
  }
}

void group_buyers(benchmark::State& state) {
  for (auto _ : state) {
    const BuyerStatistics statistics(book());
    state.counters["groups"] = static_cast<double>(statistics.groups().size());
  }
}

void fit_book(benchmark::State& state) {
  for (auto _ : state) {
    const BuyingFit found = fit(BuyerStatistics(book()));
    state.counters["k"] = found.parameters.k;
    state.counters["r"] = found.parameters.r;
    state.counters["identified"] = found.identified() ? 1 : 0;
  }
}

/// A thousand accounts' next year.
void forecast_a_year(benchmark::State& state) {
  const BuyingModel model{fit(BuyerStatistics(book())), {}};
  const std::size_t step = std::max<std::size_t>(1, book().size() / 1'000);
  for (auto _ : state)
    for (std::size_t i = 0; i < book().size(); i += step)
      benchmark::DoNotOptimize(forecast(model, book()[i], {}, 365.0 / 7));
}

}  // namespace

int main(int argc, char** argv) {
  const auto add = [](const char* name, auto* work) {
    benchmark::RegisterBenchmark(name, work)->Unit(benchmark::kMillisecond)->UseRealTime();
  };
  add("scan", scan);
  add("group", group_buyers);
  add("fit_book", fit_book);
  add("forecast", forecast_a_year);
  return bench::run(argc, argv, {{"fit_book", "scan", 500}});
}
