#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "adapters/cli/countries.hpp"
#include "adapters/cli/days.hpp"
#include "adapters/cli/order_snapshots.hpp"

using namespace rendabel::cli;

namespace {

using Row = std::vector<std::string_view>;

/// order, account, date, quantity, price, item — the order of online_retail's fields that matter here.
OrderLines lines_of(const std::vector<Row>& rows) {
  Layout layout = preset_layout("online_retail");
  find_columns(layout,
               {"InvoiceNo", "CustomerID", "InvoiceDate", "Quantity", "UnitPrice", "StockCode", "Country"},
               "test");
  OrderLines lines(layout, 2);
  std::int64_t record = 1;
  for (const Row& row : rows) lines.add(++record, row);
  return lines;
}

OrderSum sums(std::int64_t goods, std::int64_t corrections, std::int64_t freight, bool has_goods = true) {
  OrderSum order;
  order.id = "1";
  order.goods = goods;
  order.corrections = corrections;
  order.freight = freight;
  order.goods_lines = has_goods ? 1 : 0;
  return order;
}

std::int64_t worth(const Parts& parts) {
  std::int64_t sum = parts.order ? parts.order->net + parts.order->freight_charged : 0;
  for (const CreditPart& credit : parts.credits) sum -= credit.amount;
  return sum;
}

}  // namespace

TEST_CASE("each line is rounded once, half away from zero") {
  auto lines = lines_of({{"1", "7.0", "2011-01-02 10:00:00", "3", "0.335", "A", "EIRE"},    // 1.005
                         {"2", "7.0", "2011-01-02 10:00:00", "-3", "0.335", "A", "EIRE"},   // −1.005
                         {"3", "7.0", "2011-01-02 10:00:00", "1", "0.004", "A", "EIRE"},    // nothing, twice:
                         {"3", "7.0", "2011-01-02 10:00:00", "1", "0.004", "A", "EIRE"}});  // not 0.008
  const LineCounts counts = lines.finish();
  REQUIRE(lines.accounts().size() == 1);
  const AccountSum& account = lines.accounts()[0];
  CHECK(account.id == "7");
  CHECK(account.country == "IE");
  REQUIRE(account.orders.size() == 3);
  CHECK(account.orders[0].goods == 101);
  CHECK(account.orders[1].goods == -101);
  CHECK(account.orders[2].goods == 0);
  CHECK(amount_text(counts.rounded, 2) == "0.00");
  CHECK(exact_text(counts.exact, 2) == "0.008");
}

TEST_CASE("a line without a customer goes to the unassigned account, and duplicates stay") {
  auto lines = lines_of({{"1", "", "2011-01-02", "1", "2.50", "A", "France"},
                         {"1", "", "2011-01-02", "1", "2.50", "A", "France"}});
  const LineCounts counts = lines.finish();
  CHECK(counts.unassigned_lines == 2);
  CHECK(counts.duplicates == 1);
  CHECK(counts.customers == 0);
  REQUIRE(lines.accounts().size() == 1);
  CHECK(lines.accounts()[0].unassigned);
  CHECK(lines.accounts()[0].country.empty());
  CHECK(lines.accounts()[0].orders[0].goods == 500);
}

TEST_CASE("postage is freight, fees are corrections, the rest is goods") {
  const auto lines = lines_of({{"1", "7", "2011-01-02", "2", "10", "85123A", ""},
                               {"1", "7", "2011-01-02", "1", "18", "POST", ""},
                               {"1", "7", "2011-01-02", "1", "1.50", "m", ""},
                               {"1", "7", "2011-01-02", "1", "4", "DOT", ""}});
  const OrderSum& order = lines.accounts()[0].orders[0];
  CHECK(order.goods == 2000);
  CHECK(order.corrections == 150);
  CHECK(order.freight == 2200);
  CHECK(order.goods_lines == 1);
  const Parts parts = split(order, "C");
  CHECK(parts.order->net == 2150);
  CHECK(parts.order->freight_charged == 2200);
  CHECK(parts.credits.empty());
}

TEST_CASE("a cancellation gives a return for its goods and a correction for the rest") {
  const auto lines = lines_of({{"C1", "7", "2011-01-02", "-2", "10", "85123A", ""},
                               {"C1", "7", "2011-01-02", "-1", "18", "POST", ""}});
  const Parts parts = split(lines.accounts()[0].orders[0], "C");
  CHECK_FALSE(parts.order);
  REQUIRE(parts.credits.size() == 2);
  CHECK(parts.credits[0].goods);
  CHECK(parts.credits[0].amount == 2000);
  CHECK_FALSE(parts.credits[1].goods);
  CHECK(parts.credits[1].amount == 1800);
  const std::string text = snapshot_text(lines.accounts()[0], {"2011-12-10", "", "", "C", 2});
  CHECK(
      text ==
      R"({"account":{"id":"7"},"as_of":"2011-12-10","orders":[],"credit_notes":[{"id":"C1","date":"2011-01-02",)"
      R"("kind":"return","amount":20.00,"items":2},{"id":"C1/2","date":"2011-01-02","kind":"correction","amount":18.00}]})");
}

