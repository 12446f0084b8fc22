// buying_model_statistics.hpp — what the timing of a buyer's order days tells, and a book of such buyers.
// In: order days.  Out: repeats x, last t_x, age T in weeks, Σ ln gap; equal (x, t_x, T) as one group,
// sorted. Never: an order of buyers that matters.  Method: sort, then sum in that order.
#pragma once
#include <compare>
#include <cstdint>
#include <vector>

#include "plugin/base/buying_model.hpp"
#include "plugin/base/date.hpp"

namespace rendabel::rules {

/// One buyer. Weeks, as the priors are meant for weeks.
struct BuyerTimes {
  std::int64_t repeats = 0;  ///< x: order days after the first
  double age = 0;            ///< T: from the first order day to as_of
  double last = 0;           ///< t_x: from the first to the last order day; 0 without repeats
  double log_gaps = 0;       ///< Σ ln of the gaps between order days
  auto operator<=>(const BuyerTimes&) const = default;
};

/// On `as_of`, which is not before the last order day.
BuyerTimes buyer_times(const BuyerStatistic& buyer, Date as_of);
/// Of sorted, distinct order days up to `as_of`, at least one.
BuyerTimes buyer_times(const std::vector<Date>& order_days, Date as_of);

/// The timing part of a statistic: of sorted, distinct order days, at least one.
BuyerStatistic buyer_statistic(const std::vector<Date>& order_days);

/// Buyers with the same repeats, age and last; `log_gaps` is their sum.
struct BuyerGroup {
  BuyerTimes times;
  double buyers = 0;
};

/// A book of buyers in groups, sorted: the same for the same buyers in any order.
class BuyerStatistics {
 public:
  explicit BuyerStatistics(std::vector<BuyerTimes> buyers);
  const std::vector<BuyerGroup>& groups() const { return groups_; }
  double buyers() const { return buyers_; }
  double repeats() const { return repeats_; }    ///< Σ x
  double log_gaps() const { return log_gaps_; }  ///< Σ Σ ln gap
  /// Every n-th buyer in sorted order, so that about `most` remain: enough to choose k and a start by.
  BuyerStatistics thinned(double most) const;

 private:
  BuyerStatistics() = default;
  void add(const BuyerGroup& group);

  std::vector<BuyerGroup> groups_;
  double buyers_ = 0, repeats_ = 0, log_gaps_ = 0;
};

}  // namespace rendabel::rules
