#include "plugin/rules/book_sums.hpp"

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

TEST_CASE("layers and the unassigned together carry the whole revenue, in any order of accounts") {
  rc::check([] {
    const auto amounts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-500, 500));
    Rows rows;
    for (std::size_t n = 0; n < amounts.size(); ++n)
      rows.add(numbered(static_cast<int>(n)), amounts[n], amounts[n] / 3).unassigned = n % 7 == 6;
    const auto book = rows.book();
    Cents revenue = book.unassigned_result.net_revenue.value_or(0);
    std::int64_t accounts = book.accounts.unassigned;
    for (const auto& layer : book.pyramid) {
      revenue += layer.revenue;
      accounts += layer.accounts;
    }
    RC_ASSERT(revenue == book.result.net_revenue.value_or(0));
    RC_ASSERT(accounts == book.accounts.all);
    RC_ASSERT(book.reconciliation.difference == 0);
    const auto reversed = rows.book(true);
    RC_ASSERT(reversed.pyramid == book.pyramid);
    RC_ASSERT(reversed.tail == book.tail);
  });
}

TEST_CASE("doubling all money doubles all money of the book") {
  rc::check([] {
    const auto amounts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50'000, 50'000));
    Rows once, twice;
    for (auto [rows, factor] : {std::pair(&once, 1), std::pair(&twice, 2)})
      for (std::size_t n = 0; n < amounts.size(); ++n) {
        auto& row =
            rows->add(numbered(static_cast<int>(n)), factor * amounts[n], factor * (amounts[n] / 3 - 99));
        row.result.gross_margin = factor * (amounts[n] / 2);
        row.result.cost_lines = {{"visits", Micro{micro}, factor * 40}, {"km", std::nullopt, factor * 7}};
      }
    const auto one = once.book(), two = twice.book();
    RC_ASSERT(two.result.net_revenue.value_or(0) == 2 * one.result.net_revenue.value_or(0));
    RC_ASSERT(two.result.net_margin_bp == one.result.net_margin_bp);
    RC_ASSERT(two.whale.total == 2 * one.whale.total);
    RC_ASSERT(two.whale.peak.amount == 2 * one.whale.peak.amount);
    RC_ASSERT(two.whale.peak.share_bp == one.whale.peak.share_bp);
    for (std::size_t n = 0; n < one.pyramid.size(); ++n) {
      RC_ASSERT(two.pyramid[n].accounts == one.pyramid[n].accounts);
      RC_ASSERT(two.pyramid[n].revenue == 2 * one.pyramid[n].revenue);
      RC_ASSERT(two.pyramid[n].net_result.value_or(0) == 2 * one.pyramid[n].net_result.value_or(0));
      for (std::size_t line = 0; line < one.pyramid[n].cost_lines.size(); ++line)
        RC_ASSERT(two.pyramid[n].cost_lines[line].amount == 2 * *one.pyramid[n].cost_lines[line].amount);
    }
    for (std::size_t step = 0; step < one.waterfall.size(); ++step)
      RC_ASSERT(two.waterfall[step].amount == 2 * one.waterfall[step].amount);
  });
}

TEST_CASE("the halves of a book add up to the whole") {
  rc::check([] {
    const auto amounts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50'000, 50'000));
    Rows whole, left, right;
    for (std::size_t n = 0; n < amounts.size(); ++n)
      for (auto* rows : {&whole, n % 2 == 0 ? &left : &right}) {
        auto& row = rows->add(numbered(static_cast<int>(n)), amounts[n], amounts[n] / 3);
        row.result.cost_lines = {{"visits", Micro{micro}, amounts[n] / 5}};
        row.flags = {{FlagCode::late_payer, amounts[n] / 7}};
      }
    const auto all = whole.book(), a = left.book(), b = right.book();
    const auto sum = [](std::optional<Cents> x, std::optional<Cents> y) {
      return x.value_or(0) + y.value_or(0);
    };
    RC_ASSERT(all.result.net_revenue.value_or(0) == sum(a.result.net_revenue, b.result.net_revenue));
    RC_ASSERT(all.result.net_result.value_or(0) == sum(a.result.net_result, b.result.net_result));
    RC_ASSERT(all.whale.total == a.whale.total + b.whale.total);
    RC_ASSERT(all.accounts.all == a.accounts.all + b.accounts.all);
    RC_ASSERT(all.reconciliation.book == a.reconciliation.book + b.reconciliation.book);
  });
}

TEST_CASE("cost lines stand with the layer of the account that causes them") {
  Rows rows;
  for (int n = 0; n < 100; ++n) {
    auto& row = rows.add(numbered(n), 10'000 - n, 10);
    row.result.cost_lines = {{"visits", Micro{micro}, n == 0 ? 40'000 : 100}};
  }
  rows.add("gone", 0, -5, true).result.cost_lines = {{"calls", Micro{2 * micro}, 1'200}};
  const auto book = rows.book();
  CHECK(book.pyramid[0].cost_lines == std::vector<CostLine>{{"visits", Micro{micro}, 40'000}});
  CHECK(book.pyramid[3].cost_lines == std::vector<CostLine>{{"visits", Micro{80 * micro}, 8'000}});
  CHECK(book.pyramid[4].cost_lines == std::vector<CostLine>{{"calls", Micro{2 * micro}, 1'200}});
}

TEST_CASE("the waterfall runs from list revenue to net result and adds up at every total") {
  Rows rows;
  auto& row = rows.add("a", 80'00, 20'00);
  row.result.list_revenue = 100'00;
  row.result.discount = 15'00;
  row.result.credit_notes = 5'00;
  row.result.cost_of_goods = 50'00;
  row.result.gross_margin = 30'00;
  row.result.cost_lines = {{"visits", Micro{micro}, 11'00}};
  row.result.contributions = 1'00;
  rows.add("nobody can tell", 999'00);
  const auto steps = rows.book().waterfall;
  REQUIRE(steps.size() == 9);
  CHECK(steps.front() == WaterfallStep{"list_revenue", 100'00, true});
  CHECK(steps.back() == WaterfallStep{"net_result", 20'00, true});
  Cents sum = 0;
  for (const auto& step : steps) {
    if (step.total && sum != 0) CHECK(step.amount == sum);
    sum = step.total ? step.amount : sum + step.amount;
  }
  rows.add("without a list price", 10'00, 4'00).result.gross_margin = 4'00;
  CHECK(rows.book().waterfall.front() == WaterfallStep{"net_revenue", 90'00, true});
}

TEST_CASE("the ledger's periods stand beside what the facts give") {
  Rows rows;
  rows.ledger = {{day - days{30}, day, 500'00}, {day - days{60}, day - days{31}, 100'00}};
  rows.add("a", 600'00, 1).ledger = {400'00, 100'00};
  rows.add("u", 60'00, 1).ledger = {60'00, 0};
  rows.rows.back().unassigned = true;
  const auto ledger = rows.book().reconciliation.ledger;
  REQUIRE(ledger.size() == 2);
  CHECK(ledger[0] == LedgerCheck{day - days{30}, day, 500'00, 460'00, -40'00});
  CHECK(ledger[1].difference == 0);
}
