// How far each remedy goes, and what one leaves to the next: larger orders, fewer visits.
#include "plugin/rules/remedy_changes.hpp"

#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

std::optional<RemedyAdvice> remedy(const Assessment& made, RemedyCode code) {
  const auto found = std::ranges::find(made.remedies, code, &RemedyAdvice::code);
  return found == made.remedies.end() ? std::nullopt : std::optional(*found);
}

/// Ten orders of 60.00 with a margin of 6.00, carriage paid 10.00; handling 9.00 each: 60 − 90 − 100 =
/// −130.00.
struct Carried : Bench {
  Carried() {
    settings.activity_rates["order"] = {Rate::Kind::money, {9 * micro}};
    settings.activity_rates["order.web"] = {Rate::Kind::money, {9 * micro}};
    for (int i = 1; i <= 10; ++i) {
      order(as_of - days{i}, 60'00, 6'00);
      book.orders().back().channel = "web";
      book.orders().back().carriage_paid = true;
      book.orders().back().freight_paid = 10'00;
    }
  }
};

TEST_CASE("orders that were raised to the carriage-paid value are no longer charged their freight") {
  Carried account;
  account.settings.small_order_fee = 0;
  // Five orders: 60 − 45 − 50 = −35.00; their freight of 50.00 may be charged below 120.01, not below 120.00.
  account.settings.carriage_paid_from = 120'01;
  Assessment made = account.assess();
  REQUIRE(remedy(made, RemedyCode::raise_order_size));
  CHECK(remedy(made, RemedyCode::raise_order_size)->to == 5);
  REQUIRE(remedy(made, RemedyCode::charge_shipping));
  CHECK(remedy(made, RemedyCode::charge_shipping)->to == 50'00);
  CHECK(remedy(made, RemedyCode::charge_shipping)->result_after == 15'00);
  account.settings.carriage_paid_from = 120'00;
  made = account.assess();
  CHECK(remedy(made, RemedyCode::raise_order_size)->result_after == -35'00);
  CHECK_FALSE(remedy(made, RemedyCode::charge_shipping));
  CHECK(made.verdict == Verdict::hold);
}

TEST_CASE("a carriage-paid value that orders do not reach as they are lets freight be charged") {
  Carried account;
  account.settings.carriage_paid_from = 60'00;
  CHECK_FALSE(remedy(account.assess(), RemedyCode::charge_shipping));
  account.settings.carriage_paid_from = 60'01;
  CHECK(remedy(account.assess(), RemedyCode::charge_shipping));
}

TEST_CASE("fewer orders ask fewer fees: where the order value breaks even counts them with it") {
  Bench account;
  account.settings.activity_rates["order"] = {Rate::Kind::money, {20 * micro}};
  account.settings.small_order_fee = 10'00;
  account.settings.target_margin_bp = 500;
  for (int i = 1; i <= 10; ++i) account.order(as_of - days{i}, 100'00, 10'00);  // 100 − 200 = −100.00
  // Five orders: 100 − 100 + 5 × 10 = 50.00, the target of 5 %; six: 100 − 120 + 60 = 40.00.
  const Assessment made = account.assess();
  CHECK(made.verdict == Verdict::repair);
  const auto raise = remedy(made, RemedyCode::raise_order_size);
  REQUIRE(raise);
  CHECK(raise->to == 5);
  CHECK(raise->break_even == 200'00);
  const auto fee = remedy(made, RemedyCode::charge_small_order);
  REQUIRE(fee);
  CHECK(fee->to == 50'00);
  CHECK(fee->result_after == 50'00);
  CHECK(fee->break_even == 10'00);
}

TEST_CASE("half a visit more than are advised is no visit that could be replaced") {
  Bench account;
  account.settings.visits_max = 2;
  account.settings.visit_share = {500'000};
  account.order(5000'00, 2000'00);
  const auto with_visits = [&](std::int64_t millionths) {
    Snapshot snapshot = account.book.build();
    std::vector<Activity> done(1);
    done[0].id = "V", done[0].kind = "visit", done[0].date = as_of, done[0].quantity = Micro{millionths};
    snapshot.activities = {done, true};
    return remedy(pipeline::assess(snapshot, account.settings, {}, as_of), RemedyCode::replace_visits);
  };
  CHECK_FALSE(with_visits(1'500'000));  // 600.00 of 2,000.00 is too much, and less than advised
  REQUIRE(with_visits(2'500'000));
  CHECK(with_visits(2'500'000)->from == 2'500'000);
  CHECK(with_visits(2'500'000)->to == 2 * micro);
}

}  // namespace
}  // namespace rendabel::test
