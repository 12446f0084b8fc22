// money.hpp — exact numbers: cents, decimals of six places, and the one rounding a line gets.
// Never: double, locale.  Method: everything is a whole number over a fixed denominator until it is reported.
#pragma once
#include <cstdint>
#include <string_view>

namespace rendabel {

/// An amount in minor units of the book currency (cents for EUR). |input| ≤ 10^13.
using Cents = std::int64_t;

__extension__ using Int128 = __int128;

/// A decimal of at most six places, as millionths: rates, percents, quantities. 15 % is {15'000'000}.
struct Micro {
  std::int64_t millionths = 0;
  auto operator<=>(const Micro&) const = default;
};
inline constexpr std::int64_t micro = 1'000'000;

/// numerator / denominator rounded half away from zero; denominator > 0.
constexpr Int128 round_half_away(Int128 numerator, Int128 denominator) {
  const Int128 half = numerator < 0 ? -(denominator / 2) : denominator / 2;
  // An odd denominator has no exact half, so truncation after adding its floor is right as well.
  return (numerator + half) / denominator;
}

/// amount × numerator / denominator, rounded once. denominator > 0.
constexpr Cents scaled(Cents amount, Int128 numerator, Int128 denominator) {
  return static_cast<Cents>(round_half_away(Int128{amount} * numerator, denominator));
}

/// part / whole in basis points, rounded once; whole > 0.
constexpr std::int32_t basis_points(Cents part, Cents whole) {
  const Int128 bp = round_half_away(Int128{part} * 10'000, whole);
  constexpr Int128 limit = INT32_MAX;
  return static_cast<std::int32_t>(bp > limit ? limit : bp < -limit ? -limit : bp);
}

}  // namespace rendabel
