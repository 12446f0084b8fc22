// Cost lines: drivers × rates (domain.md 2).
#include "plugin/rules/cost_to_serve.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

const Date as_of = on("2026-11-23");

Assessment assessed(SnapshotBuilder& book, const Settings& settings = {}) {
  return pipeline::assess(book.build(), settings, {}, as_of);
}
std::optional<Cents> line(const WindowResult& result, std::string_view code) {
  return rules::line_amount(result, code);
}
CoverageState state(const Assessment& made, std::string_view of) {
  for (const Coverage& row : made.coverage)
    if (row.line == of) return row.state;
  FAIL("no coverage of " << of);
  return {};
}

/// A customer of three years, so that nothing is his first order.
SnapshotBuilder old_customer() {
  SnapshotBuilder book("A", "2026-11-23");
  book.order("2023-01-02", 100'00).no_credit_notes().no_invoices().no_activities();
  return book;
}
void in_full(Order& order) {
  order.channel = "phone";
  order.lines = whole(1);
  order.carriage_paid = false;
  order.cost_of_goods = *order.net_amount / 2;
}

TEST_CASE("order handling charges orders and lines by channel, rush and the first order once") {
  auto book = old_customer();
  book.order("2026-05-01", 100'00,
             [](Order& o) { o.channel = "phone", o.lines = whole(4); });  // 3.75 + 4 × 2.25
  CHECK(line(assessed(book).result, "order_handling") == 12'75);
  book.order("2026-05-02", 100'00, [](Order& o) { o.channel = "web", o.lines = whole(9); });  // 2.00
  CHECK(line(assessed(book).result, "order_handling") == 14'75);
  book.order("2026-05-03", 100'00,
             [](Order& o) { o.channel = "edi", o.lines = whole(1), o.rush = true; });  // 1.00 + 7.50
  CHECK(line(assessed(book).result, "order_handling") == 23'25);
  book.orders()[0].date = as_of - days{364};  // now the first order is this year's: 3.75 + 2.25 + 11.25
  CHECK(line(assessed(book).result, "order_handling") == 40'50);
}

TEST_CASE("the first order is charged in its own year only") {
  SnapshotBuilder book("A", "2026-11-23");
  book.order(as_of - days{365}, 100'00, in_full).order(as_of, 100'00, in_full);
  CHECK(line(assessed(book).result, "order_handling") == 6'00);
  CHECK(line(assessed(book).previous, "order_handling") == 17'25);
  book.account().history_from = on("2020-01-01");  // it may not have been the first
  CHECK(line(assessed(book).previous, "order_handling") == 6'00);
  CHECK(state(assessed(book), "order_handling") == CoverageState::known);
}

TEST_CASE("shipping follows who pays the carriage") {
  struct Freight {
    std::optional<bool> carriage_paid;
    std::optional<Cents> paid, charged;
    std::optional<Cents> line;
  };
  const std::vector<Freight> table{
      {true, 15'00, 5'00, 10'00},    {true, 15'00, {}, 15'00},    {true, {}, 5'00, 7'50},
      {true, {}, {}, 12'50},         {false, 15'00, 5'00, 10'00}, {false, 15'00, {}, 0},
      {false, {}, 5'00, 0},          {false, {}, {}, 0},          {{}, 15'00, 5'00, 10'00},
      {{}, 15'00, {}, std::nullopt}, {{}, {}, {}, std::nullopt}};
  for (const Freight& freight : table) {
    auto book = old_customer();
    book.order("2026-05-01", 100'00, [&](Order& o) {
      o.carriage_paid = freight.carriage_paid;
      o.freight_paid = freight.paid;
      o.freight_charged = freight.charged;
    });
    CHECK(line(assessed(book).result, "shipping") == freight.line);
    CHECK(assessed(book).result.freight_charged == freight.charged.value_or(0));
  }
}

TEST_CASE("invoicing charges by delivery and adds reminders") {
  auto book = old_customer();
  const auto add = [&](std::string_view delivery, int reminders) {
    book.invoice("2026-05-01", 0, [&](Invoice& i) { i.delivery = delivery, i.reminders = reminders; });
  };
  add("paper", 2);
  add("pdf", 0);
  add("einvoice", 0);
  CHECK(line(assessed(book).result, "invoicing") == 37'50);
  CHECK(state(assessed(book), "invoicing") == CoverageState::known);
  add("", 0);
  CHECK(line(assessed(book).result, "invoicing") == 42'50);
  CHECK(state(assessed(book), "invoicing") == CoverageState::assumed);
}

TEST_CASE("activities count at their own cost first, then by unit, by minutes or by the hour") {
  Settings settings;
  settings.activity_rates["km"] = {Rate::Kind::money, {300'000}};
  settings.activity_rates["demo"] = {Rate::Kind::minutes, {20 * micro}};
  settings.activity_rates["training"] = {Rate::Kind::per_hour, {60 * micro}};
  auto book = old_customer();
  book.activity("2026-05-01", "visit");
  book.activity("2026-05-02", "visit", [](Activity& a) { a.cost = 250'00; });
  book.activity("2026-05-03", "visit", [](Activity& a) { a.planned = true; });
  book.activity("2026-05-04", "call", [](Activity& a) { a.quantity = whole(3); });
  book.activity("2026-05-05", "km", [](Activity& a) { a.quantity = whole(101); });
  book.activity("2026-05-06", "demo");
  book.activity("2026-05-07", "training", [](Activity& a) { a.minutes = whole(50); });
  const Assessment made = assessed(book, settings);
  CHECK(line(made.result, "visits") == 650'00);
  CHECK(line(made.result, "calls") == 18'00);
  CHECK(line(made.result, "km") == 30'30);
  CHECK(line(made.result, "demo") == 15'00);
  CHECK(line(made.result, "training") == 50'00);
  CHECK(made.visits.done == whole(2));
}

TEST_CASE("a driver without a rate is named in coverage, and counts what it cost where that is given") {
  auto book = old_customer();
  book.activity("2026-05-01", "fair");
  CHECK(state(assessed(book), "fair") == CoverageState::not_assessable);
  CHECK_FALSE(line(assessed(book).result, "fair"));
  book.activity("2026-05-02", "fair", [](Activity& a) { a.cost = 75'00; });
  CHECK(line(assessed(book).result, "fair") == 75'00);
  CHECK(state(assessed(book), "fair") == CoverageState::partial);
}

TEST_CASE("an hour's rate without minutes leaves the activity out") {
  Settings settings;
  settings.activity_rates["visit"] = {Rate::Kind::per_hour, {100 * micro}};
  auto book = old_customer();
  book.activity("2026-05-01", "visit", [](Activity& a) { a.minutes = whole(90); })
      .activity("2026-05-02", "visit");
  CHECK(line(assessed(book, settings).result, "visits") == 150'00);
  CHECK(state(assessed(book, settings), "visits") == CoverageState::partial);
}

TEST_CASE("yen have no cents: a rate per unit is whole yen") {
  Settings settings;
  settings.currency = "JPY";
  settings.activity_rates["visit"] = {Rate::Kind::money, {40'000 * micro}};
  auto book = old_customer();
  book.activity("2026-05-01", "visit");
  CHECK(line(assessed(book, settings).result, "visits") == 40'000);
}

TEST_CASE("what-if changes drivers: the discount moves the interest, visits move their line") {
  auto book = old_customer();
  book.order("2026-05-01", 850'00, [](Order& o) { o.list_amount = 1000'00, o.cost_of_goods = 500'00; });
  book.invoice("2026-05-01", 3650'00, [&](Invoice& i) {
    i.due_date = on("2026-05-31");
    i.payments = book.payments({{on("2026-06-30"), 3650'00}});
  });
  book.activity("2026-05-01", "visit", [](Activity& a) { a.quantity = whole(4); });
  Settings settings;
  settings.funding_rate = {micro / 10};
  const pipeline::Assessor assessor(settings);
  WhatIf asked;
  asked.discount_percent = whole(32), asked.visits = whole(1);
  const Assessment made = assessor.assess(book.build(), {}, as_of, asked);
  CHECK(line(made.result, "visits") == 1600'00);
  REQUIRE(made.what_if);
  const WindowResult& changed = made.what_if->result;
  CHECK(changed.discount == 320'00);
  CHECK(changed.net_revenue == 680'00);
  CHECK(line(changed, "late_payment") == 24'00);  // 30.00 × 680 / 850
  CHECK(line(changed, "visits") == 400'00);
}

}  // namespace
}  // namespace rendabel::test
