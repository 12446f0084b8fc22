// The store itself: private files, accounts, settings, backup, check and what is on the disk.
#include "plugin/store/store.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::status_of;
using test::TempStore;

namespace {

int mode_of(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 ? static_cast<int>(found.st_mode & 0777) : -1;
}

store::Put put(store::Store& store, const Snapshot& snapshot) {
  store::Change change(store);
  const auto done = store::put_account(store, snapshot);
  change.commit();
  return done;
}

store::AccountKey add(store::Store& store, std::string_view id) {
  test::SnapshotBuilder book(id, "2026-11-23");
  return put(store, book.build()).row.account;
}

void no_check(const store::SettingsText&, std::string_view, bool) {}

}  // namespace

TEST_CASE("a new store is made with its directories, private to its user") {
  TempStore home;
  home.config.store = home.directory.path + "/deep/store";
  auto store = home.open();
  add(store, "A1");
  REQUIRE(mode_of(home.directory.path + "/deep") == 0700);
  REQUIRE(mode_of(home.config.store) == 0700);
  for (const char* file : {"", "-wal", "-shm"}) REQUIRE(mode_of(home.file() + file) == 0600);
}

TEST_CASE("an open umask or open files make a store no less private") {
  const auto before = ::umask(0);
  TempStore home;
  home.open();
  ::umask(before);
  REQUIRE(mode_of(home.file()) == 0600);
  ::chmod(home.file().c_str(), 0644);
  home.open();
  REQUIRE(mode_of(home.file()) == 0600);
}

TEST_CASE("a store carries our application id, version and write-ahead log") {
  TempStore home;
  auto store = home.open();
  REQUIRE(store.database().number("PRAGMA application_id") == store::application_id);
  REQUIRE(store.database().number("PRAGMA user_version") == store::schema_version);
  REQUIRE(store.database().number("PRAGMA secure_delete") == 1);
  auto rows = store.database().rows("PRAGMA journal_mode");
  REQUIRE(rows.next());
  REQUIRE(rows.text(0) == "wal");
}

TEST_CASE("accounts are found by id, bytewise, and paged by id and change number") {
  TempStore home;
  auto store = home.open();
  for (const char* id : {"b", "a", "B", "aa"}) add(store, id);
  const auto all = store::page_accounts(store, "", 10, 0);
  REQUIRE(all.size() == 4);
  REQUIRE(all[0].account_id == "B");
  REQUIRE(all[1].account_id == "a");
  REQUIRE(all[2].account_id == "aa");
  REQUIRE(store::page_accounts(store, "a", 1, 0).at(0).account_id == "aa");
  const auto since = store::find_account(store, "a")->sequence;
  REQUIRE(store::page_accounts(store, "", 10, since).size() == 2);
  REQUIRE(store::changed_accounts(store, since).size() == 2);
  REQUIRE_FALSE(store::find_account(store, "A"));
}

