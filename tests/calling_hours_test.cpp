#include "plugin/rules/calling_hours.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "plugin/rules/permission.hpp"

using namespace rendabel;
using namespace rendabel::rules;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }
Moment at(std::string_view text) { return parse_moment(text).value(); }

std::string told(const std::vector<MinuteWindow>& windows) {
  std::string out;
  for (const auto& each : windows) out += std::to_string(each.from) + "-" + std::to_string(each.to) + " ";
  return out;
}
std::string legal(std::string_view country, std::string_view on, PersonKind person = PersonKind::natural) {
  return told(legal_windows(country, person, day(on), {}));
}

PermissionQuery query(std::string_view country = "NL") {
  PermissionQuery q;
  q.country = country;
  q.person = PersonKind::legal;
  q.relation = Relation::customer;
  q.dnc_checked_on = q.tps_checked_on = day("2026-11-20");
  q.consent_on = q.documented_on = day("2026-01-01");
  q.office.country = "NL";
  q.day = day("2026-11-23");
  return q;
}
std::string told_at(const PermissionQuery& q, std::string_view moment) {
  const auto found = permission_of(on_moment(q, at(moment)));
  return found.rule + " " + std::string(name_of(found.allowed));
}
std::string next(const PermissionQuery& q, std::string_view from) {
  const auto found = next_allowed(q, at(from));
  return found ? to_text(*found) : "never";
}

}  // namespace

TEST_CASE(
    "Dutch hours are 9 to 22 on working days and 10 to 16 on Saturdays, never on Sundays and holidays") {
  CHECK(legal("NL", "2026-11-23") == "540-1320 ");
  CHECK(legal("NL", "2026-11-28") == "600-960 ");
  CHECK(legal("NL", "2026-11-29").empty());
  CHECK(legal("NL", "2026-12-25").empty());
  CHECK(legal("NL", "2026-05-04") == "540-1110 ");
  CHECK(legal("NL", "2025-12-05") == "540-1110 ");
  CHECK(legal("NL", "2026-12-24") == "540-1110 ");
  CHECK(legal("NL", "2026-12-05") == "600-960 ");  // a Saturday ends earlier by itself
}

TEST_CASE("Belgium and France have hours of their own, France for natural and unknown persons only") {
  CHECK(legal("BE", "2026-11-23") == "540-1140 ");
  CHECK(legal("BE", "2026-11-28").empty());
  CHECK(legal("FR", "2026-11-23") == "600-780 840-1200 ");
  CHECK(legal("FR", "2026-11-23", PersonKind::unknown) == "600-780 840-1200 ");
  CHECK(legal("FR", "2026-11-28").empty());
  CHECK(legal("FR", "2026-11-23", PersonKind::legal) == "540-1320 ");
  CHECK(legal("JP", "2026-11-23") == "540-1320 ");
}

TEST_CASE("The office window narrows the hours, but not for a call agreed for that very time") {
  auto q = query();
  CHECK(told_at(q, "2026-11-23T08:59:00+01:00") == "NL2 not_now");
  CHECK(told_at(q, "2026-11-23T09:00:00+01:00") == "NL5 allowed");
  CHECK(told_at(q, "2026-11-23T17:29:59+01:00") == "NL5 allowed");
  CHECK(told_at(q, "2026-11-23T17:30:00+01:00") == "NL2 not_now");
  CHECK(told_at(q, "2026-11-28T11:00:00+01:00") == "NL2 not_now");
  q.purpose = Purpose::asked;
  CHECK(told_at(q, "2026-11-23T18:00:00+01:00") == "NL2 not_now");
  q.agreed_time = true;
  CHECK(told_at(q, "2026-11-23T21:59:00+01:00") == "NL4 allowed");
  CHECK(told_at(q, "2026-11-23T22:00:00+01:00") == "NL2 not_now");
  CHECK(told_at(q, "2026-11-28T11:00:00+01:00") == "NL4 allowed");
  CHECK(told_at(q, "2026-11-29T11:00:00+01:00") == "NL2 not_now");
  CHECK(told_at(q, "2026-12-24T18:29:00+01:00") == "NL4 allowed");
  CHECK(told_at(q, "2026-12-24T18:30:00+01:00") == "NL2 not_now");
}

TEST_CASE("Without a time of day only a day without any hour is not now") {
  auto q = query();
  CHECK(permission_of(q).rule == "NL5");
  q.day = day("2026-11-28");
  CHECK(permission_of(q).rule == "NL2");
  q.office.days[5] = true;
  CHECK(permission_of(q).rule == "NL5");
  q.day = day("2026-12-25");
  CHECK(permission_of(q).rule == "NL2");
  q.channel = LawChannel::mail;
  CHECK(permission_of(q).rule == "NL5");
}

