// Every flag: raised, not raised at each edge, not assessable (domain.md 3).
#include <algorithm>
#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

const Date as_of = on("2026-11-23");

struct Bench {
  SnapshotBuilder book{"A", "2026-11-23"};
  Settings settings;

  /// An old customer; the costs of orders are nil, so that a test sees what it adds.
  Bench() {
    for (const auto driver : {"order", "order_line", "first_order"})
      settings.activity_rates[driver] = {Rate::Kind::money, {0}};
    book.account().since = on("2020-01-01");
    book.no_orders().no_credit_notes().no_invoices().no_activities().no_quotes().no_inquiries();
  }
  /// One order on a day with a net and a gross margin.
  Bench& order(Date day, Cents net, Cents margin) {
    book.order(day, net, [&](Order& o) {
      o.cost_of_goods = net - margin;
      o.carriage_paid = false;
      o.channel = "phone";
      o.lines = whole(1);
      o.contribution = 0;
    });
    return *this;
  }
  Bench& order(Cents net, Cents margin) { return order(as_of - days{10}, net, margin); }
  /// Net revenue of windows 0, 1, 2 at a margin of half.
  Bench& years(Cents r0, Cents r1, Cents r2) {
    order(as_of - days{20}, r0, r0 / 2);
    order(as_of - days{380}, r1, r1 / 2);
    return order(as_of - days{740}, r2, r2 / 2);
  }
  Assessment assess() { return pipeline::assess(book.build(), settings, {}, as_of); }
  std::optional<Flag> flag(FlagCode code) {
    const Assessment made = assess();
    const auto found =
        std::find_if(made.flags.begin(), made.flags.end(), [&](const Flag& f) { return f.code == code; });
    return found == made.flags.end() ? std::nullopt : std::optional(*found);
  }
  bool raised(FlagCode code) { return flag(code).has_value(); }
  /// The reason why the flag cannot be judged; empty when it can.
  std::string_view not_judged(FlagCode code) {
    for (const Coverage& row : assess().coverage)
      if (row.line == name_of(code) && row.state == CoverageState::not_assessable) return row.reason;
    return {};
  }
};

std::optional<std::int64_t> number(const Flag& flag, std::string_view name) {
  for (const Evidence& evidence : flag.evidence)
    if (evidence.name == name) return evidence.value;
  FAIL("no evidence " << name);
  return {};
}

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