TEST_CASE("a cancellation without goods is a correction, one that takes money an order") {
  const Parts fee = split(sums(0, -5, 0, false), "1");
  REQUIRE(fee.credits.size() == 1);
  CHECK_FALSE(fee.credits[0].goods);
  const Parts odd = split(sums(0, 5, 0, false), "1");
  CHECK(odd.credits.empty());
  CHECK(odd.order->net == 5);
}

TEST_CASE("without a prefix an order below zero is a return") {
  const Parts parts = split(sums(-500, 0, 0), "");
  REQUIRE(parts.credits.size() == 1);
  CHECK(parts.credits[0].goods);
  CHECK(split(sums(-500, 0, 0), "C").order->net == -500);
}

TEST_CASE("what an order is worth is never lost in the split") {
  rc::prop("net + freight − credit notes = the lines", [](bool credit, bool has_goods) {
    const auto cents = rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
    const OrderSum order = sums(has_goods ? *cents : 0, *cents, *cents, has_goods);
    const Parts parts = split(order, credit ? "1" : "C");
    RC_ASSERT(worth(parts) == order.goods + order.corrections + order.freight);
    for (const CreditPart& part : parts.credits) RC_ASSERT(part.amount >= 0);
    RC_ASSERT(!parts.order || parts.order->freight_charged >= 0);
  });
}

TEST_CASE("goods written off are no order, a free delivery to a customer is one") {
  const auto lines = lines_of(
      {{"1", "", "2011-01-02", "-9", "0.0", "A", ""}, {"2", "7", "2011-01-02", "9", "0.0", "A", ""}});
  CHECK(is_stock_movement(lines.accounts()[0], lines.accounts()[0].orders[0]));
  CHECK_FALSE(is_stock_movement(lines.accounts()[1], lines.accounts()[1].orders[0]));
}

TEST_CASE("faults are named by row and column, all of them, and their lines count for nothing") {
  const auto lines =
      lines_of({{"", "7", "2011-02-30", "two", "1,50", "A", ""}, {"2", "7", "2011-01-02", "1", "", "A", ""}});
  REQUIRE(lines.findings().total == 5);
  CHECK(lines.findings().items[0].record == 2);
  CHECK(lines.findings().items[0].field == "InvoiceNo");
  CHECK(lines.findings().items[1].field == "InvoiceDate");
  CHECK(lines.findings().items[2].field == "Quantity");
  CHECK(lines.findings().items[3].field == "UnitPrice");
  CHECK(lines.findings().items[4].record == 3);
  CHECK(lines.accounts().empty());
}

TEST_CASE("a column that is not there is bad input, a map that says too little is wrong usage") {
  Layout layout = preset_layout("online_retail");
  CHECK_THROWS_AS(find_columns(layout, {"InvoiceNo"}, "test"), BadInput);
  Layout little;
  add_columns(little, "order=A,account=B,date=C,quantity=D");
  CHECK_THROWS_AS(require_columns(little), Failure);
  add_columns(little, "price=E");
  CHECK_NOTHROW(require_columns(little));
  CHECK_THROWS_AS(add_columns(little, "colour=F"), Failure);
}

TEST_CASE("discount and cost are sent only where every goods line has them") {
  Layout layout;
  add_columns(layout, "order=o,account=a,date=d,amount=n,discount=k,cost=c,product_group=g");
  find_columns(layout, {"o", "a", "d", "n", "k", "c", "g"}, "test");
  OrderLines lines(layout, 2);
  lines.add(2, {"1", "7", "2026-01-02", "90", "10", "60", "tea"});
  lines.add(3, {"2", "7", "2026-01-02", "90", "", "60", "tea"});
  lines.add(4, {"2", "7", "2026-01-02", "10", "1", "", "mugs"});
  const std::string text = snapshot_text(lines.accounts()[0], {"2026-02-01", "", "", "", 2});
  CHECK(
      text.find(
          R"({"id":"1","date":"2026-01-02","net_amount":90.00,"discount_amount":10.00,"cost_of_goods":60.00,"lines":1)") !=
      std::string::npos);
  CHECK(text.find(R"({"id":"2","date":"2026-01-02","net_amount":100.00,"lines":2)") != std::string::npos);
  CHECK(text.find(R"("product_groups":["tea","mugs"])") != std::string::npos);
}

TEST_CASE("days are read in the order that is said, and only days that exist") {
  CHECK(day_of("2011-12-09 12:50:00", "ymd") == "2011-12-09");
  CHECK(day_of("9-12-2011", "dmy") == "2011-12-09");
  CHECK(day_of("12/9/2011 8:26", "mdy") == "2011-12-09");
  CHECK(day_of("29.02.2012", "dmy") == "2012-02-29");
  for (const char* none : {"29.02.2011", "9-12-11", "2011", "", "09-12-2011x", "9/13/2011"}) {
    INFO(none);
    CHECK(day_of(none, "dmy").empty());
  }
}

TEST_CASE("country names become codes and unknown ones stay unknown") {
  CHECK(country_code("United Kingdom") == "GB");
  CHECK(country_code("EIRE") == "IE");
  CHECK(country_code("België") == "BE");
  CHECK(country_code("nl") == "NL");
  CHECK(country_code("Unspecified").empty());
  CHECK(country_code("Channel Islands").empty());
}
