// holidays.hpp — public holidays, computed for any year, so that nobody keeps a list (law.md).
// In: a day, a country.  Out: whether it is a national holiday there.  Never: regional or school holidays.
// Method: Easter by Meeus/Jones/Butcher's Gregorian computus; the rest is a table of rules per country.
#pragma once
#include <string_view>

#include "plugin/base/date.hpp"

namespace rendabel {

/// What a country leaves to custom; the defaults are law.md's.
struct HolidayCustoms {
  bool nl_good_friday_calls = false;          ///< true: Good Friday is none in NL
  bool nl_liberation_day_every_year = false;  ///< false: 5 May only in years divisible by 5
};

/// Easter Sunday of a year, 1583–4099.
Date easter_sunday(std::chrono::year year);

/// Whether `day` is a national holiday in `country` (ISO 3166 alpha-2; UK counts as GB, for which England and
/// Wales speak). A country without a table of its own has 1 January and 25 and 26 December.
bool is_holiday(Date day, std::string_view country, const HolidayCustoms& customs = {});

}  // namespace rendabel
