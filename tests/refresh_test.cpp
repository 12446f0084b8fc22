#include "plugin/pipeline/refresh.hpp"

#include <sqlite3.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "plugin/pipeline/privacy.hpp"
#include "plugin/pipeline/refresh_slice.hpp"
#include "tests/support/refresh_book.hpp"

using namespace rendabel;
using namespace std::chrono_literals;
using pipeline::book_get;
using pipeline::book_refresh;
using test::on;
using test::save_many;
using test::SnapshotBuilder;
using test::to_the_end;

namespace {

const Date day = on("2026-11-23");

using Home = test::TempStore;

void save(store::Store& store, const std::string& id, Cents net, bool unassigned = false) {
  SnapshotBuilder builder(id, "2026-11-23");
  builder.account().unassigned = unassigned;
  builder.order("2026-06-01", net, [&](Order& order) { order.cost_of_goods = net / 2; }).nothing_else();
  store::Change change(store);
  store::put_account(store, builder.build());
  change.commit();
}

Status status_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.status();
  }
  return Status::ok;
}

}  // namespace

TEST_CASE("before a finished refresh there is no book") {
  const Home home;
  auto store = home.open();
  save_many(store, 10);
  CHECK(status_of([&] { book_get(store, Settings{}, day); }) == Status::state);
  CHECK_FALSE(pipeline::book_context(store).as_of);
  CHECK_FALSE(book_refresh(store, Settings{}, day, 0ms, {}).finished);
  CHECK(status_of([&] { book_get(store, Settings{}, day); }) == Status::state);
}

TEST_CASE("steps with no budget still get there, one account a step") {
  const Home home;
  auto store = home.open();
  save_many(store, 10);
  std::int64_t done = 0;
  int steps = 0;
  for (auto progress = book_refresh(store, Settings{}, day, 0ms, {}); !progress.finished;
       progress = book_refresh(store, Settings{}, day, 0ms, {})) {
    ++steps;
    CHECK(progress.total == 10);
    CHECK(progress.done >= done);
    CHECK(progress.done <= done + 1);
    done = progress.done;
  }
  CHECK(done == 10);
  CHECK(steps >= 20);
  CHECK(book_get(store, Settings{}, day).accounts.all == 10);
}

