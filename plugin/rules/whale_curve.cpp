#include "plugin/rules/whale_curve.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

/// Parts of equal length that the curve is drawn in.
constexpr std::size_t parts = 200;

std::set<std::size_t> places(std::size_t count, std::size_t peak) {
  std::set<std::size_t> at{0, peak, count};
  if (count <= parts)
    for (std::size_t n = 1; n < count; ++n) at.insert(n);
  else
    for (std::size_t n = 1; n < parts; ++n) at.insert(count * n / parts);
  return at;
}

}  // namespace

WhaleCurve whale_curve(std::vector<Cents> results) {
  std::sort(results.begin(), results.end(), std::greater<>());
  WhaleCurve whale;
  whale.accounts = static_cast<std::int64_t>(results.size());
  Int128 whole = 0, most = 0;
  std::size_t peak = 0;
  for (const Cents one : results) {
    whole += one;
    if (one > 0) most = whole, ++peak;
  }
  whale.total = to_cents(whole);
  whale.of_peak = whole <= 0;
  const Cents shares_of = whale.of_peak ? to_cents(most) : whale.total;

  const auto wanted = places(results.size(), peak);
  Int128 so_far = 0;
  std::size_t at = 0;
  for (const auto place : wanted) {
    for (; at < place; ++at) so_far += results[at];
    WhalePoint point{static_cast<std::int64_t>(place), to_cents(so_far), std::nullopt};
    if (shares_of > 0) point.share_bp = basis_points(point.amount, shares_of);
    if (place == peak) whale.peak = point;
    whale.points.push_back(point);
  }
  return whale;
}

}  // namespace rendabel::rules
