#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "plugin/rules/cases.hpp"
#include "tests/support/case_facts.hpp"

using namespace rendabel;
using namespace rendabel::rules;
using rendabel::test::Facts;
using rendabel::test::on;

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
