// The buying model on real wholesale customers (UCI Online Retail, 39 weeks to 2011-08-31; domain.md 5).
#include <catch2/catch.hpp>

#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/rhythm.hpp"
#include "tests/support/online_retail.hpp"
#include "tests/support/shared_csv.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

const Date fitted = on("2011-08-31");

BuyerStatistics read_buyers(bool goods_only) {
  std::vector<BuyerTimes> times;
  for (const auto& [id, invoices] : read_online_retail(goods_only)) {
    SnapshotBuilder builder(id, "2011-12-09");
    const auto days_of_order = order_days(retail_snapshot(builder, invoices), fitted);
    if (!days_of_order.empty()) times.push_back(buyer_times(days_of_order, fitted));
  }
  return BuyerStatistics(std::move(times));
}
const BuyerStatistics& buyers_of_goods() {
  static const BuyerStatistics goods = read_buyers(true);
  return goods;
}
BuyingFitOptions bg_nbd(bool prior) {
  BuyingFitOptions options;
  options.dropout = Dropout::after_repeats;
  options.k_to = 1;
  options.prior = prior;
  return options;
}
/// An independent search, over order days summed exactly, found these digits.
auto close(double expected) { return Approx(expected).epsilon(3e-4).margin(0); }

TEST_CASE("Online Retail: BG/NBD with priors stands where an independent search has it", "[published]") {
  if (!shared_there(online_retail)) return;
  const BuyerStatistics& goods = buyers_of_goods();
  CHECK(goods.buyers() == 3312);
  CHECK(goods.repeats() == 6920);
  const BuyingFit found = fit(goods, bg_nbd(true));
  CHECK(found.identified());
  CHECK(found.parameters.r == close(.7162));
  CHECK(found.parameters.alpha == close(9.4636));
  CHECK(found.parameters.a == Approx(.0520).margin(1e-4));
  CHECK(found.parameters.b == close(17.6257));
  CHECK(found.log_likelihood == Approx(-21469.843).margin(2e-3).epsilon(0));
}

TEST_CASE("Online Retail: with freight and fees as orders it is .716 9.42 .052 17.4", "[published]") {
  if (!shared_there(online_retail)) return;
  const BuyerStatistics all = read_buyers(false);
  CHECK(all.repeats() == 6950);
  const BuyingFit found = fit(all, bg_nbd(true));
  CHECK(found.parameters.r == close(.7162));
  CHECK(found.parameters.alpha == close(9.4218));
  CHECK(found.parameters.b == close(17.3812));
}

TEST_CASE("Online Retail: without priors the fit runs away, and says so", "[published]") {
  if (!shared_there(online_retail)) return;
  const BuyingFit found = fit(buyers_of_goods(), bg_nbd(false));
  CHECK(found.state == FitState::runaway);
  CHECK_FALSE(found.identified());
}

}  // namespace
}  // namespace rendabel::test
