// Every table of the schema is reached by erasure, merge and export: a table added later cannot be forgotten.
#include <catch2/catch.hpp>

#include "abi/render_export.hpp"
#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/privacy.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/files_of.hpp"
#include "tests/support/filled_tables.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Settings settings;

SnapshotBuilder somebody(std::string_view id) {
  SnapshotBuilder book(id, "2026-11-23");
  book.account().phone = "020 999 99 99";
  book.contact("C1", [](Contact& contact) {
    contact.name = "Willemina van Zonderspoor";
    contact.phone = "020 123 45 67";
    contact.email = "willemina@zonderspoor.example";
    contact.objected_on = on("2026-01-01");
  });
  return book;
}

}  // namespace

TEST_CASE("an erased account is in no table, and no mark of it on the disk") {
  TempStore home;
  {
    auto store = home.open();
    pipeline::save(store, settings, {}, somebody("A1").build());
    fill(store, "A1");
    const auto account = store::find_account(store, "A1")->account;
    REQUIRE(known_in(store, account, "A1").size() > 100);
    REQUIRE(found_on_disk(home, "mark-outcome-note"));
    pipeline::erase(store, "A1", "");
    REQUIRE(known_in(store, account, "A1").empty());
  }
  for (const auto* text : {"mark-", "Willemina", "zonderspoor", "020 123 45 67", "31201234567", "call-1"})
    REQUIRE_FALSE(found_on_disk(home, text));
}

TEST_CASE("an erased person is in no column, and his words are gone") {
  TempStore home;
  {
    auto store = home.open();
    pipeline::save(store, settings, {}, somebody("A1").build());
    fill(store, "A1");
    pipeline::erase(store, "A1", "C1");
    for (const auto& table : tables(store)) {
      if (!columns(store, table).contains("contact_id")) continue;
      INFO(table);
      store.database().script(
          "CREATE TEMP TABLE IF NOT EXISTS answer(n); DELETE FROM answer; INSERT INTO answer "
          "SELECT count(*) FROM " +
          table + " WHERE contact_id = 'C1'");
      REQUIRE(store.database().number("SELECT n FROM answer") == 0);
    }
    REQUIRE(store.database().number("SELECT count(*) FROM number WHERE number = 31201234567") == 0);
    REQUIRE(store.database().number("SELECT count(*) FROM wrong_number") == 0);
    REQUIRE(store.database().number("SELECT count(*) FROM lease_number") == 0);
  }
  for (const auto* text : {"Willemina", "zonderspoor", "020 123 45 67", "mark-outcome-note", "mark-need-note",
                           "mark-event_record-subject", "mark-plan_call-phone"})
    REQUIRE_FALSE(found_on_disk(home, text));
}

TEST_CASE("a merged account is in no table any more, and all that is its own has moved") {
  TempStore home;
  auto store = home.open();
  pipeline::save(store, settings, {}, somebody("A1").build());
  SnapshotBuilder other("B1", "2026-11-23");
  pipeline::save(store, settings, {}, other.build());
  fill(store, "A1");
  const auto from = store::find_account(store, "A1")->account,
             into = store::find_account(store, "B1")->account;
  Event event;
  event.account_id = "B1";
  event.kind = EventKind::account_merged;
  event.at = *parse_moment("2026-11-23T10:00:00+01:00");
  event.record = AccountMerged{"A1"};
  pipeline::record_events(store, settings, {}, {&event, 1}, {});
  for (const auto& table : tables(store)) {
    if (nobodys.contains(table) || is_linked(table)) continue;
    INFO(table);
    REQUIRE(known_in(store, from, "A1").find(table + " ") == std::string::npos);
    if (derived.contains(table)) continue;
    REQUIRE((" " + known_in(store, into, "B1")).find(" " + table + " ") != std::string::npos);
  }
  const auto problems = store::check(store, false);
  INFO((problems.empty() ? "" : problems.front()));
  REQUIRE(problems.empty());
}

TEST_CASE("the export of an account has every text of every table that is its own") {
  TempStore home;
  auto store = home.open();
  pipeline::save(store, settings, {}, somebody("A1").build());
  fill(store, "A1");
  Arena arena;
  const abi::Words words{"nl", false, settings};
  const auto all = abi::render_export(pipeline::export_account(store, settings, {}, "A1", "", arena), words);
  for (const auto& table : tables(store)) {
    if (nobodys.contains(table) || derived.contains(table)) continue;
    for (const auto& [column, type] : columns(store, table)) {
      const auto name = table + "." + column;
      if (type != "TEXT" || codes.contains(name) || not_told.contains(name)) continue;
      const auto value = value_of(table, column, type, 0, "A1");
      if (value == "NULL") continue;
      INFO("not in the export: " << name);
      REQUIRE(all.find("\"" + value.substr(1, value.size() - 2) + "\"") != std::string::npos);
    }
  }
  SECTION("and a person's export has what is his and nothing of others") {
    const auto his =
        abi::render_export(pipeline::export_account(store, settings, {}, "A1", "C1", arena), words);
    for (const auto* text : {"Willemina", "mark-outcome-note", "mark-need-note", "mark-event_record-subject",
                             "2026-01-01", "31201234567"})
      REQUIRE(his.find(text) != std::string::npos);
    for (const auto* text : {"020 999", "mark-account_desk", "mark-case_rest", "mark-remedy"})
      REQUIRE(his.find(text) == std::string::npos);
    REQUIRE(test::status_of([&] { pipeline::export_account(store, settings, {}, "A1", "C9", arena); }) ==
            Status::not_found);
  }
}
