// What goes wrong under a store: other files, other users, full disks, killed and competing processes.
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <thread>

#include "plugin/pipeline/save.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::SnapshotBuilder;
using test::TempStore;

namespace {

const Settings settings;

Status status_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.status();
  }
  return Status::ok;
}

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

void write_file(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a file that is no database is corrupt and left as it is") {
  TempStore temp;
  temp.open();
  for (const auto& text : {std::string(8192, 'x'), std::string("hello"), std::string()}) {
    for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(temp.file() + beside);
    write_file(temp.file(), text);
    REQUIRE(status_of([&] { temp.open(); }) == Status::corrupt);
    REQUIRE(std::filesystem::file_size(temp.file()) == text.size());
  }
}

TEST_CASE("another application's database is corrupt and left as it is") {
  TempStore temp;
  temp.open().database().script("PRAGMA application_id = 12345");
  REQUIRE(status_of([&] { temp.open(); }) == Status::corrupt);
}

TEST_CASE("a file where the directory should be is corrupt") {
  TempStore temp;
  write_file(temp.config.store, "x");
  REQUIRE(status_of([&] { temp.open(); }) == Status::corrupt);
}

TEST_CASE("a store with a broken page says so and does not crash") {
  TempStore temp;
  {
    auto store = temp.open();
    for (int at = 0; at < 200; ++at) save(store, "A" + std::to_string(at), 20);
  }
  const auto size = std::filesystem::file_size(temp.file());
  {
    std::fstream file(temp.file(), std::ios::binary | std::ios::in | std::ios::out);
    for (std::uintmax_t at = 65'536; at + 4096 <= size; at += 16'384) {
      file.seekp(static_cast<std::streamoff>(at));
      file << std::string(4096, '\xa5');
    }
  }
  auto store = temp.open();
  REQUIRE_FALSE(store::check(store, false).empty());
}

