// What comparable customers buy: support, shrinkage, whom it is proposed to, in any order of accounts.
#include "plugin/rules/cross_sell.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>

#include "plugin/pipeline/assess.hpp"
#include "plugin/report/sentences.hpp"
#include "plugin/rules/account_statistic.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

using namespace rules;
using Groups = std::vector<std::string_view>;

/// 84 customers buy paint, 61 of them brushes too; 10 more buy brushes alone and 106 buy only ladders.
std::vector<Groups> shop() {
  std::vector<Groups> accounts;
  for (int i = 0; i < 61; ++i) accounts.push_back({"brushes", "paint"});
  for (int i = 0; i < 23; ++i) accounts.push_back({"paint"});
  for (int i = 0; i < 10; ++i) accounts.push_back({"brushes"});
  for (int i = 0; i < 106; ++i) accounts.push_back({"ladders"});
  return accounts;
}
CrossSell book_of(const std::vector<Groups>& accounts, const Settings& settings = {}) {
  CrossSellBook book;
  for (const Groups& each : accounts) book.add(each);
  return book.of(settings);
}

TEST_CASE("of 84 comparable customers that buy paint 61 also buy brushes") {
  const CrossSell book = book_of(shop());
  CHECK(book.buyers == 200);
  REQUIRE(book.groups.size() == 3);
  CHECK(book.groups[0] == ProductGroup{"ladders", 106});
  const auto advice = cross_sell_of(book, Groups{"paint"}, Settings{});
  REQUIRE(advice.size() == 1);
  CHECK(advice[0].group == "brushes");
  CHECK(advice[0].from == "paint");
  CHECK(advice[0].buyers == 84);
  CHECK(advice[0].also == 61);
  // (61 + 20 × 71 / 200) / (84 + 20) = 65.48 %
  CHECK(advice[0].score_bp == 6548);
  CHECK(report::cross_sell_text(advice[0], "en") ==
        "Of 84 comparable customers that buy paint, 61 also buy brushes.");
  CHECK(report::cross_sell_text(advice[0], "nl") ==
        "Van de 84 vergelijkbare klanten die paint kopen, kopen er 61 ook brushes.");
}

TEST_CASE("what the account buys already is never proposed, nor what nobody comparable buys") {
  const CrossSell book = book_of(shop());
  CHECK(cross_sell_of(book, Groups{"brushes", "paint"}, Settings{}).empty());
  CHECK(cross_sell_of(book, Groups{"ladders"}, Settings{}).empty());
  CHECK(cross_sell_of(book, Groups{"unheard of"}, Settings{}).empty());
  CHECK(cross_sell_of(book, Groups{}, Settings{}).empty());
  CHECK(cross_sell_of(CrossSell{}, Groups{"paint"}, Settings{}).empty());
}

TEST_CASE("a group needs twenty buyers, a pair five, and more than everybody's share") {
  std::vector<Groups> accounts;
  for (int i = 0; i < 19; ++i) accounts.push_back({"a", "b"});
  for (int i = 0; i < 60; ++i) accounts.push_back({"c"});
  CHECK(book_of(accounts).groups.size() == 1);
  accounts.push_back({"a", "b"});
  CHECK(book_of(accounts).groups.size() == 3);
  CHECK(book_of(accounts).beside.size() == 2);

  std::vector<Groups> few;
  for (int i = 0; i < 4; ++i) few.push_back({"a", "b"});
  for (int i = 0; i < 16; ++i) few.push_back({"a"}), few.push_back({"b"});
  for (int i = 0; i < 200; ++i) few.push_back({"c"});
  CHECK(book_of(few).beside.empty());
  few.push_back({"a", "b"});
  CHECK(book_of(few).beside.size() == 2);

  // Half of everybody buys b, and half of those that buy a: a says nothing about b.
  std::vector<Groups> chance;
  for (int i = 0; i < 20; ++i) {
    chance.push_back({"a", "b"});
    chance.push_back({"a"});
    chance.push_back({"b"});
    chance.push_back({"c"});
  }
  CHECK(book_of(chance).beside.empty());
}

TEST_CASE("each group is proposed once, the likeliest first, three at most") {
  std::vector<Groups> accounts;
  for (const std::string_view other : {"v", "w", "x", "y", "z"})
    for (int i = 0; i < 30; ++i) accounts.push_back({"a", "b", other});
  for (int i = 0; i < 10; ++i) accounts.push_back({"a", "b", "z"});
  for (int i = 0; i < 300; ++i) accounts.push_back({"other"});
  const auto advice = cross_sell_of(book_of(accounts), Groups{"a", "b"}, Settings{});
  REQUIRE(advice.size() == 3);
  CHECK(advice[0].group == "z");
  CHECK(advice[0].from == "a");  // of two that say the same, the first by name
  CHECK(advice[1].group == "v");
  CHECK(advice[2].group == "w");
}

