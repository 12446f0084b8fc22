// money_text.hpp — numbers as people read them: € 1.234,56 in Dutch, €1,234.56 in English.
// In: minor units, basis points, millionths, days.  Out: text.  Never: a locale of the machine.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/report/language.hpp"

namespace rendabel::report {

/// An amount with its currency: the euro sign for EUR, the code for all others.
std::string money_text(Cents amount, std::string_view currency, Language language);
/// The same without the currency, for a table that names it once.
std::string amount_text(Cents amount, std::string_view currency, Language language);
/// An amount for an axis: whole units, or millions with one place: € 12.000, € 1,2 mln.
std::string short_money_text(Cents amount, std::string_view currency, Language language);
/// 1234 bp → 12,34 % (nl), 12.34% (en); whole percents without decimals.
std::string percent_text(std::int64_t basis_points, Language language);
/// A decimal of at most `places` places, rounded, without trailing zeros.
std::string decimal_text(std::int64_t millionths, int places, Language language);
/// A whole number with thousands apart.
std::string count_text(std::int64_t number, Language language);
/// 23-11-2026 (nl), 23 November 2026 (en).
std::string date_text(Date day, Language language);

}  // namespace rendabel::report
