// account_statistic.hpp — what one account adds to the values that need the whole book: the buying model
// and cross-sell. A refresh gathers it per account and adds it up at its end.
// Absent optionals do not take part. Little of it changes from one day to the next.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/buying_model.hpp"

namespace rendabel {

struct AccountStatistic {
  std::optional<BuyerStatistic> buyer;  ///< none: no order days, unassigned, or a truncated history
  std::vector<std::string_view>
      product_groups;  ///< bought in windows 0–2; sorted, distinct; views of the snapshot
  bool operator==(const AccountStatistic&) const = default;
};

}  // namespace rendabel
