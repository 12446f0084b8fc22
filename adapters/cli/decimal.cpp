#include "adapters/cli/decimal.hpp"

#include <fmt/format.h>

namespace rendabel::cli {
namespace {

constexpr std::size_t whole_digits_max = 12;
constexpr std::size_t places = 6;

Int128 power_of_ten(int exponent) { return exponent == 0 ? Int128{1} : 10 * power_of_ten(exponent - 1); }

}  // namespace

std::optional<Millionths> parse_decimal(std::string_view text, char point) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const std::size_t whole = std::min(text.find(point), text.size());
  const std::string_view fraction = text.substr(std::min(whole + 1, text.size()));
  if ((whole == 0 && fraction.empty()) || whole > whole_digits_max || fraction.size() > places) return {};
  Millionths value = 0;
  for (const char digit : text.substr(0, whole)) {
    if (digit < '0' || digit > '9') return {};
    value = value * 10 + (digit - '0');
  }
  for (std::size_t i = 0; i < places; ++i) {
    const char digit = i < fraction.size() ? fraction[i] : '0';
    if (digit < '0' || digit > '9') return {};
    value = value * 10 + (digit - '0');
  }
  return negative ? -value : value;
}

std::int64_t rounded(Int128 exact, int decimals) {
  const Int128 unit = exact_unit / power_of_ten(decimals);
  const Int128 half = exact < 0 ? -(unit / 2) : unit / 2;
  return static_cast<std::int64_t>((exact + half) / unit);
}

std::string amount_text(Int128 minor, int decimals) {
  const Int128 unit = power_of_ten(decimals);
  const Int128 size = minor < 0 ? -minor : minor;
  const std::string whole =
      fmt::format("{}{}", minor < 0 ? "-" : "", static_cast<std::uint64_t>(size / unit));
  return decimals == 0 ? whole
                       : fmt::format("{}.{:0{}}", whole, static_cast<std::uint64_t>(size % unit), decimals);
}

std::string exact_text(Int128 exact, int decimals) {
  int shown = 12;
  while (shown > decimals && exact % power_of_ten(12 - shown + 1) == 0) --shown;
  return amount_text(exact / power_of_ten(12 - shown), shown);
}

}  // namespace rendabel::cli
