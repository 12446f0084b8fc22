#include <catch2/catch.hpp>

#include "tests/support/call_book.hpp"

using namespace rendabel;
using namespace rendabel::test;

TEST_CASE("What is bought, settled or denied since is withdrawn at once, with its reason") {
  CallBook book;
  book.company("A-01", "2026-10-01");
  book.company("A-02", "2026-11-10", 400'00, open_quote);
  book.company("A-03", "2026-10-01");
  book.company("A-04", "2026-10-01");
  book.company("A-05", "2026-11-10", 400'00, inquiry_today);
  book.plan();
  book.company("A-01", today);
  book.company("A-02", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.quote("2026-11-16", 2400'00, [](Quote& quote) { quote.status = QuoteStatus::won; });
  });
  book.company("A-03", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().do_not_call = true; });
  book.company("A-04", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().active = false; });
  book.company("A-05", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.inquiry("2026-11-23T09:00:00+01:00",
               [](Inquiry& inquiry) { inquiry.answered_at = parse_moment("2026-11-23T09:30:00+01:00"); });
  });
  CHECK(calls(book.plan()) ==
        "A-05:inquiry,withdrawn=answered A-02:quote,withdrawn=won A-01:slipping,withdrawn=bought "
        "A-03:slipping,withdrawn=denied A-04:slipping,withdrawn=inactive ");
}

TEST_CASE("A call that the host reports as made is done; one that reached somebody otherwise is withdrawn") {
  CallBook book;
  book.company("A-01", "2026-11-10", 400'00, open_quote);
  book.company("A-02", "2026-11-10", 400'00, open_quote);
  const auto id = book.plan().calls[0].call_id;
  const auto called = [&](std::string_view call_id) {
    return [call_id](SnapshotBuilder& it) {
      open_quote(it);
      it.activity(today, "call", [&](Activity& call) {
        call.reached = true;
        call.call_id = it.keep(call_id);
      });
    };
  };
  book.company("A-01", "2026-11-10", 400'00, called(id));
  book.company("A-02", "2026-11-10", 400'00, called(""));
  CHECK(calls(book.plan()) == "A-01:quote,done= A-02:quote,withdrawn=reached ");
}

TEST_CASE("New cases go to the now-lane, else behind the last rank while capacity lasts") {
  CallBook book;
  book.settings.calls.agent_minutes = 15;  // two calls
  book.company("A-01", "2026-10-01");
  CHECK(calls(book.plan()) == "A-01:slipping, ");
  book.company("A-02", "2026-11-10", 400'00, open_quote);
  book.company("A-03", "2026-10-01", 900'00);
  book.company("A-04", "2026-11-10", 400'00, inquiry_today);
  const auto list = book.plan();
  CHECK(calls(list) == "A-04:inquiry, A-01:slipping, A-03:slipping, ");
  CHECK(left_out(list) == "A-02:capacity ");
  CHECK(list.left_out_counts.at("capacity") == 1);
  CHECK(calls(book.plan()) == calls(list));
}

TEST_CASE("A new question of somebody on the today list is a call of its own in the now-lane") {
  CallBook book;
  book.company("A-01", "2026-10-01");
  book.plan();
  book.company("A-01", "2026-10-01", 400'00, inquiry_today);
  const auto list = book.plan();
  CHECK(calls(list) == "A-01:inquiry, A-01:slipping, ");
  CHECK(list.calls[0].call_id != list.calls[1].call_id);
}

TEST_CASE("Who found no place in the morning does not slip in when another is withdrawn") {
  CallBook book;
  book.settings.calls.agent_minutes = 8;  // one call
  book.company("A-01", "2026-10-01", 900'00);
  book.company("A-02", "2026-10-01");
  CHECK(left_out(book.plan()) == "A-02:capacity ");
  book.company("A-01", today);
  book.company("A-02", "2026-10-01");
  const auto list = book.plan();
  CHECK(calls(list) == "A-01:slipping,withdrawn=bought ");
  CHECK(left_out(list) == "A-02:capacity ");
}

TEST_CASE("Planning again starts anew with who is present, but keeps what was made") {
  CallBook book;
  book.settings.calls.agents["jan"] = {};
  book.settings.calls.agents["piet"] = {};
  book.company("A-01", "2026-10-01", 900'00);
  book.company("A-02", "2026-10-01");
  const auto first = book.plan();
  CHECK(first.capacity == 16);
  book.company("A-01", "2026-10-01", 900'00, [&](SnapshotBuilder& it) {
    it.activity(today, "call", [&](Activity& call) { call.call_id = it.keep(first.calls[0].call_id); });
  });
  Options again;
  again.replan = true;
  again.present = {{"jan", 15}};
  const auto list = book.plan(again);
  CHECK(list.capacity == 2);
  CHECK(calls(list) == "A-01:slipping,done= A-02:slipping, ");
  again.present = {{"kees", 15}};
  CHECK_THROWS_AS(book.plan(again), Failure);
}
