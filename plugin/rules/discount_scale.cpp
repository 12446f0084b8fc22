#include "plugin/rules/discount_scale.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

constexpr std::int64_t points_whole = 100 * micro;  // 100 % in millionths of a point
constexpr std::size_t accounts_min = 100;           ///< fewer tell too little [domain 3]
constexpr std::size_t groups = 10;                  ///< by revenue [domain 3]

/// Accounts next to each other by revenue, and the lower median of their discounts.
struct Pool {
  std::size_t first = 0, last = 0;  ///< of the sorted points, without `last`
  std::int32_t median_bp = 0;
};

Pool pool_of(const std::vector<DiscountPoint>& points, std::size_t first, std::size_t last) {
  std::vector<std::int32_t> discounts;
  discounts.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) discounts.push_back(points[i].effective_bp);
  const auto middle = discounts.begin() + static_cast<std::ptrdiff_t>((discounts.size() - 1) / 2);
  std::nth_element(discounts.begin(), middle, discounts.end());
  return {first, last, *middle};
}

// Ten groups, the larger ones first; a group whose discount is below that of the group before it is pooled
// with it, for no scale takes away a discount from who buys more.
std::vector<Pool> pooled(const std::vector<DiscountPoint>& points) {
  std::vector<Pool> pools;
  std::size_t first = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::size_t size = points.size() / groups + (group < points.size() % groups ? 1 : 0);
    pools.push_back(pool_of(points, first, first + size));
    first += size;
    while (pools.size() > 1 && pools[pools.size() - 2].median_bp > pools.back().median_bp) {
      const Pool after = pools.back();
      pools.pop_back();
      pools.back() = pool_of(points, pools.back().first, after.last);
    }
  }
  return pools;
}

}  // namespace

std::optional<DiscountPoint> discount_point_of(const Drivers& window, std::string account_id) {
  if (!window.orders_known || !window.complete) return std::nullopt;
  const auto price = list_price(window, {});
  const Int128 r0 = window.net - window.credited;
  if (!price || r0 <= 0) return std::nullopt;
  constexpr std::int64_t most = 1'000'000;  // discounts beyond ± 10,000 % are no discounts
  const auto bp = static_cast<std::int32_t>(std::clamp(price->effective_bp(), -most, most));
  return DiscountPoint{std::move(account_id), to_cents(r0), bp};
}

std::vector<DiscountStep> infer_scale(std::vector<DiscountPoint> points) {
  std::vector<DiscountStep> scale;
  if (points.size() < accounts_min) return scale;
  std::sort(points.begin(), points.end(), [](const DiscountPoint& a, const DiscountPoint& b) {
    return std::tie(a.r0, a.account_id) < std::tie(b.r0, b.account_id);
  });
  for (const Pool& pool : pooled(points)) {
    // A surcharge is no discount that could be due.
    const DiscountStep step{points[pool.first].r0,
                            {std::max<std::int64_t>(pool.median_bp, 0) * (micro / 100)}};
    if (!scale.empty() && scale.back().percent == step.percent) continue;
    // Two groups that begin at one revenue: whoever has it reaches the higher step.
    if (!scale.empty() && scale.back().from_revenue == step.from_revenue) scale.pop_back();
    scale.push_back(step);
  }
  return scale;
}

std::int64_t ListPrice::effective_bp() const {
  return to_cents(round_half_away(checked_multiply(given, 10'000), list));
}

Int128 ListPrice::excess(Micro percent) const {
  return checked_add(checked_multiply(given, points_whole), -checked_multiply(list, percent.millionths));
}

std::optional<ListPrice> list_price(const Drivers& window, const Account& account) {
  if (window.list > 0 && window.listed_orders > 0 && window.listed_net * 5 >= window.net * 4)
    return ListPrice{window.list, window.discount + window.bonus, 1, false};
  if (!account.standing_discount_percent || window.net <= 0) return std::nullopt;
  const std::int64_t percent = account.standing_discount_percent->millionths;
  if (percent >= points_whole) return std::nullopt;
  const std::int64_t common = std::gcd(percent, points_whole);
  return ListPrice{window.net * (points_whole / common), window.net * (percent / common),
                   (points_whole - percent) / common, true};
}

// list × (1 − percent) − credit notes ≥ from_revenue.
Micro due_at_own_price(const ListPrice& price, Int128 credited, const std::vector<DiscountStep>& scale) {
  const DiscountStep* highest = nullptr;
  for (const DiscountStep& step : scale) {
    const Int128 left = checked_multiply(price.list, points_whole - step.percent.millionths);
    const Int128 right =
        checked_multiply(checked_multiply(credited + step.from_revenue, points_whole), price.over);
    if (left < right) continue;
    if (highest == nullptr || step.from_revenue > highest->from_revenue) highest = &step;
  }
  return highest == nullptr ? Micro{} : highest->percent;
}

Micro due_by_revenue(Cents revenue, const std::vector<DiscountStep>& scale) {
  const DiscountStep* highest = nullptr;
  for (const DiscountStep& step : scale)
    if (revenue >= step.from_revenue && (highest == nullptr || step.from_revenue > highest->from_revenue))
      highest = &step;
  return highest == nullptr ? Micro{} : highest->percent;
}

}  // namespace rendabel::rules