TEST_CASE("a directory of another user is refused") {
  if (::geteuid() != 0) {
    WARN("SKIPPED: only root can stand in for two users");
    return;
  }
  TempStore temp;
  temp.open();
  ::chmod(temp.directory.path.c_str(), 0755);
  ::chmod(temp.config.store.c_str(), 0755);
  const auto code = in_child([&] {
    if (::setuid(65'534) != 0) return 98;
    return status_of([&] { temp.open(); }) == Status::io ? 0 : 1;
  });
  REQUIRE(code == 0);
}

TEST_CASE("a store that may not be written is refused with io") {
  const bool root = ::geteuid() == 0;
  TempStore temp;
  temp.open();
  const auto code = in_child([&] {
    // As root nothing is read-only; become nobody, whom everything here belongs to.
    for (const auto& path : {temp.directory.path, temp.config.store, temp.file()})
      if (root && ::chown(path.c_str(), 65'534, 65'534) != 0) return 97;
    if (root && ::setuid(65'534) != 0) return 98;
    ::chmod(temp.file().c_str(), 0400);
    ::chmod(temp.config.store.c_str(), 0500);
    const bool opened = status_of([&] { temp.open(); }) == Status::io;
    TempStore inside;
    inside.config.store = temp.config.store + "/new";
    const bool made = status_of([&] { inside.open(); }) == Status::io;
    ::chmod(temp.config.store.c_str(), 0700);
    return opened && made ? 0 : 1;
  });
  if (root) {
    for (const auto& path : {temp.directory.path, temp.config.store, temp.file()}) {
      REQUIRE(::chown(path.c_str(), 0, 0) == 0);
    }
  }
  REQUIRE(code == 0);
}

TEST_CASE("a full store refuses the save whole and takes it again when there is room") {
  TempStore temp;
  auto store = temp.open();
  save(store, "A1");
  const auto before = store::versions(store);
  store.database().script("PRAGMA max_page_count = " +
                          std::to_string(store.database().number("PRAGMA page_count") + 1));
  REQUIRE(status_of([&] { save(store, "B1", 2000); }) == Status::io);
  REQUIRE_FALSE(store.database().in_transaction());
  REQUIRE(store::versions(store) == before);
  REQUIRE_FALSE(store::find_account(store, "B1"));
  store.database().script("PRAGMA max_page_count = 1000000");
  save(store, "B1", 2000);
  REQUIRE(store::check(store, false).empty());
}

TEST_CASE("a full disk refuses the save whole") {
  test::TempDirectory directory;
  if (::geteuid() != 0 || ::mount("tmpfs", directory.path.c_str(), "tmpfs", 0, "size=400k") != 0) {
    WARN("SKIPPED: a small file system needs root and the right to mount");
    return;
  }
  {
    store::Store store(Config{directory.path + "/store", 1000, Durability::full});
    save(store, "A1");
    REQUIRE(status_of([&] { save(store, "B1", 20'000); }) == Status::io);
    REQUIRE_FALSE(store::find_account(store, "B1"));
    REQUIRE(store::find_account(store, "A1"));
    REQUIRE(store::check(store, false).empty());
  }
  REQUIRE(::umount(directory.path.c_str()) == 0);
}

TEST_CASE("a process killed while it writes leaves a sound store with all it had committed") {
  TempStore temp;
  temp.open();
  for (int round = 0; round < 5; ++round) {
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const auto child = ::fork();
    if (child == 0) {
      auto store = temp.open();
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
    auto store = temp.open();
    REQUIRE(store::check(store, false).empty());
    for (int at = 0; at <= last; ++at)
      REQUIRE(store::find_account(store, std::to_string(round) + "-" + std::to_string(at)));
  }
}

TEST_CASE("two processes write one store and neither loses a save") {
  TempStore temp;
  temp.config.busy_timeout_ms = 30'000;
  std::vector<pid_t> children;
  for (int who = 0; who < 2; ++who) {
    const auto child = ::fork();
    if (child == 0) {
      try {  // both may make the store at once
        auto store = temp.open();
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
  auto store = temp.open();
  REQUIRE(store::count_accounts(store) == 100);
  REQUIRE(store::versions(store).sequence == 100);
  REQUIRE(store::check(store, false).empty());
}

TEST_CASE("a writer waits as long as it was told, then says busy; readers do not wait") {
  TempStore temp;
  auto holder = temp.open();
  save(holder, "A1");
  temp.config.busy_timeout_ms = 100;
  auto other = temp.open();
  store::Change held(holder);
  const auto before = std::chrono::steady_clock::now();
  REQUIRE(status_of([&] { save(other, "B1"); }) == Status::busy);
  const auto waited = std::chrono::steady_clock::now() - before;
  REQUIRE(waited >= std::chrono::milliseconds(80));
  REQUIRE(waited < std::chrono::seconds(10));
  REQUIRE(store::find_account(other, "A1"));
  auto third = temp.open();  // opening takes no write lock either
  REQUIRE(store::settings_text(third).text == "{}");
}

TEST_CASE("a change that is not committed is as if it never was") {
  TempStore temp;
  auto store = temp.open();
  {
    store::Change change(store);
    SnapshotBuilder book("A1", "2026-11-23");
    store::put_account(store, book.build());
  }
  REQUIRE(store::count_accounts(store) == 0);
}

TEST_CASE("a host's own lock on its own database holds while a store opens and closes beside it") {
  TempStore temp;
  const auto host_file = temp.directory.path + "/host.db";
  sqlite3* host = nullptr;
  REQUIRE(sqlite3_open(host_file.c_str(), &host) == SQLITE_OK);
  REQUIRE(sqlite3_exec(host, "CREATE TABLE t(a); BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  { auto store = temp.open(), again = temp.open(); }
  const auto code = in_child([&] {
    sqlite3* other = nullptr;
    sqlite3_open(host_file.c_str(), &other);
    return sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_BUSY ? 0 : 1;
  });
  REQUIRE(code == 0);
  sqlite3_close(host);
}

TEST_CASE("opening a store a second time in a process keeps the first one's lock") {
  TempStore temp;
  auto first = temp.open();
  store::Change held(first);
  { auto second = temp.open(); }
  const auto code = in_child([&] {
    temp.config.busy_timeout_ms = 0;
    auto other = temp.open();
    return status_of([&] { store::Change change(other); }) == Status::busy ? 0 : 1;
  });
  REQUIRE(code == 0);
}
