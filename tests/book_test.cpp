#include "plugin/rules/book.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "plugin/base/status.hpp"
#include "tests/support/book_rows.hpp"

using namespace rendabel;
using rules::BookRow;
using Rows = test::BookTable;

namespace {

const Date day = test::BookTable::day;

std::string numbered(int n) { return "a" + std::to_string(1000 + n); }

}  // namespace

TEST_CASE("an empty book adds up to nothing and says so") {
  const auto book = Rows{}.book();
  CHECK(book.accounts == BookAccounts{});
  CHECK(book.result.net_revenue == 0);
  CHECK_FALSE(book.result.net_margin_bp);
  CHECK(book.pyramid.size() == 6);
  CHECK(book.pareto == Pareto{0, 0, std::nullopt});
  CHECK_FALSE(book.thresholds.top);
  CHECK(book.reconciliation == Reconciliation{});
}

TEST_CASE("a list revenue that one account cannot tell is unknown for the book, not smaller") {
  Rows rows;
  rows.add("a", 100'00).result.list_revenue = 120'00;
  CHECK(rows.book().result.list_revenue == 120'00);
  rows.add("b", 50'00);
  CHECK_FALSE(rows.book().result.list_revenue);
  CHECK(rows.book().result.net_revenue == 150'00);
}

TEST_CASE("a single customer is the top of the pyramid") {
  Rows rows;
  rows.add("only", 12'345, 100);
  const auto book = rows.book();
  CHECK(book.pyramid[0] == BookLayer{Layer::top, 1, 12'345, 10'000, 100, 81, 1, {}});
  CHECK(book.pyramid[1].accounts == 0);
  CHECK(book.thresholds == LayerThresholds{12'345, 12'345, 12'345});
  CHECK(book.pareto == Pareto{1, 1, 10'000});
  CHECK(book.tail.customers == 0);
}

TEST_CASE("layers are cut at the ceiling of 1, 5 and 20 per cent of the customers") {
  for (const auto& [count, top, large, medium] :
       {std::array{100, 1, 5, 20}, {101, 2, 6, 21}, {99, 1, 5, 20}, {4, 1, 1, 1}, {6, 1, 1, 2}}) {
    Rows rows;
    for (int n = 0; n < count; ++n) rows.add(numbered(n), 1'000 + n, 1);
    const auto book = rows.book();
    CHECK(book.pyramid[0].accounts == top);
    CHECK(book.pyramid[1].accounts == large - top);
    CHECK(book.pyramid[2].accounts == medium - large);
    CHECK(book.pyramid[3].accounts == count - medium);
    CHECK(book.thresholds.medium == 1'000 + count - medium);
  }
}

TEST_CASE("equal revenues are cut by id, whatever the order of the rows") {
  Rows rows;
  for (int n = 99; n >= 0; --n) rows.add(numbered(n), 5'000, n == 0 ? 70 : 1);
  const auto book = rows.book();
  CHECK(book.pyramid[0].net_result == 70);  // a1000, the first id, though its row came last
  CHECK(book.pyramid[1].net_result == 4);
}

TEST_CASE("who no longer buys is inactive, who never bought a prospect, unassigned revenue stands apart") {
  Rows rows;
  rows.add("buyer", 10'000, -500);
  rows.add("gone", 0, -200, true);
  rows.add("gave all back", -50, -300);
  rows.add("never", 0, -100);
  rows.add("unknown", std::nullopt);
  rows.add("nobody", 700, 10).unassigned = true;
  const auto book = rows.book();
  CHECK(book.accounts == BookAccounts{6, 1, 2, 1, 1, 1, 1});
  CHECK(book.pyramid[4] == BookLayer{Layer::inactive, 2, -50, -50, -500, std::nullopt, 2, {}});
  CHECK(book.pyramid[5] == BookLayer{Layer::prospect, 1, 0, 0, -100, std::nullopt, 1, {}});
  CHECK(book.result.net_revenue == 10'650);
  CHECK(book.unassigned_result.net_revenue == 700);
  CHECK(book.unassigned_result.net_margin_bp == 143);
  CHECK(book.pareto.of == 1);
}

TEST_CASE("a layer's margin is the sum of results over the sum of revenues of those that can be assessed") {
  Rows rows;
  rows.add("a", 100'000, 30'000);
  rows.add("b", 50'000, std::nullopt);
  rows.add("c", 20'000, -1'000);
  rows.add("d", 10'000, -1'000);
  const auto book = rows.book();
  const auto& small = book.pyramid[3];
  CHECK(small.accounts == 3);
  CHECK(small.assessable == 2);
  CHECK(small.revenue == 80'000);
  CHECK(small.net_result == -2'000);
  CHECK(small.net_margin_bp == -667);         // −2,000 / 30,000, not the mean of −500 and −1,000
  CHECK(book.result.net_margin_bp == 2'154);  // 28,000 / 130,000
}

TEST_CASE("the tail starts after the customer that reaches 80 per cent") {
  Rows exact;
  exact.add("a", 8'000, 100);
  exact.add("b", 1'500, -10);
  exact.add("c", 500, -20);
  CHECK(exact.book().tail == Tail{2, 2'000, -30, -150, 2, 2000});
  Rows short_of_it;
  short_of_it.add("a", 7'999, 100);
  short_of_it.add("b", 1'501, -10);
  short_of_it.add("c", 500, -20);
  CHECK(short_of_it.book().tail == Tail{1, 500, -20, -400, 1, 500});
}

TEST_CASE("headlines count accounts and add up amounts per code, and an informing flag has none") {
  Rows rows;
  rows.add("a", 100, 1).flags = {{FlagCode::late_payer, 250}, {FlagCode::stagnant, std::nullopt}};
  rows.add("b", 100, 1).flags = {{FlagCode::late_payer, 50}};
  const auto flags = rows.book().flags;
  REQUIRE(flags.size() == 2);
  CHECK(flags[0] == FlagHeadline{FlagCode::late_payer, 2, 300});
  CHECK(flags[1] == FlagHeadline{FlagCode::stagnant, 1, std::nullopt});
}

TEST_CASE("lines are summed where they are known and counted by state") {
  Rows rows;
  auto& a = rows.add("a", 1'000, 100);
  a.result.cost_lines = {{"order_handling", Micro{3 * micro}, 225}, {"km", Micro{10 * micro}, 300}};
  a.coverage = {{"order_handling", CoverageState::known}, {"shipping", CoverageState::not_assessable}};
  auto& b = rows.add("b", 1'000, 100);
  b.result.cost_lines = {{"order_handling", std::nullopt, 75}, {"shipping", std::nullopt, std::nullopt}};
  b.coverage = {{"order_handling", CoverageState::assumed}, {"shipping", CoverageState::not_assessable}};
  const auto book = rows.book();
  REQUIRE(book.result.cost_lines.size() == 3);
  CHECK(book.result.cost_lines[0] == CostLine{"order_handling", Micro{3 * micro}, 300});
  CHECK(book.result.cost_lines[1] == CostLine{"shipping", std::nullopt, std::nullopt});
  CHECK(book.result.cost_lines[2] == CostLine{"km", Micro{10 * micro}, 300});
  REQUIRE(book.coverage.size() == 2);
  CHECK(book.coverage[0] == BookCoverage{"order_handling", {1, 0, 1, 0}});
  CHECK(book.coverage[1] == BookCoverage{"shipping", {0, 0, 0, 2}});
}

TEST_CASE("the reconciliation shows revenue that no statement carries") {
  Rows rows;
  rows.add("a", 1'000, 1);
  rows.add("u", 300, 1).unassigned = true;
  CHECK(rows.book().reconciliation == Reconciliation{1'000, 300, 1'300, 0, {}});
  rows.add("history cut off", std::nullopt).booked = 77;
  CHECK(rows.book().reconciliation == Reconciliation{1'000, 300, 1'377, 77, {}});
}

TEST_CASE("a sum too large for an amount is refused, not wrapped") {
  Rows rows;
  rows.add("a", INT64_MAX, 1);
  rows.add("b", 1, 1);
  CHECK_THROWS_AS(rows.book(), Failure);
}

TEST_CASE("booked revenue is orders less credit notes of the window, whatever their kind") {
  std::vector<Order> orders(4);
  orders[0].date = day;
  orders[0].net_amount = 10'000;
  orders[1].date = day - days{364};
  orders[1].list_amount = 500;
  orders[1].discount_amount = 50;
  orders[2].date = day - days{365};
  orders[2].net_amount = 9'999;
  orders[3].date = day + days{1};
  orders[3].net_amount = 9'999;
  std::vector<CreditNote> notes(2);
  notes[0].date = day;
  notes[0].amount = 1'000;
  notes[0].kind = CreditKind::bonus;
  notes[1].date = day - days{365};
  notes[1].amount = 1;
  Snapshot snapshot;
  snapshot.orders = {orders, true};
  snapshot.credit_notes = {notes, true};
  CHECK(rules::booked_revenue(snapshot, window(day, 0)) == 9'450);
}
