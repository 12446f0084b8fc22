#include "plugin/rules/permission.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

constexpr Date on(int y, unsigned m, unsigned d) {
  return Date{std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)};
}
constexpr Date today = on(2026, 11, 23);
constexpr Date exception_end = on(2026, 7, 1);

PermissionQuery query() {
  PermissionQuery q;
  q.country = "NL";
  q.person = PersonKind::natural;
  q.day = today;
  q.nl_customer_exception_end = exception_end;
  return q;
}
std::string told(const PermissionQuery& q) {
  const auto found = permission_of(q);
  return found.rule + " " + std::string(name_of(found.allowed));
}

}  // namespace

TEST_CASE("A dormant company may be called, a dormant sole trader only with an opt-in") {
  auto q = query();
  q.relation = Relation::customer;
  CHECK(told(q) == "NL9 no");
  q.consent_on = on(2026, 1, 1);
  CHECK(told(q) == "NL6 allowed");
  q.consent_on.reset();
  q.person = PersonKind::legal;
  CHECK(told(q) == "NL5 allowed");
}

TEST_CASE("The exception for customers ends on 1 July 2026 for the telephone, not for mail") {
  auto q = query();
  q.relation = Relation::customer;
  q.opt_out_offered_on = on(2026, 1, 1);
  q.day = on(2026, 6, 30);
  CHECK(told(q) == "NL7 allowed");
  q.day = on(2026, 7, 1);
  CHECK(told(q) == "NL8 no");
  q.channel = LawChannel::mail;
  CHECK(told(q) == "NL8 allowed");
  q.channel = LawChannel::voice;
  q.nl_customer_exception_end = on(2027, 1, 1);
  CHECK(told(q) == "NL7 allowed");
}

TEST_CASE("A question may be called back on its own subject by anybody's law") {
  auto q = query();
  q.purpose = Purpose::asked;
  CHECK(told(q) == "NL4 allowed");
  q.purpose = Purpose::service;
  CHECK(told(q) == "NL3 allowed");
}

TEST_CASE("After an objection only service and a younger request remain") {
  auto q = query();
  q.person = PersonKind::legal;
  q.objected_on = on(2026, 10, 1);
  CHECK(told(q) == "NL1 no");
  q.purpose = Purpose::service;
  CHECK(told(q) == "NL3 allowed");
  q.purpose = Purpose::asked;
  q.asked_on = on(2026, 10, 1);
  CHECK(told(q) == "NL1 no");
  q.asked_on = on(2026, 10, 2);
  CHECK(told(q) == "NL4 allowed");
  q.asked_on.reset();
  CHECK(told(q) == "NL1 no");
}

TEST_CASE("A consent lifts an objection only when it is younger") {
  auto q = query();
  q.objected_on = on(2026, 10, 1);
  q.consent_on = on(2026, 10, 1);
  CHECK(told(q) == "NL1 no");
  q.consent_on = on(2026, 10, 2);
  CHECK(told(q) == "NL6 allowed");
}

TEST_CASE("Do not call binds the telephone only") {
  auto q = query();
  q.person = PersonKind::legal;
  q.relation = Relation::customer;
  q.do_not_call = true;
  CHECK(told(q) == "NL1 no");
  q.channel = LawChannel::mail;
  CHECK(told(q) == "NL5 allowed");
}

TEST_CASE("A country without a pack allows companies that are customers, and nobody else") {
  auto q = query();
  q.country = "JP";
  q.purpose = Purpose::asked;
  CHECK(told(q) == "XX3 no");
  q.person = PersonKind::legal;
  CHECK(told(q) == "XX3 no");
  q.relation = Relation::customer;
  CHECK(told(q) == "XX2 allowed");
  q.objected_on = today;
  CHECK(told(q) == "XX1 no");
}

TEST_CASE("An opt-in holds when it is ours, for this channel, given, not expired and not withdrawn") {
  Consent good;
  good.purpose = "marketing";
  good.channel = "voice";
  good.given_on = on(2026, 1, 1);
  const auto holds = [](const Consent& consent, LawChannel channel = LawChannel::voice) {
    const std::array all{consent};
    return opt_in_on(all, channel, today);
  };
  CHECK(holds(good) == on(2026, 1, 1));
  CHECK_FALSE(holds(good, LawChannel::mail));
  auto other = good;
  other.channel = "email";
  CHECK_FALSE(holds(other));
  CHECK(holds(other, LawChannel::mail));
  other = good, other.channel = "";
  CHECK_FALSE(holds(other));
  other = good, other.subject = "crane inspections";
  CHECK_FALSE(holds(other));
  {
    const std::array all{other};
    CHECK(opt_in(all, LawChannel::voice, today, "crane inspections")->given == on(2026, 1, 1));
    CHECK_FALSE(opt_in(all, LawChannel::voice, today, {}, true));
  }
  other = good, other.channel = "dm";
  CHECK(holds(other, LawChannel::linkedin));
  CHECK_FALSE(holds(other, LawChannel::whatsapp));
  other.channel = "linkedin";
  CHECK(holds(other, LawChannel::linkedin));
  CHECK_FALSE(holds(other, LawChannel::facebook));
  other = good, other.party = "us";
  CHECK(holds(other));
  other = good, other.party = "a list broker";
  CHECK_FALSE(holds(other));
  other = good, other.purpose = "newsletter";
  CHECK_FALSE(holds(other));
  other = good, other.given_on.reset();
  CHECK_FALSE(holds(other));
  other = good, other.given_on = today + days{1};
  CHECK_FALSE(holds(other));
  other = good, other.expires_on = today;
  CHECK(holds(other));
  other = good, other.expires_on = today - days{1};
  CHECK_FALSE(holds(other));
  other = good, other.withdrawn_on = today;
  CHECK_FALSE(holds(other));
  other = good, other.withdrawn_on = today + days{1};
  CHECK(holds(other));
}