TEST_CASE("accounts in any order give the same book") {
  std::vector<Groups> accounts = shop();
  for (int i = 0; i < 40; ++i) accounts.push_back({"ladders", "paint"});
  const CrossSell one = book_of(accounts);
  std::mt19937_64 chance(1);
  for (int turn = 0; turn < 5; ++turn) {
    std::shuffle(accounts.begin(), accounts.end(), chance);
    CHECK(book_of(accounts) == one);
  }
}

TEST_CASE("few buyers speak less than many with the same share") {
  std::vector<Groups> accounts;
  for (int i = 0; i < 18; ++i) accounts.push_back({"few", "x"});
  for (int i = 0; i < 180; ++i) accounts.push_back({"many", "y"});
  for (int i = 0; i < 2; ++i) accounts.push_back({"few"});
  for (int i = 0; i < 20; ++i) accounts.push_back({"many"});
  for (int i = 0; i < 162; ++i) accounts.push_back({"x"});  // x and y have as many buyers
  for (int i = 0; i < 400; ++i) accounts.push_back({"other"});
  Settings settings;
  const auto advice = [&] {
    return cross_sell_of(book_of(accounts, settings), Groups{"few", "many"}, settings);
  };
  const auto shrunk = advice();
  REQUIRE(shrunk.size() == 2);
  CHECK(shrunk[0].group == "y");
  CHECK(shrunk[1].score_bp < shrunk[0].score_bp);
  settings.cross_sell.shrinkage = 0;
  for (const CrossSellAdvice& each : advice()) CHECK(each.score_bp == 9000);
  settings.cross_sell.suggestions_max = 0;
  CHECK(advice().empty());
}

TEST_CASE("the table is bounded however many groups a host sends") {
  std::vector<std::string> names;
  for (int i = 0; i < 300; ++i) names.push_back("group " + std::to_string(i));
  Settings settings;
  settings.cross_sell = {2, 2, 0, 3};
  std::vector<Groups> accounts;
  for (std::size_t i = 0; i < 900; ++i) {
    Groups& groups = accounts.emplace_back();
    for (std::size_t next = 0; next < 20; ++next) groups.push_back(names[(i + next) % 300]);
  }
  const CrossSell found = book_of(accounts, settings);
  CHECK(found.groups.size() == cross_sell_groups_max);
  bool sound = true;
  std::vector<std::size_t> rows(cross_sell_groups_max);
  for (const BoughtBeside& pair : found.beside) {
    sound = sound && pair.score_bp <= 10'000 && pair.both <= found.groups[pair.to].buyers;
    sound = sound && ++rows[pair.from] <= cross_sell_beside_max;
  }
  CHECK(sound);
  CHECK(*std::max_element(rows.begin(), rows.end()) == cross_sell_beside_max);
}

std::string_view reason(const Assessment& made) {
  for (const Coverage& row : made.coverage)
    if (row.line == "cross_sell") return row.reason;
  return "no row";
}

TEST_CASE("an assessment proposes what comparable customers buy, or says why not") {
  const Date today = on("2026-11-23");
  std::string_view bought[] = {"paint"};
  SnapshotBuilder account("A1", "2026-11-23"), bare("A2", "2026-11-23"), silent("A3", "2026-11-23");
  account.order("2026-05-01", 100'00, [&](Order& o) { o.product_groups = {std::span(bought), true}; });
  bare.order("2026-05-01", 100'00);
  BookContext book;
  CHECK(reason(pipeline::assess(account.build(), Settings{}, book, today)) == "no_refresh");
  book.as_of = today;
  CHECK(reason(pipeline::assess(account.build(), Settings{}, book, today)) == "groups_too_few");
  book.cross_sell = book_of(shop());
  const Assessment made = pipeline::assess(account.build(), Settings{}, book, today);
  CHECK(reason(made) == "no row");
  REQUIRE(made.cross_sell.size() == 1);
  CHECK(made.cross_sell[0].group == "brushes");
  CHECK(reason(pipeline::assess(bare.build(), Settings{}, book, today)) == "groups_unknown");
  CHECK(reason(pipeline::assess(silent.build(), Settings{}, book, today)) == "orders_left_out");
}

TEST_CASE("groups count when they were ordered in the last three years and not taken back as a correction") {
  SnapshotBuilder account("A1", "2026-11-23");
  std::deque<Groups> lists;
  const auto of = [&](Groups groups) {
    return [&list = lists.emplace_back(std::move(groups))](Order& order) {
      order.product_groups = {list, true};
    };
  };
  account.order("2026-05-01", 10'00, of({"paint", "brushes"}));
  account.order("2026-06-01", 10'00, of({"paint"}));
  account.order("2026-06-02", -10'00, of({"ladders"}));
  account.order("2023-11-24", 10'00, of({"older"}));
  account.order("2023-11-25", 10'00, of({"oldest that counts"}));
  account.order("2026-11-24", 10'00, of({"later"}));
  CHECK(product_groups_of(account.build(), on("2026-11-23")) ==
        Groups{"brushes", "oldest that counts", "paint"});
}

}  // namespace
}  // namespace rendabel::test
