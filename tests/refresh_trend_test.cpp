// What a finished book tells besides its sums: the trend against the refresh before, the inferred scale, own
// state, the ledger, and what an erasure leaves of it.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "plugin/pipeline/privacy.hpp"
#include "plugin/store/book_totals.hpp"
#include "tests/support/refresh_book.hpp"

using namespace rendabel;
using namespace std::chrono_literals;
using pipeline::book_get;
using test::bytes_of;
using test::put;
using test::SnapshotBuilder;

namespace {

const Date day = test::refresh_day;
using Home = test::TempStore;

/// Runs `work` once, before the first write transaction that `store` begins from here on.
class BeforeNextWrite {
 public:
  BeforeNextWrite(store::Store& store, std::function<void()> work)
      : connection_(store.database().connection()), work_(std::move(work)) {
    ::sqlite3_trace_v2(connection_, SQLITE_TRACE_STMT, &BeforeNextWrite::begins, this);
  }
  ~BeforeNextWrite() { ::sqlite3_trace_v2(connection_, 0, nullptr, nullptr); }
  BeforeNextWrite(const BeforeNextWrite&) = delete;
  BeforeNextWrite& operator=(const BeforeNextWrite&) = delete;
  bool done() const { return !work_; }

 private:
  static int begins(unsigned, void* self, void* statement, void*) {
    auto& work = static_cast<BeforeNextWrite*>(self)->work_;
    const char* sql = ::sqlite3_sql(static_cast<sqlite3_stmt*>(statement));  // SQLite's own have no text
    if (work && sql != nullptr && std::string_view(sql) == "BEGIN IMMEDIATE") std::exchange(work, nullptr)();
    return 0;
  }
  sqlite3* connection_;
  std::function<void()> work_;
};

}  // namespace

TEST_CASE("the trend looks back to the last refresh of an earlier day, also when a day is refreshed twice") {
  const Home home;
  auto store = home.open();
  put(store, "falls", 2'000'00, 0);
  put(store, "mends", 2'000'00, 9);
  put(store, "stays", 2'000'00, 9);
  test::to_the_end(store, day - days{1}, 10s);
  CHECK_FALSE(book_get(store, Settings{}, day - days{1}).trend.since);
  put(store, "falls", 2'000'00, 8);
  put(store, "mends", 2'000'00, 1);
  for (int round = 0; round < 3; ++round) {
    if (round == 2) put(store, "falls", 2'000'00, 7);
    test::to_the_end(store, day, 10s);
    const auto trend = book_get(store, Settings{}, day).trend;
    CHECK(trend.since == day - days{1});
    CHECK(trend.became_loss_making == 1);
    CHECK(trend.repaired == 1);
    REQUIRE(trend.became_rows.size() == 1);
    CHECK(trend.became_rows[0].account_id == "falls");
    CHECK(trend.became_rows[0].name == "The falls company");
    CHECK(trend.became_rows[0].before > 0);
    CHECK(trend.repaired_rows[0].account_id == "mends");
  }
  // The day after nothing happened: nobody fell, nobody was repaired.
  test::to_the_end(store, day + days{1}, 10s);
  const auto next = book_get(store, Settings{}, day + days{1}).trend;
  CHECK(next.since == day);
  CHECK(next.became_loss_making == 0);
  CHECK(next.repaired == 0);
}

TEST_CASE("a refresh of a day gone by has no trend rather than a wrong one") {
  const Home home;
  auto store = home.open();
  put(store, "a", 2'000'00, 0);
  test::to_the_end(store, day, 10s);
  pipeline::book_refresh(store, Settings{}, day - days{3}, 0ms, {});
  test::to_the_end(store, day, 10s);
  CHECK_FALSE(book_get(store, Settings{}, day).trend.since);
  test::to_the_end(store, day + days{1}, 10s);
  CHECK(book_get(store, Settings{}, day + days{1}).trend.since == day);
}

