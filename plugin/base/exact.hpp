// exact.hpp — sums that stay exact until their one rounding: costs in parts of a minor unit, and fractions.
// In: quantities × rates, amounts, ratios.  Out: Cents, rounded once, half away from zero.
// Never: double; a sum too large for an amount is a Failure bad_input, never a wrong number.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>

#include "plugin/base/money.hpp"
#include "plugin/base/status.hpp"

namespace rendabel {

[[noreturn]] inline void too_large() {
  throw Failure(Status::bad_input, "the amounts of this account add up to more than an amount can hold");
}
inline Int128 checked_add(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) too_large();
  return sum;
}
inline Int128 checked_multiply(Int128 a, Int128 b) {
  Int128 product = 0;
  if (__builtin_mul_overflow(a, b, &product)) too_large();
  return product;
}
/// The value as an amount; failure bad_input beyond int64.
inline Cents to_cents(Int128 value) {
  if (value > std::numeric_limits<Cents>::max() || value < std::numeric_limits<Cents>::min()) too_large();
  return static_cast<Cents>(value);
}

/// A cost in parts: 60 · 10^18 to a major unit, so that money, minutes × minute_rate and minutes × rate per
/// hour with six decimals each are whole numbers.
struct Exact {
  Int128 parts = 0;

  static constexpr Int128 parts_per_major = Int128{60} * 1'000'000'000'000'000'000;

  static Exact of_minor(Int128 minor, std::int64_t minor_per_major) {
    return {checked_multiply(minor, parts_per_major / minor_per_major)};
  }
  Exact operator+(Exact other) const { return {checked_add(parts, other.parts)}; }
  Exact operator-(Exact other) const { return {checked_add(parts, -other.parts)}; }
  Exact& operator+=(Exact other) { return *this = *this + other; }
  /// The amount in minor units, rounded once.
  Cents rounded(std::int64_t minor_per_major) const {
    return to_cents(round_half_away(parts, parts_per_major / minor_per_major));
  }
};

/// Σ numerator / denominator over any denominators. Each fraction is kept to 2^-60 and the error is counted,
/// so that a sum within its error of a half is that half.
class FractionSum {
 public:
  /// 0 < denominator < 2^63.
  void add(Int128 numerator, Int128 denominator) {
    whole_ = checked_add(whole_, numerator / denominator);
    const Int128 rest = numerator % denominator;
    fraction_ += rest * one / denominator;
    if (rest != 0) ++inexact_;
  }
  FractionSum& operator+=(const FractionSum& other) {
    whole_ = checked_add(whole_, other.whole_);
    fraction_ += other.fraction_;
    inexact_ += other.inexact_;
    return *this;
  }
  FractionSum negated() const {
    FractionSum result = *this;
    result.whole_ = -whole_;
    result.fraction_ = -fraction_;
    return result;
  }
  /// The sum, rounded once, half away from zero.
  Cents rounded() const {
    Int128 whole = checked_add(whole_, fraction_ / one);
    Int128 rest = fraction_ % one;
    if (whole > 0 && rest < 0) --whole, rest += one;
    if (whole < 0 && rest > 0) ++whole, rest -= one;
    if (rest >= one / 2 - inexact_) ++whole;
    if (rest <= -(one / 2 - inexact_)) --whole;
    return to_cents(whole);
  }

 private:
  static constexpr Int128 one = Int128{1} << 60;
  Int128 whole_ = 0, fraction_ = 0;
  std::int64_t inexact_ = 0;
};

}  // namespace rendabel
