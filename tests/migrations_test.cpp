// The schema's versions: brought up step by step, never written by an older library.
#include "plugin/store/migrations.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "plugin/store/directory.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::status_of;
using test::TempStore;

TEST_CASE("an empty file becomes our schema, and doing it again changes nothing") {
  test::TempDirectory directory;
  const auto path = directory.path + "/x";
  store::make_file(path, [](const std::string&) {});
  store::Database database(path, 0);
  for (int round = 0; round < 2; ++round) {
    database.script("BEGIN IMMEDIATE");
    store::migrate(database);
    database.script("COMMIT");
    REQUIRE(store::version_of(database) == store::schema_version);
  }
  REQUIRE(database.number("SELECT sequence FROM counters") == 0);
}

TEST_CASE("a store of version 1 opens as one of ours, with its cases as they were") {
  TempStore home;
  const auto path = home.file();
  home.open();
  std::filesystem::remove(path + "-wal");
  std::filesystem::remove(path + "-shm");
  std::filesystem::remove(path);
  store::make_file(path, [](const std::string& draft) {
    store::Database old(draft, 0);
    old.script("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
    store::migrate_to(old, 1);
    old.script(
        "INSERT INTO account VALUES (1, 'A1', NULL, 20000, 1);"
        "INSERT INTO cases VALUES (1, 'quote', 'Q1', 'asked', '', 1, 2, 3, 'today', 100, NULL, NULL, NULL, "
        "2)");
    old.script("COMMIT");
  });
  auto store = home.open();
  REQUIRE(store::version_of(store.database()) == store::schema_version);
  const auto cases = store::cases(store, 1);
  REQUIRE(cases.size() == 1);
  REQUIRE(cases[0].attempts == 2);
  REQUIRE(cases[0].state == CaseState::open);
  REQUIRE(cases[0].steps == CaseSteps{});
}

TEST_CASE("a store of a newer version is refused at open") {
  TempStore home;
  home.open().database().script("PRAGMA user_version = " + std::to_string(store::schema_version + 1));
  REQUIRE(status_of([&] { home.open(); }) == Status::too_new);
}

TEST_CASE("a store migrated beside a running process is refused in its next write, and left as it is") {
  TempStore home;
  auto running = home.open();
  {
    store::Change change(running);
    change.commit();
  }
  auto newer = home.open();
  newer.database().script("PRAGMA user_version = " + std::to_string(store::schema_version + 1));
  REQUIRE(status_of([&] { store::Change change(running); }) == Status::too_new);
  REQUIRE_FALSE(running.database().in_transaction());
  REQUIRE(store::versions(running).sequence == 0);  // reading goes on
  newer.database().script("PRAGMA user_version = " + std::to_string(store::schema_version));
  store::Change change(running);
  change.commit();
}
