#include "plugin/base/holidays.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace rendabel {

namespace {

using std::chrono::weekday;
using std::chrono::year_month_day;

/// How a rule finds its day.
enum class Kind : std::uint8_t {
  fixed,        ///< month and day
  kings_day,    ///< the day before where it is a Sunday
  substituted,  ///< month and day, or a working day after it where it is at a weekend
  easter,       ///< days after Easter Sunday
  first_monday,
  last_monday,
};

struct Rule {
  std::string_view country;
  Kind kind;
  unsigned month;  ///< not for easter
  int day;         ///< of the month, or days after Easter Sunday
};

// Algemene termijnenwet and Code Telemarketing (NL); law of 4 January 1974 (BE); laws of the Länder, what all
// have (DE); Feiertagsruhegesetz 1957 (AT); Banking and Financial Dealings Act 1971 and proclamations,
// England and Wales (GB); Code du travail L3133-1 (FR).
// clang-format off
constexpr std::array rules{
    Rule{"", Kind::fixed, 1, 1},     Rule{"", Kind::fixed, 12, 25},   Rule{"", Kind::fixed, 12, 26},
    Rule{"AT", Kind::fixed, 1, 1},   Rule{"AT", Kind::fixed, 1, 6},   Rule{"AT", Kind::easter, 0, 1},  Rule{"AT", Kind::fixed, 5, 1},
    Rule{"AT", Kind::easter, 0, 39}, Rule{"AT", Kind::easter, 0, 50}, Rule{"AT", Kind::easter, 0, 60}, Rule{"AT", Kind::fixed, 8, 15},
    Rule{"AT", Kind::fixed, 10, 26}, Rule{"AT", Kind::fixed, 11, 1},  Rule{"AT", Kind::fixed, 12, 8},  Rule{"AT", Kind::fixed, 12, 25},
    Rule{"AT", Kind::fixed, 12, 26},
    Rule{"BE", Kind::fixed, 1, 1},   Rule{"BE", Kind::easter, 0, 1},  Rule{"BE", Kind::fixed, 5, 1},   Rule{"BE", Kind::easter, 0, 39},
    Rule{"BE", Kind::easter, 0, 50}, Rule{"BE", Kind::fixed, 7, 21},  Rule{"BE", Kind::fixed, 8, 15},  Rule{"BE", Kind::fixed, 11, 1},
    Rule{"BE", Kind::fixed, 11, 11}, Rule{"BE", Kind::fixed, 12, 25},
    Rule{"DE", Kind::fixed, 1, 1},   Rule{"DE", Kind::easter, 0, -2}, Rule{"DE", Kind::easter, 0, 1},  Rule{"DE", Kind::fixed, 5, 1},
    Rule{"DE", Kind::easter, 0, 39}, Rule{"DE", Kind::easter, 0, 50}, Rule{"DE", Kind::fixed, 10, 3},  Rule{"DE", Kind::fixed, 12, 25},
    Rule{"DE", Kind::fixed, 12, 26},
    Rule{"FR", Kind::fixed, 1, 1},   Rule{"FR", Kind::easter, 0, 1},  Rule{"FR", Kind::fixed, 5, 1},   Rule{"FR", Kind::fixed, 5, 8},
    Rule{"FR", Kind::easter, 0, 39}, Rule{"FR", Kind::easter, 0, 50}, Rule{"FR", Kind::fixed, 7, 14},  Rule{"FR", Kind::fixed, 8, 15},
    Rule{"FR", Kind::fixed, 11, 1},  Rule{"FR", Kind::fixed, 11, 11}, Rule{"FR", Kind::fixed, 12, 25},
    Rule{"GB", Kind::fixed, 1, 1},   Rule{"GB", Kind::fixed, 12, 25}, Rule{"GB", Kind::fixed, 12, 26},
    Rule{"GB", Kind::substituted, 1, 1}, Rule{"GB", Kind::easter, 0, -2}, Rule{"GB", Kind::easter, 0, 1}, Rule{"GB", Kind::first_monday, 5, 0},
    Rule{"GB", Kind::last_monday, 5, 0}, Rule{"GB", Kind::last_monday, 8, 0}, Rule{"GB", Kind::substituted, 12, 25}, Rule{"GB", Kind::substituted, 12, 26},
    Rule{"NL", Kind::fixed, 1, 1},   Rule{"NL", Kind::easter, 0, -2}, Rule{"NL", Kind::easter, 0, 0},  Rule{"NL", Kind::easter, 0, 1},
    Rule{"NL", Kind::kings_day, 4, 27}, Rule{"NL", Kind::fixed, 5, 5}, Rule{"NL", Kind::easter, 0, 39}, Rule{"NL", Kind::easter, 0, 49},
    Rule{"NL", Kind::easter, 0, 50}, Rule{"NL", Kind::fixed, 12, 25}, Rule{"NL", Kind::fixed, 12, 26}};
// clang-format on
static_assert(std::ranges::is_sorted(rules, {}, &Rule::country));

Date on(std::chrono::year year, unsigned month, int day) {
  return Date{year / std::chrono::month{month} / std::chrono::day{static_cast<unsigned>(day)}};
}
bool is_weekend(Date day) {
  return weekday{day} == std::chrono::Saturday || weekday{day} == std::chrono::Sunday;
}

/// The working day that stands for a holiday at a weekend; at Christmas two of them follow each other.
Date substitute(Date holiday) {
  if (!is_weekend(holiday)) return holiday;
  if (year_month_day{holiday}.month() == std::chrono::December || weekday{holiday} == std::chrono::Saturday)
    return holiday + days{2};
  return holiday + days{1};
}

Date day_of(const Rule& rule, std::chrono::year year, Date easter) {
  const std::chrono::month month{rule.month};
  switch (rule.kind) {
    case Kind::easter: return easter + days{rule.day};
    case Kind::first_monday: return Date{year / month / std::chrono::Monday[1]};
    case Kind::last_monday: return Date{year / month / std::chrono::Monday[std::chrono::last]};
    case Kind::kings_day: {
      const Date birthday = on(year, rule.month, rule.day);
      return weekday{birthday} == std::chrono::Sunday ? birthday - days{1} : birthday;
    }
    case Kind::substituted: return substitute(on(year, rule.month, rule.day));
    case Kind::fixed: break;
  }
  return on(year, rule.month, rule.day);
}

/// None: the country has no rules of its own.
std::span<const Rule> rules_of(std::string_view country) {
  return {std::ranges::lower_bound(rules, country, {}, &Rule::country),
          std::ranges::upper_bound(rules, country, {}, &Rule::country)};
}

/// Whether a Dutch custom takes the day back.
bool waived(Date day, std::chrono::year year, Date easter, const HolidayCustoms& customs) {
  if (day == easter - days{2}) return customs.nl_good_friday_calls;
  if (day == on(year, 5, 5) && day != easter + days{39})
    return !customs.nl_liberation_day_every_year && static_cast<int>(year) % 5 != 0;
  return false;
}

}  // namespace

Date easter_sunday(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int golden = y % 19, century = y / 100, rest = y % 100;
  const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int march_based = epact + to_sunday - 7 * correction + 114;
  return on(year, static_cast<unsigned>(march_based / 31), march_based % 31 + 1);
}

bool is_holiday(Date day, std::string_view country, const HolidayCustoms& customs) {
  if (country == "UK") country = "GB";
  auto known = rules_of(country);
  if (known.empty()) known = rules_of(country = {});
  const auto year = year_month_day{day}.year();
  const Date easter = easter_sunday(year);
  const bool found =
      std::ranges::any_of(known, [&](const Rule& rule) { return day_of(rule, year, easter) == day; });
  return found && !(country == "NL" && waived(day, year, easter, customs));
}

}  // namespace rendabel
