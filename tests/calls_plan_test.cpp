#include <catch2/catch.hpp>
#include <functional>

#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/rules/value_at_stake.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

constexpr std::string_view today = "2026-11-23";  // a Monday

/// A book with a store of its own, and the day's list.
struct CallBook {
  TempStore place;
  store::Store store = place.open();
  Settings settings;

  /// A company with orders every 30 days up to `last_order`, and one number.
  void company(
      std::string_view id, std::string_view last_order, Cents margin = 400'00,
      const std::function<void(SnapshotBuilder&)>& more = [](SnapshotBuilder&) {}) {
    SnapshotBuilder book(id, today);
    book.account().person_kind = PersonKind::legal;
    book.account().phone = book.keep("020-12345" + std::string(id.substr(id.size() - 2)));
    if (!last_order.empty())
      for (int i = 5; i >= 0; --i)
        book.order(on(last_order) - days{30 * i}, 1000'00,
                   [&](Order& order) { order.cost_of_goods = 1000'00 - margin; });
    book.nothing_else();
    more(book);
    pipeline::save(store, settings, {}, book.build());
  }
  pipeline::CallList plan(const Options& options = {}, std::string_view day = today) {
    return pipeline::calls_plan(store, settings, on(day), options, {});
  }
};

std::string calls(const pipeline::CallList& list) {
  std::string out;
  for (const auto& call : list.calls) {
    out += call.account_id + ":";
    for (const auto& reason : call.reasons) out += std::string(name_of(reason.code)) + ",";
    out += call.state == CallState::open ? " "
                                         : std::string(name_of(call.state)) + "=" + call.withdrawn_why + " ";
  }
  return out;
}
std::string left_out(const pipeline::CallList& list) {
  std::string out;
  for (const auto& row : list.left_out_rows)
    out += row.account_id + ":" + row.why + (row.rule.empty() ? "" : "/" + row.rule) + " ";
  return out;
}

void open_quote(SnapshotBuilder& book) {
  book.quote("2026-11-16", 2400'00, [](Quote& quote) { quote.margin = 800'00; });
}
void inquiry_today(SnapshotBuilder& book) { book.inquiry("2026-11-23T09:00:00+01:00"); }

}  // namespace

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
  CHECK(calls(book.plan({}, "2026-12-26")) == "A-01:slipping, ");
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

TEST_CASE("The law decides who is on the list, and left_out names its rule") {
  CallBook book;
  const auto person = [](std::string_view channel) {
    return [channel](SnapshotBuilder& it) {
      it.account().person_kind = PersonKind::natural;
      it.contact("c-1", [&](Contact& contact) {
        contact.phone = it.account().phone;
        if (channel.empty()) return;
        static std::vector<Consent> consents(1);
        consents[0].purpose = "marketing";
        consents[0].channel = channel;
        consents[0].given_on = on("2026-01-01");
        contact.consents = {consents, true};
      });
    };
  };
  book.company("A-01", "2026-10-01", 400'00, person(""));
  book.company("A-02", "2026-10-01", 400'00, person("voice"));
  book.company("A-03", "2026-10-01", 400'00, person("email"));
  book.company("A-04", "2026-10-01", 400'00,
               [](SnapshotBuilder& it) { it.account().person_kind = PersonKind::unknown; });
  book.company("A-05", "2026-10-01", 400'00, [](SnapshotBuilder& it) {
    it.contact("c-1", [&](Contact& contact) {
      contact.phone = it.account().phone;
      contact.objected_on = on("2026-11-01");
    });
    it.account().phone = {};
  });
  book.company("A-06", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().phone = "unknown"; });
  book.company("A-07", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.account().person_kind = PersonKind::natural;
    it.inquiry("2026-11-23T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
  });
  const auto list = book.plan();
  CHECK(calls(list) == "A-07:problem, A-02:slipping, ");
  CHECK(list.calls[0].permission.rule == "NL3");
  CHECK(list.calls[1].permission.rule == "NL6");
  CHECK(list.calls[1].contact_id == "c-1");
  CHECK(left_out(list) == "A-01:denied/NL9 A-03:denied/NL9 A-04:denied/NL9 A-05:denied/NL1 A-06:no_phone ");
}

TEST_CASE("An objection learnt in one account holds for the same number in another, at once") {
  CallBook book;
  const auto line = [](SnapshotBuilder& it) { it.account().phone = "020-7654321"; };
  book.company("A-01", "2026-10-01", 400'00, line);
  CHECK(calls(book.plan()) == "A-01:slipping, ");
  book.company("A-02", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.contact("c-9", [](Contact& contact) {
      contact.phone = "+31 20 765 4321";
      contact.objected_on = on(today);
    });
  });
  CHECK(calls(book.plan()) == "A-01:slipping,withdrawn=denied ");
}

TEST_CASE("Do not call silences a whole account, whatever the reason") {
  CallBook book;
  book.company("A-01", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.account().do_not_call = true;
    it.inquiry("2026-11-23T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
  });
  const auto list = book.plan();
  CHECK(list.calls.empty());
  CHECK(left_out(list) == "A-01:denied/NL1 ");
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
  CHECK(left_out(book.plan()) == "A-01:not_worth ");
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

TEST_CASE("An erased account leaves the list") {
  CallBook book;
  book.company("A-01", "2026-10-01");
  book.company("A-02", "2026-10-01");
  book.plan();
  pipeline::erase(book.store, "A-01", "");
  const auto list = book.plan();
  for (const auto& call : list.calls)
    CHECK((call.account_id == "A-02" || call.state == CallState::withdrawn));
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

TEST_CASE("A reason is said in words that an agent can say") {
  const Settings settings;
  CallReason quote;
  quote.code = Reason::quote;
  quote.source_id = "Q-17";
  quote.since = on("2026-11-14");
  quote.amount = 2400'00;
  quote.until = on("2026-11-30");
  CHECK(report::why_call(quote, on(today), settings, "nl") ==
        "Offerte Q-17 van € 2.400,00 staat 9 dagen open, geldig tot 30-11-2026");
  CHECK(report::why_call(quote, on(today), settings, "en") ==
        "Quote Q-17 for €2,400.00 has been open for 9 days, valid until 30 November 2026");
  quote.until = on("2026-11-20");
  CHECK(report::why_call(quote, on(today), settings, "nl") ==
        "Offerte Q-17 van € 2.400,00 is verlopen op 20-11-2026: vraag of het nog speelt");
  CallReason complaint;
  complaint.code = Reason::problem;
  complaint.kind = "complaint";
  complaint.subject = "levertijd";
  complaint.since = on("2026-11-22");
  CHECK(report::why_call(complaint, on(today), settings, "nl") ==
        "Klacht van 22-11-2026 over 'levertijd' is nog niet opgelost");
  for (std::size_t i = 0; i < Names<Reason>::values.size(); ++i)
    for (const auto* language : {"nl", "en"}) {
      CallReason any;
      any.code = static_cast<Reason>(i);
      any.since = on("2026-11-22");
      CHECK_FALSE(report::why_call(any, on(today), settings, language).empty());
    }
  for (const auto* rule : {"NL1", "NL3", "NL4", "NL5", "NL6", "NL7", "NL8", "NL9", "XX1", "XX2", "XX3"})
    CHECK_FALSE(report::rule_words(rule, "nl").empty());
}
