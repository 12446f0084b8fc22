// Whose turn it is: the walk by worth, the count and the index of sleep against a look at every row.
#include "plugin/store/touch.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "tests/support/due_accounts.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::test;
using store::Sleep, store::TouchLayer;
using Layers = std::vector<TouchLayer>;

namespace {

const std::string_view today = "2026-11-23";
const Date day = on(today);

Layers some_layers(Chance& chance) {
  Layers out;
  Cents revenue = 50'000;
  for (int band = chance.below(5); band > 0; --band, revenue = revenue * chance.below(4) / 4)
    out.push_back({revenue, chance.below(200)});
  if (chance.one_in(2)) out.push_back({std::nullopt, chance.below(200)});
  return out;
}

}  // namespace

TEST_CASE("who is due is counted, walked and known one by one as a look at every row says") {
  Chance chance{std::mt19937{7}};
  TempStore home;
  auto store = home.open();
  {
    store::Change change(store);
    for (int account = 1; account <= 400; ++account) {
      store::Touch touch{day - days{chance.below(250)}, {}, chance.below(8) * 100, {}};
      if (!chance.one_in(6)) touch.revenue = chance.below(6) * 10'000 - 10'000 + chance.below(2);
      if (chance.one_in(10)) touch.days = chance.below(60);
      store::put_touch(store, account, touch);
    }
    change.commit();
  }
  for (int round = 0; round < 60; ++round) {
    const auto layers = some_layers(chance);
    const store::Turns turns(store, day, layers);
    const auto wanted = all_due(store, day, layers);
    std::vector<store::AccountKey> walked;
    turns.walk_due([&](store::AccountKey key) {
      walked.push_back(key);
      return turns.is_due(key);  // the store may be read on the way
    });
    REQUIRE(walked == wanted);
    REQUIRE(turns.count_due() == static_cast<std::int64_t>(wanted.size()));
    int known = 0;
    for (int account = 1; account <= 400; ++account) known += turns.is_due(account) ? 1 : 0;
    REQUIRE(known == static_cast<int>(wanted.size()));
    std::size_t some = 0;
    turns.walk_due([&](store::AccountKey) { return ++some < 3; });
    REQUIRE(some == std::min<std::size_t>(3, wanted.size()));
  }
  const store::Turns nobody(store, day, std::nullopt);
  CHECK(nobody.count_due() == 0);
  CHECK_FALSE(nobody.is_due(1));
}

TEST_CASE("who sleeps is found by the index and without it, with what he is worth and whether he is due") {
  Chance chance{std::mt19937{11}};
  TempStore home;
  auto store = home.open();
  {
    store::Change change(store);
    for (int n = 1; n <= 200; ++n) {
      SnapshotBuilder one("A-" + std::to_string(n), today);
      const auto account = store::put_account(store, one.build()).row.account;
      const Date from = day - days{20} + days{chance.below(300)};
      store::put_sleep_spans(store, account,
                             {{Sleep::slipping, from, from + days{30}},
                              {chance.one_in(3) ? Sleep::seasonal : Sleep::dormant, from + days{30}, {}}});
      if (!chance.one_in(4)) store::put_touch(store, account, store::Touch{day - days{n}, 1, n, {}});
    }
    change.commit();
  }
  const Layers layers{{1, 100}};
  const auto found = [&](Date on_day) {
    std::vector<std::string> out;
    const auto asleep = store::Turns(store, on_day, layers).asleep();
    for (const auto* kind : {&asleep.slipping, &asleep.dormant})
      for (const auto& one : *kind)
        out.push_back((kind == &asleep.slipping ? "s" : "d") + std::to_string(one.account) + ' ' +
                      std::to_string(one.worth) + (one.due ? " due" : ""));
    std::ranges::sort(out);
    return out;
  };
  const auto expected = [&](Date on_day) {
    std::vector<std::string> out;
    const store::Turns turns(store, on_day, layers);
    for (const auto& one : store::sleepers(store, on_day)) {
      auto rows = store.database().rows("SELECT worth FROM account_touch WHERE account = ?", one.account);
      const auto worth = rows.next() ? rows.integer(0) : std::numeric_limits<Cents>::max();
      out.push_back((one.state == Sleep::slipping ? "s" : "d") + std::to_string(one.account) + ' ' +
                    std::to_string(worth) + (turns.is_due(one.account) ? " due" : ""));
    }
    std::ranges::sort(out);
    return out;
  };
  CHECK(found(day).size() > 3);
  for (const int later : {-20, 0, 5, 40, 150, 400})
    CHECK(found(day + days{later}) == expected(day + days{later}));
  // Rows of schema version 1 are in no index.
  const auto before = found(day);
  store.database().script(
      "UPDATE account_state SET indexed = 0; UPDATE counters SET sleep_without_index = 1");
  CHECK(found(day) == before);
}
