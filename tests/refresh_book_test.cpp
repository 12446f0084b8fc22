// The book of a refresh against the accounts as they are judged after it: to the cent, with one layer each.
#include "tests/support/refresh_book.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "plugin/pipeline/save.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/gathered.hpp"
#include "plugin/rules/net_result.hpp"
#include "tests/support/any_snapshot.hpp"

using namespace rendabel;
using namespace std::chrono_literals;
using pipeline::book_get;
using test::bytes_of;
using test::put;
using test::SnapshotBuilder;

namespace {

const Date day = test::refresh_day;
using Home = test::TempStore;

/// A valid account of any kind: buyers, prospects, givers-back, unassigned, with much unknown.
SnapshotBuilder any_account(test::Random& random, int n) {
  const auto chance = [&](int percent) { return test::between(random, 0, 99) < percent; };
  const auto some_day = [&] { return day - days{test::between(random, -40, 1'200)}; };
  SnapshotBuilder builder("a" + std::to_string(n), "2026-11-23");
  if (chance(5)) builder.account().unassigned = true;
  if (chance(10)) builder.account().history_from = day - days{test::between(random, 100, 900)};
  if (chance(10)) builder.account().standing_discount_percent = Micro{20 * micro};
  for (auto orders = test::between(random, 0, 9); orders > 0; --orders)
    builder.order(some_day(), test::between(random, -2'000, 90'000), [&](Order& order) {
      if (chance(70)) order.cost_of_goods = *order.net_amount / 2;
      if (chance(30)) order.list_amount = *order.net_amount + 500;
      if (chance(30)) order.carriage_paid = true;
      if (chance(10)) order.net_amount.reset();
    });
  for (auto notes = test::between(random, 0, 2); notes > 0; --notes)
    builder.credit_note(some_day(), test::between(random, 0, 20'000));
  for (auto visits = test::between(random, 0, 2); visits > 0; --visits) builder.activity(some_day(), "visit");
  if (chance(50)) builder.invoice(some_day(), test::between(random, 1, 90'000));
  if (chance(80)) builder.nothing_else();
  return builder;
}

void same_as_accounts(store::Store& store, Date on) {
  const auto book = book_get(store, Settings{}, on);
  const auto context = pipeline::book_context(store);
  CHECK(context.as_of == on);
  Cents revenue = 0, margin = 0, result = 0;
  std::map<Layer, std::int64_t> layers;
  std::map<FlagCode, std::int64_t> flags;
  std::map<std::string, Cents> lines;
  pipeline::get_page(store, Settings{}, context, on, {"", 100'000, 0}, {}, [&](const pipeline::Judged& one) {
    const auto& made = one.assessment;
    revenue += made.result.net_revenue.value_or(0);
    margin += made.result.gross_margin.value_or(0);
    result += made.result.net_result.value_or(0);
    for (const auto& line : made.result.cost_lines) lines[line.code] += line.amount.value_or(0);
    for (const auto& flag : made.flags) ++flags[flag.code];
    if (made.layer) ++layers[*made.layer];
  });
  CHECK(book.result.net_revenue.value_or(0) == revenue);
  CHECK(book.result.gross_margin.value_or(0) == margin);
  CHECK(book.result.net_result.value_or(0) == result);
  for (const auto& line : book.result.cost_lines) CHECK(line.amount.value_or(0) == lines[line.code]);
  for (const auto& layer : book.pyramid) CHECK(layer.accounts == layers[layer.layer]);
  for (const auto& flag : book.flags) CHECK(flag.accounts == flags[flag.code]);
}

}  // namespace

TEST_CASE("after a refresh the accounts add up to the book, with the same layers and flags") {
  const int seed = GENERATE(1, 2, 3);
  const Home home;
  auto store = home.open();
  test::Random random(static_cast<std::uint64_t>(seed));
  for (int n = 0; n < 120; ++n) put(store, any_account(random, n).build());
  test::to_the_end(store, day, 10s);
  same_as_accounts(store, day);
}

TEST_CASE("ties at an edge of the pyramid fall the same way in the book and in the accounts") {
  const Home home;
  auto store = home.open();
  for (int n = 0; n < 120; ++n) put(store, "a" + std::to_string(500 - n), n % 3 == 0 ? 900'00 : 100'00, 0);
  test::to_the_end(store, day, 10s);
  const auto book = book_get(store, Settings{}, day);
  CHECK(book.pyramid[0].accounts == 2);
  CHECK(book.pyramid[1].accounts == 4);
  CHECK(book.pyramid[2].accounts == 18);
  same_as_accounts(store, day);
}

TEST_CASE("saves while the book is made, whenever they come, are in it with the layer they then have") {
  for (int steps = 1; steps < 70; steps += 6) {
    const Home home;
    auto store = home.open();
    for (int n = 0; n < 30; ++n) put(store, "a" + std::to_string(n), 100'00 + n, n % 3);
    for (int step = 0; step < steps; ++step) pipeline::book_refresh(store, Settings{}, day, 0ms, {});
    put(store, "a3", 9'000'00, 1);
    put(store, "late", 50'00, 0);
    test::to_the_end(store, day);
    same_as_accounts(store, day);
    const auto book = book_get(store, Settings{}, day);
    CHECK(book.accounts.all == 31);
    // ceil 1, 5 and 20 % of 31, whenever the last of them came.
    CHECK(book.pyramid[0].accounts == 1);
    CHECK(book.pyramid[1].accounts == 1);
    CHECK(book.pyramid[2].accounts == 5);
    CHECK(book.pyramid[0].revenue == 9'000'00);
    CHECK(book.pareto.customers == 7);
  }
}

TEST_CASE("an account saved after a refresh is judged with its values, and the next book has it") {
  const Home home;
  auto store = home.open();
  for (int n = 0; n < 100; ++n) put(store, "a" + std::to_string(100 + n), 1'000'00 + n, 0);
  test::to_the_end(store, day, 10s);
  put(store, "new", 5'000'00, 0);
  const auto judged = pipeline::get(store, Settings{}, pipeline::book_context(store), "new", day);
  CHECK(judged.assessment.layer == Layer::top);
  CHECK(judged.assessment.book_as_of == day);
  CHECK(book_get(store, Settings{}, day).accounts.all == 100);
  test::to_the_end(store, day, 10s);
  CHECK(book_get(store, Settings{}, day).accounts.all == 101);
}

TEST_CASE("the order in which accounts came does not show in a byte of the book") {
  std::string first;
  for (const bool backwards : {false, true}) {
    const Home home;
    auto store = home.open();
    for (int n = 0; n < 60; ++n) {
      const int at = backwards ? 59 - n : n;
      put(store, "a" + std::to_string(at), (at % 7) * 300'00 + 100'00, at % 4, at % 2 == 0 ? "els" : "jan");
    }
    test::to_the_end(store, day, 10s);
    const auto bytes = bytes_of(book_get(store, Settings{}, day));
    if (first.empty())
      first = bytes;
    else
      CHECK(bytes == first);
  }
}

TEST_CASE("what is gathered of an account is what the statement finds") {
  rc::check([](std::uint64_t seed) {
    test::Random random(seed);
    auto builder = any_account(random, 1);
    const auto snapshot = builder.build();
    const Settings settings;
    const rules::Rates rates(settings);
    const auto gathered = rules::gathered_of(snapshot, settings, rates, day);
    const auto drivers = rules::collect_drivers(snapshot, settings, rates, day);
    if (snapshot.account.unassigned.value_or(false))
      RC_ASSERT_FALSE(gathered.net_revenue.has_value());
    else
      RC_ASSERT(gathered.net_revenue == rules::net_revenue(drivers.windows[0]));
  });
}
