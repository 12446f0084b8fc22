// The buying model against the published CDNOW fits and against reference vectors (domain.md 5).
#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/buying_model_forecast.hpp"
#include "tests/support/shared_csv.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

const char* const summary = "data/cdnow/cdnow_customers_summary.csv";
const char* const vectors = "data/cdnow/cdnow_reference_vectors.csv";
const char* const corners = "data/cdnow/edge_vectors_mpmath.csv";
const char* const transactions = "data/cdnow/CDNOW_sample.txt";

/// Four significant digits agree.
auto close(double expected) { return Approx(expected).epsilon(5e-5).margin(0); }
/// Relative 1e-8; what is below the smallest double counts as 0.
auto same(double expected) { return Approx(expected).epsilon(1e-8).margin(1e-290); }

std::vector<BuyerTimes> cdnow() {
  std::vector<BuyerTimes> buyers;
  for (const CsvRow& row : shared_csv(summary))
    buyers.push_back({std::lround(row.number("frequency")), row.number("T"), row.number("recency"), 0});
  return buyers;
}

BuyingFitOptions published(Dropout dropout) {
  BuyingFitOptions options;
  options.prior = false;
  options.dropout = dropout;
  options.k_to = 1;
  return options;
}

void check(const BuyingFit& fit, const std::array<double, 4>& expected, double log_likelihood) {
  INFO("LL " << std::fixed << std::setprecision(6) << fit.log_likelihood << ", " << name_of(fit.state));
  CHECK(fit.identified());
  CHECK(fit.parameters.r == close(expected[0]));
  CHECK(fit.parameters.alpha == close(expected[1]));
  CHECK(fit.parameters.a == close(expected[2]));
  CHECK(fit.parameters.b == close(expected[3]));
  CHECK(fit.log_likelihood == Approx(log_likelihood).margin(1e-4).epsilon(0));
}

TEST_CASE("CDNOW: BG/NBD and MBG/NBD are found where they are published", "[published]") {
  if (!shared_there(summary)) return;
  const BuyerStatistics statistics(cdnow());
  CHECK(statistics.buyers() == 2357);
  check(fit(statistics, published(Dropout::after_repeats)), {.24259, 4.41353, .79289, 2.42575}, -9582.4256);
  check(fit(statistics, published(Dropout::after_every_order)), {.52483, 6.18296, .89137, 1.61404},
        -9582.1327);
}

TEST_CASE("CDNOW: Gamma-Gamma is found where it is published", "[published]") {
  if (!shared_there(transactions)) return;
  std::map<std::string, std::map<std::string, double>> spent;
  std::ifstream in(shared_path(transactions));
  std::string of_all, id, day;
  int items = 0;
  for (double amount = 0; in >> of_all >> id >> day >> items >> amount;)
    if (day <= "19970930") spent[id][day] += amount;
  std::vector<BuyerMargins> buyers;
  for (const auto& [buyer, days] : spent) {
    double sum = 0;
    for (auto repeat = std::next(days.begin()); repeat != days.end(); ++repeat) sum += repeat->second;
    const auto repeats = static_cast<std::int64_t>(days.size()) - 1;
    buyers.push_back({repeats, repeats > 0 ? sum / static_cast<double>(repeats) : 0});
  }
  const MarginFit found = fit(buyers, false);
  INFO(name_of(found.state));
  CHECK(found.identified());
  CHECK(found.buyers == 946);
  CHECK(found.parameters.p == close(6.24957));
  CHECK(found.parameters.q == close(3.74423));
  CHECK(found.parameters.gamma == close(15.4435));
  for (BuyerMargins& buyer : buyers) buyer.mean *= 100;  // in cents
  const MarginFit cents = fit(buyers, false);
  CHECK(cents.parameters.p == close(found.parameters.p));
  CHECK(cents.parameters.gamma == close(100 * found.parameters.gamma));
}

TEST_CASE("CDNOW: P(active), expected orders, margin and likelihood per customer agree", "[published]") {
  if (!shared_there(vectors)) return;
  const BuyingParameters bg{.243, 4.414, .793, 2.426, 1, Dropout::after_repeats};
  const BuyingParameters mbg{.525, 6.183, .891, 1.614, 1, Dropout::after_every_order};
  int rows = 0;
  for (const CsvRow& row : shared_csv(vectors)) {
    INFO("customer " << row.text("ID"));
    const BuyerTimes times{std::lround(row.number("x")), row.number("T"), row.number("t_x"), 0};
    CHECK(active(bg, times) == same(row.number("bg_palive")));
    CHECK(active(mbg, times) == same(row.number("mbg_palive")));
    CHECK(expected_orders(bg, times, 39) == same(row.number("bg_y39")));
    CHECK(expected_orders(mbg, times, 39) == same(row.number("mbg_y39")));
    CHECK(expected_orders(bg, times, 4) == same(row.number("bg_y4")));
    CHECK(expected_orders(mbg, times, 4) == same(row.number("mbg_y4")));
    CHECK(expected_margin({6.25, 3.74, 15.44}, {times.repeats, row.number("m_x")}) ==
          same(row.number("gg_mean")));
    CHECK(log_likelihood(bg, times) == same(row.number("bg_ll")));
    CHECK(log_likelihood(mbg, times) == same(row.number("mbg_ll")));
    ++rows;
  }
  CHECK(rows == 2357);
}

TEST_CASE("hard corners: a = 1, huge x, long t agree with sixty digits", "[published]") {
  if (!shared_there(corners)) return;
  int rows = 0;
  for (const CsvRow& row : shared_csv(corners)) {
    const BuyingParameters parameters{
        row.number("r"),
        row.number("alpha"),
        row.number("a"),
        row.number("b"),
        1,
        row.text("model") == "bgnbd" ? Dropout::after_repeats : Dropout::after_every_order};
    const BuyerTimes times{std::lround(row.number("x")), row.number("T"), row.number("t_x"), 0};
    INFO(row.text("model") << " r " << parameters.r << " a " << parameters.a << " x " << times.repeats
                           << " t_x " << times.last << " T " << times.age << " t " << row.text("t"));
    CHECK(active(parameters, times) == same(row.number("p_alive")));
    CHECK(expected_orders(parameters, times, row.number("t")) == same(row.number("e_y")));
    ++rows;
  }
  CHECK(rows == 792);
}

}  // namespace
}  // namespace rendabel::test