TEST_CASE("the same facts again write nothing, a new day only the narrow row") {
  TempStore home;
  auto store = home.open();
  test::SnapshotBuilder book("A1", "2026-11-23");
  book.order("2026-05-01", 100'00);
  const auto first = put(store, book.build());
  REQUIRE(first.added);
  const auto changes = sqlite3_total_changes(store.database().connection());
  const auto again = put(store, book.build());
  REQUIRE_FALSE(again.touched);
  REQUIRE(again.row.sequence == first.row.sequence);
  REQUIRE(sqlite3_total_changes(store.database().connection()) == changes);
  book.as_of("2026-11-24");
  const auto later = put(store, book.build());
  REQUIRE(later.touched);
  REQUIRE_FALSE(later.changed);
  REQUIRE(later.row.sequence > first.row.sequence);
}

TEST_CASE("a lower revision is stale, an equal or absent one is stored") {
  TempStore home;
  auto store = home.open();
  test::SnapshotBuilder book("A1", "2026-11-23");
  auto snapshot = book.build();
  snapshot.revision = 5;
  put(store, snapshot);
  snapshot.revision = 4;
  REQUIRE(put(store, snapshot).stale);
  snapshot.revision = 5;
  REQUIRE_FALSE(put(store, snapshot).stale);
  snapshot.revision.reset();
  REQUIRE_FALSE(put(store, snapshot).stale);
  snapshot.revision = 4;  // absent did not forget the 5
  REQUIRE(put(store, snapshot).stale);
}

TEST_CASE("settings are merged key by key, null takes a key out") {
  TempStore home;
  auto store = home.open();
  REQUIRE(store::settings_text(store).text == "{}");
  store::change_settings(store, R"({"country":"NL","activity_rates":{"km":0.3,"visit":350}})", no_check);
  const auto after = store::change_settings(store, R"({"activity_rates":{"visit":null}})", no_check);
  REQUIRE(after.text == R"({"country":"NL","activity_rates":{"km":0.3}})");
  REQUIRE(after.version == 2);
  auto other = home.open();
  REQUIRE(store::versions(other).settings == 2);
  REQUIRE(store::settings_text(other).text == after.text);
}

TEST_CASE("settings that the check refuses are not stored") {
  TempStore home;
  auto store = home.open();
  bool with_accounts = true;
  const auto refuse = [&](const store::SettingsText&, std::string_view merged, bool accounts_stored) {
    REQUIRE(merged == R"({"currency":"USD"})");
    with_accounts = accounts_stored;
    throw Failure(Status::bad_input, "no");
  };
  REQUIRE(status_of([&] { store::change_settings(store, R"({"currency":"USD"})", refuse); }) ==
          Status::bad_input);
  REQUIRE_FALSE(with_accounts);
  REQUIRE(store::versions(store).settings == 0);
  add(store, "A1");
  REQUIRE(status_of([&] { store::change_settings(store, R"({"currency":"USD"})", refuse); }) ==
          Status::bad_input);
  REQUIRE(with_accounts);
}

TEST_CASE("a backup is private, opens as a store and never overwrites") {
  TempStore home;
  auto store = home.open();
  add(store, "A1");
  const auto path = home.directory.path + "/copy/store.sqlite";
  std::filesystem::create_directory(home.directory.path + "/copy");
  REQUIRE(store::backup(store, path) > 0);
  REQUIRE(mode_of(path) == 0600);
  REQUIRE(status_of([&] { store::backup(store, path); }) == Status::invalid_argument);
  REQUIRE(status_of([&] { store::backup(store, home.directory.path); }) == Status::invalid_argument);
  REQUIRE(status_of([&] { store::backup(store, home.directory.path + "/none/x"); }) == Status::io);
  add(store, "A2");
  store::Store copy(Config{home.directory.path + "/copy", 1000, Durability::normal});
  REQUIRE(store::count_accounts(copy) == 1);
  REQUIRE(store::check(copy, false).empty());
  add(copy, "A3");
}

TEST_CASE("a check finds broken facts and rows without their account") {
  TempStore home;
  auto store = home.open();
  const auto account = add(store, "A1");
  add(store, "A2");
  REQUIRE(store::check(store, false).empty());
  store.database().run("UPDATE facts SET facts = x'0163' WHERE account = ?", account);
  REQUIRE(store::check(store, false).size() == 1);
  REQUIRE(store::check(store, true).empty());
  store.database().run("DELETE FROM facts WHERE account = ?", account);
  store.database().run("INSERT INTO number VALUES (31201234567, 99, 'C1')");
  const auto problems = store::check(store, true);
  REQUIRE(problems.size() == 2);
  for (const auto& problem : problems) REQUIRE(problem.find("31201234567") == std::string::npos);
}

TEST_CASE("own state is on the disk before a commit returns, facts with durability full only") {
  // Counts the syncs of the log by standing between SQLite and its file.
  static int syncs = 0;
  static sqlite3_io_methods counted;
  static const sqlite3_io_methods* real = nullptr;
  TempStore home;
  const auto syncs_of = [&](bool own_state) {
    auto store = home.open();
    add(store,
        "warm" + std::to_string(own_state) + std::to_string(home.config.durability == Durability::full));
    sqlite3_file* log = nullptr;
    sqlite3_file_control(store.database().connection(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    real = log->pMethods;
    counted = *real;
    counted.xSync = [](sqlite3_file* file, int flags) { return ++syncs, real->xSync(file, flags); };
    log->pMethods = &counted;
    syncs = 0;
    store::Change change(store);
    store.database().run("UPDATE counters SET book = book + 1");
    if (own_state) change.keeps_own_state();
    change.commit();
    log->pMethods = real;
    return syncs;
  };
  REQUIRE(syncs_of(false) == 0);
  REQUIRE(syncs_of(true) > 0);
  home.config.durability = Durability::full;
  REQUIRE(syncs_of(false) > 0);
}
