#include "abi/documents/number.hpp"

#include <charconv>
#include <limits>

#include "plugin/base/money.hpp"

namespace rendabel::abi {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number's parts: sign, whole digits, digits after the point, the rest from the exponent on.
struct Parts {
  bool negative = false;
  std::string_view whole, fraction, exponent;
};

/// Splits by JSON's grammar (RFC 8259, 6): no leading zeros, no bare point.
bool split(std::string_view text, Parts& parts) {
  std::size_t at = 0;
  const auto digits = [&] {
    const auto from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return text.substr(from, at - from);
  };
  if (at < text.size() && text[at] == '-') {
    parts.negative = true;
    ++at;
  }
  parts.whole = digits();
  if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    parts.fraction = digits();
    if (parts.fraction.empty()) return false;
  }
  parts.exponent = text.substr(at);
  return true;
}

/// `e10`, `E-5`, `e+07`.
bool is_exponent(std::string_view text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return false;
  text.remove_prefix(1);
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  if (text.empty()) return false;
  for (const char c : text)
    if (!is_digit(c)) return false;
  return true;
}

/// Why a text is no fixed-point number of `places` places.
NumberFault fixed_fault(std::string_view text, int places) {
  Parts parts;
  if (!split(text, parts)) return NumberFault::no_number;
  if (!parts.exponent.empty())
    return is_exponent(parts.exponent) ? NumberFault::exponent : NumberFault::no_number;
  if (parts.fraction.size() > static_cast<std::size_t>(places)) return NumberFault::too_many_places;
  // 18 digits always fit; a longer one is over every limit we have.
  return NumberFault::too_large;
}

}  // namespace

NumberFault parse_fixed(std::string_view text, int places, std::int64_t limit, std::int64_t& out) {
  // One pass over the digits that nearly every amount consists of; whatever is odd is looked at again by its
  // parts.
  const bool negative = !text.empty() && text.front() == '-';
  const std::string_view body = text.substr(negative ? 1 : 0);
  std::int64_t value = 0;
  std::size_t whole = 0;
  while (whole < body.size() && is_digit(body[whole]) && whole < 18)
    value = value * 10 + (body[whole++] - '0');
  std::size_t at = whole, left = static_cast<std::size_t>(places);
  if (whole + left > 18) return fixed_fault(text, places);
  if (at + 1 < body.size() && body[at] == '.' && is_digit(body[at + 1]))
    for (++at; left > 0 && at < body.size() && is_digit(body[at]); --left)
      value = value * 10 + (body[at++] - '0');
  const bool plain = whole > 0 && at == body.size() && (whole == 1 || body.front() != '0');
  if (!plain) return fixed_fault(text, places);
  for (; left > 0; --left) value *= 10;
  if (value > limit) return NumberFault::too_large;
  out = negative ? -value : value;
  return NumberFault::none;
}

NumberFault parse_whole(std::string_view text, std::int64_t& out) {
  Parts parts;
  if (!split(text, parts)) return NumberFault::no_number;
  if (!parts.exponent.empty())
    return is_exponent(parts.exponent) ? NumberFault::exponent : NumberFault::no_number;
  if (parts.fraction.find_first_not_of('0') != std::string_view::npos) return NumberFault::too_many_places;
  Int128 value = 0;
  for (const char c : parts.whole) {
    value = value * 10 + (c - '0');
    if (value > std::numeric_limits<std::int64_t>::max()) return NumberFault::too_large;
  }
  out = static_cast<std::int64_t>(parts.negative ? -value : value);
  return NumberFault::none;
}

NumberFault check_number(std::string_view text) {
  Parts parts;
  if (!split(text, parts) || (!parts.exponent.empty() && !is_exponent(parts.exponent)))
    return NumberFault::no_number;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // Too small to tell from zero is no overflow.
  const bool tiny = !parts.exponent.empty() && parts.exponent[1] == '-';
  return error == std::errc::result_out_of_range && !tiny ? NumberFault::too_large : NumberFault::none;
}

std::string_view fault_text(NumberFault fault) {
  switch (fault) {
    case NumberFault::none: return "";
    case NumberFault::no_number:
      return "is not a number; NaN, infinity, signs, blanks and separators are none";
    case NumberFault::exponent: return "is written with an exponent; write its digits";
    case NumberFault::too_many_places: return "has more decimals than are kept; round it first";
    case NumberFault::too_large: return "is too large";
  }
  return "";
}

}  // namespace rendabel::abi
