// What one account adds to the buying model: its order days and what they left.
#include "plugin/rules/account_statistic.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

using rules::statistic_of;

const Date today = on("2026-11-23");

auto costing(Cents amount) {
  return [amount](Order& order) { order.cost_of_goods = amount; };
}
BuyerStatistic buyer(SnapshotBuilder& account, const Settings& settings = {}) {
  const auto found = statistic_of(account.build(), settings, today).buyer;
  REQUIRE(found);
  return *found;
}

TEST_CASE("order days, the gaps between them and the margin they left") {
  SnapshotBuilder account("A1", "2026-11-23");
  account.order("2026-05-01", 100'00, costing(60'00)).order("2026-05-01", 50'00, costing(40'00));
  account.order("2026-05-11", 100'00, costing(70'00)).order("2026-11-24", 100'00, costing(70'00));
  const BuyerStatistic found = buyer(account);
  CHECK(found.first == on("2026-05-01"));
  CHECK(found.last == on("2026-05-11"));
  CHECK(found.order_days == 2);
  CHECK(found.log_gaps == Approx(std::log(10)));
  CHECK(found.margin_days == 2);
  CHECK(found.margin == 80'00);
  CHECK(found.margin_known);
  CHECK_FALSE(found.margin_assumed);
}

TEST_CASE("only days with a known margin above 0 count for the margin of an order day") {
  SnapshotBuilder account("A1", "2026-11-23");
  account.order("2026-05-01", 100'00, costing(120'00)).order("2026-05-02", 100'00, costing(60'00));
  account.order("2026-05-03", 100'00).order("2026-05-03", 100'00, costing(10'00));
  const BuyerStatistic found = buyer(account);
  CHECK(found.order_days == 3);
  CHECK(found.margin_days == 1);
  CHECK(found.margin == 40'00);

  SnapshotBuilder losing("A2", "2026-11-23");
  losing.order("2026-05-01", 100'00, costing(120'00));
  CHECK(buyer(losing).margin_days == 0);
  CHECK(buyer(losing).margin_known);
  SnapshotBuilder unknown("A3", "2026-11-23");
  unknown.order("2026-05-01", 100'00);
  CHECK_FALSE(buyer(unknown).margin_known);
}

TEST_CASE("without a cost the assumed margin counts where one is set, and it is said") {
  Settings settings;
  settings.gross_margin_assumed = Micro{300'000};
  SnapshotBuilder account("A1", "2026-11-23");
  account.order("2026-05-01", 100'00);
  const BuyerStatistic found = buyer(account, settings);
  CHECK(found.margin == 30'00);
  CHECK(found.margin_assumed);
}

TEST_CASE("what came back leaves the day it was bought on, with the cost of its goods") {
  SnapshotBuilder account("A1", "2026-11-23");
  account.order("2026-05-01", 100'00, costing(60'00)).order("2026-06-01", 100'00, costing(60'00));
  account.credit_note("2026-06-20", 50'00, [](CreditNote& note) { note.order_id = "order-2"; });
  CHECK(buyer(account).margin == 60'00);  // 40 + (50 − 30)
  account.credit_note("2026-06-21", 5'00, [](CreditNote& note) {
    note.order_id = "order-1";
    note.kind = CreditKind::bonus;
  });
  CHECK(buyer(account).margin == 55'00);
}

TEST_CASE("nobody's revenue, an unknown age and no order at all take no part") {
  SnapshotBuilder account("A1", "2026-11-23");
  CHECK_FALSE(statistic_of(account.build(), {}, today).buyer);
  account.order("2026-05-01", 100'00);
  CHECK(statistic_of(account.build(), {}, today).buyer);
  account.account().history_from = on("2026-01-01");
  CHECK_FALSE(statistic_of(account.build(), {}, today).buyer);
  account.account().history_from = std::nullopt;
  account.account().unassigned = true;
  CHECK(statistic_of(account.build(), {}, today) == AccountStatistic{});
}

}  // namespace
}  // namespace rendabel::test
