#include "plugin/rules/capacity_check.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/book_rows.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/published_account.hpp"

using namespace rendabel;
using test::on;
using test::SnapshotBuilder;

namespace {

const Date day = test::BookTable::day;

Rate minutes(std::int64_t value) { return {Rate::Kind::minutes, Micro{value * micro}}; }

std::vector<CapacityCheck> checks(const Settings& settings, const std::vector<Snapshot>& accounts) {
  const rules::Rates rates(settings);
  rules::CapacityBook book(settings.capacity);
  for (const auto& snapshot : accounts) {
    rules::BookRow row;
    row.pools =
        rules::pool_use(rules::collect_drivers(snapshot, settings, rates, day).windows[0], rates, settings);
    book.add(row);
  }
  return book.checks();
}

}  // namespace

TEST_CASE("tdabc_kaplan_anderson: used, unused and utilisation of the published pool") {
  if (!std::filesystem::exists(test::vectors_path())) {
    WARN("skipped: no " << test::vectors_path());
    return;
  }
  simdjson::dom::parser parser;
  bool found = false;
  for (const test::element published : simdjson::dom::array(parser.load(test::vectors_path()).value())) {
    std::string_view name;
    REQUIRE(published["name"].get(name) == simdjson::SUCCESS);
    if (name != "tdabc_kaplan_anderson") continue;
    found = true;
    const test::element pool = published["capacity"].value(), expected = published["expected"].value();
    Settings settings;
    settings.capacity = {{{"order", "inquiry", "credit_check"},
                          test::cents(test::number(pool, "cost")),
                          Micro{test::whole_number(test::number(pool, "minutes")) * micro}}};
    rules::BookRow row;
    row.pools = {rules::BookPool{}};
    for (const test::element driver : simdjson::dom::array(published["activities"].value())) {
      std::string_view code;
      REQUIRE(driver["driver"].get(code) == simdjson::SUCCESS);
      const auto each = test::whole_number(test::number(driver, "minutes"));
      const auto count = test::whole_number(test::number(driver, "count"));
      settings.activity_rates[std::string(code)] = minutes(each);
      rules::Drivers window;
      const rules::Rates rates(settings);
      window.orders_by_channel.resize(rates.order.size());
      window.own.resize(rates.own.size());
      if (code == "order")
        window.orders_by_channel[0] = count;
      else
        window.own[*rates.own_place(code)].quantity = Int128{count} * micro;
      const auto use = rules::pool_use(window, rates, settings).front();
      CHECK(use.minutes.millionths == count * each * micro);
      row.pools[0].minutes.millionths += use.minutes.millionths;
    }
    rules::CapacityBook book(settings.capacity);
    book.add(row);
    const auto check = book.checks().front();
    CHECK(check.used_minutes.millionths ==
          test::whole_number(test::number(expected, "used_minutes")) * micro);
    CHECK(check.unused_minutes.millionths ==
          test::whole_number(test::number(expected, "unused_minutes")) * micro);
    CHECK(check.used_cost == test::cents(test::number(expected, "used_cost")));
    CHECK(check.unused_cost == test::cents(test::number(expected, "unused_cost")));
    CHECK(check.utilisation_bp == test::cents(test::number(expected, "utilisation_percent")));
  }
  CHECK(found);
}

TEST_CASE("a driver charged in money has no minutes and is named, a variant stands for itself") {
  Settings settings;
  settings.capacity = {{{"order", "order_line"}, 1'000'00, Micro{100 * micro}},
                       {{"order.phone"}, 500'00, Micro{50 * micro}}};
  SnapshotBuilder builder("a", "2026-11-23");
  builder.order("2026-06-01", 100'00, [](Order& order) {
    order.channel = "web";
    order.lines = Micro{7 * micro};
  });
  builder.order("2026-06-02", 100'00, [](Order& order) {
    order.channel = "phone";
    order.lines = Micro{4 * micro};
  });
  builder.nothing_else();
  const auto both = checks(settings, {builder.build()});
  // One phone order at 5 minutes and four lines at 3; the web order costs 2.00, which is no time, and its
  // lines cost nothing.
  CHECK(both[0].used_minutes == Micro{(5 + 12) * micro});
  CHECK(both[0].used_cost == 170'00);
  CHECK(both[0].without_minutes == std::vector<std::string>{"order"});
  CHECK(both[1].used_minutes == Micro{5 * micro});
  CHECK(both[1].without_minutes.empty());
  CHECK_FALSE(both[0].visit_hours_logged);
}

TEST_CASE("hours logged at visits stand beside the hours that are paid for") {
  Settings settings;
  settings.capacity = {{{"visit", "order"}, 60'000'00, Micro{6'000 * micro}}};
  SnapshotBuilder builder("a", "2026-11-23");
  builder.order("2026-06-01", 100'00, [](Order& order) { order.channel = "phone"; });
  builder.activity("2026-05-01", "visit", [](Activity& visit) { visit.minutes = Micro{90 * micro}; });
  builder.activity("2026-06-01", "visit");
  builder.nothing_else();
  const auto check = checks(settings, {builder.build()}).front();
  CHECK(check.used_minutes == Micro{95 * micro});
  CHECK(check.visit_hours_logged == Micro{micro + micro / 2});
  CHECK(check.visit_hours_paid == Micro{99'916'667});
}

TEST_CASE("a pool that is charged more than it has is short, and one without minutes has no utilisation") {
  Settings settings;
  settings.capacity = {{{"order"}, 10'00, Micro{4 * micro}}, {{"order"}, 10'00, Micro{}}};
  SnapshotBuilder builder("a", "2026-11-23");
  builder.order("2026-06-01", 100'00).nothing_else();
  const auto pools = checks(settings, {builder.build()});
  CHECK(pools[0].unused_minutes == Micro{-1 * micro});
  CHECK(pools[0].unused_cost == -2'50);
  CHECK(pools[0].utilisation_bp == 12'500);
  CHECK_FALSE(pools[1].utilisation_bp);
  CHECK(pools[1].unused_cost == 10'00);
}
