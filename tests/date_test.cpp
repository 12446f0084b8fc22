#include "plugin/base/date.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

using namespace rendabel;

namespace {
Date day(std::string_view text) { return *parse_date(text); }
Date in(std::string_view country, std::string_view moment) {
  return local_day(*parse_moment(moment), country);
}
}  // namespace

TEST_CASE("A day that exists is read and printed as it was written") {
  for (const auto* text : {"2026-11-23", "2024-02-29", "1900-01-01", "2200-12-31"})
    CHECK(to_text(day(text)) == text);
}

TEST_CASE("A day that does not exist, or is written otherwise, is none") {
  for (const auto* text : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
                           "1899-12-31", "2201-01-01", "2026-1-01", "2026/01/01", "20260101", "2026-01-01 ",
                           "2026-01-01T00:00:00Z", "0000-00-00", "202a-01-01"})
    CHECK_FALSE(parse_date(text));
}

TEST_CASE("A time needs an offset and keeps the one it was written with") {
  CHECK(to_text(*parse_moment("2026-11-23T09:30:00+01:00")) == "2026-11-23T09:30:00+01:00");
  CHECK(to_text(*parse_moment("2026-11-23T09:30:59.999Z")) == "2026-11-23T09:30:59+00:00");
  CHECK(to_text(*parse_moment("2026-11-23T00:15:00-05:30")) == "2026-11-23T00:15:00-05:30");
  CHECK(*parse_moment("2026-11-23T09:30:00+01:00") == *parse_moment("2026-11-23T08:30:00Z"));
  CHECK(*parse_moment("2026-12-31T23:59:60Z") == *parse_moment("2027-01-01T00:00:00Z"));
  for (const auto* text :
       {"2026-11-23T09:30:00", "2026-11-23", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
        "2026-11-23T09:30Z", "2026-11-23T09:30:00+1:00", "2026-11-23T09:30:00+24:00", "2026-11-23T09:30:00.Z",
        "2026-02-30T09:30:00Z", "2026-11-23T09:30:00ZZ", "2026-11-23T09:30:00+01"})
    CHECK_FALSE(parse_moment(text));
}

TEST_CASE("A moment's day is the country's own, in summer and in winter") {
  CHECK(in("NL", "2026-11-22T22:59:59Z") == day("2026-11-22"));
  CHECK(in("NL", "2026-11-22T23:00:00Z") == day("2026-11-23"));
  CHECK(in("NL", "2026-07-01T21:59:59Z") == day("2026-07-01"));
  CHECK(in("NL", "2026-07-01T22:00:00Z") == day("2026-07-02"));
  CHECK(in("GB", "2026-11-22T23:59:59Z") == day("2026-11-22"));
  CHECK(in("FI", "2026-11-22T22:00:00Z") == day("2026-11-23"));
  CHECK(in("IS", "2026-07-01T23:59:59Z") == day("2026-07-01"));
}

TEST_CASE("Summer time begins and ends at one o'clock UTC on the last Sundays of March and October") {
  // 2026: 29 March and 25 October. Iceland's clock stands still, Portugal's goes along.
  CHECK(in("PT", "2026-03-28T23:59:59Z") == day("2026-03-28"));
  CHECK(in("PT", "2026-03-29T23:00:00Z") == day("2026-03-30"));
  CHECK(in("PT", "2026-10-24T23:00:00Z") == day("2026-10-25"));
  CHECK(in("PT", "2026-10-25T23:59:59Z") == day("2026-10-25"));
  // A country of UTC+2 is a day further at 22:00 in winter, at 21:00 in summer.
  CHECK(in("FI", "2026-03-28T21:30:00Z") == day("2026-03-28"));
  CHECK(in("FI", "2026-03-29T21:30:00Z") == day("2026-03-30"));
  CHECK(in("FI", "2026-10-25T21:30:00Z") == day("2026-10-25"));
}

