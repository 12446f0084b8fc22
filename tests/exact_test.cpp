// Exact sums and their one rounding.
#include "plugin/base/exact.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

namespace rendabel::test {
namespace {

TEST_CASE("a half is rounded away from zero, on both sides") {
  CHECK(round_half_away(5, 10) == 1);
  CHECK(round_half_away(-5, 10) == -1);
  CHECK(round_half_away(4, 10) == 0);
  CHECK(round_half_away(49, 99) == 0);
  CHECK(round_half_away(50, 99) == 1);
}

TEST_CASE("fractions that make a half together are a half") {
  FractionSum sum;
  sum.add(1, 3);
  sum.add(1, 6);
  CHECK(sum.rounded() == 1);
  CHECK(sum.negated().rounded() == -1);
  sum.add(-1, 1'000'000'000);
  CHECK(sum.rounded() == 0);
  FractionSum thirds;
  for (int i = 0; i < 3; ++i) thirds.add(1, 3);
  CHECK(thirds.rounded() == 1);
}

TEST_CASE("a sum of fractions rounds as the exact fraction does") {
  rc::prop("against one common denominator", [] {
    FractionSum sum;
    Int128 numerator = 0;
    constexpr std::int64_t common = 2 * 3 * 5 * 7 * 11 * 13;
    for (const int of : {2, 3, 5, 7, 11, 13}) {
      const auto part = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
      sum.add(part, of);
      numerator += Int128{part} * (common / of);
    }
    RC_ASSERT(sum.rounded() == static_cast<Cents>(round_half_away(numerator, common)));
  });
}

TEST_CASE("a cost of minutes, money and hours is whole in parts") {
  const Exact half_cent{Exact::parts_per_major / 200};
  CHECK(half_cent.rounded(100) == 1);
  CHECK((half_cent + half_cent).rounded(100) == 1);
  CHECK(Exact::of_minor(123, 100).rounded(100) == 123);
  CHECK(Exact::of_minor(-123, 1).rounded(1) == -123);
}

TEST_CASE("what does not fit an amount is refused") {
  CHECK_THROWS_AS(to_cents(Int128{1} << 64), Failure);
  CHECK_THROWS_AS(checked_multiply(Int128{1} << 100, Int128{1} << 100), Failure);
  CHECK_THROWS_AS(checked_add((Int128{1} << 126) * 1, Int128{1} << 126), Failure);
}

}  // namespace
}  // namespace rendabel::test
