// capacity_check.hpp — what people are paid for against what the window's drivers were charged (domain.md 6)
// [1: the capacity that nobody uses]. In: drivers, rates, settings.capacity.  Out: minutes per pool of
// drivers, used, unused and what they cost; hours logged at visits beside hours paid.  Never: minutes guessed
// from money: drivers charged without minutes are named.  Method: quantity × minutes, else minutes as logged.
#pragma once
#include <vector>

#include "plugin/base/book.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {

/// One row per pool of settings.capacity: what one account's window charged it. A pool may name a driver
/// ("order") or one variant of it ("order.phone").
std::vector<BookPool> pool_use(const Drivers& window, const Rates& rates, const Settings& settings);

/// Adds up the accounts, unassigned revenue too: its orders took people's time as well.
class CapacityBook {
 public:
  explicit CapacityBook(const std::vector<CapacityPool>& pools) : pools_(pools), sums_(pools.size()) {}
  void add(const BookRow& row);
  std::vector<CapacityCheck> checks() const;

 private:
  struct Sum {
    Int128 minutes = 0, visit_minutes = 0, visit_charged = 0;
    std::uint32_t without = 0;
  };
  const std::vector<CapacityPool>& pools_;
  std::vector<Sum> sums_;
};

}  // namespace rendabel::rules
