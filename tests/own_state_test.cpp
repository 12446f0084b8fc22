// How own state is merged: the later date wins, of the same day the stricter, and absence lifts nothing.
#include "plugin/store/own_state.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using store::Learnt;
using store::OwnState;
using test::on;

namespace {

/// A snapshot with one contact, changed by `change`.
template <class Change>
OwnState told(OwnState known, std::string_view as_of, Change change) {
  test::SnapshotBuilder book("A1", as_of);
  book.contact("C1", change);
  return store::merged(std::move(known), book.build());
}

OwnState told_account(OwnState known, std::string_view as_of, std::optional<bool> do_not_call) {
  test::SnapshotBuilder book("A1", as_of);
  book.account().do_not_call = do_not_call;
  return store::merged(std::move(known), book.build());
}

OwnState told_consent(OwnState known, Consent consent) {
  std::vector<Consent> consents{consent};
  return told(std::move(known), "2026-11-23", [&](Contact& contact) { contact.consents = {consents, true}; });
}

Consent opt_in(std::optional<Date> given_on, std::optional<Date> withdrawn_on = std::nullopt) {
  Consent consent;
  consent.purpose = "marketing";
  consent.channel = "voice";
  consent.given_on = given_on;
  consent.withdrawn_on = withdrawn_on;
  return consent;
}

OwnState told_remedy(OwnState known, std::string_view date, RemedyStatus status) {
  test::SnapshotBuilder book("A1", "2026-11-23");
  std::vector<Remedy> remedies{{"R1", "reset_discount", on(date), status}};
  auto snapshot = book.build();
  snapshot.remedies = {remedies, true};
  return store::merged(std::move(known), snapshot);
}

}  // namespace

TEST_CASE("a snapshot that says nothing keeps nothing") {
  REQUIRE(told({}, "2026-11-23", [](Contact&) {}) == OwnState{});
  REQUIRE(told_account({}, "2026-11-23", false) == OwnState{});
}

TEST_CASE("an objection keeps its latest day and is never lifted by absence") {
  auto known = told({}, "2026-11-23", [](Contact& contact) { contact.objected_on = on("2026-03-01"); });
  known = told(known, "2026-11-24", [](Contact&) {});
  REQUIRE(known.contacts.at(0).objected_on == on("2026-03-01"));
  known = told(known, "2026-11-25", [](Contact& contact) { contact.objected_on = on("2026-02-01"); });
  REQUIRE(known.contacts.at(0).objected_on == on("2026-03-01"));
  known = told(known, "2026-11-26", [](Contact& contact) { contact.objected_on = on("2026-04-01"); });
  REQUIRE(known.contacts.at(0).objected_on == on("2026-04-01"));
}

TEST_CASE("checks and offered opt-outs keep their latest day") {
  auto known = told({}, "2026-11-23", [](Contact& contact) {
    contact.opt_out_offered_on = on("2026-05-01");
    contact.dnc_checked_on = on("2026-06-02");
    contact.tps_checked_on = on("2026-06-03");
  });
  known = told(known, "2026-11-24", [](Contact& contact) { contact.dnc_checked_on = on("2026-06-01"); });
  const auto& row = known.contacts.at(0);
  REQUIRE(row.opt_out_offered_on == on("2026-05-01"));
  REQUIRE(row.dnc_checked_on == on("2026-06-02"));
  REQUIRE(row.tps_checked_on == on("2026-06-03"));
}

TEST_CASE("a snapshot's do-not-call is lifted by a later explicit false only") {
  const auto silent = told_account({}, "2026-11-23", true);
  REQUIRE(silent.contacts.at(0).do_not_call);
  REQUIRE(silent.contacts.at(0).do_not_call_on == on("2026-11-23"));
  REQUIRE(told_account(silent, "2026-11-24", std::nullopt).contacts.at(0).do_not_call);
  REQUIRE(told_account(silent, "2026-11-23", false).contacts.at(0).do_not_call);
  REQUIRE(told_account(silent, "2026-11-22", false).contacts.at(0).do_not_call);
  const auto lifted = told_account(silent, "2026-11-24", false);
  REQUIRE_FALSE(lifted.contacts.at(0).do_not_call);
  REQUIRE_FALSE(told_account(lifted, "2026-11-23", true).contacts.at(0).do_not_call);
  REQUIRE(told_account(lifted, "2026-11-24", true).contacts.at(0).do_not_call);
}

TEST_CASE("what an event or a call learnt no snapshot lifts") {
  for (const auto learnt : {Learnt::event, Learnt::outcome, Learnt::erased}) {
    OwnState known;
    store::merge_refusal(known, "C1", std::nullopt, on("2026-01-01"), learnt);
    const auto after = told(known, "2026-11-24", [](Contact& contact) { contact.do_not_call = false; });
    REQUIRE(after.contacts.at(0).do_not_call);
  }
}

