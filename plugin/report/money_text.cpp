#include "plugin/report/money_text.hpp"

#include <fmt/format.h>

#include <array>

#include "plugin/base/currency.hpp"

namespace rendabel::report {
namespace {

struct Marks {
  char thousands, decimals;
};
constexpr Marks marks(Language language) {
  return language == Language::nl ? Marks{'.', ','} : Marks{',', '.'};
}

// The digits of a number ≥ 0 with a mark between thousands.
std::string grouped(std::uint64_t number, Language language) {
  const std::string digits = fmt::format("{}", number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += marks(language).thousands;
    text += digits[i];
  }
  return text;
}

std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// value / 10^places with all its places.
std::string with_places(std::int64_t value, int places, Language language) {
  std::uint64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  std::string text = grouped(magnitude(value) / unit, language);
  if (places > 0) text += fmt::format("{}{:0{}}", marks(language).decimals, magnitude(value) % unit, places);
  return text;
}

std::string with_currency(const std::string& number, bool negative, std::string_view currency,
                          Language language) {
  const std::string sign = negative ? "-" : "";
  if (currency != "EUR") return fmt::format("{} {}{}", currency, sign, number);
  return language == Language::nl ? fmt::format("€ {}{}", sign, number) : fmt::format("{}€{}", sign, number);
}

}  // namespace

std::string money_text(Cents amount, std::string_view currency, Language language) {
  return with_currency(with_places(amount, currency_decimals(currency).value_or(2), language), amount < 0,
                       currency, language);
}

std::string amount_text(Cents amount, std::string_view currency, Language language) {
  return (amount < 0 ? "-" : "") + with_places(amount, currency_decimals(currency).value_or(2), language);
}

std::string short_money_text(Cents amount, std::string_view currency, Language language) {
  std::int64_t unit = 1;
  for (int i = 0; i < currency_decimals(currency).value_or(2); ++i) unit *= 10;
  const auto whole = static_cast<std::int64_t>(round_half_away(amount, unit));
  if (magnitude(whole) < 1'000'000)
    return with_currency(grouped(magnitude(whole), language), whole < 0, currency, language);
  const auto tenths = static_cast<std::int64_t>(round_half_away(whole, 100'000));
  return with_currency(with_places(tenths, 1, language), whole < 0, currency, language) +
         std::string(pick(language, " mln", "m"));
}

std::string percent_text(std::int64_t basis_points, Language language) {
  const std::string sign = basis_points < 0 ? "-" : "";
  const bool whole = basis_points % 100 == 0;
  const std::string number =
      whole ? grouped(magnitude(basis_points) / 100, language) : with_places(basis_points, 2, language);
  return fmt::format("{}{}{}", sign, number, language == Language::nl ? " %" : "%");
}

std::string decimal_text(std::int64_t millionths, int places, Language language) {
  std::int64_t unit = micro;
  for (int i = 0; i < places; ++i) unit /= 10;
  std::string text =
      with_places(static_cast<std::int64_t>(round_half_away(millionths, unit)), places, language);
  if (places > 0) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == marks(language).decimals) text.pop_back();
  }
  return millionths < 0 && text != "0" ? "-" + text : text;
}

std::string count_text(std::int64_t number, Language language) {
  return (number < 0 ? "-" : "") + grouped(magnitude(number), language);
}

std::string date_text(Date day, Language language) {
  static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day date{day};
  const auto month = static_cast<unsigned>(date.month());
  if (language == Language::nl)
    return fmt::format("{:02}-{:02}-{}", static_cast<unsigned>(date.day()), month,
                       static_cast<int>(date.year()));
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months[month - 1],
                     static_cast<int>(date.year()));
}

}  // namespace rendabel::report