TEST_CASE("A customer is one who ordered less than three years ago") {
  std::vector<Order> orders(1);
  Snapshot snapshot;
  CHECK(relation_of(snapshot, today) == Relation::none);
  snapshot.orders = {orders, true};
  orders[0].date = on(2023, 11, 23);
  CHECK(relation_of(snapshot, today) == Relation::customer);
  orders[0].date = on(2023, 11, 22);
  CHECK(relation_of(snapshot, today) == Relation::past);
  orders[0].date = today + days{1};
  CHECK(relation_of(snapshot, today) == Relation::none);
  orders[0].date = on(2021, 3, 1);
  CHECK(relation_of(snapshot, on(2024, 2, 29)) == Relation::customer);
  orders[0].date = on(2021, 2, 27);
  CHECK(relation_of(snapshot, on(2024, 2, 29)) == Relation::past);
}

TEST_CASE(
    "Hints: no selling outside marketing, offer the objection to natural persons, ask for an opt-in "
    "inbound") {
  auto q = query();
  q.consent_on = on(2026, 1, 1);
  CHECK(hints_of(q, false) == CallHints{true, true, false});
  CHECK(hints_of(q, true) == CallHints{true, false, false});
  q.consent_on.reset();
  CHECK(hints_of(q, false) == CallHints{});
  CHECK(hints_of(q, true) == CallHints{true, false, true});
  q.person = PersonKind::legal;
  CHECK(hints_of(q, false) == CallHints{true, false, false});
  for (auto purpose : {Purpose::asked, Purpose::service}) {
    q.purpose = purpose;
    CHECK(hints_of(q, false) == CallHints{});
  }
  q.objected_on = today;
  CHECK(hints_of(q, true) == CallHints{});
}

TEST_CASE("Caps count marketing calls of the day, seven days and thirty days, and bind marketing only") {
  auto q = query();
  q.consent_on = on(2026, 1, 1);
  q.marketing_calls = {today - days{1}, today - days{6}};
  CHECK(told(q) == "NL6 allowed");
  q.marketing_calls.push_back(today - days{7});
  CHECK(told(q) == "NL6 allowed");
  q.marketing_calls.push_back(today - days{29});
  CHECK(told(q) == "NL6a not_now");
  q.marketing_calls.back() = today - days{30};
  CHECK(told(q) == "NL6 allowed");
  q.marketing_calls = {today};
  CHECK(told(q) == "NL6a not_now");
  q.purpose = Purpose::service;
  CHECK(told(q) == "NL3 allowed");
}

TEST_CASE("A German consent is proven for five years after it was given or last used") {
  auto q = query();
  q.country = "DE";
  q.consent_on = on(2021, 11, 23);
  CHECK(told(q) == "DE8 no");
  q.documented_on = q.consent_on;
  CHECK(told(q) == "DE7 allowed");
  q.documented_on = q.consent_on = on(2021, 11, 22);
  CHECK(told(q) == "DE8 no");
  q.consent_used_on = on(2024, 1, 1);
  CHECK(told(q) == "DE7 allowed");
}

TEST_CASE("France asks for an opt-in or a contract from 11 August 2026, and rests 60 days after a no") {
  auto q = query();
  q.country = "FR";
  q.day = on(2026, 8, 10);
  q.dnc_checked_on = on(2026, 8, 1);
  CHECK(told(q) == "FR9 allowed");
  q.day = on(2026, 8, 11);
  CHECK(told(q) == "FR10 no");
  q.fr_opt_in_from = on(2026, 8, 12);
  CHECK(told(q) == "FR9 allowed");
  q.fr_opt_in_from = on(2026, 8, 11);
  q.contract_until = q.day;
  CHECK(told(q) == "FR8 allowed");
  q.not_interested_on = q.day - days{60};
  CHECK(told(q) == "FR6 not_now");
  q.not_interested_on = q.day - days{61};
  CHECK(told(q) == "FR8 allowed");
}
