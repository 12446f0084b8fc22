// The buying model on regular buyers: an online grocer's customers, k = 2 (domain.md 5).
#include <iomanip>

#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/buying_model_forecast.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/shared_csv.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

const char* const orders = "data/grocery/orders.csv";
const char* const reference = "data/grocery/reference.csv";

auto close(double expected) { return Approx(expected).epsilon(5e-5).margin(0); }

std::vector<BuyerTimes> grocery() {
  std::map<std::string, std::vector<Date>> days;
  const Date calibrated = on("2006-12-31");
  for (const CsvRow& row : shared_csv(orders))
    if (const Date day = on(row.text("date").c_str()); day <= calibrated) {
      auto& its_days = days[row.text("cust")];
      if (its_days.empty() || its_days.back() != day) its_days.push_back(day);
    }
  std::vector<BuyerTimes> buyers;
  for (auto& [customer, its_days] : days) buyers.push_back(buyer_times(its_days, calibrated));
  return buyers;
}

BuyingFitOptions plain(int k_from, int k_to) {
  BuyingFitOptions options;
  options.prior = false;
  options.k_from = k_from;
  options.k_to = k_to;
  return options;
}

void check(const BuyingParameters& found, const std::array<double, 4>& expected) {
  CHECK(found.r == close(expected[0]));
  CHECK(found.alpha == close(expected[1]));
  CHECK(found.a == close(expected[2]));
  CHECK(found.b == close(expected[3]));
}
auto likelihood(double expected) { return Approx(expected).margin(1e-4).epsilon(0); }

TEST_CASE("grocery: k = 2 is chosen among 1 to 12, with the parameters of the reference", "[published]") {
  if (!shared_there(orders)) return;
  const BuyerStatistics statistics(grocery());
  CHECK(statistics.buyers() == 1525);
  const BuyingFit chosen = fit(statistics, plain(1, 12));
  CHECK(chosen.identified());
  CHECK(chosen.parameters.k == 2);
  check(chosen.parameters, {1.329175, 2.812551, .424709, .790029});
  CHECK(chosen.log_likelihood == likelihood(-14978.2107));
  const BuyingFit with_prior = fit(statistics, {});
  CHECK(with_prior.parameters.k == 2);
  CHECK(with_prior.parameters.r == Approx(1.329175).epsilon(0.02));
}

TEST_CASE("grocery: k = 1, k = 3 and BG/CNBD-2 are found where the reference has them", "[published]") {
  if (!shared_there(orders)) return;
  const BuyerStatistics statistics(grocery());
  const BuyingFit one = fit(statistics, plain(1, 1));
  check(one.parameters, {1.25692, 6.03914, .36828, .71576});
  CHECK(one.log_likelihood == likelihood(-15781.9394));
  CHECK(fit(statistics, plain(3, 3)).log_likelihood == likelihood(-14996.8504));
  BuyingFitOptions options = plain(2, 2);
  options.dropout = Dropout::after_repeats;
  const BuyingFit bg = fit(statistics, options);
  check(bg.parameters, {.35906, 1.12938, .52282, 2.78545});
  CHECK(bg.log_likelihood == likelihood(-15054.1729));
}

TEST_CASE("grocery: P(active) and likelihood per customer agree at the k = 2 optimum", "[published]") {
  if (!shared_there(reference)) return;
  const BuyingParameters parameters{1.329175, 2.812551, .424709, .790029, 2, Dropout::after_every_order};
  int rows = 0;
  double sum = 0;
  for (const CsvRow& row : shared_csv(reference)) {
    INFO("customer " << row.text("customer"));
    const BuyerTimes times{std::lround(row.number("x")), row.number("T_weeks"), row.number("t_x_weeks"),
                           row.number("sum_log_gap_weeks")};
    // The optimum is printed in seven digits.
    CHECK(active(parameters, times) == Approx(row.number("p_active")).epsilon(2e-6).margin(1e-12));
    CHECK(log_likelihood(parameters, times) ==
          Approx(row.number("log_likelihood")).epsilon(2e-6).margin(2e-6));
    sum += log_likelihood(parameters, times);
    ++rows;
  }
  CHECK(rows == 1525);
  CHECK(sum == likelihood(-14978.2107));
}

}  // namespace
}  // namespace rendabel::test
