// Erasure: nothing is left of a person but a keyed hash, and the objection lives on.
#include <catch2/catch.hpp>

#include "plugin/pipeline/privacy.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/store/suppression.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/files_of.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::found_on_disk;
using test::on;
using test::SnapshotBuilder;
using test::status_of;
using test::TempStore;

namespace {

const Settings settings;
constexpr std::string_view secret_name = "Willemina van Zonderspoor";

void save(store::Store& store, const Snapshot& snapshot) { pipeline::save(store, settings, {}, snapshot); }

SnapshotBuilder with_person(std::string_view id = "A1") {
  SnapshotBuilder book(id, "2026-11-23");
  book.contact("C1", [](Contact& contact) {
    contact.name = secret_name;
    contact.phone = "020 123 45 67";
    contact.objected_on = on("2026-01-01");
  });
  book.contact("C2", [](Contact& contact) { contact.phone = "020 765 43 21"; });
  book.quote("2026-11-10", 1000'00, [](Quote& quote) { quote.contact_id = "C1"; });
  book.inquiry("2026-11-20T09:30:00+01:00", [](Inquiry& inquiry) {
    inquiry.contact_id = "C1";
    inquiry.subject = secret_name;
  });
  return book;
}

std::int64_t rows_of_contact(store::Store& store, const char* sql) { return store.database().number(sql); }

}  // namespace

TEST_CASE("an erased account is nowhere, not even in free pages or the log") {
  TempStore home;
  {
    auto store = home.open();
    save(store, with_person().build());
    REQUIRE(store::count_accounts(store) == 1);
    pipeline::erase(store, "A1", "");
    REQUIRE(store::count_accounts(store) == 0);
    for (const char* sql :
         {"SELECT count(*) FROM facts", "SELECT count(*) FROM contact", "SELECT count(*) FROM number",
          "SELECT count(*) FROM cases", "SELECT count(*) FROM consent"})
      REQUIRE(rows_of_contact(store, sql) == 0);
    REQUIRE(store::check(store, false).empty());
  }
  REQUIRE_FALSE(found_on_disk(home, secret_name));
}

TEST_CASE("the test above would see a name that is still there") {
  TempStore home;
  auto store = home.open();
  save(store, with_person().build());
  REQUIRE(found_on_disk(home, secret_name));
}

TEST_CASE("an objection comes back with its number, in whatever account and writing") {
  TempStore home;
  auto store = home.open();
  save(store, with_person().build());
  pipeline::erase(store, "A1", "");
  REQUIRE(store::versions(store).suppressed == 1);
  SnapshotBuilder later("B1", "2026-12-01");
  later.contact("C9", [](Contact& contact) { contact.phone = "+31 20 1234567"; });
  save(store, later.build());
  Arena arena;
  const auto judged = store::load_judged(store, *store::find_account(store, "B1"), arena);
  REQUIRE(judged->contacts[0].objected_on == on("2026-01-01"));
  REQUIRE_FALSE(found_on_disk(home, "31201234567"));
}

TEST_CASE("a do-not-call of the whole account keeps all its numbers silent") {
  TempStore home;
  auto store = home.open();
  auto book = with_person();
  book.account().do_not_call = true;
  save(store, book.build());
  pipeline::erase(store, "A1", "");
  REQUIRE(store::suppressed(store, 31201234567)->do_not_call);
  REQUIRE(store::suppressed(store, 31207654321)->do_not_call);
  REQUIRE_FALSE(store::suppressed(store, 31209999999));
  REQUIRE(store::refusal_of(store, 31207654321)->do_not_call);
}

TEST_CASE("one person is erased and the account stays") {
  TempStore home;
  {
    auto store = home.open();
    save(store, with_person().build());
    const auto before = store::find_account(store, "A1")->sequence;
    pipeline::erase(store, "A1", "C1");
    REQUIRE(store::find_account(store, "A1")->sequence > before);
    Arena arena;
    const auto all = pipeline::export_account(store, settings, {}, "A1", "", arena);
    REQUIRE(all.facts.contacts.size() == 1);
    REQUIRE(all.facts.contacts[0].id == "C2");
    REQUIRE(all.facts.quotes.size() == 1);
    REQUIRE(all.facts.quotes[0].contact_id.empty());
    REQUIRE(all.own_state.contacts.empty());
    for (const auto& one : all.cases) REQUIRE(one.facts.contact_id.empty());
    REQUIRE(store::suppressed(store, 31201234567)->objected_on == on("2026-01-01"));
    REQUIRE(store::check(store, false).empty());
  }
  REQUIRE_FALSE(found_on_disk(home, secret_name));
}

TEST_CASE("the account's own number is a person too") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.account().phone = "020 123 45 67";
  save(store, book.build());
  pipeline::erase(store, "A1", "A1");
  Arena arena;
  REQUIRE(pipeline::export_account(store, settings, {}, "A1", "", arena).facts.account.phone.empty());
  REQUIRE(store::owners_of(store, 31201234567).empty());
}

