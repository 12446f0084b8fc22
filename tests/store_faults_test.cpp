// What goes wrong under a store: other files, other users, read-only and full disks.
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

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

void write_file(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a file that is no database is corrupt and left as it is") {
  TempStore home;
  home.open();
  for (const auto& text : {std::string(8192, 'x'), std::string("hello"), std::string()}) {
    for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(home.file() + beside);
    write_file(home.file(), text);
    REQUIRE(status_of([&] { home.open(); }) == Status::corrupt);
    REQUIRE(std::filesystem::file_size(home.file()) == text.size());
  }
}

TEST_CASE("another application's database is corrupt and left as it is") {
  TempStore home;
  home.open().database().script("PRAGMA application_id = 12345");
  REQUIRE(status_of([&] { home.open(); }) == Status::corrupt);
}

TEST_CASE("a file where the directory should be is corrupt") {
  TempStore home;
  write_file(home.config.store, "x");
  REQUIRE(status_of([&] { home.open(); }) == Status::corrupt);
}

TEST_CASE("a store with a broken page says so and does not crash") {
  TempStore home;
  {
    auto store = home.open();
    for (int at = 0; at < 200; ++at) save(store, "A" + std::to_string(at), 20);
  }
  const auto size = std::filesystem::file_size(home.file());
  {
    std::fstream file(home.file(), std::ios::binary | std::ios::in | std::ios::out);
    for (std::uintmax_t at = 65'536; at + 4096 <= size; at += 16'384) {
      file.seekp(static_cast<std::streamoff>(at));
      file << std::string(4096, '\xa5');
    }
  }
  auto store = home.open();
  REQUIRE_FALSE(store::check(store, false).empty());
}

TEST_CASE("a directory of another user is refused") {
  if (::geteuid() != 0) {
    WARN("SKIPPED: only root can stand in for two users");
    return;
  }
  TempStore home;
  home.open();
  ::chmod(home.directory.path.c_str(), 0755);
  ::chmod(home.config.store.c_str(), 0755);
  const auto code = in_child([&] {
    if (::setuid(65'534) != 0) return 98;
    return status_of([&] { home.open(); }) == Status::io ? 0 : 1;
  });
  REQUIRE(code == 0);
}

TEST_CASE("a store that may not be written is refused with io") {
  const bool root = ::geteuid() == 0;
  TempStore home;
  home.open();
  const auto code = in_child([&] {
    // As root nothing is read-only; become nobody, whom everything here belongs to.
    for (const auto& path : {home.directory.path, home.config.store, home.file()})
      if (root && ::chown(path.c_str(), 65'534, 65'534) != 0) return 97;
    if (root && ::setuid(65'534) != 0) return 98;
    ::chmod(home.file().c_str(), 0400);
    ::chmod(home.config.store.c_str(), 0500);
    const bool opened = status_of([&] { home.open(); }) == Status::io;
    TempStore inside;
    inside.config.store = home.config.store + "/new";
    const bool made = status_of([&] { inside.open(); }) == Status::io;
    ::chmod(home.config.store.c_str(), 0700);
    return opened && made ? 0 : 1;
  });
  if (root) {
    for (const auto& path : {home.directory.path, home.config.store, home.file()}) {
      REQUIRE(::chown(path.c_str(), 0, 0) == 0);
    }
  }
  REQUIRE(code == 0);
}

TEST_CASE("a full store refuses the save whole and takes it again when there is room") {
  TempStore home;
  auto store = home.open();
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

namespace {

/// Runs `tried` on a file system of `size`, or says that it cannot.
template <class Tried>
void on_small_disk(const char* size, Tried tried) {
  test::TempDirectory directory;
  if (::geteuid() != 0 || ::mount("tmpfs", directory.path.c_str(), "tmpfs", 0, size) != 0) {
    WARN("SKIPPED: a small file system needs root and the right to mount");
    return;
  }
  tried(Config{directory.path + "/store", 1000, Durability::full});
  REQUIRE(::umount(directory.path.c_str()) == 0);
}

}  // namespace

TEST_CASE("a full disk refuses the save whole") {
  on_small_disk("size=1200k", [](const Config& config) {
    store::Store store(config);
    save(store, "A1");
    REQUIRE(status_of([&] { save(store, "B1", 100'000); }) == Status::io);
    REQUIRE_FALSE(store::find_account(store, "B1"));
    REQUIRE(store::find_account(store, "A1"));
    REQUIRE(store::check(store, false).empty());
  });
}

TEST_CASE("a disk without room for a new store says so and names no half made one") {
  for (const char* size : {"size=40k", "size=120k", "size=200k", "size=300k", "size=400k", "size=500k"})
    on_small_disk(size, [](const Config& config) {
      const auto status = status_of([&] { store::Store store(config); });
      INFO(static_cast<int>(status));
      REQUIRE((status == Status::io || status == Status::ok));
      const bool named = ::access((config.store + "/store.sqlite").c_str(), F_OK) == 0;
      REQUIRE(named == (status == Status::ok));
    });
}
