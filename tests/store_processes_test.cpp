// Several processes on one store: killed while writing, competing, waiting; and locks that must hold.
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <vector>

#include "plugin/pipeline/save.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::SnapshotBuilder;
using test::status_of;
using test::TempStore;

namespace {

const Settings settings;

void save(store::Store& store, std::string_view id, int orders = 1) {
  SnapshotBuilder book(id, "2026-11-23");
  for (int at = 0; at < orders; ++at) book.order("2026-05-01", 100'00 + at);
  pipeline::save(store, settings, {}, book.build());
}

/// Runs `work` in a child process; its exit code, or −1 when it was killed.
template <class Work>
int in_child(Work work) {
  const auto child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      code = work();
    } catch (...) {
    }
    ::_exit(code);
  }
  int state = 0;
  ::waitpid(child, &state, 0);
  return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace

TEST_CASE("a process killed while it writes leaves a sound store with all it had committed") {
  TempStore home;
  home.open();
  for (int round = 0; round < 5; ++round) {
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const auto child = ::fork();
    if (child == 0) {
      auto store = home.open();
      for (int at = 0;; ++at) {
        save(store, std::to_string(round) + "-" + std::to_string(at), 10);
        if (::write(told[1], &at, sizeof at) != sizeof at) ::_exit(1);
      }
    }
    int last = 0;
    while (last < 20 + round * 7) REQUIRE(::read(told[0], &last, sizeof last) == sizeof last);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(told[0]);
    ::close(told[1]);
    auto store = home.open();
    REQUIRE(store::check(store, false).empty());
    for (int at = 0; at <= last; ++at)
      REQUIRE(store::find_account(store, std::to_string(round) + "-" + std::to_string(at)));
  }
}

TEST_CASE("two processes write one store and neither loses a save") {
  TempStore home;
  home.config.busy_timeout_ms = 30'000;
  std::vector<pid_t> children;
  for (int who = 0; who < 2; ++who) {
    const auto child = ::fork();
    if (child == 0) {
      try {  // both may make the store at once
        auto store = home.open();
        for (int at = 0; at < 50; ++at) save(store, std::to_string(who) + "-" + std::to_string(at));
        ::_exit(0);
      } catch (...) {
        ::_exit(1);
      }
    }
    children.push_back(child);
  }
  for (const auto child : children) {
    int state = 0;
    ::waitpid(child, &state, 0);
    REQUIRE((WIFEXITED(state) && WEXITSTATUS(state) == 0));
  }
  auto store = home.open();
  REQUIRE(store::count_accounts(store) == 100);
  REQUIRE(store::versions(store).sequence == 100);
  REQUIRE(store::check(store, false).empty());
}

TEST_CASE("a writer waits as long as it was told, then says busy; readers do not wait") {
  TempStore home;
  auto holder = home.open();
  save(holder, "A1");
  home.config.busy_timeout_ms = 100;
  auto other = home.open();
  store::Change held(holder);
  const auto before = std::chrono::steady_clock::now();
  REQUIRE(status_of([&] { save(other, "B1"); }) == Status::busy);
  const auto waited = std::chrono::steady_clock::now() - before;
  REQUIRE(waited >= std::chrono::milliseconds(80));
  REQUIRE(waited < std::chrono::seconds(10));
  REQUIRE(store::find_account(other, "A1"));
  auto third = home.open();  // opening takes no write lock either
  REQUIRE(store::settings_text(third).text == "{}");
}

TEST_CASE("a change that is not committed is as if it never was") {
  TempStore home;
  auto store = home.open();
  {
    store::Change change(store);
    SnapshotBuilder book("A1", "2026-11-23");
    store::put_account(store, book.build());
  }
  REQUIRE(store::count_accounts(store) == 0);
}

TEST_CASE("a host's own lock on its own database holds while a store opens and closes beside it") {
  TempStore home;
  const auto host_file = home.directory.path + "/host.db";
  sqlite3* host = nullptr;
  REQUIRE(sqlite3_open(host_file.c_str(), &host) == SQLITE_OK);
  REQUIRE(sqlite3_exec(host, "CREATE TABLE t(a); BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  { auto store = home.open(), again = home.open(); }
  const auto code = in_child([&] {
    sqlite3* other = nullptr;
    sqlite3_open(host_file.c_str(), &other);
    return sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_BUSY ? 0 : 1;
  });
  REQUIRE(code == 0);
  sqlite3_close(host);
}

TEST_CASE("opening a store a second time in a process keeps the first one's lock") {
  TempStore home;
  auto first = home.open();
  store::Change held(first);
  { auto second = home.open(); }
  const auto code = in_child([&] {
    home.config.busy_timeout_ms = 0;
    auto other = home.open();
    return status_of([&] { store::Change change(other); }) == Status::busy ? 0 : 1;
  });
  REQUIRE(code == 0);
}