TEST_CASE("Working days are Monday to Friday") {
  CHECK(is_working_day(day("2026-11-23")));
  CHECK(is_working_day(day("2026-11-27")));
  CHECK_FALSE(is_working_day(day("2026-11-28")));
  CHECK_FALSE(is_working_day(day("2026-11-29")));
  CHECK(add_working_days(day("2026-11-27"), 1) == day("2026-11-30"));
  CHECK(add_working_days(day("2026-11-27"), 0) == day("2026-11-27"));
  CHECK(add_working_days(day("2026-11-28"), 0) == day("2026-11-30"));
  CHECK(add_working_days(day("2026-11-28"), 1) == day("2026-11-30"));
  CHECK(add_working_days(day("2026-11-28"), 5) == day("2026-12-04"));
  CHECK(add_working_days(day("2026-11-23"), 5) == day("2026-11-30"));
  CHECK(working_days_between(day("2026-11-23"), day("2026-11-30")) == 5);
  CHECK(working_days_between(day("2026-11-27"), day("2026-11-29")) == 0);
  CHECK(working_days_between(day("2026-11-29"), day("2026-11-30")) == 1);
  CHECK(working_days_between(day("2026-11-30"), day("2026-11-23")) == 0);
}

TEST_CASE("The n-th working day is n working days away, counted one by one") {
  CHECK(rc::check([] {
    const Date from{days{*rc::gen::inRange(-20'000, 60'000)}};
    const int n = *rc::gen::inRange(1, 60);
    Date day = from;
    for (int left = n; left > 0;) {
      day += days{1};
      if (is_working_day(day)) --left;
    }
    RC_ASSERT(add_working_days(from, n) == day);
    RC_ASSERT(working_days_between(from, day) == n);
  }));
}

TEST_CASE("Every day comes back from its text") {
  CHECK(rc::check([] {
    const Date day{days{*rc::gen::inRange(-25'567, 84'000)}};
    RC_ASSERT(parse_date(to_text(day)) == day);
  }));
}

TEST_CASE("A window is 365 days up to and with as_of") {
  const Window now = window(day("2026-11-23"), 0), before = window(day("2026-11-23"), 1);
  CHECK(to_text(now.first) == "2025-11-24");
  CHECK(now.contains(day("2026-11-23")));
  CHECK_FALSE(now.contains(day("2026-11-24")));
  CHECK(before.last + days{1} == now.first);
}

TEST_CASE("Local time follows the clocks of the country, on the days that they change too") {
  const auto clock = [](std::string_view country, std::string_view moment) {
    const auto here = local_time(*parse_moment(moment), country);
    return to_text(here.day) + " " + std::to_string(here.minute);
  };
  CHECK(clock("NL", "2026-03-29T00:59:59Z") == "2026-03-29 119");
  CHECK(clock("NL", "2026-03-29T01:00:00Z") == "2026-03-29 180");
  CHECK(clock("UK", "2026-03-29T00:59:59Z") == "2026-03-29 59");
  CHECK(clock("UK", "2026-03-29T01:00:00Z") == "2026-03-29 120");
  CHECK(clock("NL", "2026-10-25T00:59:59Z") == "2026-10-25 179");
  CHECK(clock("NL", "2026-10-25T01:00:00Z") == "2026-10-25 120");
  CHECK(clock("GR", "2026-11-23T22:30:00Z") == "2026-11-24 30");
}

TEST_CASE("A local time becomes its moment: skipped ones an hour on, doubled ones the second time") {
  const auto told = [](std::string_view on, std::int32_t minute) {
    return to_text(moment_at(day(on), minute, "NL"));
  };
  CHECK(told("2026-11-23", 540) == "2026-11-23T09:00:00+01:00");
  CHECK(told("2026-07-01", 540) == "2026-07-01T09:00:00+02:00");
  CHECK(told("2026-03-29", 150) == "2026-03-29T03:30:00+02:00");
  CHECK(told("2026-10-25", 150) == "2026-10-25T02:30:00+01:00");
  CHECK(rc::check([] {
    const Moment at{*rc::gen::inRange<std::int64_t>(1'600'000'000, 2'000'000'000) / 60 * 60, 0};
    const auto here = local_time(at, "NL");
    const auto back = moment_at(here.day, here.minute, "NL").utc_seconds;
    RC_ASSERT(back == at.utc_seconds || back == at.utc_seconds + 3600);
  }));
}