TEST_CASE("a book of one day adds up to the cent and gives the layers' thresholds") {
  const Home home;
  auto store = home.open();
  save(store, "a", 123'456);
  save(store, "b", 1'001);
  save(store, "no customer", 333, true);
  const auto progress = to_the_end(store, day, 10s);
  CHECK(progress.phase == "finished");
  CHECK(progress.done == 3);
  const auto book = book_get(store, Settings{}, day);
  CHECK(book.reconciliation == Reconciliation{124'457, 333, 124'790, 0, {}});
  CHECK(book.result.net_revenue == 124'790);
  CHECK(book.accounts.customers == 2);
  CHECK(book.currency == "EUR");
  CHECK(book.rules_version == rules_version);
  const auto context = pipeline::book_context(store);
  CHECK(context.as_of == day);
  CHECK(context.layers.top == 123'456);
}

TEST_CASE("an empty store has an empty book") {
  const Home home;
  auto store = home.open();
  CHECK(to_the_end(store).total == 0);
  CHECK(book_get(store, Settings{}, day).accounts == BookAccounts{});
}

TEST_CASE("the last finished book stays until the next one is finished") {
  const Home home;
  auto store = home.open();
  save_many(store, 5);
  to_the_end(store);
  save(store, "new", 500);
  CHECK_FALSE(book_refresh(store, Settings{}, day, 0ms, {}).finished);
  CHECK(book_get(store, Settings{}, day).accounts.all == 5);
  to_the_end(store);
  CHECK(book_get(store, Settings{}, day).accounts.all == 6);
}

TEST_CASE("another day starts anew, and the book of a day not refreshed is a state") {
  const Home home;
  auto store = home.open();
  save_many(store, 5);
  for (int step = 0; step < 3; ++step) book_refresh(store, Settings{}, day, 0ms, {});
  const auto progress = book_refresh(store, Settings{}, day - days{1}, 0ms, {});
  CHECK(progress.done == 0);
  CHECK(progress.as_of == day - days{1});
  to_the_end(store, day - days{1});
  CHECK(status_of([&] { book_get(store, Settings{}, day); }) == Status::state);
  CHECK(book_get(store, Settings{}, day - days{1}).as_of == day - days{1});
}

TEST_CASE("a change of settings starts anew, so that no book mixes two") {
  const Home home;
  auto store = home.open();
  save_many(store, 5);
  for (int step = 0; step < 5; ++step) book_refresh(store, Settings{}, day, 0ms, {});
  CHECK(book_refresh(store, Settings{}, day, 0ms, {}).done > 1);
  store::change_settings(store, R"({"loss_min":1})", [](const auto&, std::string_view, bool) {});
  CHECK(book_refresh(store, Settings{}, day, 0ms, {}).done == 0);
}

TEST_CASE("a save during a refresh is in the book, before the cursor and behind it") {
  const int steps = GENERATE(3, 6, 7, 8, 11);  // while gathering, at the fit, while judging
  const Home home;
  auto store = home.open();
  save_many(store, 6);
  for (int step = 0; step < steps; ++step) book_refresh(store, Settings{}, day, 0ms, {});
  save(store, "account-0", 900'000);  // behind the cursor
  save(store, "account-5", 800'000);  // before it
  save(store, "new", 700'000);
  to_the_end(store);
  CHECK(book_get(store, Settings{}, day).result.net_revenue ==
        900'000 + 800'000 + 700'000 + 40'000 + 1 + 2 + 3 + 4);
  CHECK(book_get(store, Settings{}, day).accounts.all == 7);
}

TEST_CASE("an account erased during a refresh leaves nothing in the book") {
  const int steps = GENERATE(2, 5, 6, 8);
  const Home home;
  auto store = home.open();
  save_many(store, 4);
  for (int step = 0; step < steps; ++step) book_refresh(store, Settings{}, day, 0ms, {});
  pipeline::erase(store, "account-0", "");
  pipeline::erase(store, "account-3", "");
  const auto end = to_the_end(store);
  CHECK(end.done == end.total);
  CHECK(book_get(store, Settings{}, day).result.net_revenue == 20'003);
  CHECK(store::check(store, false).empty());
}

TEST_CASE("an account saved and erased while steps are short does not keep the refresh from its end") {
  const Home home;
  auto store = home.open();
  save_many(store, 4);
  for (int step = 0; step < 2; ++step) book_refresh(store, Settings{}, day, 0ms, {});
  SnapshotBuilder late("account-9", "2026-11-23");
  pipeline::save(store, Settings{}, {}, late.order("2026-11-01", 100'00).build());
  pipeline::erase(store, "account-9", "");
  bool finished = false;
  for (int step = 0; step < 20 && !finished; ++step)
    finished = book_refresh(store, Settings{}, day, 0ms, {}).finished;
  CHECK(finished);
}

TEST_CASE("a cancelled step says so, writes nothing, and the next goes on where it stood") {
  const Home home;
  auto store = home.open();
  save_many(store, 5);
  const auto before = book_refresh(store, Settings{}, day, 0ms, {});
  const std::atomic<std::uint64_t> mark = 7;
  CHECK(status_of([&] { book_refresh(store, Settings{}, day, 10s, Cancel(mark, 7)); }) == Status::cancelled);
  int steps = 0;
  for (auto progress = before; !progress.finished && steps < 99; ++steps) {
    progress = book_refresh(store, Settings{}, day, 0ms, Cancel(mark, 8));
    CHECK(progress.done >= before.done);
  }
  CHECK(steps == 4 + 5 + 6);  // four left to gather, five to judge, and the six ends of phases
}

TEST_CASE("a run finished twice over the same facts writes no row") {
  const Home home;
  auto store = home.open();
  save_many(store, 50);
  to_the_end(store);
  const auto before = ::sqlite3_total_changes(store.database().connection());
  to_the_end(store, day, 10s);
  // Six moves of the cursor, what was fitted, book, context and history, each with its counter.
  CHECK(::sqlite3_total_changes(store.database().connection()) - before == 2 * (6 + 4));
}
