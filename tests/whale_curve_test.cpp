#include "plugin/rules/whale_curve.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "plugin/base/status.hpp"

using namespace rendabel;
using rules::whale_curve;

TEST_CASE("the whale curve rises to its peak and falls back to the whole") {
  const auto whale = whale_curve({100, -50, 300, 0, -150});
  CHECK(whale.accounts == 5);
  CHECK(whale.total == 200);
  CHECK_FALSE(whale.of_peak);
  CHECK(whale.peak == WhalePoint{2, 400, 20'000});
  REQUIRE(whale.points.size() == 6);
  CHECK(whale.points.front() == WhalePoint{0, 0, 0});
  CHECK(whale.points[3] == WhalePoint{3, 400, 20'000});
  CHECK(whale.points.back() == WhalePoint{5, 200, 10'000});
}

TEST_CASE("a book that loses money has shares of its peak, and one where nobody earns has none") {
  const auto losing = whale_curve({100, -300});
  CHECK(losing.of_peak);
  CHECK(losing.peak == WhalePoint{1, 100, 10'000});
  CHECK(losing.points.back() == WhalePoint{2, -200, -20'000});
  const auto nothing = whale_curve({-1, -2});
  CHECK(nothing.peak == WhalePoint{0, 0, std::nullopt});
  CHECK(nothing.points.back() == WhalePoint{2, -3, std::nullopt});
  CHECK(whale_curve({}).points == std::vector<WhalePoint>{{0, 0, std::nullopt}});
  CHECK(whale_curve({5, -5}).of_peak);
}

TEST_CASE("Horngren's and Drury's published whales") {
  // Spring Distribution, in dollars: S, R, Q, P, T; Darwin in cents: Z, B, Y, A.
  const auto spring = whale_curve({2'012, 11'545, 38'720, 41'856, -3'346});
  const std::vector<std::int32_t> shares{0, 4'610, 8'875, 10'147, 10'369, 10'000};
  for (std::size_t n = 0; n < shares.size(); ++n)
    CHECK(std::abs(*spring.points[n].share_bp - shares[n]) <= 1);
  const auto darwin = whale_curve({-38'657'53, 67'280'82, 50'130'14, 183'270'55});
  const std::vector<std::int32_t> published{0, 6'994, 9'562, 11'475, 10'000};
  for (std::size_t n = 0; n < published.size(); ++n)
    CHECK(std::abs(*darwin.points[n].share_bp - published[n]) <= 1);
}

TEST_CASE("a whale curve is concave, ends at the whole and does not know the order of accounts") {
  rc::check([] {
    auto results =
        *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-900, 1'000));
    const auto repeated = *rc::gen::inRange(1, 40);
    const auto once = results;
    for (int n = 1; n < repeated; ++n) results.insert(results.end(), once.begin(), once.end());
    const auto whale = whale_curve(results);
    RC_ASSERT(whale.points.size() <= 202U);
    RC_ASSERT(whale.points.front().accounts == 0);
    RC_ASSERT(whale.points.back().accounts == static_cast<std::int64_t>(results.size()));
    RC_ASSERT(whale.points.back().amount == whale.total);
    if (!whale.of_peak) RC_ASSERT(whale.points.back().share_bp == 10'000);
    for (std::size_t n = 2; n < whale.points.size(); ++n) {
      const auto &a = whale.points[n - 2], &b = whale.points[n - 1], &c = whale.points[n];
      // The slope never grows.
      RC_ASSERT((b.amount - a.amount) * (c.accounts - b.accounts) >=
                (c.amount - b.amount) * (b.accounts - a.accounts));
    }
    for (const auto& point : whale.points) RC_ASSERT(point.amount <= whale.peak.amount);
    RC_ASSERT(std::count(whale.points.begin(), whale.points.end(), whale.peak) == 1);
    std::reverse(results.begin(), results.end());
    RC_ASSERT(whale_curve(results) == whale);
  });
}

TEST_CASE("results that do not fit an amount together are refused") {
  CHECK_THROWS_AS(whale_curve({INT64_MAX, 1}), Failure);
}
