#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>

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

TEST_CASE("a killed process loses its step only") {
  const Home home;
  fill(home, 300);
  for (int kill_after_ms = 1; kill_after_ms <= 9; kill_after_ms += 2) {
    const auto child = ::fork();
    if (child == 0) {
      auto store = home.open();
      for (;;) book_refresh(store, Settings{}, day, 0ms, {});
    }
    ::usleep(static_cast<useconds_t>(kill_after_ms * 1'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  auto store = home.open();
  to_the_end(store);
  const auto book = book_get(store, Settings{}, day);
  CHECK(book.accounts.all == 300);
  CHECK(book.result.net_revenue == 300 * 10'000 + 299 * 300 / 2);
  CHECK(store::check(store, false).empty());
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
