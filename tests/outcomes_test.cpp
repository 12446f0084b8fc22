// The log of what came of calls: each outcome once, as it was answered.
#include "plugin/store/outcomes.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::TempStore;

namespace {

store::AccountKey saved(store::Store& store, std::string_view id) {
  test::SnapshotBuilder book(id, "2026-11-23");
  return store::put_account(store, book.build()).row.account;
}

store::LoggedOutcome logged(store::AccountKey account, std::string id, OutcomeCode code,
                            std::string_view day) {
  store::LoggedOutcome out;
  out.told.id = std::move(id);
  out.told.call_id = "call";
  out.told.contact_id = "P1";
  out.told.agent = "jan";
  out.told.at = *parse_moment(std::string(day) + "T10:00:00+01:00");
  out.told.outcome = code;
  out.told.note = "belde terug";
  out.told.amount = 12345;
  out.told.channel = "voice";
  out.told.reception = Reception::welcome;
  out.account = account;
  out.date = on(day);
  out.minute = 600;
  out.in_hour = true;
  out.leased_at = out.told.at;
  out.reason = Reason::quote;
  out.source_id = "Q1";
  out.purpose = Purpose::marketing;
  out.lane = Lane::now;
  out.step = StepKind::wait;
  out.step_why = "spoke";
  out.step_on = on("2026-11-30");
  out.cases.push_back(
      {{Reason::quote, "Q1", CaseState::open, StepKind::wait, "spoke", out.step_on, {}, 2}, true});
  return out;
}

}  // namespace

TEST_CASE("an outcome is read as it was written") {
  TempStore home;
  auto store = home.open();
  store::Change change(store);
  const auto account = saved(store, "A1");
  const auto told = logged(account, "o1", OutcomeCode::spoke, "2026-11-23");
  store::put_outcome(store, told);
  const auto found = store::find_outcome(store, "o1");
  REQUIRE(found);
  CHECK(found->told.account_id == "A1");
  CHECK(found->told.outcome == OutcomeCode::spoke);
  CHECK(found->told.amount == 12345);
  CHECK(found->told.reception == Reception::welcome);
  CHECK(found->told.note == "belde terug");
  CHECK(found->told.at == told.told.at);
  CHECK(found->leased_at == told.leased_at);
  CHECK(found->in_hour);
  CHECK(found->reason == Reason::quote);
  CHECK(found->source_id == "Q1");
  CHECK(found->lane == Lane::now);
  CHECK(found->step_on == told.step_on);
  CHECK(found->cases == told.cases);
  CHECK_FALSE(store::find_outcome(store, "o2"));
}

TEST_CASE("the law counts marketing calls that were tried, by day and person") {
  TempStore home;
  auto store = home.open();
  store::Change change(store);
  const auto account = saved(store, "A1");
  int next = 0;
  for (const auto code : {OutcomeCode::no_answer, OutcomeCode::busy, OutcomeCode::skipped,
                          OutcomeCode::wrong_number, OutcomeCode::not_interested})
    store::put_outcome(store, logged(account, "o" + std::to_string(++next), code, "2026-11-23"));
  auto service = logged(account, "s", OutcomeCode::spoke, "2026-11-23");
  service.purpose = Purpose::service;
  store::put_outcome(store, service);
  const auto counted = store::marketing_calls(store, account, on("2026-11-01"));
  REQUIRE(counted.size() == 2);
  CHECK_FALSE(counted[0].not_interested);
  CHECK(counted[1].not_interested);
  CHECK(store::marketing_calls(store, account, on("2026-11-24")).empty());
  CHECK(store::busies_on(store, account, on("2026-11-23")) == 1);
  CHECK(store::last_outcome(store, account)->told.id == "s");
}

TEST_CASE("an erased account leaves no outcome, an erased person no name and no note") {
  TempStore home;
  auto store = home.open();
  {
    store::Change change(store);
    const auto account = saved(store, "A1");
    store::put_outcome(store, logged(account, "o1", OutcomeCode::spoke, "2026-11-23"));
    store::put_outcome(store, logged(saved(store, "A2"), "o2", OutcomeCode::spoke, "2026-11-23"));
    store::put_wrong_number(store, account, 31201234567, on("2026-11-23"));
    store::take_lease(store, {account, on("2026-11-23"), "call", "jan", {0, 0}, {60, 0}}, {31201234567});
    change.commit();
  }
  store::Change change(store);
  REQUIRE(store::erase_contact(store, "A2", "P1"));
  CHECK(store::find_outcome(store, "o2")->told.contact_id.empty());
  CHECK(store::find_outcome(store, "o2")->told.note.empty());
  REQUIRE(store::erase_account(store, "A1"));
  change.commit();
  CHECK_FALSE(store::find_outcome(store, "o1"));
  CHECK(store::check(store, false).empty());
  CHECK(store.database().number("SELECT count(*) FROM lease_number") == 0);
  CHECK(store.database().number("SELECT count(*) FROM wrong_number") == 0);
}

TEST_CASE("an agent who is forgotten leaves his outcomes without his name") {
  TempStore home;
  auto store = home.open();
  store::Change change(store);
  const auto account = saved(store, "A1");
  store::put_outcome(store, logged(account, "o1", OutcomeCode::spoke, "2026-11-23"));
  CHECK(store::outcomes_by(store, "jan").size() == 1);
  CHECK(store::drop_agent(store, "jan") == 1);
  CHECK(store::outcomes_by(store, "jan").empty());
  CHECK(store::outcomes_of(store, account).size() == 1);
}
