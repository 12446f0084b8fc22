// decimal.hpp — exact decimals for order lines: what a CSV says, multiplied and rounded once.
// Never: double.  Method: whole numbers over 10^12 (a quantity and a price have six decimals each).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rendabel::cli {

__extension__ using Int128 = __int128;

/// A decimal with at most six places, in millionths.
using Millionths = std::int64_t;
/// A product of two of them: 10^-12.
inline constexpr Int128 exact_unit = Int128{1'000'000} * 1'000'000;

/// `-12.5`; nothing for what is no decimal, has over six places or 12 digits in front. An exponent is no
/// decimal. `point` is the decimal sign: a comma in Dutch files.
std::optional<Millionths> parse_decimal(std::string_view text, char point = '.');

/// Exact value in units of the currency's smallest coin, half away from zero.
std::int64_t rounded(Int128 exact, int decimals);

/// Minor units as a decimal number: `-1234` with 2 decimals → `-12.34`.
std::string amount_text(Int128 minor, int decimals);

/// An exact value without trailing zeros beyond `decimals`.
std::string exact_text(Int128 exact, int decimals);

}  // namespace rendabel::cli
