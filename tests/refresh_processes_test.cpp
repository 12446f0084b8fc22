#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <string>

#include "tests/support/any_snapshot.hpp"
#include "tests/support/refresh_book.hpp"

using namespace rendabel;
using namespace std::chrono_literals;
using pipeline::book_get;
using pipeline::book_refresh;
using test::fill;
using test::to_the_end;
using Home = test::TempStore;

namespace {

const Date day = test::refresh_day;

/// Earners and losers of three owners, so that the book has rows of every kind.
void fill_mixed(const Home& home, int count) {
  auto store = home.open();
  for (int n = 0; n < count; ++n)
    test::put(store, "account-" + std::to_string(n), 500'00 + n % 40 * 100'00, n % 6,
              n % 3 == 0   ? ""
              : n % 3 == 1 ? "els"
                           : "jan");
}

/// The book, what it teaches of accounts, and every row that it was drawn up from.
std::string all_of(store::Store& store) {
  auto bytes = test::bytes_of(book_get(store, Settings{}, day));
  pack(pipeline::book_context(store), bytes);
  store::scan_gathered(store, [&](store::AccountKey account, std::string_view row) {
    bytes += "|" + std::to_string(account) + ":" + std::string(row);
  });
  store::scan_results(store, [&](const store::ResultRow& row) {
    bytes += "|" + std::to_string(row.account) + ":" + std::to_string(row.flags) + std::string(row.detail);
  });
  return bytes;
}

/// Runs `work` in a child process; its exit code.
int in_child(const std::function<int()>& work) {
  const auto child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      code = work();
    } catch (const std::exception&) {
    }
    ::_exit(code);
  }
  int state = 0;
  ::waitpid(child, &state, 0);
  return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace

TEST_CASE("a process killed at any moment loses its step only, and the bytes are those of a run in peace") {
  const Home calm, stormy;
  for (const Home* home : {&calm, &stormy}) fill_mixed(*home, 150);
  {
    auto store = calm.open();
    to_the_end(store);
  }
  test::Random random(GENERATE(1U, 2U, 3U));
  int killed = 0;
  for (bool finished = false; !finished; ++killed) {
    const auto child = ::fork();
    if (child == 0) {
      auto store = stormy.open();
      while (!book_refresh(store, Settings{}, day, 0ms, {}).finished) {
      }
      ::_exit(0);
    }
    // Longer each time, or a slow machine would never see a step done.
    ::usleep(static_cast<useconds_t>(test::between(random, 1'000, 40'000 + 4'000 * killed)));
    ::kill(child, SIGKILL);
    int state = 0;
    ::waitpid(child, &state, 0);
    finished = WIFEXITED(state);
  }
  CHECK(killed > 1);
  auto before = calm.open();
  auto after = stormy.open();
  CHECK(all_of(before) == all_of(after));
  CHECK(store::check(after, false).empty());
}

TEST_CASE("what another process saves during a refresh is in its book") {
  const Home home;
  fill(home, 300);
  const auto child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      auto store = home.open();
      for (int n = 0; n < 40; ++n) test::put(store, "late-" + std::to_string(n), 1'000'00, 0);
      code = 0;
    } catch (const std::exception&) {
    }
    ::_exit(code);
  }
  auto store = home.open();
  int state = -1;
  bool saved = false;
  RefreshProgress progress;
  // The last saves come before the book is drawn up, or the run goes on after them.
  do {
    progress = book_refresh(store, Settings{}, day, 0ms, {});
    if (!saved && progress.phase == "book") {
      ::waitpid(child, &state, 0);
      saved = true;
    }
  } while (!progress.finished);
  REQUIRE(WIFEXITED(state));
  REQUIRE(WEXITSTATUS(state) == 0);
  const auto book = book_get(store, Settings{}, day);
  CHECK(book.accounts.all == 340);
  CHECK(book.result.net_revenue == 300 * 10'000 + 299 * 300 / 2 + 40 * 1'000'00);
}

TEST_CASE("two processes stepping at once commit no step twice") {
  const Home home;
  fill(home, 400);
  const auto stepping = [&] {
    auto store = home.open();
    RefreshProgress progress;
    do progress = book_refresh(store, Settings{}, day, 0ms, {});
    while (!progress.finished);
    return progress.done == 400 ? 0 : 1;
  };
  const auto child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      code = stepping();
    } catch (const std::exception&) {
    }
    ::_exit(code);
  }
  CHECK(in_child(stepping) == 0);
  int state = 0;
  ::waitpid(child, &state, 0);
  CHECK(WIFEXITED(state));
  CHECK(WEXITSTATUS(state) == 0);
  auto store = home.open();
  const auto book = book_get(store, Settings{}, day);
  CHECK(book.accounts.all == 400);
  CHECK(book.result.net_revenue == 400 * 10'000 + 399 * 400 / 2);
  // A run moves the cursor twice an account and once for each of its six ends, and puts what it fitted, the
  // book, its context and the history.
  CHECK(store::versions(store).book % (2 * 400 + 6 + 4) == 0);
}
