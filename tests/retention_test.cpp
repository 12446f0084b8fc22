// What has been kept long enough is forgotten in the refresh: each limit on both sides.
#include "plugin/pipeline/retention.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/rules/retention.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Settings settings;
const Date day = on("2026-11-23");

std::int64_t saved(store::Store& store) {
  SnapshotBuilder book("A1", "2026-11-23");
  pipeline::save(store, settings, {}, book.build());
  return store::find_account(store, "A1")->account;
}

void closed_case(store::Store& store, std::int64_t account, const std::string& source, const std::string& why,
                 Date closed_on) {
  StoredCase one;
  one.facts.reason = Reason::quote;
  one.facts.source_id = source;
  one.state = CaseState::closed;
  one.closed_why = why;
  one.closed_on = closed_on;
  store::Change change(store);
  auto before = store::cases(store, account), after = before;
  after.push_back(one);
  store::put_cases(store, account, before, after);
  change.commit();
}

void refresh(store::Store& store) {
  while (!pipeline::book_refresh(store, settings, day, std::chrono::milliseconds{1000}, {}).finished) {
  }
}

}  // namespace

TEST_CASE(
    "closed cases go after 24 months, but not what a call closed for a record that may still be there") {
  TempStore home;
  auto store = home.open();
  const auto account = saved(store);
  closed_case(store, account, "old", "won", on("2024-11-22"));
  closed_case(store, account, "edge", "won", on("2024-11-23"));
  closed_case(store, account, "refused", "objection", on("2020-01-01"));
  refresh(store);
  std::string left;
  for (const auto& one : store::cases(store, account)) left += one.facts.source_id + " ";
  CHECK(left == "edge refused ");
  CHECK(store::check(store, false).empty());
}

TEST_CASE("notes go after 12 months, and what came of the call stays") {
  TempStore home;
  auto store = home.open();
  const auto account = saved(store);
  {
    store::Change change(store);
    for (const auto* date : {"2025-11-22", "2025-11-23"}) {
      store::LoggedOutcome one;
      one.told.id = date;
      one.told.at = Moment{};
      one.told.outcome = OutcomeCode::spoke;
      one.told.note = "belt liever na vieren";
      one.account = account;
      one.date = on(date);
      store::put_outcome(store, one);
      store::put_need(store, account,
                      {date, "upgrade", "grotere kast", "", std::nullopt, on(date), std::nullopt});
    }
    change.commit();
  }
  refresh(store);
  CHECK(store::find_outcome(store, "2025-11-22")->told.note.empty());
  CHECK(store::find_outcome(store, "2025-11-22")->told.outcome == OutcomeCode::spoke);
  CHECK_FALSE(store::find_outcome(store, "2025-11-23")->told.note.empty());
  const auto needs = store::needs(store, account);
  CHECK(needs.at(0).note.empty());
  CHECK_FALSE(needs.at(1).note.empty());
  CHECK_FALSE(pipeline::forget_outdated(store, settings, day));
}

namespace {

/// Saved with it, everything is stored, and the refresh has something to forget.
const Settings keeps_long = [] {
  Settings out;
  out.facts_months = 120;
  return out;
}();

/// What is stored of A1 after a refresh.
Snapshot left_of(store::Store& store, Arena& arena) {
  refresh(store);
  return *store::load_facts(store, *store::find_account(store, "A1"), arena);
}

void detailed(Order& order) {
  order.cost_of_goods = 60'00;
  order.list_amount = 120'00;
  order.channel = "web";
}

}  // namespace

TEST_CASE("orders of before 36 months keep date and net amount, those of the limit keep all") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order("2023-11-22", 100'00, detailed).order("2023-11-23", 100'00, detailed);
  book.order("2026-10-01", 100'00, detailed);
  pipeline::save(store, keeps_long, {}, book.build());
  Arena arena;
  const auto facts = left_of(store, arena);
  REQUIRE(facts.orders.size() == 3);
  CHECK(facts.orders[0].date == on("2023-11-22"));
  CHECK(facts.orders[0].net_amount == 100'00);
  CHECK_FALSE(facts.orders[0].cost_of_goods);
  CHECK_FALSE(facts.orders[0].list_amount);
  CHECK(facts.orders[0].channel.empty());
  CHECK(facts.orders[1].cost_of_goods == 60'00);
  CHECK(facts.orders[1].channel == "web");
  CHECK(store::check(store, false).empty());
}

TEST_CASE("what is judged of an account is the same after its details went") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  for (const auto* date :
       {"2022-03-01", "2022-09-01", "2023-03-01", "2024-03-01", "2025-03-01", "2026-03-01"})
    book.order(date, 100'00, detailed);
  pipeline::save(store, keeps_long, {}, book.build());
  const auto before = pipeline::get(store, settings, {}, "A1", day).assessment;
  refresh(store);
  const auto after = pipeline::get(store, settings, {}, "A1", day).assessment;
  CHECK(before.result.net_result == after.result.net_result);
  CHECK(before.previous.gross_margin == after.previous.gross_margin);
  CHECK(before.potential.amount == after.potential.amount);
  CHECK(before.rhythm.order_days == after.rhythm.order_days);
  CHECK(before.rhythm.state == after.rhythm.state);
  CHECK(before.flags.size() == after.flags.size());
}

TEST_CASE("contacts without a sign for 24 months go, and what they refused outlives them") {
  const auto* last_order = GENERATE("2024-11-22", "2024-11-23");
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order(last_order, 100'00);
  book.contact("P1", [](Contact& contact) {
    contact.phone = "0612345678";
    contact.objected_on = on("2020-01-01");
  });
  pipeline::save(store, keeps_long, {}, book.build());
  Arena arena;
  const bool silent = std::string_view(last_order) == "2024-11-22";
  CHECK(left_of(store, arena).contacts.empty() == silent);
  CHECK((store::versions(store).suppressed > 0) == silent);
}

TEST_CASE("who was spoken to at the desk since is kept") {
  TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order("2020-01-01", 100'00).contact("P1", [](Contact& contact) { contact.phone = "0612345678"; });
  pipeline::save(store, keeps_long, {}, book.build());
  {
    store::Change change(store);
    store::LoggedOutcome one;
    one.told.id = "R1";
    one.told.at = Moment{};
    one.told.outcome = OutcomeCode::spoke;
    one.told.contact_id = "P1";
    one.account = store::find_account(store, "A1")->account;
    one.date = GENERATE(on("2024-11-22"), on("2024-11-23"));
    store::put_outcome(store, one);
    change.commit();
    Arena arena;
    CHECK(left_of(store, arena).contacts.empty() == (one.date == on("2024-11-22")));
  }
}
