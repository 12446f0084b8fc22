// What has been kept long enough is forgotten in the refresh: each limit on both sides.
#include "plugin/pipeline/retention.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/save.hpp"
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

TEST_CASE("months before a day end with a shorter month") {
  CHECK(pipeline::months_before(on("2026-11-23"), 24) == on("2024-11-23"));
  CHECK(pipeline::months_before(on("2026-03-31"), 1) == on("2026-02-28"));
  CHECK(pipeline::months_before(on("2024-03-31"), 13) == on("2023-02-28"));
  CHECK(pipeline::months_before(on("2026-01-15"), 0) == on("2026-01-15"));
}

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
