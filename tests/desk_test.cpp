// The desk's transaction seen from inside: what is learnt with an outcome, and what the card's words say.
#include "plugin/pipeline/desk.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "plugin/pipeline/learning.hpp"
#include "plugin/report/card_sentences.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using test::CallBook;

namespace {

Moment at(std::string_view text) { return *parse_moment(text); }

NextCall next(CallBook& book, std::string_view agent, std::string_view time = "2026-11-23T10:00:00+01:00") {
  return pipeline::calls_next(book.store, book.settings, {}, at(time), agent, {});
}

Outcome told(const Card& card, std::string id, OutcomeCode code) {
  Outcome out;
  out.id = std::move(id);
  out.call_id = card.call.call_id;
  out.at = at("2026-11-23T10:05:00+01:00");
  out.outcome = code;
  return out;
}

store::LoggedOutcome reported(CallBook& book, const Outcome& outcome) {
  return pipeline::call_report(book.store, book.settings, {}, outcome, {});
}

}  // namespace

TEST_CASE("An outcome is learnt from once, after what would have been said was scored") {
  CallBook book;
  book.company("A-01", "2026-11-10", 400'00, test::open_quote);
  const auto card = next(book, "jan").card;
  REQUIRE(card);
  const auto outcome = told(*card, "R1", OutcomeCode::order);
  reported(book, outcome);
  const auto learnt = pipeline::learning_report(book.store);
  CHECK(learnt.calls == 1);
  CHECK(learnt.successes == 1);
  REQUIRE(learnt.log_loss);
  // Before it the prior of a quote spoke: 0.30.
  CHECK(static_cast<double>(learnt.log_loss->millionths) / 1e6 == Approx(-std::log(0.30)).margin(0.002));
  reported(book, outcome);
  CHECK(pipeline::learning_report(book.store).calls == 1);
}

TEST_CASE("Busy lines and skips teach nothing") {
  CallBook book;
  book.company("A-01", "2026-11-10", 400'00, test::open_quote);
  reported(book, told(*next(book, "jan").card, "R1", OutcomeCode::busy));
  auto skipped = told(*next(book, "jan", "2026-11-23T10:40:00+01:00").card, "R2", OutcomeCode::skipped);
  skipped.skip_reason = SkipReason::disagree;
  reported(book, skipped);
  CHECK(pipeline::learning_report(book.store).calls == 0);
}

TEST_CASE("A busy line tried again is a call of its own: what comes of it counts") {
  CallBook book;
  book.company("A-01", "2026-11-10", 400'00, test::open_quote);
  reported(book, told(*next(book, "jan").card, "R1", OutcomeCode::busy));
  const auto card = next(book, "jan", "2026-11-23T10:40:00+01:00").card;
  REQUIRE(card);
  auto outcome = told(*card, "R2", OutcomeCode::not_interested);
  outcome.at = at("2026-11-23T10:45:00+01:00");
  const auto logged = reported(book, outcome);
  CHECK_FALSE(logged.late);
  CHECK(logged.step == StepKind::wait);
  const auto row = *store::find_account(book.store, "A-01");
  CHECK(store::cases(book.store, row.account).front().steps.last_outcome == "not_interested");
  CHECK_FALSE(next(book, "jan", "2026-11-23T10:50:00+01:00").card);
  CHECK(test::calls(book.plan()).find("done") != std::string::npos);
}

TEST_CASE("The log holds case, lane, hour, lease and part of every attempt") {
  CallBook book;
  book.settings.calls.hour_from = "10:00";
  book.company("A-01", "2026-11-10", 400'00, test::open_quote);
  reported(book, told(*next(book, "jan").card, "R1", OutcomeCode::voicemail));
  const auto logged = store::find_outcome(book.store, "R1");
  REQUIRE(logged);
  CHECK(logged->told.agent == "jan");
  CHECK(logged->reason == Reason::quote);
  CHECK(logged->leased_at == at("2026-11-23T10:00:00+01:00"));
  CHECK(logged->in_hour);
  CHECK(logged->minute == 605);
  CHECK(logged->told.channel == "voice");
  CHECK(logged->lane == Lane::today);
  const auto starts = store::starts_between(book.store, test::on(test::today), test::on(test::today));
  REQUIRE(starts.size() == 1);
  CHECK(starts[0].in_hour);
  CHECK_FALSE(store::lease_by(book.store, "jan"));
}

TEST_CASE("Every open case has a next step or an end, whatever was reported") {
  for (const auto code : {OutcomeCode::no_answer, OutcomeCode::busy, OutcomeCode::spoke, OutcomeCode::order,
                          OutcomeCode::not_interested, OutcomeCode::objection, OutcomeCode::wrong_number}) {
    CallBook book;
    book.company("A-01", "2026-11-10", 400'00, test::open_quote);
    const auto card = next(book, "jan").card;
    REQUIRE(card);
    reported(book, told(*card, "R1", code));
    const auto row = store::find_account(book.store, "A-01");
    for (const auto& one : store::cases(book.store, row->account)) {
      CAPTURE(name_of(code), name_of(one.facts.reason));
      if (one.state == CaseState::open)
        CHECK(one.steps.next_on.has_value());
      else
        CHECK_FALSE(one.closed_why.empty());
    }
  }
}

TEST_CASE("A message says who wrote it and about what, and nothing is sold in it") {
  Card card;
  card.contact_name = "P. Jansen";
  card.agent_name = "Jan";
  CallReason reason;
  reason.code = Reason::quote;
  reason.source_id = "Q7";
  card.call.reasons = {reason};
  CHECK(report::message_text(card, "nl") ==
        "Goedendag P. Jansen,\nIk probeerde u te bellen over onze offerte Q7. Wanneer komt het u uit dat ik "
        "bel?\n"
        "Met vriendelijke groet,\nJan");
  CHECK(report::message_text({}, "en") ==
        "Hello,\nI tried to call you about your question. When would it suit you that I call?\nKind regards");
}
