// Flags on the result, on shares of the gross margin and on late payment (domain.md 3): raised, not raised at
// each edge, not assessable.
#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

TEST_CASE(
    "loss_making needs a result below minus loss_min, an order in the window and an age above 90 days") {
  Bench edge;
  edge.order(100'00, -25'00);
  CHECK_FALSE(edge.raised(FlagCode::loss_making));
  Bench below;
  below.order(100'00, -25'01);
  CHECK(below.flag(FlagCode::loss_making)->amount == 25'01);
  below.book.account().since = as_of - days{91};
  CHECK(below.raised(FlagCode::loss_making));
  below.book.account().since = as_of - days{90};
  CHECK_FALSE(below.raised(FlagCode::loss_making));
  below.book.account().since.reset();  // the order is 10 days old
  CHECK_FALSE(below.raised(FlagCode::loss_making));

  Bench without_order;
  without_order.book.activity("2026-11-01", "visit");
  CHECK(without_order.assess().result.net_result == -400'00);
  CHECK_FALSE(without_order.raised(FlagCode::loss_making));

  Bench unknown;
  unknown.order(100'00, -90'00).book.orders()[0].cost_of_goods.reset();
  CHECK_FALSE(unknown.raised(FlagCode::loss_making));
}

TEST_CASE("shares are raised above their percent of the gross margin, not at it") {
  struct Share {
    FlagCode code;
    void (*cost)(Bench&, Cents);
    Cents at, above;  // of a gross margin of 100.00
  };
  const std::vector<Share> table{
      {FlagCode::free_shipping,
       [](Bench& b, Cents cost) {
         b.book.orders()[0].carriage_paid = true, b.book.orders()[0].freight_paid = cost;
       },
       5'00, 5'01},
      {FlagCode::over_visited,
       [](Bench& b, Cents cost) {
         b.book.activity("2026-11-01", "visit", [&](Activity& a) { a.cost = cost; });
       },
       25'00, 25'01},
      {FlagCode::returns,
       [](Bench& b, Cents cost) {
         b.settings.activity_rates["return"] = {Rate::Kind::money, {cost * 10'000}};
         b.book.credit_note("2026-11-15", 0, [](CreditNote& n) { n.cost_of_goods = 0; });
       },
       5'00, 5'01},
      {FlagCode::costly_orders,
       [](Bench& b, Cents cost) {
         b.settings.activity_rates["order"] = {Rate::Kind::money, {cost * 10'000}};
       },
       33'00, 33'01}};
  for (const Share& share : table) {
    INFO(name_of(share.code));
    Bench at, above, young, no_margin, nothing;
    at.order(500'00, 100'00);
    share.cost(at, share.at);
    CHECK_FALSE(at.raised(share.code));
    above.order(500'00, 100'00);
    share.cost(above, share.above);
    REQUIRE(above.raised(share.code));
    if (share.code != FlagCode::over_visited) CHECK(above.flag(share.code)->amount == share.above);
    young.order(500'00, 100'00).book.account().since = as_of - days{90};
    share.cost(young, share.above);
    CHECK_FALSE(young.raised(share.code));
    no_margin.order(500'00, 0);
    share.cost(no_margin, 1);
    CHECK(no_margin.raised(share.code));
    nothing.order(500'00, 0);
    share.cost(nothing, 0);
    CHECK_FALSE(nothing.raised(share.code));
  }
}

TEST_CASE("costly_orders names the average order and the one that breaks even") {
  Bench bench;
  bench.settings.activity_rates["order"] = {Rate::Kind::money, {30 * micro}};
  bench.settings.activity_rates["rush_order"] = {Rate::Kind::money, {500 * micro}};
  bench.order(80'00, 20'00).order(120'00, 30'00);
  bench.book.orders()[0].rush = true;
  const auto flag = bench.flag(FlagCode::costly_orders);
  REQUIRE(flag);
  CHECK(flag->amount == 560'00);
  CHECK(number(*flag, "average_order_value") == 100'00);
  CHECK(number(*flag, "break_even_order_value") == 120'00);  // 30.00 / 25 %, rush left out
  bench.book.orders()[0].derived_from = DerivedFrom::invoice;
  CHECK_FALSE(bench.raised(FlagCode::costly_orders));
  CHECK(bench.not_judged(FlagCode::costly_orders) == "orders_from_invoices");
}

TEST_CASE("late_payer needs seven mean days late and a minimum of interest") {
  const auto paid_late = [](int late, Cents amount) {
    Bench bench;
    bench.book.invoice("2026-03-01", amount, [&](Invoice& i) {
      i.due_date = on("2026-03-31");
      i.payments = bench.book.payments({{on("2026-03-31") + days{late}, amount}});
    });
    return bench;
  };
  CHECK_FALSE(paid_late(6, 10'000'00).raised(FlagCode::late_payer));
  auto seven = paid_late(7, 10'000'00);
  REQUIRE(seven.raised(FlagCode::late_payer));
  CHECK(seven.flag(FlagCode::late_payer)->amount == 11'51);
  CHECK(number(*seven.flag(FlagCode::late_payer), "mean_days_late") == 7 * micro);
  CHECK_FALSE(paid_late(7, 864'00).raised(FlagCode::late_payer));  // 0.994 → 0.99
  CHECK(paid_late(7, 865'00).raised(FlagCode::late_payer));        // 0.995 → 1.00, as reported
  Bench unknown;
  unknown.book.invoice("2026-03-01", 100'00, [](Invoice& i) { i.due_date = on("2026-03-31"); });
  CHECK(unknown.not_judged(FlagCode::late_payer) == "payments_unknown");
}

TEST_CASE("over_visited says how many visits the margin carries") {
  Bench bench;
  bench.order(5000'00, 1000'00);
  bench.book.activity("2026-05-01", "visit",
                      [](Activity& a) { a.quantity = whole(4), a.minutes = whole(90); });
  const auto flag = bench.flag(FlagCode::over_visited);
  REQUIRE(flag);
  CHECK(number(*flag, "visits_carried") == 2);
  CHECK(number(*flag, "visits_done") == 4 * micro);
  CHECK(number(*flag, "visit_hours") == 1'500'000);
  CHECK(flag->amount == 800'00);
  CHECK(bench.assess().visits.advised == 0);  // 25 % of 1,000.00 is less than a visit
  bench.order(as_of - days{400}, 9000'00, 9000'00);
  CHECK(bench.assess().visits.advised == 2);  // potential 9,000.00 would allow 5, the margin carries 2
  bench.settings.visits_max = 1;
  CHECK(bench.assess().visits.advised == 1);
}

}  // namespace
}  // namespace rendabel::test