TEST_CASE("whom we do not know cannot be erased") {
  TempStore home;
  auto store = home.open();
  save(store, with_person().build());
  REQUIRE(status_of([&] { pipeline::erase(store, "B1", ""); }) == Status::not_found);
  REQUIRE(status_of([&] { pipeline::erase(store, "A1", "C9"); }) == Status::not_found);
  REQUIRE(status_of([&] { pipeline::erase(store, "B1", "C1"); }) == Status::not_found);
}

TEST_CASE("an objection comes back with a mail address, and with the id of whom only that is known") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  for (const char* id : {"C1", "C2"})
    book.contact(id, [](Contact& contact) { contact.objected_on = on("2026-01-01"); });
  book.contact("C3", [](Contact& contact) { contact.email = "free@example.nl"; });
  auto snapshot = book.build();
  snapshot.contacts[0].email = "Willemina@Example.nl";
  save(store, snapshot);
  const bool whole = GENERATE(true, false);
  pipeline::erase(store, "A1", whole ? "" : "C1");
  if (!whole) pipeline::erase(store, "A1", "C2");
  REQUIRE_FALSE(found_on_disk(home, "illemina@"));
  SnapshotBuilder later("B1", "2026-12-01");
  later.contact("C9", [](Contact& contact) { contact.email = "willemina@example.NL "; });
  later.contact("C2", [](Contact&) {});
  later.contact("C3", [](Contact& contact) { contact.email = "free@example.nl"; });
  save(store, later.build());
  const auto objected = [&](std::string_view account) {
    Arena arena;
    std::string out;
    const auto judged = store::load_judged(store, *store::find_account(store, account), arena);
    for (const auto& contact : judged->contacts)
      out += contact.objected_on ? std::string(contact.id) + " " : "";
    return out;
  };
  REQUIRE(objected("B1") == "C9 ");  // another account's C2 is somebody else
  save(store, book.as_of("2026-12-02").build());
  REQUIRE(objected("A1").find("C2") != std::string::npos);
  REQUIRE(objected("A1").find("C3") == std::string::npos);
}

TEST_CASE("what an account as a whole refused binds the numbers of everybody there, after it is gone") {
  TempStore home;
  auto store = home.open();
  auto book = with_person();
  const bool legal = GENERATE(true, false);
  book.account().person_kind = legal ? PersonKind::legal : PersonKind::natural;
  book.account().phone = "020 111 11 11";
  SECTION("an objection of the account") {
    book.contact("A1", [](Contact& contact) { contact.objected_on = on("2026-02-02"); });
    save(store, book.build());
    pipeline::erase(store, "A1", "");
    REQUIRE(store::suppressed(store, 31207654321)->objected_on == on("2026-02-02"));
    REQUIRE(store::suppressed(store, 31201111111)->objected_on == on("2026-02-02"));
  }
  SECTION("at a person's own account what he refused anywhere binds its number") {
    save(store, book.build());
    pipeline::erase(store, "A1", "");
    REQUIRE(store::suppressed(store, 31201111111).has_value() == !legal);
    REQUIRE_FALSE(store::suppressed(store, 31207654321));
  }
}

TEST_CASE("an account whose facts are broken can still be erased") {
  TempStore home;
  auto store = home.open();
  save(store, with_person().build());
  store.database().run("UPDATE facts SET facts = x'ff'");
  pipeline::erase(store, "A1", "");
  REQUIRE(store::count_accounts(store) == 0);
  REQUIRE(store::suppressed(store, 31201234567)->objected_on == on("2026-01-01"));
}

TEST_CASE("the key of the hashes is private, and a check misses it when it is gone") {
  TempStore home;
  auto store = home.open();
  save(store, with_person().build());
  pipeline::erase(store, "A1", "");
  const auto key = home.config.store + "/suppression.key";
  REQUIRE((std::filesystem::status(key).permissions() & std::filesystem::perms::mask) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  REQUIRE(std::filesystem::file_size(key) == 32);
  std::filesystem::remove(key);
  REQUIRE(store::check(store, true).size() == 1);
}