/// Bought at list 1,000.00 less `discount`; the scale gives 5 % from 0 and 15 % from 900.00.
Bench discounted(Cents discount) {
  Bench bench;
  bench.settings.scale = DiscountScale::steps;
  bench.settings.discount_scale = {{0, whole(5)}, {900'00, whole(15)}};
  bench.order(1000'00 - discount, 100'00);
  bench.book.orders()[0].list_amount = 1000'00;
  return bench;
}

TEST_CASE("stale_discount is raised from one point above the discount due, above a year of age") {
  CHECK_FALSE(discounted(59'99).raised(FlagCode::stale_discount));
  auto bench = discounted(60'00);
  REQUIRE(bench.raised(FlagCode::stale_discount));
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 10'00);
  CHECK(number(*bench.flag(FlagCode::stale_discount), "effective_discount_bp") == 600);
  CHECK(number(*bench.flag(FlagCode::stale_discount), "due_discount_bp") == 500);
  bench.book.account().since = as_of - days{366};
  CHECK(bench.raised(FlagCode::stale_discount));
  bench.book.account().since = as_of - days{365};
  CHECK_FALSE(bench.raised(FlagCode::stale_discount));
}

TEST_CASE("a step is due when it would be reached at its own price") {
  auto bench = discounted(150'00);
  bench.book.orders()[0].list_amount = 1058'82;  // × 85 % = 899.997
  CHECK(number(*bench.flag(FlagCode::stale_discount), "due_discount_bp") == 500);
  bench.book.orders()[0].list_amount = 1058'83;  // × 85 % = 900.0055
  bench.book.orders()[0].net_amount = 900'00;
  CHECK_FALSE(bench.raised(FlagCode::stale_discount));
  bench.book.credit_note("2026-11-15", 1, [](CreditNote& n) { n.kind = CreditKind::correction; });
  CHECK(bench.raised(FlagCode::stale_discount));
}

TEST_CASE("a bonus is a discount, and the amount shrinks with what credit notes took") {
  auto bench = discounted(50'00);
  bench.book.credit_note("2026-11-15", 100'00, [](CreditNote& n) { n.kind = CreditKind::bonus; });
  // 15 % against 5 %: 100.00, × (950 − 100) / 950.
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 89'47);
}

TEST_CASE("the year in which a discount was last deserved is named, or that it never was") {
  auto never = discounted(150'00);
  CHECK_FALSE(number(*never.flag(FlagCode::stale_discount), "last_deserved_window"));
  auto once = discounted(150'00);
  once.order(as_of - days{800}, 5000'00, 100'00);
  CHECK(number(*once.flag(FlagCode::stale_discount), "last_deserved_window") == 2);
  once.order(as_of - days{400}, 900'00, 100'00);
  CHECK(number(*once.flag(FlagCode::stale_discount), "last_deserved_window") == 1);
}

TEST_CASE("without list prices the standing discount counts, without either the flag is not assessable") {
  auto bench = discounted(150'00);
  bench.book.orders()[0].list_amount.reset();
  CHECK(bench.not_judged(FlagCode::stale_discount) == "list_unknown");
  bench.book.account().standing_discount_percent = whole(15);
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 100'00);  // 850.00 / 85 % = 1,000.00
  bench.settings.scale = DiscountScale::none;
  CHECK(bench.not_judged(FlagCode::stale_discount) == "no_scale");
  bench.settings.scale = DiscountScale::inferred;
  CHECK(bench.not_judged(FlagCode::stale_discount) == "not_yet_inferred");
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

TEST_CASE("declining is below 80 % of last year, or a fall of two years below 80 % of the first") {
  CHECK_FALSE(Bench().years(800'00, 1000'00, 0).raised(FlagCode::declining));
  const auto flag = Bench().years(799'98, 1000'00, 0).flag(FlagCode::declining);
  REQUIRE(flag);
  CHECK(flag->amount == 100'01);  // 200.02 at half
  CHECK(Bench().years(850'00, 950'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(880'00, 950'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(850'00, 850'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(0, 0, 1000'00).raised(FlagCode::declining));
  const auto gone = Bench().years(0, 1000'00, 0).flag(FlagCode::declining);
  CHECK(gone->amount == 500'00);  // at last year's ratio: this year has none

  auto truncated = Bench().years(500'00, 1000'00, 0);
  truncated.book.account().history_from = window(as_of, 1).first + days{1};
  CHECK_FALSE(truncated.raised(FlagCode::declining));
  CHECK(truncated.not_judged(FlagCode::declining) == "before_history");
  truncated.book.account().history_from = window(as_of, 1).first;
  CHECK(truncated.raised(FlagCode::declining));
}

TEST_CASE("eroding is a net margin 500 basis points below last year's, if both are equally known") {
  const auto margins = [](Cents now, Cents before) {
    Bench bench;
    bench.order(as_of - days{20}, 1000'00, now).order(as_of - days{380}, 1000'00, before);
    return bench;
  };
  CHECK(margins(150'04, 200'00).raised(FlagCode::eroding));        // 1500.4 bp, reported as 1500
  CHECK_FALSE(margins(150'05, 200'00).raised(FlagCode::eroding));  // 1501
  CHECK(margins(150'00, 200'00).flag(FlagCode::eroding)->amount == 50'00);
  auto uneven = margins(100'00, 200'00);
  uneven.book.orders()[0].lines.reset();
  CHECK_FALSE(uneven.raised(FlagCode::eroding));
  CHECK(uneven.not_judged(FlagCode::eroding) == "coverage_differs");
}

TEST_CASE("stagnant is within 5 % of the year before, twice, and only informs") {
  CHECK(Bench().years(1050'00, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1050'01, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK(Bench().years(950'00, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(949'99, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1000'00, 1000'00, 900'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(0, 0, 0).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1000'00, 1000'00, 1000'00).flag(FlagCode::stagnant)->amount);
  auto truncated = Bench().years(1000'00, 1000'00, 1000'00);
  truncated.book.account().history_from = window(as_of, 2).first + days{1};
  CHECK(truncated.not_judged(FlagCode::stagnant) == "before_history");
}

TEST_CASE("slipping and dormant carry the potential") {
  Bench bench;
  for (const int age : {40, 47, 54}) bench.order(as_of - days{age}, 100'00, 50'00);
  CHECK(bench.flag(FlagCode::slipping)->amount == 150'00);
  CHECK(number(*bench.flag(FlagCode::slipping), "silent_days") == 40);
  CHECK(number(*bench.flag(FlagCode::slipping), "median_gap_days") == 7 * micro);
  Bench asleep;
  for (const int age : {100, 107, 114}) asleep.order(as_of - days{age}, 100'00, 50'00);
  CHECK(asleep.raised(FlagCode::dormant));
  CHECK_FALSE(asleep.raised(FlagCode::slipping));
}

TEST_CASE("never_bought asked for quotes or information and has no order") {
  Bench bench;
  CHECK_FALSE(bench.raised(FlagCode::never_bought));
  bench.book.quote("2026-11-01", 1000'00, [](Quote& q) { q.margin = 250'00; });
  CHECK(bench.flag(FlagCode::never_bought)->amount == 250'00);
  bench.settings.gross_margin_assumed = Micro{400'000};
  bench.book.quote("2026-11-02", 100'00);
  bench.book.quote("2026-11-03", 100'00, [](Quote& q) { q.status = QuoteStatus::lost; });
  bench.book.quote("2026-11-04", 100'00, [](Quote& q) { q.valid_until = as_of - days{1}; });
  bench.book.quote("2026-11-24", 100'00);
  CHECK(bench.flag(FlagCode::never_bought)->amount == 290'00);
  CHECK(number(*bench.flag(FlagCode::never_bought), "quotes") == 4);
  bench.order(as_of + days{1}, 1'00, 0);  // not yet
  CHECK(bench.raised(FlagCode::never_bought));
  bench.book.account().history_from = on("2020-01-01");
  CHECK(bench.not_judged(FlagCode::never_bought) == "before_history");
  bench.book.account().history_from.reset();
  bench.order(as_of - days{1500}, 1'00, 0);
  CHECK_FALSE(bench.raised(FlagCode::never_bought));

  Bench asked;
  asked.book.inquiry("2026-11-24T00:30:00+01:00");  // as_of is over by then
  CHECK_FALSE(asked.raised(FlagCode::never_bought));
  asked.book.inquiry("2026-11-23T22:00:00Z");
  CHECK(asked.flag(FlagCode::never_bought)->amount == 0);
}

}  // namespace
}  // namespace rendabel::test
