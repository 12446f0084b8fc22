#include "plugin/rules/next_step.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Calls table;

Moment at(std::string_view text) { return *parse_moment(text); }

StoredCase open_case(Reason reason, std::string source_id = "", Purpose purpose = Purpose::marketing) {
  StoredCase one;
  one.facts.reason = reason;
  one.facts.source_id = std::move(source_id);
  one.facts.purpose = purpose;
  return one;
}

/// Monday 23 November 2026, ten o'clock.
rules::StepFacts came(OutcomeCode code) {
  rules::StepFacts facts;
  facts.outcome = code;
  facts.at = at("2026-11-23T10:00:00+01:00");
  facts.day = on("2026-11-23");
  facts.part = "morning";
  facts.agent = "jan";
  return facts;
}

rules::NextStep step(const StoredCase& before, const rules::StepFacts& facts) {
  return rules::next_step(before, true, facts, table);
}

}  // namespace

TEST_CASE("Nobody answers: 1, 2, 3, 4, 5 working days later, six tries over 15, then parked") {
  auto one = open_case(Reason::dormant);
  auto facts = came(OutcomeCode::no_answer);
  int working_days = 0;
  for (int tries = 1; tries <= 5; ++tries) {
    const auto next = step(one, facts);
    CHECK(next.kind == StepKind::call_again);
    CHECK(next.on == add_working_days(facts.day, tries));
    CHECK(next.after.attempts == tries);
    CHECK(next.after.state == CaseState::open);
    CHECK(next.after.steps.tried_part == "morning");
    working_days += working_days_between(facts.day, *next.on);
    one = next.after;
    facts.day = *next.on;
  }
  CHECK(working_days == 15);
  const auto last = step(one, facts);
  CHECK(last.kind == StepKind::parked);
  CHECK(last.after.state == CaseState::parked);
  CHECK(last.after.closed_why == "tried_out");
  CHECK(last.after.closed_on == facts.day);
}

TEST_CASE("The steps are the table's, not the code's") {
  Calls other;
  other.no_answer_days = {7};
  const auto once =
      rules::next_step(open_case(Reason::quote, "Q1"), true, came(OutcomeCode::voicemail), other);
  CHECK(once.on == add_working_days(on("2026-11-23"), 7));
  CHECK(rules::next_step(once.after, true, came(OutcomeCode::voicemail), other).kind == StepKind::parked);
}

TEST_CASE("Busy: half an hour later, twice a day at most, then the next working day; never a try") {
  auto facts = came(OutcomeCode::busy);
  const auto first = step(open_case(Reason::quote, "Q1"), facts);
  CHECK(first.after.attempts == 0);
  CHECK(first.at == at("2026-11-23T10:30:00+01:00"));
  CHECK(first.after.steps.next_at == first.at);
  CHECK(first.on == facts.day);
  facts.busies_today = 1;
  CHECK(step(first.after, facts).at.has_value());
  facts.busies_today = 2;
  const auto third = step(first.after, facts);
  CHECK_FALSE(third.at.has_value());
  CHECK_FALSE(third.after.steps.next_at.has_value());
  CHECK(third.kind == StepKind::call_again);
  CHECK(third.why == "busy");
  CHECK(third.after.attempts == 0);
  CHECK(third.after.steps.tried_part.empty());
  CHECK(third.on == on("2026-11-24"));
  facts.day = on("2026-11-27");  // a Friday
  CHECK(step(first.after, facts).on == on("2026-11-30"));
}

TEST_CASE("A busy line neither adds a try nor takes one away") {
  auto one = open_case(Reason::dormant);
  one.attempts = 5;
  auto facts = came(OutcomeCode::busy);
  for (facts.busies_today = 0; facts.busies_today < 5; ++facts.busies_today) {
    const auto next = step(one, facts);
    CHECK(next.after.attempts == 5);
    CHECK(next.after.state == CaseState::open);
  }
}

TEST_CASE("A callback is the agent's until a quarter of an hour after its time, three in a row") {
  auto facts = came(OutcomeCode::callback);
  facts.callback_at = at("2026-11-25T14:00:00+01:00");
  facts.callback_day = on("2026-11-25");
  auto one = open_case(Reason::callback, "", Purpose::asked);
  const auto next = step(one, facts);
  CHECK(next.kind == StepKind::callback);
  CHECK(next.at == facts.callback_at);
  CHECK(next.after.steps.reserved_for == "jan");
  CHECK(next.after.steps.reserved_until == at("2026-11-25T14:15:00+01:00"));
  CHECK(next.after.facts.due_from == facts.callback_day);
  one = step(step(next.after, facts).after, facts).after;
  CHECK(one.steps.callbacks == 3);
  const auto fourth = step(one, facts);
  CHECK(fourth.kind == StepKind::closed);
  CHECK(fourth.after.state == CaseState::closed);
  const auto riding = rules::next_step(open_case(Reason::quote, "Q1"), false, facts, table);
  CHECK(riding.on == facts.callback_day);  // raised again on that day, not before
  CHECK(riding.after.steps.reserved_for.empty());
}

