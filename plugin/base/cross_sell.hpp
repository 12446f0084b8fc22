// cross_sell.hpp — which product groups the buyers of a group also buy (domain.md 8): plain data of a book.
// Bounded, for every save reads it: the groups most bought, and of each the groups most often bought beside
// it. Counts are customers; scores are basis points, so that the same book gives the same bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel {

/// At most so many groups are kept, the most bought ones (ties by name).
inline constexpr std::size_t cross_sell_groups_max = 200;
/// At most so many groups are kept beside each, the best ones.
inline constexpr std::size_t cross_sell_beside_max = 10;
/// Of one account at most so many groups count, the first by name: a host that sends articles as groups.
inline constexpr std::size_t account_groups_max = 64;

struct ProductGroup {
  std::string name;
  std::int64_t buyers = 0;
  bool operator==(const ProductGroup&) const = default;
};

/// Of the buyers of `from` so many also buy `to`; both are places in `groups`.
struct BoughtBeside {
  std::uint16_t from = 0, to = 0;
  std::int64_t both = 0;
  std::int32_t score_bp = 0;  ///< chance that a buyer of `from` buys `to`, shrunk to that of everybody
  bool operator==(const BoughtBeside&) const = default;
};

/// Empty before a refresh, and where nothing has enough support.
struct CrossSell {
  std::int64_t buyers = 0;           ///< accounts with a product group
  std::vector<ProductGroup> groups;  ///< most bought first
  std::vector<BoughtBeside> beside;  ///< by `from`, best first
  bool operator==(const CrossSell&) const = default;
};

/// A group to propose: of `buyers` comparable customers that buy `from`, `also` buy `group`.
struct CrossSellAdvice {
  std::string group, from;
  std::int64_t buyers = 0, also = 0;
  std::int32_t score_bp = 0;
  bool operator==(const CrossSellAdvice&) const = default;
};

}  // namespace rendabel