TEST_CASE("Hours are those of the called country, the office window those of our own") {
  auto q = query("UK");
  CHECK(told_at(q, "2026-11-23T09:30:00+01:00") == "UK2 not_now");  // half past eight in London
  CHECK(told_at(q, "2026-11-23T10:00:00+01:00") == "UK6 allowed");
  q = query("GR");
  CHECK(told_at(q, "2026-11-23T09:00:00+01:00") == "XX2 allowed");  // ten in Athens
  CHECK(told_at(q, "2026-11-23T08:30:00+01:00") == "XX4 not_now");  // our office is closed
}

TEST_CASE("On the days on which clocks change the local hours hold") {
  auto q = query();
  q.office.days.fill(true);
  q.office.minutes = {0, 1440};
  // 28 March 2026 is a Saturday in winter time, Monday the 30th in summer time.
  CHECK(told_at(q, "2026-03-28T08:59:59Z") == "NL2 not_now");
  CHECK(told_at(q, "2026-03-28T09:00:00Z") == "NL5 allowed");
  CHECK(told_at(q, "2026-03-30T06:59:59Z") == "NL2 not_now");
  CHECK(told_at(q, "2026-03-30T07:00:00Z") == "NL5 allowed");
  CHECK(told_at(q, "2026-10-24T14:00:00Z") == "NL2 not_now");  // Saturday, 16:00 in summer time
  CHECK(told_at(q, "2026-10-26T07:59:59Z") == "NL2 not_now");
  CHECK(told_at(q, "2026-10-26T08:00:00Z") == "NL5 allowed");
  q.country = "UK";
  q.tps_checked_on = day("2026-03-20");
  CHECK(told_at(q, "2026-03-30T07:59:59Z") == "UK2 not_now");
  CHECK(told_at(q, "2026-03-30T08:00:00Z") == "UK6 allowed");
}

TEST_CASE("The next allowed time is the first minute that the law and the office leave open") {
  auto q = query();
  CHECK(next(q, "2026-11-23T10:15:30+01:00") == "2026-11-23T10:15:30+01:00");
  CHECK(next(q, "2026-11-23T17:30:00+01:00") == "2026-11-24T09:00:00+01:00");
  CHECK(next(q, "2026-11-27T18:00:00+01:00") == "2026-11-30T09:00:00+01:00");
  CHECK(next(q, "2026-12-24T20:00:00+01:00") == "2026-12-28T09:00:00+01:00");
  CHECK(next(q, "2026-03-27T23:00:00+01:00") == "2026-03-30T09:00:00+02:00");
  q.purpose = Purpose::asked;
  q.agreed_time = true;
  CHECK(next(q, "2026-11-27T22:30:00+01:00") == "2026-11-28T10:00:00+01:00");
  CHECK(next(q, "2026-11-28T16:00:00+01:00") == "2026-11-30T09:00:00+01:00");
  q.asked_until = day("2026-11-29");
  q.person = PersonKind::natural;
  q.consent_on.reset();
  CHECK(next(q, "2026-11-28T16:00:00+01:00") == "never");
}

TEST_CASE("A capped person is next allowed when the oldest call has gone out of the count") {
  auto q = query();
  q.person = PersonKind::natural;
  q.marketing_calls = {day("2026-11-23")};
  CHECK(next(q, "2026-11-23T11:00:00+01:00") == "2026-11-24T09:00:00+01:00");
  q.marketing_calls = {day("2026-11-17"), day("2026-11-19"), day("2026-11-20")};
  CHECK(next(q, "2026-11-23T11:00:00+01:00") == "2026-11-24T09:00:00+01:00");
  q.marketing_calls = {day("2026-11-02"), day("2026-11-09"), day("2026-11-16"), day("2026-11-20")};
  CHECK(next(q, "2026-11-23T11:00:00+01:00") == "2026-12-02T09:00:00+01:00");
  q.person = PersonKind::legal;
  CHECK(next(q, "2026-11-23T11:00:00+01:00") == "2026-11-23T11:00:00+01:00");
}

TEST_CASE("Whatever next_allowed answers is allowed, and nothing before it is") {
  for (const auto* country : {"NL", "BE", "DE", "AT", "UK", "FR", "JP"})
    for (auto person : {PersonKind::legal, PersonKind::natural})
      for (const auto* from :
           {"2026-12-23T16:50:00+01:00", "2026-03-27T17:10:00+01:00", "2026-11-23T12:30:00Z"}) {
        auto q = query(country);
        q.person = person;
        q.dnc_checked_on = q.tps_checked_on = local_day(at(from), country);
        const auto found = next_allowed(q, at(from));
        if (!found) {
          CHECK((q.country == "JP" && person == PersonKind::natural));
          continue;
        }
        CHECK(permission_of(on_moment(q, *found)).allowed == Allowed::allowed);
        CHECK(*found >= at(from));
        for (Moment each = at(from); each < *found; each.utc_seconds += 600)
          if (permission_of(on_moment(q, each)).allowed == Allowed::allowed) FAIL("an earlier time was open");
      }
}
