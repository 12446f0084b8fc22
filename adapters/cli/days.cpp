#include "adapters/cli/days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace rendabel::cli {
namespace {

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The digits in front of `text`, which loses them.
std::string_view take_digits(std::string_view& text) {
  const auto* end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

/// Whether one of the signs between parts stood in front of `text`, which loses it.
bool take_sign(std::string_view& text) {
  const bool sign = !text.empty() && (text.front() == '-' || text.front() == '/' || text.front() == '.');
  if (sign) text.remove_prefix(1);
  return sign;
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace

std::string day_of(std::string_view text, std::string_view date_order) {
  int year = 0;
  int month = 0;
  int day = 0;
  for (std::size_t i = 0; i < date_order.size(); ++i) {
    if (i > 0 && !take_sign(text)) return {};
    const std::string_view digits = take_digits(text);
    const bool is_year = date_order[i] == 'y';
    if (is_year ? digits.size() != 4 : digits.empty() || digits.size() > 2) return {};
    (is_year ? year : date_order[i] == 'm' ? month : day) = number_of(digits);
  }
  if (!text.empty() && text.front() != ' ' && text.front() != 'T') return {};
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : std::string();
}

}  // namespace rendabel::cli
