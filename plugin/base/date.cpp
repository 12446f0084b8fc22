#include "plugin/base/date.hpp"

#include <algorithm>
#include <array>

namespace rendabel {

namespace {

using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t day_seconds = 86'400;

/// The number that `count` digits at `from` spell, else -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  if (text.size() < from + count) return -1;
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// A number ≥ 0 with at least `width` digits.
void append_digits(std::string& out, int value, std::size_t width) {
  const auto text = std::to_string(value);
  if (text.size() < width) out.append(width - text.size(), '0');
  out += text;
}

/// `Z` or `±hh:mm` in minutes.
std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const int hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  const std::int32_t offset = hours * 60 + minutes;
  return text[0] == '-' ? -offset : offset;
}

/// 01:00 UTC on the last Sunday of `month`, in seconds.
std::int64_t last_sunday(year y, unsigned month) {
  const auto day = Date{y / std::chrono::month{month} / std::chrono::Sunday[std::chrono::last]};
  return day.time_since_epoch().count() * day_seconds + 3600;
}

struct Zone {
  std::string_view country;
  std::int32_t minutes;  // standard time
  bool summer;           // follows the EU rule
};

// European countries by their standard offset; the seat of government's where a country has several.
// clang-format off
constexpr std::array zones{
    Zone{"BG", 120, true}, Zone{"BY", 180, false}, Zone{"CY", 120, true}, Zone{"EE", 120, true}, Zone{"FI", 120, true}, Zone{"FO", 0, true},
    Zone{"GB", 0, true}, Zone{"GG", 0, true}, Zone{"GR", 120, true}, Zone{"IE", 0, true}, Zone{"IM", 0, true}, Zone{"IS", 0, false},
    Zone{"JE", 0, true}, Zone{"LT", 120, true}, Zone{"LV", 120, true}, Zone{"MD", 120, true}, Zone{"PT", 0, true}, Zone{"RO", 120, true},
    Zone{"RU", 180, false}, Zone{"TR", 180, false}, Zone{"UA", 120, true}, Zone{"UK", 0, true}};
// clang-format on
static_assert(std::ranges::is_sorted(zones, {}, &Zone::country));

Zone zone_of(std::string_view country) {
  const auto found = std::ranges::lower_bound(zones, country, {}, &Zone::country);
  if (found != zones.end() && found->country == country) return *found;
  return {country, 60, true};
}

/// Minutes that the clocks of a zone are ahead of UTC.
std::int32_t offset_at(std::int64_t utc_seconds, const Zone& zone) {
  const auto utc = std::chrono::sys_seconds{std::chrono::seconds{utc_seconds}};
  const year y = year_month_day{std::chrono::floor<days>(utc)}.year();
  const bool summer = zone.summer && utc_seconds >= last_sunday(y, 3) && utc_seconds < last_sunday(y, 10);
  return zone.minutes + (summer ? 60 : 0);
}

/// Days since Monday, 0–6.
int weekday_index(Date day) { return static_cast<int>(weekday{day}.iso_encoding()) - 1; }

/// Working days from a fixed Monday up to and including `day`.
std::int64_t working_days_until(Date day) {
  constexpr Date monday = Date{year{1900} / 1 / 1};
  const std::int64_t count = (day - monday).count();
  const std::int64_t weeks = count >= 0 ? count / 7 : -((6 - count) / 7);
  return weeks * 5 + std::min(5, weekday_index(day) + 1);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (y < 1900 || y > 2200 || m < 1 || d < 1) return std::nullopt;
  const year_month_day day{year{y}, std::chrono::month{static_cast<unsigned>(m)},
                           std::chrono::day{static_cast<unsigned>(d)}};
  if (!day.ok()) return std::nullopt;
  return Date{day};
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto day = parse_date(text.substr(0, 10));
  if (!day || text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
    return std::nullopt;
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (text[13] != ':' || text[16] != ':') return std::nullopt;
  // A leap second (60) is the first second of the next minute, as every Unix clock tells it.
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return std::nullopt;
  std::size_t end = 19;
  if (text[end] == '.') {
    const auto fraction = ++end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == fraction) return std::nullopt;
  }
  const auto offset = parse_offset(text.substr(end));
  if (!offset) return std::nullopt;
  const std::int64_t local =
      day->time_since_epoch().count() * day_seconds + hour * 3600 + minute * 60 + second;
  return Moment{local - std::int64_t{*offset} * 60, *offset};
}

std::string to_text(Date day) {
  const year_month_day civil{day};
  std::string out;
  append_digits(out, static_cast<int>(civil.year()), 4);
  append_digits(out += '-', static_cast<int>(static_cast<unsigned>(civil.month())), 2);
  append_digits(out += '-', static_cast<int>(static_cast<unsigned>(civil.day())), 2);
  return out;
}

std::string to_text(Moment moment) {
  const std::int64_t local = moment.utc_seconds + std::int64_t{moment.offset_minutes} * 60;
  const Date day = std::chrono::floor<days>(std::chrono::sys_seconds{std::chrono::seconds{local}});
  const auto second = static_cast<int>(local - day.time_since_epoch().count() * day_seconds);
  const int offset = moment.offset_minutes < 0 ? -moment.offset_minutes : moment.offset_minutes;
  std::string out = to_text(day);
  append_digits(out += 'T', second / 3600, 2);
  append_digits(out += ':', second / 60 % 60, 2);
  append_digits(out += ':', second % 60, 2);
  append_digits(out += moment.offset_minutes < 0 ? '-' : '+', offset / 60, 2);
  append_digits(out += ':', offset % 60, 2);
  return out;
}

LocalTime local_time(Moment moment, std::string_view country) {
  const auto local = moment.utc_seconds + offset_at(moment.utc_seconds, zone_of(country)) * 60;
  const Date day = std::chrono::floor<days>(std::chrono::sys_seconds{std::chrono::seconds{local}});
  return {day, static_cast<std::int32_t>((local - day.time_since_epoch().count() * day_seconds) / 60)};
}

Date local_day(Moment moment, std::string_view country) { return local_time(moment, country).day; }

Moment moment_at(Date day, std::int32_t minute, std::string_view country) {
  const Zone zone = zone_of(country);
  const std::int64_t local = day.time_since_epoch().count() * day_seconds + std::int64_t{minute} * 60;
  // With the offset of standard time first: where that moment is in summer, its own offset is the right one.
  const std::int64_t standard = local - std::int64_t{zone.minutes} * 60;
  const std::int32_t offset = offset_at(standard, zone);
  const std::int64_t summer = local - std::int64_t{offset} * 60;
  const bool skipped = offset_at(summer, zone) != offset;
  const std::int64_t found = skipped ? standard : summer;
  return {found, offset_at(found, zone)};
}

bool is_working_day(Date day) { return weekday_index(day) < 5; }

Date add_working_days(Date day, int n) {
  while (!is_working_day(day) && n == 0) day += days{1};
  // Whole weeks first, so that a far day costs no more than a near one.
  day += days{7 * (n / 5)};
  if (n >= 5 && n % 5 == 0 && !is_working_day(day)) day -= days{weekday_index(day) - 4};
  for (int left = n % 5; left > 0;) {
    day += days{1};
    if (is_working_day(day)) --left;
  }
  return day;
}

int working_days_between(Date from, Date to) {
  if (to <= from) return 0;
  return static_cast<int>(working_days_until(to) - working_days_until(from));
}

}  // namespace rendabel
