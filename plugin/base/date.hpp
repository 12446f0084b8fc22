// date.hpp — calendar days and moments. A day is a whole number; no clock and no time zone database here.
// Method: std::chrono's civil calendar; days of a country come from its UTC offset plus the EU summer-time
// rule.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rendabel {

using Date = std::chrono::sys_days;
using std::chrono::days;

/// A moment: seconds since 1970-01-01T00:00Z and the offset it was written with.
struct Moment {
  std::int64_t utc_seconds = 0;
  std::int32_t offset_minutes = 0;
  std::strong_ordering operator<=>(const Moment& other) const { return utc_seconds <=> other.utc_seconds; }
  bool operator==(const Moment& other) const { return utc_seconds == other.utc_seconds; }
};

/// `YYYY-MM-DD` of a day that exists, years 1900–2200, else nothing.
std::optional<Date> parse_date(std::string_view text);
/// RFC 3339 with offset (`2026-11-23T09:30:00+01:00`; seconds' fractions are dropped), else nothing.
std::optional<Moment> parse_moment(std::string_view text);
std::string to_text(Date day);
std::string to_text(Moment moment);

/// The moment's day in `country` (ISO 3166 alpha-2). [EU Directive 2000/84/EC: 01:00 UTC, last Sundays of
/// March and October.] A country we have no offset for counts as UTC+1 with summer time.
Date local_day(Moment moment, std::string_view country);
/// Day and minute of the day, 0–1439, on the clocks of a country.
struct LocalTime {
  Date day{};
  std::int32_t minute = 0;
  bool operator==(const LocalTime&) const = default;
};
LocalTime local_time(Moment moment, std::string_view country);
/// The moment at which the clocks of `country` show `minute` on `day`, written with its offset there. What
/// clocks skip in March is the same time an hour on; what they show twice in October is the second one.
Moment moment_at(Date day, std::int32_t minute, std::string_view country);

/// Monday to Friday; holidays stand in holidays.hpp.
bool is_working_day(Date day);
/// The n-th working day after `day`; n = 0: `day` itself if it is one, else the next one.
Date add_working_days(Date day, int n);
/// Working days in (from, to]; 0 when to ≤ from.
int working_days_between(Date from, Date to);

/// Window k of `as_of`: its 365 days, both ends included (domain.md 1).
struct Window {
  Date first;
  Date last;
  bool contains(Date day) const { return first <= day && day <= last; }
};
constexpr Window window(Date as_of, int k) { return {as_of - days{365 * k + 364}, as_of - days{365 * k}}; }

}  // namespace rendabel
