// The statement of a window: revenue, goods, credit notes, contributions, result (domain.md 2).
#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/cost_to_serve.hpp"
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

TEST_CASE("a day belongs to one window and facts after as_of do not count") {
  SnapshotBuilder book("A", "2026-11-23");
  for (const int age : {-1, 0, 364, 365, 729, 730}) book.order(as_of - days{age}, 1'00, in_full);
  const Assessment made = assessed(book);
  CHECK(made.result.net_revenue == 2'00);
  CHECK(made.previous.net_revenue == 2'00);
}

TEST_CASE("two of list, discount and net give the third; list alone assumes no discount") {
  for (const int missing : {0, 1, 2}) {
    auto book = old_customer();
    book.order("2026-05-01", 80'00, [&](Order& o) {
      o.list_amount = 100'00;
      o.discount_amount = 20'00;
      if (missing == 0) o.list_amount.reset();
      if (missing == 1) o.discount_amount.reset();
      if (missing == 2) o.net_amount.reset();
    });
    const Assessment made = assessed(book);
    CHECK(made.result.list_revenue == 100'00);
    CHECK(made.result.discount == 20'00);
    CHECK(made.result.net_revenue == 80'00);
  }
  auto book = old_customer();
  book.order("2026-05-01", 0, [](Order& o) { o.net_amount.reset(), o.list_amount = 100'00; });
  CHECK(assessed(book).result.net_revenue == 100'00);
  CHECK(state(assessed(book), "discount") == CoverageState::assumed);
  book.order("2026-05-02", 10'00);  // net alone
  CHECK_FALSE(assessed(book).result.list_revenue);
  CHECK_FALSE(assessed(book).result.discount);
  CHECK(assessed(book).result.net_revenue == 110'00);
  CHECK(state(assessed(book), "list_revenue") == CoverageState::partial);
}

TEST_CASE("goods without a cost go by the account's own ratio from 80 % on, else by the assumed margin") {
  Settings settings;
  auto book = old_customer();
  book.order("2026-05-01", 80'00, [](Order& o) { o.cost_of_goods = 60'00; }).order("2026-05-02", 20'00);
  CHECK(assessed(book).result.cost_of_goods == 75'00);
  CHECK(state(assessed(book), "cost_of_goods") == CoverageState::assumed);
  book.orders().back().net_amount = 20'01;  // 79.99 %
  CHECK_FALSE(assessed(book).result.gross_margin);
  CHECK_FALSE(assessed(book).result.net_result);
  CHECK(state(assessed(book), "gross_margin") == CoverageState::not_assessable);
  settings.gross_margin_assumed = Micro{400'000};
  CHECK(assessed(book, settings).result.cost_of_goods == 72'01);  // 60 + 20.01 × 0.6 = 72.006
}

TEST_CASE("cost of goods is rounded once, on the sum") {
  Settings settings;
  settings.gross_margin_assumed = Micro{500'000};
  auto book = old_customer();
  for (int i = 0; i < 3; ++i) book.order("2026-05-01", 1);  // 3 × 0.5 cent = 1.5 → 2
  CHECK(assessed(book, settings).result.cost_of_goods == 2);
  book.credit_note("2026-05-02", 3, [](CreditNote& n) { n.order_id = "order-99"; });
  CHECK(assessed(book, settings).result.cost_of_goods == 0);
}

TEST_CASE("an order and its full return leave no margin over the two periods together") {
  for (const bool given : {true, false}) {
    SnapshotBuilder book("A", "2026-11-23");
    book.order("2025-06-01", 99'99, [](Order& o) { o.cost_of_goods = 71'11; });
    book.credit_note("2026-06-01", 99'99, [&](CreditNote& n) {
      n.order_id = "order-1";
      if (given) n.cost_of_goods = 71'11;
    });
    const Assessment made = assessed(book);
    CHECK(*made.previous.gross_margin + *made.result.gross_margin == 0);
    CHECK(made.result.net_revenue == -99'99);
    CHECK_FALSE(made.result.net_margin_bp);
  }
}

TEST_CASE("a return in part gives back cost in proportion, a correction and a bonus give back none") {
  auto book = old_customer();
  book.order("2026-05-01", 100'00, [](Order& o) { o.cost_of_goods = 70'00; });
  book.credit_note("2026-05-03", 10'00, [](CreditNote& n) { n.order_id = "order-2"; });
  CHECK(assessed(book).result.cost_of_goods == 63'00);
  CHECK(line(assessed(book).result, "returns") == 20'00);
  for (const auto kind : {CreditKind::correction, CreditKind::bonus}) {
    book.credit_notes()[0].kind = kind;
    CHECK(assessed(book).result.cost_of_goods == 70'00);
    CHECK(assessed(book).result.net_revenue == 90'00);
    CHECK(line(assessed(book).result, "returns") == 0);
  }
}

TEST_CASE("net result is gross margin less the known lines plus contributions") {
  auto book = old_customer();
  book.order("2026-05-01", 200'00, in_full);
  book.orders().back().contribution = 15'00;
  CHECK(assessed(book).result.net_result == 100'00 - 6'00 + 15'00);
  CHECK(assessed(book).result.net_margin_bp == 5450);
  SnapshotBuilder no_invoices("A", "2026-11-23");
  no_invoices.order("2023-01-02", 100'00).order("2026-05-01", 200'00, in_full);
  const Assessment made = assessed(no_invoices);
  CHECK(made.result.net_result == 94'00);
  CHECK_FALSE(line(made.result, "invoicing"));
  CHECK_FALSE(line(made.result, "visits"));
}

TEST_CASE("sums beyond an amount are refused, not wrapped") {
  auto book = old_customer();
  for (int i = 0; i < 3; ++i)
    book.order("2026-05-01", 9'000'000'000'000'000'000, [](Order& o) { o.cost_of_goods = 0; });
  CHECK_THROWS_AS(assessed(book), Failure);
}

}  // namespace
}  // namespace rendabel::test
