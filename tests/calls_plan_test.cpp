#include <catch2/catch.hpp>

#include "plugin/pipeline/refresh.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using namespace rendabel::test;

TEST_CASE("The list needs no refresh: silent customers, quotes and inquiries are on it by value") {
  CallBook book;
  book.company("A-01", "2026-11-10");  // buys as usual
  book.company("A-02", "2026-10-01");  // median 30 days, 53 silent: slipping
  book.company("A-03", "2026-06-01");  // dormant
  book.company("A-04", "2026-11-10", 400'00, open_quote);
  book.company("A-05", "2026-11-10", 400'00, inquiry_today);
  const auto list = book.plan();
  CHECK(list.capacity == 8);
  CHECK(calls(list) == "A-05:inquiry, A-04:quote, A-02:slipping, A-03:dormant, ");
  CHECK(list.calls[0].lane == Lane::now);
  CHECK(list.calls[0].phone == "020-1234505");
  CHECK(list.calls[0].phone_e164 == "31201234505");
  CHECK(list.calls[0].contact_id == "A-05");
  CHECK(list.calls[0].permission == Permission{Allowed::allowed, "NL4"});
  CHECK(list.calls[1].permission == Permission{Allowed::allowed, "NL5"});
  // 0.30 × 800.00 × 2^(−7/14) − 6.00
  CHECK(list.calls[1].value_at_stake == 163'71);
  // potential: six orders of 400.00 in the window; 0.25 × 2400 × 90/365 − 6.00
  CHECK(list.calls[2].value_at_stake == 141'95);
  CHECK(list.calls[2].reasons[0].margin_from == "potential");
}

TEST_CASE("A silent customer comes onto the list of a later day without being saved again") {
  CallBook book;
  book.company("A-01", "2026-11-10");
  CHECK(calls(book.plan()).empty());
  CHECK(calls(book.plan({}, "2026-12-25")).empty());  // 45 days: not yet more than 1.5 × 30
  const auto boxing_day = book.plan({}, "2026-12-26");
  CHECK(calls(boxing_day).empty());  // a holiday
  CHECK(left_out(boxing_day) == "A-01:not_now/NL2 ");
  CHECK(calls(book.plan({}, "2026-12-28")) == "A-01:slipping, ");
  CHECK(calls(book.plan({}, "2027-02-09")) == "A-01:dormant, ");
}

TEST_CASE("A plan made once stays: the same calls in the same order, whatever is saved") {
  CallBook book;
  for (const auto* id : {"A-01", "A-02", "A-03"}) book.company(id, "2026-10-01");
  const auto first = book.plan();
  CHECK(calls(first) == "A-01:slipping, A-02:slipping, A-03:slipping, ");
  book.company("A-03", "2026-10-01", 900'00);  // now worth more
  book.settings.calls.agent_minutes = 0;       // settings count from the next plan
  const auto second = book.plan();
  CHECK(calls(second) == calls(first));
  CHECK(second.capacity == 8);
  for (std::size_t i = 0; i < first.calls.size(); ++i) {
    CHECK(second.calls[i].call_id == first.calls[i].call_id);
    CHECK(second.calls[i].rank == first.calls[i].rank);
    CHECK(second.calls[i].value_at_stake == first.calls[i].value_at_stake);
  }
  CHECK(book.plan({}, "2026-11-24").capacity == 0);
}

TEST_CASE("Filters filter the answer, never the plan") {
  CallBook book;
  book.settings.calls.agents["jan"] = {};
  book.company("A-01", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().owner = "jan"; });
  book.company("A-02", "2026-10-01");
  book.company("A-03", "2026-11-10", 400'00, inquiry_today);
  Options options;
  options.limit = 1;
  CHECK(calls(book.plan(options)) == "A-03:inquiry, ");
  options.limit.reset();
  options.lane = Lane::today;
  CHECK(calls(book.plan(options)) == "A-01:slipping, A-02:slipping, ");
  options.lane.reset();
  options.agent = "jan";
  CHECK(book.plan(options).calls.size() == 3);
  CHECK(book.plan().calls[1].agent == "jan");
  options.agent = "kees";
  CHECK_THROWS_AS(book.plan(options), Failure);
}

TEST_CASE("A planned visit holds back today's cases but not a question") {
  CallBook book;
  const auto visit = [](SnapshotBuilder& it) {
    it.activity("2026-12-01", "visit", [](Activity& to_come) { to_come.planned = true; });
  };
  book.company("A-01", "2026-10-01", 400'00, visit);
  book.company("A-02", "2026-11-10", 400'00, [&](SnapshotBuilder& it) {
    visit(it);
    inquiry_today(it);
  });
  const auto list = book.plan();
  CHECK(calls(list) == "A-02:inquiry, ");
  CHECK(left_out(list) == "A-01:planned_activity ");
}

TEST_CASE("A case that is worth less than the call is left out") {
  CallBook book;
  book.company("A-01", "2026-06-01", 1'00);
  // The quote, and the remedies of an account that costs money: neither pays for a call.
  CHECK(left_out(book.plan()) == "A-01:not_worth A-01:not_worth ");
}

TEST_CASE("Unknown margins are not zero: the call stays, behind the others") {
  CallBook book;
  book.company("A-01", "2026-10-01", 400'00, [](SnapshotBuilder& it) {
    for (auto& order : it.orders()) order.cost_of_goods.reset();
  });
  book.company("A-02", "2026-10-01", 50'00);
  const auto list = book.plan();
  CHECK(left_out(list).empty());
  REQUIRE(calls(list) == "A-02:slipping, A-01:slipping, ");
  CHECK(list.calls[1].reasons[0].margin_from == "unknown");
}

TEST_CASE("Left out rows are bounded, their counts are not") {
  CallBook book;
  for (int i = 10; i < 22; ++i) book.company("A-" + std::to_string(i), "2026-10-01");
  Options options;
  options.limit = 2;
  const auto list = book.plan(options);
  CHECK(list.calls.size() == 2);
  CHECK(list.left_out_rows.size() == 2);
  CHECK(list.left_out_counts.at("capacity") == 4);
}

TEST_CASE("Another process sees the same plan") {
  CallBook book;
  book.company("A-01", "2026-10-01");
  const auto first = book.plan();
  auto other = book.place.open();
  const auto seen = pipeline::calls_plan(other, book.settings, on(today), {}, {});
  CHECK(calls(seen) == calls(first));
  CHECK(seen.calls[0].call_id == first.calls[0].call_id);
}

TEST_CASE("Where nothing of an account is known the book's median order margin is at stake") {
  CallBook book;
  book.company("A-01", "2026-11-10", 100'00);
  book.company("A-02", "2026-11-10", 300'00);
  book.company("A-03", "2026-11-10", 700'00);
  book.company("P-04", "", 0, [](SnapshotBuilder& it) {
    it.quote("2026-11-16", 0, [](Quote& quote) { quote.amount.reset(); });
  });
  CHECK(book.plan().calls[0].reasons[0].margin_from == "unknown");
  while (
      !pipeline::book_refresh(book.store, book.settings, on(today), std::chrono::seconds{1}, {}).finished) {
  }
  Options again;
  again.replan = true;
  const auto list = book.plan(again);
  // A refresh gave layers: the one customer of the top, by id among equals, was not spoken to for 30 days.
  REQUIRE(calls(list) == "P-04:quote, A-01:keep_in_touch, ");
  const auto& prospect = list.calls[0];
  CHECK(prospect.reasons[0].margin_from == "book_median");
  CHECK(prospect.reasons[0].margin == 300'00);
}

TEST_CASE("A complaint of last week is on today's list, however little it brings") {
  CallBook book;
  book.company("A-01", "2026-11-10", 1'00, [](SnapshotBuilder& it) {
    it.inquiry("2026-11-10T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
  });
  const auto list = book.plan();
  CHECK(calls(list) == "A-01:problem, ");
  CHECK(list.calls[0].lane == Lane::today);
}
