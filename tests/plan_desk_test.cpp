// The day's list on the store: what the team leader, calls and settings decided.
#include <catch2/catch.hpp>

#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/learning.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

struct Desk : CallBook {
  Options again;
  Desk() { again.replan = true; }

  template <class Record>
  void tell(std::string_view id, EventKind kind, Record record) {
    const Event event{1, id, kind, *parse_moment("2026-11-23T09:00:00+01:00"), "lead", record};
    pipeline::record_events(store, settings, pipeline::book_context(store), {&event, 1}, {});
  }
  void pin(std::string_view id) { tell(id, EventKind::pin, Pinned{on(today)}); }
  void change(std::string_view id, const std::function<void(store::AccountKey)>& work) {
    store::Change change(store);
    const auto row = *store::find_account(store, id);
    work(row.account);
    store::next_sequence(store, row.account);
    change.commit();
  }
  void park(std::string_view id, Reason reason, std::string_view why, std::string_view day = "2026-11-20") {
    change(id, [&](store::AccountKey account) {
      const auto before = store::cases(store, account);
      auto after = before;
      for (auto& one : after)
        if (one.facts.reason == reason) {
          one.state = CaseState::parked;
          one.closed_why = why;
          one.closed_on = on(day);
          one.attempts = 6;
        }
      store::put_cases(store, account, before, after);
    });
  }
  void refresh() {
    while (!pipeline::book_refresh(store, settings, on(today), std::chrono::seconds{10}, {}).finished) {
    }
  }
};

}  // namespace

