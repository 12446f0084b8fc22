// discount_scale.hpp — step flags: which discount the revenue earns, by the scale of the settings or the
// book's own. In: list, discount and net revenue of accounts.  Out: steps, and the percent due by them.
// Never: a step below another's percent; fewer than 100 accounts passed off as a scale.
// Method: domain.md 3, 'inferred': medians of ten groups by revenue, pooled until they rise.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/settings.hpp"
#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {

/// What one account tells of the book's scale.
struct DiscountPoint {
  std::string account_id;
  Cents r0 = 0;                   ///< net revenue of window 0, above 0
  std::int32_t effective_bp = 0;  ///< Σ (discount + bonus) / Σ list, rounded
};

/// None where the list price is not known of orders that carry 80 % of the order net, or r0 ≤ 0 or unknown.
std::optional<DiscountPoint> discount_point_of(const Drivers& window, std::string account_id);

/// The scale that the book itself shows, rising by revenue and percent; empty below 100 accounts. The order
/// of the points does not matter.
std::vector<DiscountStep> infer_scale(std::vector<DiscountPoint> points);

/// List and discount of a window as numerators over one denominator, so that a standing percent stays exact.
struct ListPrice {
  Int128 list = 0, given = 0, over = 1;
  bool assumed = false;  ///< from the standing percent

  /// Σ (discount + bonus) / Σ list, half away from zero. list > 0.
  std::int64_t effective_bp() const;
  /// effective − percent, in millionths of a point × list.
  Int128 excess(Micro percent) const;
};
/// Where orders with a list price carry ≥ 80 % of the order net those; else the standing percent; else none.
std::optional<ListPrice> list_price(const Drivers& window, const Account& account);

/// The percent of the highest step that is still reached at its own price; 0 below the lowest.
Micro due_at_own_price(const ListPrice& price, Int128 credited, const std::vector<DiscountStep>& scale);
/// The percent of the highest step that this revenue reaches.
Micro due_by_revenue(Cents revenue, const std::vector<DiscountStep>& scale);

}  // namespace rendabel::rules