TEST_CASE("Spoke: a week of rest; a callback is kept by it") {
  const auto facts = came(OutcomeCode::spoke);
  auto tried = open_case(Reason::slipping);
  tried.attempts = 4;
  const auto next = step(tried, facts);
  CHECK(next.kind == StepKind::wait);
  CHECK(next.on == on("2026-11-30"));
  CHECK(next.after.attempts == 0);
  const auto kept = step(open_case(Reason::callback, "", Purpose::asked), facts);
  CHECK(kept.kind == StepKind::closed);
  CHECK(kept.why == "kept");
  const auto rests = rules::rests_of({Reason::slipping}, facts, table);
  REQUIRE(rests.size() == 1);
  CHECK(rests[0] == Rest{"", on("2026-11-30"), "spoke"});
}

TEST_CASE("Not interested: that reason rests 90 days, the today lane 30") {
  const auto facts = came(OutcomeCode::not_interested);
  CHECK(step(open_case(Reason::dormant), facts).on == on("2027-02-21"));
  const auto rests = rules::rests_of({Reason::dormant, Reason::callback}, facts, table);
  REQUIRE(rests.size() == 2);
  CHECK(rests[0] == Rest{"dormant", on("2027-02-21"), "not_interested"});
  CHECK(rests[1] == Rest{"", on("2026-12-23"), "not_interested"});
}

TEST_CASE("An order, quote or meeting ends the reason of the call; an open quote riding along rests") {
  for (const auto code : {OutcomeCode::order, OutcomeCode::quote, OutcomeCode::meeting}) {
    const auto facts = came(code);
    CHECK(step(open_case(Reason::quote, "Q1"), facts).after.closed_why == name_of(code));
    CHECK(rules::next_step(open_case(Reason::dormant), false, facts, table).kind == StepKind::closed);
    CHECK(rules::next_step(open_case(Reason::quote, "Q2"), false, facts, table).kind == StepKind::wait);
  }
}

TEST_CASE("An objection ends the marketing reasons of the call and leaves service and what was asked alone") {
  const auto facts = came(OutcomeCode::objection);
  CHECK(step(open_case(Reason::dormant), facts).after.closed_why == "objection");
  const auto problem = open_case(Reason::problem, "I1", Purpose::service);
  CHECK(step(problem, facts).after.state == CaseState::open);
  auto asked = open_case(Reason::quote, "Q1", Purpose::asked);
  asked.facts.asked_until = on("2026-11-23");
  CHECK(step(asked, facts).after.state == CaseState::open);
  asked.facts.asked_until = on("2026-11-22");  // marketing since yesterday
  CHECK(step(asked, facts).after.state == CaseState::closed);
}

TEST_CASE("The third skip goes to the team leader") {
  auto facts = came(OutcomeCode::skipped);
  facts.skip_reason = SkipReason::knows_better;
  auto one = step(step(open_case(Reason::dormant), facts).after, facts);
  CHECK(one.kind == StepKind::call_again);
  CHECK(one.why == "knows_better");
  CHECK(one.after.attempts == 0);
  one = step(one.after, facts);
  CHECK(one.kind == StepKind::team_leader);
  CHECK(one.after.state == CaseState::parked);
  CHECK(one.after.closed_why == "team_leader");
  facts.skip_reason = SkipReason::wrong_time;
  CHECK(step(open_case(Reason::dormant), facts).at == at("2026-11-23T10:30:00+01:00"));
}

TEST_CASE("A wrong number makes work for who keeps the data and does not end the case") {
  const auto next = step(open_case(Reason::dormant), came(OutcomeCode::wrong_number));
  CHECK(next.kind == StepKind::fix_number);
  CHECK(next.after.state == CaseState::open);
  CHECK(next.on == on("2026-11-24"));
}

TEST_CASE("Whatever happens, an open case has a next step or an end, and an ended one stays as it is") {
  for (std::size_t code = 1; code < Names<OutcomeCode>::values.size(); ++code)
    for (std::size_t reason = 0; reason < Names<Reason>::values.size(); ++reason)
      for (const bool leads : {true, false}) {
        auto facts = came(static_cast<OutcomeCode>(code));
        facts.callback_at = at("2026-11-25T14:00:00+01:00");
        facts.callback_day = on("2026-11-25");
        facts.skip_reason = SkipReason::other;
        const auto next = rules::next_step(open_case(static_cast<Reason>(reason), "S"), leads, facts, table);
        CAPTURE(name_of(facts.outcome), reason, leads);
        CHECK(next.kind != StepKind::none);
        CHECK_FALSE(next.why.empty());
        if (next.after.state == CaseState::open)
          CHECK(next.after.steps.next_on.has_value());
        else
          CHECK_FALSE(next.after.closed_why.empty());
        auto ended = open_case(static_cast<Reason>(reason));
        ended.state = CaseState::closed;
        ended.closed_why = "won";
        CHECK(rules::next_step(ended, leads, facts, table).after.closed_why == "won");
      }
}
