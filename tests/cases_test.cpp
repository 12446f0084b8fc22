#include "plugin/rules/cases.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/case_facts.hpp"

using namespace rendabel;
using namespace rendabel::rules;
using rendabel::test::Facts;
using rendabel::test::on;

TEST_CASE("An inquiry is called now for 5 working days, then today, and after 30 days nowhere") {
  Facts facts;
  facts.add_inquiry("I-1", "2026-11-02T10:00:00+01:00");
  CHECK(facts.on_day("2026-11-02")[0].lane == Lane::now);
  CHECK(facts.on_day("2026-11-09")[0].lane == Lane::now);
  CHECK(facts.on_day("2026-11-10")[0].lane == Lane::today);
  CHECK(facts.on_day("2026-12-02").size() == 1);
  CHECK(facts.on_day("2026-12-03").empty());
  CHECK(facts.why_closed("2026-12-03", Reason::inquiry, "I-1") == "too_old");
}

TEST_CASE(
    "Information is an inquiry and asked for; a question, problem or complaint is a problem and service") {
  Facts facts;
  facts.add_inquiry("I-1", "2026-11-02T10:00:00+01:00", InquiryKind::none);
  facts.add_inquiry("I-2", "2026-11-02T10:00:00+01:00", InquiryKind::information);
  facts.add_inquiry("I-3", "2026-11-02T10:00:00+01:00", InquiryKind::question);
  facts.add_inquiry("I-4", "2026-11-02T10:00:00+01:00", InquiryKind::problem);
  facts.add_inquiry("I-5", "2026-11-02T10:00:00+01:00", InquiryKind::complaint);
  const auto found = facts.on_day("2026-11-02");
  REQUIRE(found.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(found[i].source_id == "I-" + std::to_string(i + 1));
    CHECK(found[i].reason == (i < 2 ? Reason::inquiry : Reason::problem));
    CHECK(found[i].purpose == (i < 2 ? Purpose::asked : Purpose::service));
  }
}

TEST_CASE("An answered or solved inquiry is closed from that day on") {
  Facts facts;
  facts.add_inquiry("I-1", "2026-11-02T10:00:00+01:00", InquiryKind::problem);
  facts.inquiries[0].answered_at = parse_moment("2026-11-03T23:30:00Z");  // the 4th in the Netherlands
  CHECK(facts.on_day("2026-11-03").size() == 1);
  CHECK(facts.on_day("2026-11-04").empty());
  CHECK(facts.why_closed("2026-11-04", Reason::problem, "I-1") == "answered");
  facts.inquiries[0].solved_at = facts.inquiries[0].answered_at;
  CHECK(facts.why_closed("2026-11-04", Reason::problem, "I-1") == "solved");
}

TEST_CASE("Inactive and unassigned accounts have no cases") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02");
  facts.add_inquiry("I-1", "2026-11-02T10:00:00+01:00");
  Rhythm dormant{RhythmState::dormant, 5, 60, 200};
  facts.account.active = false;
  CHECK(facts.on_day("2026-11-04").empty());
  CHECK_FALSE(sleeping_case(facts.account, dormant, on("2026-11-04")));
  CHECK(facts.why_closed("2026-11-04", Reason::quote, "Q-1") == "inactive");
  facts.account.active.reset();
  facts.account.unassigned = true;
  CHECK(facts.on_day("2026-11-04").empty());
  CHECK_FALSE(sleeping_case(facts.account, dormant, on("2026-11-04")));
}

TEST_CASE("A silent account is called from the day its silence was too long") {
  Account account;
  account.id = "A-1";
  // Median gap 40 days: slipping after 60 days of silence, dormant after 90.
  auto found = sleeping_case(account, {RhythmState::slipping, 6, 80, 70}, on("2026-11-23"));
  REQUIRE(found);
  CHECK(found->reason == Reason::slipping);
  CHECK(to_text(found->since) == "2026-09-14");
  CHECK(to_text(found->due_from) == "2026-11-14");
  CHECK(to_text(found->due_to) == "2026-12-13");
  found = sleeping_case(account, {RhythmState::dormant, 6, 80, 91}, on("2026-11-23"));
  REQUIRE(found);
  CHECK(found->reason == Reason::dormant);
  CHECK(to_text(found->due_from) == "2026-11-23");
  CHECK(found->purpose == Purpose::marketing);
  for (auto state : {RhythmState::active, RhythmState::seasonal, RhythmState::contract, RhythmState::none})
    CHECK_FALSE(sleeping_case(account, {state, 6, 80, 91}, on("2026-11-23")));
}

TEST_CASE("A planned activity within 10 working days holds the account back") {
  Facts facts;
  facts.add_call("2026-11-16", false, true);
  CHECK(held_back_by_plan(facts.snapshot(), facts.settings, on("2026-11-02")));
  CHECK(held_back_by_plan(facts.snapshot(), facts.settings, on("2026-11-16")));
  CHECK_FALSE(held_back_by_plan(facts.snapshot(), facts.settings, on("2026-11-17")));
  CHECK_FALSE(held_back_by_plan(facts.snapshot(), facts.settings, on("2026-10-30")));
  facts.activities[0].planned = false;
  CHECK_FALSE(held_back_by_plan(facts.snapshot(), facts.settings, on("2026-11-02")));
}

TEST_CASE("The order of facts does not matter") {
  Facts facts;
  facts.add_quote("Q-2", "2026-11-02");
  facts.add_quote("Q-1", "2026-10-02");
  facts.add_inquiry("I-2", "2026-11-02T10:00:00+01:00");
  facts.add_inquiry("I-1", "2026-11-01T10:00:00+01:00");
  facts.add_call("2026-11-04");
  facts.add_call("2026-10-14");
  const auto before = facts.on_day("2026-11-05");
  std::reverse(facts.quotes.begin(), facts.quotes.end());
  std::reverse(facts.inquiries.begin(), facts.inquiries.end());
  std::reverse(facts.activities.begin(), facts.activities.end());
  CHECK(facts.on_day("2026-11-05") == before);
}
