#include "plugin/base/holidays.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using namespace rendabel;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

/// All holidays of a year as "MM-DD …".
std::string year_of(int year, std::string_view country, const HolidayCustoms& customs = {}) {
  std::string out;
  const Date first{std::chrono::year{year} / 1 / 1}, last{std::chrono::year{year} / 12 / 31};
  for (Date each = first; each <= last; each += days{1})
    if (is_holiday(each, country, customs)) out += to_text(each).substr(5) + " ";
  return out;
}

}  // namespace

TEST_CASE("Easter Sunday falls where the church's tables have it") {
  // U.S. Naval Observatory, 'The Date of Easter'; 25 April is the latest day there is.
  for (const auto* known :
       {"1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"}) {
    const auto expected = day(known);
    CHECK(easter_sunday(std::chrono::year_month_day{expected}.year()) == expected);
  }
}

TEST_CASE("The holidays of 2026 are those of the calendars, in every country with a pack") {
  CHECK(year_of(2026, "NL") == "01-01 04-03 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26 ");
  CHECK(year_of(2026, "BE") == "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25 ");
  CHECK(year_of(2026, "DE") == "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26 ");
  CHECK(year_of(2026, "AT") ==
        "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26 ");
  CHECK(year_of(2026, "FR") == "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 ");
  CHECK(year_of(2026, "GB") == "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28 ");
  CHECK(year_of(2026, "UK") == year_of(2026, "GB"));
  CHECK(year_of(2026, "JP") == "01-01 12-25 12-26 ");
}

TEST_CASE("King's day moves to Saturday where 27 April is a Sunday") {
  CHECK(is_holiday(day("2025-04-26"), "NL"));
  CHECK_FALSE(is_holiday(day("2025-04-27"), "NL"));
  CHECK(is_holiday(day("2026-04-27"), "NL"));
  CHECK_FALSE(is_holiday(day("2026-04-26"), "NL"));
}

TEST_CASE("5 May is a holiday in years divisible by 5, or every year where the owner says so") {
  CHECK(is_holiday(day("2025-05-05"), "NL"));
  CHECK_FALSE(is_holiday(day("2026-05-05"), "NL"));
  CHECK(is_holiday(day("2026-05-05"), "NL", {.nl_liberation_day_every_year = true}));
  // Ascension Day stays one when it falls on 5 May.
  CHECK(easter_sunday(std::chrono::year{2016}) + days{39} == day("2016-05-05"));
  CHECK(is_holiday(day("2016-05-05"), "NL"));
}

TEST_CASE("Good Friday is a day without calls unless the owner says otherwise") {
  CHECK(is_holiday(day("2026-04-03"), "NL"));
  CHECK_FALSE(is_holiday(day("2026-04-03"), "NL", {.nl_good_friday_calls = true}));
  CHECK(is_holiday(day("2026-04-03"), "DE", {.nl_good_friday_calls = true}));
}

TEST_CASE("A British holiday at a weekend is kept on the working day after it") {
  CHECK(is_holiday(day("2022-01-03"), "GB"));  // 1 January 2022 was a Saturday
  CHECK(is_holiday(day("2023-01-02"), "GB"));  // a Sunday
  CHECK_FALSE(is_holiday(day("2023-01-03"), "GB"));
  CHECK(is_holiday(day("2021-12-27"), "GB"));  // Christmas on Saturday, Boxing Day on Sunday
  CHECK(is_holiday(day("2021-12-28"), "GB"));
  CHECK_FALSE(is_holiday(day("2021-12-29"), "GB"));
  CHECK(is_holiday(day("2022-12-26"), "GB"));  // Christmas on Sunday
  CHECK(is_holiday(day("2022-12-27"), "GB"));
  CHECK_FALSE(is_holiday(day("2022-12-28"), "GB"));
}
