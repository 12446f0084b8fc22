// The verdict: every one, in the order given. Goodbye's conditions have a file of their own.
#include "tests/support/leaving_account.hpp"

namespace rendabel::test {
namespace {

TEST_CASE("the other verdicts, in their order") {
  Bench none;
  CHECK(none.assess().verdict == Verdict::prospect);
  none.order(as_of - days{400}, 100'00, 50'00);
  CHECK(none.assess().verdict == Verdict::inactive);
  Bench healthy;
  healthy.order(100'00, 50'00);
  CHECK(healthy.assess().verdict == Verdict::healthy);
  healthy.book.orders().back().cost_of_goods.reset();
  CHECK(healthy.assess().verdict == Verdict::unknown);
  Bench small;
  small.order(100'00, -25'00);
  CHECK((small.assess().verdict == Verdict::healthy || small.assess().verdict == Verdict::watch));
  small.book.orders().back().cost_of_goods = 125'01;
  CHECK(small.assess().verdict == Verdict::hold);
  Bench nobody;
  nobody.order(100'00, 50'00);
  nobody.book.account().unassigned = true;
  CHECK_FALSE(nobody.assess().verdict);
}

TEST_CASE("who lost no more than is worth a flag is healthy or watched, however far from the target") {
  Bench account;
  account.settings.target_margin_bp = 5000;
  account.order(100'00, 25'00);
  CHECK(account.assess().verdict == Verdict::healthy);
  account.book.orders().back().channel = "web";
  account.settings.activity_rates["order.web"] = {Rate::Kind::money, {50 * micro}};
  const Assessment made = account.assess();  // 25 − 50 = −25.00
  CHECK(made.result.net_result == -25'00);
  CHECK(made.verdict == Verdict::watch);  // costly orders
  account.settings.thresholds.costly_orders_percent = {1000 * micro};
  CHECK(account.assess().verdict == Verdict::healthy);
  account.settings.activity_rates["order.web"] = {Rate::Kind::money, {50'010'000}};
  CHECK(account.assess().verdict == Verdict::goodbye);  // a cent more, and nothing could help
}

TEST_CASE("no growth alone worries nobody") {
  Bench account;
  account.years(1000'00, 1000'00, 1000'00);
  REQUIRE(account.raised(FlagCode::stagnant));
  CHECK(account.assess().verdict == Verdict::healthy);
}

TEST_CASE("young up to ninety days, and of unknown age") {
  Leaving account;
  for (Order& order : account.book.orders()) order.date = as_of - days{1};
  account.book.account().since = as_of - days{90};
  CHECK(account.judged().verdict == Verdict::hold);
  CHECK(account.judged().verdict_reasons == Reasons{"young"});
  account.told.clear();
  CHECK(account.judged().verdict_reasons == Reasons{"young"});
  account.book.account().since = as_of - days{91};
  CHECK(account.judged().verdict == Verdict::repair);
}

TEST_CASE("a truncated history makes nobody a prospect") {
  Bench account;
  account.book.account().history_from = as_of - days{100};
  CHECK(account.assess().verdict == Verdict::inactive);
}

}  // namespace
}  // namespace rendabel::test