TEST_CASE("a do-not-call that a snapshot set and an event confirmed stays") {
  auto known = told({}, "2026-11-23", [](Contact& contact) { contact.do_not_call = true; });
  store::merge_refusal(known, "C1", std::nullopt, on("2026-11-01"), Learnt::event);
  known = told(known, "2026-11-24", [](Contact& contact) { contact.do_not_call = false; });
  REQUIRE(known.contacts.at(0).do_not_call);
}

TEST_CASE("a consent without any day is no consent") {
  REQUIRE(told_consent({}, opt_in(std::nullopt)).consents.empty());
}

TEST_CASE("a withdrawn consent stays withdrawn until a later one is given") {
  auto known = told_consent({}, opt_in(on("2026-01-01"), on("2026-02-01")));
  known = told_consent(known, opt_in(on("2026-01-01")));
  REQUIRE(known.consents.at(0).withdrawn_on == on("2026-02-01"));
  SECTION("given on the day of the withdrawal, the stricter holds") {
    known = told_consent(known, opt_in(on("2026-02-01")));
    REQUIRE(known.consents.at(0).withdrawn_on == on("2026-02-01"));
  }
  SECTION("given a day later, it holds") {
    known = told_consent(known, opt_in(on("2026-02-02")));
    REQUIRE(known.consents.at(0).given_on == on("2026-02-02"));
    REQUIRE_FALSE(known.consents.at(0).withdrawn_on);
  }
}

TEST_CASE("an old withdrawal does not undo a younger consent") {
  auto known = told_consent({}, opt_in(on("2026-05-01")));
  known = told_consent(known, opt_in(on("2026-01-01"), on("2026-02-01")));
  REQUIRE(known.consents.at(0).given_on == on("2026-05-01"));
  REQUIRE_FALSE(known.consents.at(0).withdrawn_on);
}

TEST_CASE("of two ends told for one consent the earlier holds") {
  auto first = opt_in(on("2026-01-01"));
  first.expires_on = on("2027-01-01");
  auto known = told_consent({}, first);
  known = told_consent(known, opt_in(on("2026-01-01")));
  REQUIRE(known.consents.at(0).expires_on == on("2027-01-01"));
  first.expires_on = on("2026-12-01");
  known = told_consent(known, first);
  REQUIRE(known.consents.at(0).expires_on == on("2026-12-01"));
}

TEST_CASE("a withdrawal that names no channel reaches every channel, in whatever order they come") {
  Consent all;
  all.purpose = "marketing";
  all.withdrawn_on = on("2026-06-01");
  for (const bool withdrawn_first : {false, true}) {
    auto known = told_consent({}, withdrawn_first ? all : opt_in(on("2026-05-01")));
    known = told_consent(known, withdrawn_first ? opt_in(on("2026-05-01")) : all);
    REQUIRE(known.consents.size() == 2);
    for (const auto& row : known.consents) REQUIRE(row.withdrawn_on == on("2026-06-01"));
  }
}

TEST_CASE("a remedy's later answer holds, of the same day the stricter") {
  auto known = told_remedy({}, "2026-05-01", RemedyStatus::offered);
  known = told_remedy(known, "2026-05-01", RemedyStatus::refused);
  REQUIRE(known.remedies.at(0).status == RemedyStatus::refused);
  known = told_remedy(known, "2026-04-01", RemedyStatus::accepted);
  REQUIRE(known.remedies.at(0).status == RemedyStatus::refused);
  known = told_remedy(known, "2026-06-01", RemedyStatus::accepted);
  REQUIRE(known.remedies.at(0).status == RemedyStatus::accepted);
}

TEST_CASE("what is judged carries what is known of people") {
  OwnState known;
  store::merge_refusal(known, "", std::nullopt, on("2026-01-01"), Learnt::event);
  store::merge_refusal(known, "C1", on("2026-02-01"), std::nullopt, Learnt::event);
  store::merge_refusal(known, "A1", on("2026-03-01"), std::nullopt, Learnt::erased);
  known = told_consent(known, opt_in(on("2026-01-01")));
  known = told_remedy(known, "2026-05-01", RemedyStatus::refused);
  test::SnapshotBuilder book("A1", "2026-11-23");
  book.account().phone = "020 123 45 67";
  book.contact("C1").contact("C2");
  Arena arena;
  const auto judged = store::applied(book.build(), known, arena);
  REQUIRE(judged.account.do_not_call == true);
  REQUIRE(judged.contacts.size() == 3);
  REQUIRE(judged.contacts[0].objected_on == on("2026-02-01"));
  REQUIRE(judged.contacts[0].consents.size() == 1);
  REQUIRE_FALSE(judged.contacts[1].objected_on);
  REQUIRE(judged.contacts[2].id == "A1");
  REQUIRE(judged.contacts[2].phone == "020 123 45 67");
  REQUIRE(judged.contacts[2].objected_on == on("2026-03-01"));
  REQUIRE(judged.remedies.size() == 1);
}
