// The team leader's view: was the hour held, what came of it, and nobody's figures without agreement.
#include "plugin/rules/board.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/board.hpp"
#include "plugin/pipeline/privacy.hpp"
#include "tests/support/files_of.hpp"
#include "tests/support/filled_tables.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Date monday = on("2026-11-23");

BoardOutcome made(Date date, OutcomeCode code, std::string_view agent = "jan", bool in_hour = true) {
  BoardOutcome out;
  out.date = date;
  out.code = code;
  out.agent = agent;
  out.in_hour = in_hour;
  return out;
}

/// A day's list of capacity 8 with `attempts` calls tried within the hour.
void held(rules::BoardFacts& facts, Date date, int attempts) {
  BoardDay day{date, {}};
  day.list.capacity = 8;
  day.list.planned = 8;
  facts.days.push_back(day);
  for (int i = 0; i < attempts; ++i) facts.outcomes.push_back(made(date, OutcomeCode::no_answer));
}

Board board_of(const rules::BoardFacts& facts, const Settings& settings = {}, std::string_view agent = "") {
  Board board;
  board.date = monday;
  board.from = monday - days{rules::board_days - 1};
  rules::count_board(facts, settings, agent, board);
  return board;
}

}  // namespace

TEST_CASE("Attempts, people reached, results and what was skipped are counted apart") {
  rules::BoardFacts facts;
  for (const auto code : {OutcomeCode::no_answer, OutcomeCode::busy, OutcomeCode::wrong_number,
                          OutcomeCode::spoke, OutcomeCode::order, OutcomeCode::skipped})
    facts.outcomes.push_back(made(monday, code));
  facts.outcomes.back().skip_reason = SkipReason::not_mine;
  facts.starts.push_back({monday, 9 * 60 + 5, true, "jan"});
  facts.starts.push_back({monday, 9 * 60 + 2, true, "an"});
  facts.starts.push_back({monday, 8 * 60, false, "an"});
  const auto board = board_of(facts);
  CHECK(board.today == BoardCounts{3, 5, 2, 1, 1, {{"not_mine", 1}}});
  CHECK(board.period == board.today);
  REQUIRE(board.hours.size() == 20);
  CHECK(board.hours.back().started_at_minute == 9 * 60 + 2);
  CHECK(board.hours.back().counts.started == 2);
  // What came of it outside the hour is the day's, not the hour's.
  facts.outcomes.push_back(made(monday, OutcomeCode::order, "jan", false));
  CHECK(board_of(facts).hours.back().counts.results == 1);
  CHECK(board_of(facts).today.results == 2);
}

TEST_CASE("The hour is held from half the capacity on, and without a list never") {
  rules::BoardFacts facts;
  held(facts, monday, GENERATE(3, 4));
  const auto board = board_of(facts);
  CHECK(board.hours.back().held == (facts.outcomes.size() == 4));
  facts.days.clear();
  CHECK_FALSE(board_of(facts).hours.back().held);
}

TEST_CASE("The streak counts scheduled days: weekends and holidays neither break nor lengthen it") {
  rules::BoardFacts facts;
  for (const auto* day : {"2026-11-20", "2026-11-19", "2026-11-18"}) held(facts, on(day), 4);
  held(facts, on("2026-11-17"), 3);
  held(facts, on("2026-11-16"), 8);
  CHECK(board_of(facts).streak_days == 3);  // today is not held yet, which breaks nothing
  held(facts, monday, 4);
  CHECK(board_of(facts).streak_days == 4);
  Settings thursdays;
  thursdays.calls.hour_days = {"thu"};
  CHECK(board_of(facts, thursdays).streak_days == 1);
  CHECK_FALSE(rules::is_hour_day(on("2026-12-25"), Settings{}));
  CHECK(rules::is_hour_day(on("2026-12-24"), Settings{}));
}

TEST_CASE(
    "Order of what is counted does not matter, and what lies outside the period counts for the streak only") {
  rules::BoardFacts facts;
  for (Date day = monday; day > monday - days{60}; day -= days{1})
    if (rules::is_hour_day(day, Settings{})) held(facts, day, 4);
  auto turned = facts;
  std::ranges::reverse(turned.outcomes);
  std::ranges::reverse(turned.days);
  CHECK(board_of(facts).hours == board_of(turned).hours);
  CHECK(board_of(facts).period.attempted == 80);
  CHECK(board_of(facts).streak_days == board_of(turned).streak_days);
  CHECK(board_of(facts).streak_days > 20);
}

TEST_CASE("How calls were received stands as a share of those told") {
  rules::BoardFacts facts;
  for (int i = 0; i < 9; ++i) {
    facts.outcomes.push_back(made(monday, OutcomeCode::spoke));
    facts.outcomes.back().reception = i < 8 ? Reception::welcome : Reception::unwelcome;
  }
  facts.outcomes.push_back(made(monday, OutcomeCode::spoke));
  CHECK(board_of(facts).reception == BoardReception{8, 0, 1, 8889});
  CHECK_FALSE(board_of({}).reception.welcome_bp);
}

TEST_CASE("Rows per agent wait for the day it was agreed; an agent always has his own") {
  rules::BoardFacts facts;
  facts.outcomes = {made(monday, OutcomeCode::order, "piet"), made(monday, OutcomeCode::spoke, "an"),
                    made(monday, OutcomeCode::spoke, "")};
  CHECK_FALSE(board_of(facts).agents);
  Settings agreed;
  agreed.per_agent_agreed_on = monday + days{1};
  CHECK_FALSE(board_of(facts, agreed).agents);
  agreed.per_agent_agreed_on = monday;
  const auto all = board_of(facts, agreed);
  REQUIRE(all.agents->size() == 2);
  CHECK(all.agents->at(0).agent == "an");  // by id, not by what they reached
  CHECK(all.agents->at(1).today.results == 1);
  const auto own = board_of(facts, Settings{}, "piet");
  REQUIRE(own.agents->size() == 1);
  CHECK(own.agents->at(0).today.results == 1);
  CHECK(own.today.reached == 3);
}

TEST_CASE("An erased agent is nowhere on the disk, and what came of his calls stays") {
  TempStore home;
  {
    auto store = home.open();
    SnapshotBuilder book("A1", "2026-11-23");
    pipeline::save(store, Settings{}, {}, book.build());
    fill(store, "A1");
    const std::set<std::string> his{"agent", "reserved_for", "assigned_to", "decided_by"};
    for (const auto& table : tables(store)) {
      for (const auto& [column, type] : columns(store, table))
        if (his.contains(column) && table + column != "plan_callreserved_for")  // a reason's share
          store.database().script("UPDATE " + table + " SET " + column + " = 'jan-the-agent'");
    }
    store.database().script("UPDATE plan SET present = 'jan-the-agent' || char(9) || '60' || char(10)");
    const auto kept = pipeline::export_agent(store, "jan-the-agent");
    CHECK(kept.outcomes.size() == 1);
    CHECK(kept.starts.size() == 1);
    CHECK(kept.assigned == std::vector<std::string>{"A1"});
    REQUIRE(found_on_disk(home, "jan-the-agent"));
    CHECK(pipeline::erase_agent(store, "jan-the-agent") == 1);
    CHECK(store.database().number("SELECT count(*) FROM outcome") == 1);
    CHECK(pipeline::export_agent(store, "jan-the-agent").outcomes.empty());
  }
  CHECK_FALSE(found_on_disk(home, "jan-the-agent"));
}