TEST_CASE("a pinned account is called although nothing is due, and first") {
  Desk desk;
  desk.company("A-01", "2026-10-01", 900'00);
  desk.company("A-02", "2026-11-10");
  CHECK(calls(desk.plan()) == "A-01:slipping, ");
  desk.pin("A-02");
  CHECK(calls(desk.plan()) == "A-01:slipping, A-02:keep_in_touch, ");  // the list stands: it comes behind
  const auto list = desk.plan(desk.again);
  CHECK(calls(list) == "A-02:keep_in_touch, A-01:slipping, ");
  CHECK(list.calls[0].place == Place::pinned);
}

TEST_CASE("a pin does not go over the law or a refusal") {
  Desk desk;
  desk.company("A-01", "2026-10-01");
  desk.company("A-02", "2026-10-01");
  desk.tell("A-01", EventKind::objection, Objection{});
  desk.change("A-02", [&](store::AccountKey account) {
    store::put_rest(desk.store, account, {"", on("2026-12-20"), "not_interested"});
  });
  desk.pin("A-01");
  desk.pin("A-02");
  CHECK(calls(desk.plan()).empty());
  CHECK(left_out(desk.plan()) == "A-01:denied/NL1 A-01:denied/NL1 A-02:resting A-02:resting ");
}

TEST_CASE("who was taken off the list is not called until that day is over, but may still ask") {
  Desk desk;
  desk.company("A-01", "2026-10-01");
  CHECK(calls(desk.plan()) == "A-01:slipping, ");
  desk.tell("A-01", EventKind::remove, Remove{on("2026-11-25"), "eigen afspraak"});
  CHECK(calls(desk.plan()) == "A-01:slipping,withdrawn=removed ");
  CHECK(calls(desk.plan({}, "2026-11-25")).empty());
  CHECK(calls(desk.plan({}, "2026-11-26")) == "A-01:slipping, ");
  desk.company("A-01", "2026-10-01", 400'00, inquiry_today);
  CHECK(calls(desk.plan()) == "A-01:inquiry, A-01:slipping,withdrawn=removed ");
}

TEST_CASE("an assigned account is its agent's, in the plan that stands too, until that is taken back") {
  Desk desk;
  desk.settings.calls.agents["jan"];
  desk.settings.calls.agents["piet"];
  desk.company("A-01", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().owner = "jan"; });
  CHECK(desk.plan().calls[0].agent == "jan");
  desk.tell("A-01", EventKind::assign, Assign{"piet"});
  CHECK(desk.plan().calls[0].agent == "piet");
  desk.tell("A-01", EventKind::assign, Assign{""});
  CHECK(desk.plan().calls[0].agent.empty());
  CHECK(desk.plan(desk.again).calls[0].agent == "jan");
}

TEST_CASE("a parked case waits for the team leader's pin or for news, and says so meanwhile") {
  Desk desk;
  desk.company("A-01", "2026-11-10", 400'00, open_quote);
  desk.park("A-01", Reason::quote, "tried_out");
  CHECK(left_out(desk.plan()) == "A-01:parked ");
  SECTION("a pin") {
    desk.pin("A-01");
    CHECK(calls(desk.plan(desk.again)) == "A-01:quote,keep_in_touch, ");
  }
  SECTION("an order of before the day it was parked is no news") {
    desk.company("A-01", "2026-11-12", 400'00, open_quote);
    CHECK(left_out(desk.plan(desk.again)) == "A-01:parked ");
  }
  SECTION("an order since is") {
    desk.company("A-01", "2026-11-23", 400'00, open_quote);
    const auto list = desk.plan(desk.again);
    CHECK(calls(list) == "A-01:quote, ");
    CHECK(list.calls[0].attempt == 1);
  }
  SECTION("a question since is") {
    desk.company("A-01", "2026-11-10", 400'00,
                 [](SnapshotBuilder& it) { open_quote(it), inquiry_today(it); });
    CHECK(calls(desk.plan(desk.again)) == "A-01:inquiry,quote, ");
  }
}

TEST_CASE("a pilot calls about quotes and inquiries only, and the plan that stands is not touched by it") {
  Desk desk;
  desk.company("A-01", "2026-10-01");
  desk.company("A-02", "2026-11-10", 400'00, open_quote);
  CHECK(calls(desk.plan()) == "A-02:quote, A-01:slipping, ");
  desk.settings.calls.preset = "pilot";
  desk.company("A-03", "2026-11-10");  // something is saved, and the plan looked at again
  CHECK(calls(desk.plan()) == "A-02:quote, A-01:slipping, ");
  CHECK(calls(desk.plan(desk.again)) == "A-02:quote, ");
  desk.settings.calls.hour_days = {"tue"};  // no hour today: who asks is called all the same
  desk.company("A-04", "2026-11-10", 400'00, inquiry_today);
  CHECK(calls(desk.plan(desk.again)) == "A-04:inquiry, ");
  CHECK(desk.plan().capacity == 0);
}

TEST_CASE("the hold-out stays uncalled, but not who asked") {
  Desk desk;
  desk.settings.calls.holdout_share = Micro{micro};
  desk.company("A-01", "2026-10-01");
  desk.company("A-02", "2026-11-10", 400'00, open_quote);
  const auto list = desk.plan();
  CHECK(calls(list) == "A-02:quote, ");
  CHECK(left_out(list) == "A-01:held_out ");
}

TEST_CASE("what was learnt is the chance that ranks, from the next plan on") {
  Desk desk;
  desk.company("A-01", "2026-10-01");
  const auto before = desk.plan().calls[0].p_success;
  CHECK(before == Micro{250'000});
  {
    store::Change change(desk.store);
    LearningCall call;
    call.reason = Reason::slipping;
    for (int n = 0; n < 20; ++n) pipeline::learn(desk.store, desk.settings, call, "order", on(today));
    change.commit();
  }
  CHECK(desk.plan().calls[0].p_success == before);
  const auto after = desk.plan(desk.again).calls[0];
  CHECK(after.p_success.millionths > 500'000);
  CHECK(after.reasons[0].p_success == after.p_success);
}

TEST_CASE("of many who sleep the best are looked at, whoever may not be called stands in nobody's way") {
  Desk desk;
  desk.settings.calls.agent_minutes = 15;  // two places: of a kind 54 are looked for
  for (int n = 10; n < 90; ++n)
    desk.company("A-" + std::to_string(n), "2026-07-01", (100 + n) * 100, [&](SnapshotBuilder& it) {
      if (n >= 80) it.account().person_kind = PersonKind::natural;  // worth most, and denied
    });
  const auto list = desk.plan();
  CHECK(calls(list) == "A-79:dormant, A-78:dormant, ");
  std::int64_t told = 2;
  for (const auto& [why, count] : list.left_out_counts) told += count;
  CHECK(told == 80);
  CHECK(list.left_out_counts.at("denied") == 10);
  CHECK(list.left_out_counts.at("less_worth") == 16);  // 80 − 10 denied − 54
}
