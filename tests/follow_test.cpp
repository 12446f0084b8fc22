// What follows from an account's facts and is kept beside them: cases, sleep, numbers.
#include "plugin/pipeline/follow.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/save.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::SnapshotBuilder;
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

StoredCase stored_quote(store::Store& store) {
  const auto cases = store::cases(store, store::find_account(store, "A1")->account);
  REQUIRE(cases.size() == 1);
  return cases[0];
}

}  // namespace

TEST_CASE("a quote opens a case, and the facts close it with their reason") {
  TempStore home;
  auto store = home.open();
  const auto saved = save(store, with_quote("2026-11-12").build());
  REQUIRE(saved.cases.size() == 1);
  REQUIRE(saved.cases[0].reason == Reason::quote);
  REQUIRE(stored_quote(store).state == CaseState::open);
  SECTION("won") {
    REQUIRE(save(store, with_quote("2026-11-13", QuoteStatus::won).build()).cases.empty());
    REQUIRE(stored_quote(store).closed_why == "won");
    REQUIRE(stored_quote(store).closed_on == on("2026-11-13"));
    SECTION("and opens it again when the host takes that back") {
      save(store, with_quote("2026-11-14").build());
      REQUIRE(stored_quote(store).state == CaseState::open);
      REQUIRE_FALSE(stored_quote(store).closed_on);
    }
  }
  SECTION("gone from the snapshot") {
    SnapshotBuilder book("A1", "2026-11-13");
    book.no_quotes();
    save(store, book.build());
    REQUIRE(stored_quote(store).closed_why == "gone");
  }
}

TEST_CASE("a case that a call closed does not open again for the same quote") {
  TempStore home;
  auto store = home.open();
  save(store, with_quote("2026-11-12").build());
  const auto account = store::find_account(store, "A1")->account;
  auto closed = stored_quote(store);
  closed.state = CaseState::closed;
  closed.closed_why = "not_interested";
  closed.closed_on = on("2026-11-12");
  {
    store::Change change(store);
    store::put_cases(store, account, store::cases(store, account), {closed});
    change.commit();
  }
  REQUIRE(save(store, with_quote("2026-11-13").build()).cases.empty());
  REQUIRE(stored_quote(store).closed_why == "not_interested");
  REQUIRE(pipeline::get(store, settings, no_book, "A1", on("2026-11-13")).cases.empty());
}

TEST_CASE("sleep is known for later days without another save") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-05-02");
  for (const char* day : {"2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"}) book.order(day, 100'00);
  save(store, book.build());
  REQUIRE(store::sleepers(store, on("2026-05-20")).empty());
  const auto june = store::sleepers(store, on("2026-06-20"));
  REQUIRE(june.at(0).state == store::Sleep::slipping);
  const auto autumn = store::sleepers(store, on("2026-10-01"));
  REQUIRE(autumn.at(0).state == store::Sleep::dormant);
  SECTION("the spans do not depend on the day of the save") {
    const auto key = store::find_account(store, "A1")->account;
    const auto spans = store::sleep_spans(store, key);
    book.as_of("2026-11-01");
    save(store, book.build());
    REQUIRE(store::sleep_spans(store, key) == spans);
  }
  SECTION("an order dated later wakes the account on its day") {
    book.order("2026-09-01", 100'00);
    const auto spans = pipeline::sleep_of(book.build(), on("2026-05-02"));
    for (const auto& span : spans) {
      const bool holds_in_september =
          span.from <= on("2026-09-02") && (!span.until || on("2026-09-02") < *span.until);
      REQUIRE_FALSE(holds_in_september);
    }
  }
  SECTION("an account that is never called does not sleep") {
    book.account().active = false;
    REQUIRE(pipeline::sleep_of(book.build(), on("2026-05-02")).empty());
  }
}

TEST_CASE("numbers of account and contacts are kept in one normal form") {
  SnapshotBuilder book("A1", "2026-11-23");
  book.account().phone = "020-123 45 67";
  book.contact("C1", [](Contact& contact) {
    contact.phone = "+31 20 123 45 67";
    contact.mobile = "no number";
  });
  const auto numbers = pipeline::numbers_of(book.build(), settings);
  REQUIRE(numbers == std::vector<store::ContactNumber>{{31201234567, "A1"}, {31201234567, "C1"}});
}