TEST_CASE("a scale is inferred from the book that it then judges") {
  const Home home;
  auto store = home.open();
  Settings settings;
  settings.scale = DiscountScale::inferred;
  for (int n = 0; n < 150; ++n) {
    SnapshotBuilder builder("a" + std::to_string(n), "2026-11-23");
    const Cents list = 1'000'00 + n * 400'00;
    builder.order("2024-03-01", 100'00)
        .order("2026-06-01", list * (n < 75 ? 95 : 85) / 100, [&](Order& order) {
          order.list_amount = list;
          order.cost_of_goods = list / 2;
        });
    builder.nothing_else();
    pipeline::save(store, settings, {}, builder.build());
  }
  while (!pipeline::book_refresh(store, settings, day, 10s, {}).finished) {
  }
  const auto scale = book_get(store, settings, day).scale;
  CHECK(scale.kind == DiscountScale::inferred);
  REQUIRE(scale.steps.size() == 2);
  CHECK(scale.steps[0].percent == Micro{5 * micro});
  CHECK(scale.steps[1].percent == Micro{15 * micro});
  CHECK(scale.steps == pipeline::book_context(store).inferred_scale);
}

TEST_CASE("own state counts in the book as it does in the accounts") {
  const Home home;
  auto store = home.open();
  SnapshotBuilder builder("told once", "2026-11-23");
  builder.order("2026-06-01", 100'00).nothing_else();
  auto told = builder.build();
  std::vector<Remedy> remedies(1);
  remedies[0].id = "r1";
  remedies[0].code = "enforce_terms";
  remedies[0].date = day - days{10};
  remedies[0].status = RemedyStatus::refused;
  told.remedies = {remedies, true};
  put(store, told);
  told.remedies = {};
  put(store, told);
  test::to_the_end(store, day, 10s);
  const auto book = book_get(store, Settings{}, day);
  REQUIRE(book.remedies.size() == 1);
  CHECK(book.remedies[0].refused == 1);
}

TEST_CASE("totals of the ledger are held against the book") {
  const Home home;
  auto store = home.open();
  put(store, "a", 700'00, 0);
  store::Change change(store);
  store::put_book_total(store, {test::on("2026-06-01"), test::on("2026-06-30"), 650'00});
  store::put_book_total(store, {test::on("2026-12-01"), test::on("2026-12-31"), 1});
  change.commit();
  test::to_the_end(store, day, 10s);
  const auto ledger = book_get(store, Settings{}, day).reconciliation.ledger;
  REQUIRE(ledger.size() == 1);
  CHECK(ledger[0].difference == 50'00);
}

TEST_CASE("an erased account leaves the rows of the finished book, and its sums stay") {
  const Home home;
  auto store = home.open();
  put(store, "loses", 2'000'00, 9, "els");
  put(store, "loses too", 2'000'00, 8, "els");
  test::to_the_end(store, day, 10s);
  CHECK(book_get(store, Settings{}, day).worst.size() == 2);
  pipeline::erase(store, "loses", "");
  const auto book = book_get(store, Settings{}, day);
  REQUIRE(book.worst.size() == 1);
  CHECK(book.worst[0].account_id == "loses too");
  CHECK(book.visit_programme.owners[0].best.size() == 1);
  CHECK(book.accounts.all == 2);
  CHECK(bytes_of(book).find("The loses company") == std::string::npos);
}

TEST_CASE("an account erased while the book is drawn up is in no row of it") {
  const Home home;
  auto store = home.open();
  auto desk = home.open();
  put(store, "loses", 2'000'00, 9, "els");
  put(store, "loses too", 2'000'00, 8, "els");
  test::to_the_end(store, day - days{1}, 10s);
  RefreshProgress progress;
  do progress = pipeline::book_refresh(store, Settings{}, day, 0ms, {});
  while (progress.phase != "book");
  const BeforeNextWrite race(store, [&] { pipeline::erase(desk, "loses", ""); });
  test::to_the_end(store, day);
  REQUIRE(race.done());
  const auto book = book_get(store, Settings{}, day);
  REQUIRE(book.worst.size() == 1);
  CHECK(book.worst[0].account_id == "loses too");
  CHECK(bytes_of(book).find("The loses company") == std::string::npos);
}
