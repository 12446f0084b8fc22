// Who wants no marketing is in no marketing case: at once, whichever way it became known.
#include "plugin/rules/refusals.hpp"

#include <catch2/catch.hpp>

#include "plugin/pipeline/events.hpp"
#include "plugin/rules/people.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Settings settings;

Case marketing(std::string_view contact_id = "") {
  Case found;
  found.reason = Reason::quote;
  found.source_id = "quote-1";
  found.contact_id = contact_id;
  return found;
}

/// Two people with a number each and the account's own number.
SnapshotBuilder people_there() {
  SnapshotBuilder book("A-01", today);
  book.account().person_kind = PersonKind::legal;
  book.account().phone = "020 111 11 11";
  book.contact("C1", [](Contact& contact) { contact.phone = "020 222 22 22"; });
  book.contact("C2", [](Contact& contact) { contact.phone = "020 333 33 33"; });
  return book;
}

std::string why(const Snapshot& snapshot, const Case& found, std::string_view day = today) {
  return std::string(rules::refusal_of(rules::people_of(snapshot, settings, on(day)), found, on(day)));
}

/// A quote of nobody's and one of C1's, a sleeping customer and an open complaint.
void much_to_call_about(SnapshotBuilder& book) {
  book.contact("C1", [](Contact& contact) { contact.phone = "020 222 22 22"; });
  book.quote("2026-11-10", 1000'00);
  book.quote("2026-11-11", 1000'00, [](Quote& quote) { quote.contact_id = "C1"; });
  book.inquiry("2026-11-23T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
}

std::string open_now(CallBook& book, std::string_view day = today) {
  std::string out;
  for (const auto& one : pipeline::get(book.store, book.settings, {}, "A-01", on(day)).cases)
    out += std::string(name_of(one.reason)) + ":" + one.source_id + " ";
  return out;
}

std::string closed(CallBook& book) {
  std::string out;
  for (const auto& one : store::cases(book.store, store::find_account(book.store, "A-01")->account))
    if (one.state == CaseState::closed) out += one.facts.source_id + "=" + one.closed_why + " ";
  return out;
}

template <class Record>
void tell(CallBook& book, EventKind kind, const Record& record, std::string_view account_id = "A-01") {
  Event event;
  event.line = 1;
  event.account_id = account_id;
  event.kind = kind;
  event.at = *parse_moment("2026-11-23T10:00:00+01:00");
  event.record = record;
  pipeline::record_events(book.store, book.settings, {}, {&event, 1}, {});
}

}  // namespace

TEST_CASE("A person's own case ends with his objection, and nobody's case when all refuse") {
  auto book = people_there();
  CHECK(why(book.build(), marketing()).empty());
  const auto objecting = [](std::string_view who, std::string_view second = "") {
    auto there = people_there();
    auto snapshot = there.build();
    for (auto& contact : snapshot.contacts)
      if (contact.id == who || contact.id == second) contact.objected_on = on("2026-11-01");
    return std::pair(why(snapshot, marketing()), why(snapshot, marketing("C1")));
  };
  CHECK(objecting("C1") == std::pair<std::string, std::string>("", "objection"));
  CHECK(objecting("C2") == std::pair<std::string, std::string>("", ""));
  // The account's own number has not objected: somebody may still be asked.
  CHECK(objecting("C1", "C2").first.empty());
  auto whole = people_there();
  whole.contact("A-01", [](Contact& contact) { contact.objected_on = on("2026-11-01"); });
  CHECK(why(whole.build(), marketing()) == "objection");
  CHECK(why(whole.build(), marketing("C2")) == "objection");
}

TEST_CASE("A do-not-call ends a case only where everybody keeps the telephone shut") {
  auto book = people_there();
  auto one = book.build();
  one.contacts[0].do_not_call = true;
  CHECK(why(one, marketing("C1")).empty());
  book.account().do_not_call = true;
  CHECK(why(book.build(), marketing("C1")) == "do_not_call");
}

TEST_CASE("What was asked for and service stand after an objection; a younger opt-in lifts it") {
  auto book = people_there();
  std::vector<Consent> consents(1);
  consents[0].purpose = "marketing";
  consents[0].channel = "voice";
  consents[0].given_on = on("2026-11-02");
  auto snapshot = book.build();
  snapshot.contacts[0].objected_on = on("2026-11-01");
  auto found = marketing("C1");
  CHECK(why(snapshot, found) == "objection");
  snapshot.contacts[0].consents = {consents, true};
  CHECK(why(snapshot, found).empty());
  snapshot.contacts[0].objected_on = on("2026-11-03");
  found.purpose = Purpose::service;
  CHECK(why(snapshot, found).empty());
  found.purpose = Purpose::asked;
  found.asked_until = on(today);
  CHECK(why(snapshot, found).empty());
  CHECK(why(snapshot, found, "2026-11-24") == "objection");
}

TEST_CASE("On every path an objection closes the account's marketing at once and leaves service alone") {
  CallBook book;
  book.company("A-01", "2026-08-01", 400'00, much_to_call_about);
  REQUIRE(open_now(book) == "problem:inquiry-1 quote:quote-1 quote:quote-2 dormant: ");
  const std::string service = "problem:inquiry-1 ";
  SECTION("by a snapshot") {
    book.company("A-01", "2026-08-01", 400'00, [](SnapshotBuilder& it) {
      much_to_call_about(it);
      it.contact("A-01", [](Contact& contact) { contact.objected_on = on(today); });
    });
  }
  SECTION("by an event about the account") { tell(book, EventKind::objection, Objection{}); }
  SECTION("by a snapshot without a list of contacts, after an event") {
    tell(book, EventKind::objection, Objection{});
    book.company("A-01", "2026-08-01", 400'00, much_to_call_about);
  }
  SECTION("by a merge with an account that objected") {
    book.company("A-02", "");
    tell(book, EventKind::objection, Objection{}, "A-02");
    tell(book, EventKind::account_merged, AccountMerged{"A-02"});
  }
  CHECK(open_now(book) == service);
  CHECK(open_now(book, "2026-12-10") == service);
  CHECK(closed(book) == "quote-1=objection quote-2=objection ");
  CHECK(calls(book.plan()).find("quote") == std::string::npos);
}

TEST_CASE("A person's objection closes what is his, on every path") {
  CallBook book;
  book.company("A-01", "2026-08-01", 400'00, much_to_call_about);
  SECTION("by a snapshot") {
    book.company("A-01", "2026-08-01", 400'00, [](SnapshotBuilder& it) {
      much_to_call_about(it);
      it.contact("C2", [](Contact&) {});
      auto snapshot = it.build();
      snapshot.contacts[0].objected_on = on(today);
    });
  }
  SECTION("by an event") { tell(book, EventKind::objection, Objection{"C1", std::nullopt}); }
  CHECK(open_now(book) == "problem:inquiry-1 quote:quote-1 dormant: ");
  CHECK(closed(book) == "quote-2=objection ");
}

TEST_CASE("A do-not-call closes calls by snapshot or event, and opens again what a host lifts") {
  CallBook book;
  const auto silenced = [&](std::optional<bool> told) {
    return [told](SnapshotBuilder& it) {
      much_to_call_about(it);
      it.account().do_not_call = told;
    };
  };
  book.company("A-01", "2026-08-01", 400'00, much_to_call_about);
  SECTION("by an event, which no snapshot lifts") {
    tell(book, EventKind::do_not_call, DoNotCall{});
    CHECK(open_now(book) == "problem:inquiry-1 ");
    book.company("A-01", "2026-08-01", 400'00, silenced(false));
    CHECK(closed(book) == "quote-1=do_not_call quote-2=do_not_call ");
  }
  SECTION("by a snapshot, which a later one lifts") {
    book.company("A-01", "2026-08-01", 400'00, silenced(true));
    CHECK(open_now(book) == "problem:inquiry-1 ");
    SnapshotBuilder later("A-01", "2026-11-24");
    later.account().person_kind = PersonKind::legal;
    later.account().phone = "020-1234501";
    silenced(false)(later);
    pipeline::save(book.store, book.settings, {}, later.build());
    CHECK(open_now(book, "2026-11-24") == "problem:inquiry-1 quote:quote-1 quote:quote-2 ");
  }
}

TEST_CASE("A quote sent after the objection opens no case, unless it was asked for") {
  CallBook book;
  const auto objected = [](bool requested) {
    return [requested](SnapshotBuilder& it) {
      it.contact("A-01", [](Contact& contact) { contact.objected_on = on("2026-11-01"); });
      it.quote("2026-11-10", 1000'00, [&](Quote& quote) { quote.requested = requested; });
    };
  };
  book.company("A-01", "2026-11-01", 400'00, objected(false));
  CHECK(open_now(book).empty());
  book.company("A-02", "2026-11-01", 400'00, objected(true));
  CHECK(pipeline::get(book.store, settings, {}, "A-02", on(today)).cases.size() == 1);
}
