// cross_sell.hpp — step cross-sell: what comparable customers buy (domain.md 8).
// In: the product groups of each account.  Out: the book's groups and pairs with enough support; for one
// account the groups to propose.  Never: an account or article by name; a pair that few customers carry.
// Method: item-based co-occurrence (Linden, Smith & York 2003), chances shrunk towards everybody's.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/cross_sell.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// Adds accounts up in any order. Memory: a name once, four bytes for each group that an account buys.
class CrossSellBook {
 public:
  /// Groups of one account, distinct.
  void add(std::span<const std::string_view> groups);
  CrossSell of(const Settings& settings) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> places_;
  std::vector<std::int64_t> buyers_;
  std::vector<std::uint32_t> bought_;  ///< place + 1; the groups of an account end with a 0
  std::int64_t accounts_ = 0;
};

/// `groups` are those the account buys, sorted. Proposes groups that the account does not buy, the likeliest
/// first, each from the group that speaks most for it.
std::vector<CrossSellAdvice> cross_sell_of(const CrossSell& book, std::span<const std::string_view> groups,
                                           const Settings& settings);

}  // namespace rendabel::rules
