#include "plugin/rules/cases.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

Date on(std::string_view text) { return parse_date(text).value(); }

/// One account's facts, held together with the snapshot that looks at them.
struct Facts {
  std::vector<Quote> quotes;
  std::vector<Inquiry> inquiries;
  std::vector<Activity> activities;
  Account account;
  Settings settings;

  Facts() { account.id = "A-1", account.country = "NL"; }
  Snapshot snapshot() {
    Snapshot out;
    out.account = account;
    out.quotes = {quotes, true};
    out.inquiries = {inquiries, true};
    out.activities = {activities, true};
    return out;
  }
  std::vector<Case> on_day(std::string_view day) { return cases_of(snapshot(), settings, on(day)); }
  /// The only case's due day, or none.
  std::string due(std::string_view day) {
    const auto found = on_day(day);
    return found.size() == 1 ? to_text(found[0].due_from) : "none";
  }
  std::string why_closed(std::string_view day, Reason reason, std::string_view id) {
    return std::string(closed_why(snapshot(), settings, on(day), reason, id));
  }
  void add_quote(std::string_view id, std::string_view sent, std::string_view until = {}) {
    Quote quote;
    quote.id = id;
    quote.sent_on = on(sent);
    if (!until.empty()) quote.valid_until = on(until);
    quotes.push_back(quote);
  }
  void add_inquiry(std::string_view id, std::string_view at, InquiryKind kind = InquiryKind::information) {
    Inquiry inquiry;
    inquiry.id = id;
    inquiry.at = parse_moment(at).value();
    inquiry.kind = kind;
    inquiries.push_back(inquiry);
  }
  void add_call(std::string_view day, bool reached = true, bool planned = false) {
    Activity call;
    call.id = day;
    call.kind = "call";
    call.date = on(day);
    call.reached = reached;
    call.planned = planned;
    activities.push_back(call);
  }
};

}  // namespace

// 2 November 2026 is a Monday.

TEST_CASE("A quote is called two working days after it was sent") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02");
  CHECK(facts.due("2026-11-02") == "2026-11-04");
  CHECK(facts.due("2026-11-30") == "2026-11-04");  // missed, and still one
  CHECK(facts.due("2026-11-01") == "none");        // not sent yet
  Facts friday;
  friday.add_quote("Q-1", "2026-11-06");
  CHECK(friday.due("2026-11-09") == "2026-11-10");
}

TEST_CASE("After each call that reached somebody the quote waits 3, 7 and 14 working days") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02");
  facts.add_call("2026-11-04");
  CHECK(facts.due("2026-11-04") == "2026-11-09");
  facts.add_call("2026-11-09");
  CHECK(facts.due("2026-11-09") == "2026-11-18");
  facts.add_call("2026-11-18");
  CHECK(facts.due("2026-11-18") == "2026-12-08");
  facts.add_call("2026-12-08");
  CHECK(facts.on_day("2026-12-08").empty());
  CHECK(facts.why_closed("2026-12-08", Reason::quote, "Q-1") == "steps_done");
}

TEST_CASE("Only calls that reached somebody after sending count as a step") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02");
  facts.add_call("2026-11-04", false);
  facts.add_call("2026-11-02");
  facts.add_call("2026-10-30");
  facts.add_call("2026-11-05", true, true);
  facts.add_call("2026-11-20");  // after the day we look from
  facts.activities.push_back(facts.activities.front());
  facts.activities.back().kind = "visit";
  facts.activities.back().reached = true;
  CHECK(facts.due("2026-11-06") == "2026-11-04");
}

TEST_CASE("The last step is 3 working days before the quote ends and replaces one within 2 days of it") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02", "2026-11-27");  // Friday; the last step is Tuesday the 24th
  facts.add_call("2026-11-04");
  facts.add_call("2026-11-09");  // the next regular one: 18 November
  CHECK(facts.due("2026-11-10") == "2026-11-18");
  facts.activities.back().date =
      on("2026-11-11");  // regular 20 November, 2 working days before the last step
  CHECK(facts.due("2026-11-12") == "2026-11-24");
  facts.activities.back().date = on("2026-11-10");  // regular 19 November, 3 working days before
  CHECK(facts.due("2026-11-12") == "2026-11-19");
  facts.activities.back().date = on("2026-11-16");  // regular 25 November, after it
  CHECK(facts.due("2026-11-17") == "2026-11-24");
}

TEST_CASE("Who was reached at the last step is called again only after the quote has ended") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02", "2026-11-27");
  facts.add_call("2026-11-24");
  CHECK(facts.due("2026-11-25") == "2026-11-30");
}

TEST_CASE("A quote of a few days is called before it ends") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02", "2026-11-04");
  CHECK(facts.due("2026-11-02") == "2026-11-02");
}

TEST_CASE("An ended quote gets one call within 5 working days and is then closed as expired") {
  Facts facts;
  facts.add_quote("Q-1", "2026-10-01", "2026-11-06");  // Friday
  CHECK(facts.due("2026-11-07") == "2026-11-09");
  CHECK(facts.due("2026-11-13") == "2026-11-09");
  CHECK(facts.on_day("2026-11-14").empty());
  CHECK(facts.why_closed("2026-11-14", Reason::quote, "Q-1") == "expired");
  facts.add_call("2026-11-09");
  CHECK(facts.on_day("2026-11-09").empty());
}

TEST_CASE("A requested quote is asked for until it ends, else for 30 days; another is marketing") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02", "2026-11-27");
  CHECK(facts.on_day("2026-11-05")[0].purpose == Purpose::marketing);
  facts.quotes[0].requested = true;
  auto found = facts.on_day("2026-11-05")[0];
  CHECK(purpose_on(found, on("2026-11-27")) == Purpose::asked);
  CHECK(purpose_on(found, on("2026-11-28")) == Purpose::marketing);
  facts.quotes[0].valid_until.reset();
  found = facts.on_day("2026-11-05")[0];
  CHECK(purpose_on(found, on("2026-12-02")) == Purpose::asked);
  CHECK(purpose_on(found, on("2026-12-03")) == Purpose::marketing);
}

TEST_CASE("A quote that is no longer open has no case, and says why") {
  Facts facts;
  facts.add_quote("Q-1", "2026-11-02");
  for (auto [status, why] : {std::pair{QuoteStatus::won, "won"}, std::pair{QuoteStatus::lost, "lost"},
                             std::pair{QuoteStatus::expired, "expired"}}) {
    facts.quotes[0].status = status;
    CHECK(facts.on_day("2026-11-05").empty());
    CHECK(facts.why_closed("2026-11-05", Reason::quote, "Q-1") == why);
  }
  CHECK(facts.why_closed("2026-11-05", Reason::quote, "Q-9") == "gone");
}

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
