// Reasons that time gives: renegotiate, keep in touch, needs that come due.
#include "plugin/rules/time_cases.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using namespace rendabel::rules;
using test::on;
using test::SnapshotBuilder;

namespace {

const Date today = on("2026-11-23");

SnapshotBuilder loser() {
  SnapshotBuilder book("A1", "2026-11-23");
  book.order(on("2026-03-01"), 100'00);
  return book;
}
/// The account after one remedy was put to it.
struct Offered {
  SnapshotBuilder book = loser();
  Remedy remedy;
  Snapshot snapshot;
  Offered(std::string_view day, std::string_view code, RemedyStatus status)
      : remedy{"R1", code, on(day), status}, snapshot(book.build()) {
    snapshot.remedies = {{&remedy, 1}, true};
  }
};
Assessment losing() {
  Assessment out;
  out.flags.push_back({});
  out.flags.back().code = FlagCode::loss_making;
  out.verdict = Verdict::repair;
  RemedyAdvice advice;
  advice.code = RemedyCode::reset_discount;
  advice.in_plan = true;
  out.remedies.push_back(advice);
  return out;
}

}  // namespace

TEST_CASE("a remedy to put to a loss-making customer is a reason to call, of purpose service") {
  auto book = loser();
  const auto found = renegotiate_case(book.build(), losing(), {}, {}, {}, today);
  REQUIRE(found);
  CHECK(found->purpose == Purpose::service);
  CHECK(found->due_from <= today);
  CHECK(found->since == on("2026-03-01"));
}

TEST_CASE("no second offer within 90 days of the first, by whoever made it") {
  const auto due = [](std::string_view offered_on) {
    const Offered account(offered_on, "reset_discount", RemedyStatus::offered);
    return renegotiate_case(account.snapshot, losing(), {}, {}, {}, today)->due_from;
  };
  CHECK(due("2026-08-25") == on("2026-11-23"));
  CHECK(due("2026-08-26") == on("2026-11-24"));
  auto tried = loser();
  CHECK(renegotiate_case(tried.build(), losing(), {}, on("2026-11-01"), {}, today)->due_from ==
        on("2027-01-30"));
}

TEST_CASE(
    "nothing is renegotiated without a loss, with an agreement, without his yes to ask, or after a goodbye") {
  auto book = loser();
  const auto none = [&](const Assessment& made, const DeskState& desk = {}) {
    return !renegotiate_case(book.build(), made, desk, {}, {}, today);
  };
  auto made = losing();
  made.flags.clear();
  CHECK(none(made));
  made = losing();
  made.verdict_reasons = {"agreed"};
  CHECK(none(made));
  made = losing();
  made.remedies[0].code = RemedyCode::replace_visits;
  CHECK(none(made));
  made = losing();
  made.remedies[0].in_plan = false;  // what is further can wait
  CHECK(none(made));
  DeskState desk;
  desk.decided_on = today;
  CHECK(none(losing(), desk));
  book.account().active = false;
  CHECK(none(losing()));
}

TEST_CASE("contact is kept at the layer's interval, counted from when somebody was last reached") {
  auto book = loser();
  Assessment made;
  const auto due = [&](const DeskState& desk = {}) {
    const auto found = keep_in_touch_case(book.build(), made, desk, {}, today);
    return found ? to_text(found->due_from) : std::string("none");
  };
  CHECK(due() == "none");  // before a refresh there is no layer
  made.layer = Layer::inactive;
  CHECK(due() == "none");
  made.layer = Layer::top;
  CHECK(due() == "2026-04-01");  // never reached: from the first order
  book.activity("2026-10-24", "call", [](Activity& call) { call.reached = true; });
  CHECK(due() == "2026-11-24");
  made.layer = Layer::large;
  CHECK(due() == "2026-12-24");
  DeskState desk;
  desk.reached_on = on("2026-11-01");
  CHECK(due(desk) == "2027-01-01");
  desk.pinned_until = today;
  CHECK(due(desk) == "2026-11-23");
}

TEST_CASE("a planned visit or a call nobody answered is no contact, a visit is") {
  auto book = loser();
  book.activity("2026-10-01", "call", [](Activity& call) { call.reached = false; });
  book.activity("2026-10-02", "visit", [](Activity& visit) { visit.planned = true; });
  CHECK_FALSE(last_reached(book.build(), {}, today));
  book.activity("2026-09-01", "visit", [](Activity&) {});
  CHECK(last_reached(book.build(), {}, today) == on("2026-09-01"));
}

TEST_CASE("visits that calls replaced are made by telephone instead") {
  const Offered account("2026-06-01", "replace_visits", RemedyStatus::accepted);
  Assessment made;
  made.layer = Layer::small;
  made.visits.done = test::whole(10);
  made.visits.advised = 4;
  CHECK(touch_interval_days(account.snapshot, made, {}, today) == 60);
  made.visits.advised = 10;
  CHECK(touch_interval_days(account.snapshot, made, {}, today) == 180);
}

TEST_CASE("a need comes back on its day as a case of its own, until it is met") {
  auto book = loser();
  Need need{"out-1/0", "upgrade", "nieuwe machine", "P1", on("2026-12-01"), on("2026-06-01"), {}};
  auto cases = need_cases(book.build().account, {need});
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].reason == Reason::cross_sell);
  CHECK(cases[0].source_id == "out-1/0");
  CHECK(cases[0].due_from == on("2026-12-01"));
  need.closed_on = today;
  CHECK(need_cases(book.build().account, {need}).empty());
  need.closed_on.reset();
  need.due_on.reset();
  CHECK(need_cases(book.build().account, {need}).empty());
}

TEST_CASE(
    "what comparable customers buy is proposed when the last conversation is long ago, a group at a time") {
  auto book = loser();
  Assessment made;
  CHECK(proposal_cases(book.build(), made, {}, {}, today).empty());
  made.cross_sell = {{"lampen", "armaturen", 84, 61, 7200}, {"snoer", "armaturen", 84, 40, 4700}};
  DeskState desk;
  desk.reached_on = on("2026-08-24");
  const auto cases = proposal_cases(book.build(), made, desk, {}, today);
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].source_id == "lampen");
  CHECK(cases[0].reason == Reason::cross_sell);
  CHECK(cases[0].purpose == Purpose::marketing);
  CHECK(cases[0].due_from == on("2026-11-23"));
  desk.reached_on = on("2026-08-25");
  CHECK(proposal_cases(book.build(), made, desk, {}, today)[0].due_from == on("2026-11-24"));
}
