// The save hook: facts replaced, own state merged, all in one transaction; and finding them again.
#include "plugin/pipeline/save.hpp"

#include <sqlite3.h>

#include <atomic>
#include <catch2/catch.hpp>

#include "plugin/pipeline/privacy.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::SnapshotBuilder;
using test::status_of;
using test::TempStore;

namespace {

const Settings settings;
const BookContext no_book;

pipeline::Judged save(store::Store& store, const Snapshot& snapshot) {
  return pipeline::save(store, settings, no_book, snapshot);
}

SnapshotBuilder with_quote(std::string_view as_of, QuoteStatus status = QuoteStatus::open) {
  SnapshotBuilder book("A1", as_of);
  book.quote("2026-11-10", 1000'00, [&](Quote& quote) { quote.status = status; });
  return book;
}

}  // namespace

TEST_CASE("a save answers what a later get of that day answers") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order("2026-05-01", 1000'00, [](Order& order) { order.cost_of_goods = 600'00; }).nothing_else();
  const auto saved = save(store, book.build());
  REQUIRE(saved.assessment.account_id == "A1");
  REQUIRE(saved.assessment.result.gross_margin == 400'00);
  auto other = home.open();
  const auto found = pipeline::get(other, settings, no_book, "A1", on("2026-11-23"));
  REQUIRE(found.sequence == saved.sequence);
  REQUIRE(found.assessment.result == saved.assessment.result);
  REQUIRE(found.assessment.flags == saved.assessment.flags);
  REQUIRE(status_of([&] { pipeline::get(other, settings, no_book, "B1", on("2026-11-23")); }) ==
          Status::not_found);
}

TEST_CASE("a stale save stores nothing, not even own state") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  auto snapshot = book.build();
  snapshot.revision = 5;
  save(store, snapshot);
  const auto before = store::versions(store);
  SnapshotBuilder old("A1", "2026-11-24");
  old.contact("C1", [](Contact& contact) { contact.objected_on = on("2026-01-01"); });
  snapshot = old.build();
  snapshot.revision = 4;
  REQUIRE(status_of([&] { save(store, snapshot); }) == Status::stale);
  REQUIRE(store::versions(store) == before);
  REQUIRE(store::own_state(store, store::find_account(store, "A1")->account) == store::OwnState{});
}

TEST_CASE("many are stored together; stale ones are skipped and named") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder a("A1", "2026-11-23"), b("B1", "2026-11-23"), stale("A1", "2026-11-23");
  auto first = a.build(), second = b.build(), third = stale.build();
  first.revision = 2;
  third.revision = 1;
  const std::vector<Snapshot> all{first, second, third};
  const auto done = pipeline::save_many(store, settings, all);
  REQUIRE(done.saved == 2);
  REQUIRE(done.stale == std::vector<std::string>{"A1"});
  REQUIRE(store::count_accounts(store) == 2);
}

TEST_CASE("a cancelled batch stores none of it") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder a("A1", "2026-11-23");
  const std::vector<Snapshot> all{a.build()};
  const std::atomic<std::uint64_t> mark{7};
  REQUIRE(status_of([&] { pipeline::save_many(store, settings, all, Cancel(mark, 7)); }) ==
          Status::cancelled);
  REQUIRE(store::count_accounts(store) == 0);
}

TEST_CASE("saving the same again writes nothing at all") {
  TempStore home;
  auto store = home.open();
  auto book = with_quote("2026-11-23");
  book.order("2026-05-01", 1000'00).contact("C1", [](Contact& contact) {
    contact.phone = "020 123 45 67";
    contact.objected_on = on("2026-01-01");
  });
  const auto first = save(store, book.build());
  const auto before = sqlite3_total_changes(store.database().connection());
  const auto again = save(store, book.build());
  REQUIRE(sqlite3_total_changes(store.database().connection()) == before);
  REQUIRE(again.sequence == first.sequence);
}

TEST_CASE("own state that the facts no longer name still counts") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.account().do_not_call = true;
  book.contact("C1", [](Contact& contact) { contact.objected_on = on("2026-01-01"); });
  save(store, book.build());
  SnapshotBuilder later("A1", "2026-11-24");
  later.contact("C1");
  save(store, later.build());
  Arena arena;
  const auto judged = store::load_judged(store, *store::find_account(store, "A1"), arena);
  REQUIRE(judged->account.do_not_call == true);
  REQUIRE(judged->contacts[0].objected_on == on("2026-01-01"));
}

TEST_CASE("a preview stores nothing and knows what is known of the account") {
  TempStore home;
  auto store = home.open();
  const auto seen = pipeline::preview(store, settings, no_book, with_quote("2026-11-12").build());
  REQUIRE(seen.cases.size() == 1);
  REQUIRE(seen.sequence == 0);
  REQUIRE(store::count_accounts(store) == 0);
  REQUIRE(store::versions(store) == store::Versions{});
}

TEST_CASE("pages come by id and skip what did not change") {
  TempStore home;
  auto store = home.open();
  std::int64_t second = 0;
  for (const char* id : {"C", "A", "B"}) {
    SnapshotBuilder book(id, "2026-11-23");
    const auto saved = save(store, book.build());
    if (std::string_view(id) == "A") second = saved.sequence;
  }
  const auto ids = [&](const pipeline::Page& page) {
    std::string all;
    pipeline::get_page(store, settings, no_book, on("2026-11-23"), page, {},
                       [&](const pipeline::Judged& one) { all += one.assessment.account_id; });
    return all;
  };
  REQUIRE(ids({}) == "ABC");
  REQUIRE(ids({"A", 1, 0}) == "B");
  REQUIRE(ids({"", 10, second}) == "B");
  REQUIRE(ids({"C", 10, 0}).empty());
}

TEST_CASE("own state alone gives the account a new change number") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  const auto first = save(store, book.build());
  book.contact("C1", [](Contact& contact) { contact.objected_on = on("2026-01-01"); });
  REQUIRE(save(store, book.build()).sequence > first.sequence);
}

TEST_CASE("an export holds all that is kept of an account") {
  TempStore home;
  auto store = home.open();
  auto book = with_quote("2026-11-12");
  book.contact("C1", [](Contact& contact) { contact.objected_on = on("2026-01-01"); });
  auto snapshot = book.build();
  snapshot.revision = 3;
  save(store, snapshot);
  Arena arena;
  const auto all = pipeline::export_account(store, settings, {}, "A1", "", arena);
  REQUIRE(all.facts.revision == 3);
  REQUIRE(all.facts.as_of == on("2026-11-12"));
  REQUIRE(all.facts.quotes.size() == 1);
  REQUIRE(all.own_state.contacts.size() == 1);
  REQUIRE(all.cases.size() == 1);
  REQUIRE(status_of([&] { pipeline::export_account(store, settings, {}, "B1", "", arena); }) ==
          Status::not_found);
}
