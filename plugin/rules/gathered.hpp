// gathered.hpp — what a refresh first gathers of every account, before anybody can be judged: the values that
// need the whole book are found from these (domain.md 3, 5, 6, 8). In: a snapshot, the settings, a day.  Out:
// a narrow row; little of it changes from one day to the next.  Never: revenue without a customer.
#pragma once
#include <optional>
#include <string_view>

#include "plugin/base/account_statistic.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

struct Gathered {
  std::optional<Cents> net_revenue;         ///< of window 0; none: unknown, or nobody's
  std::string_view account_id;              ///< with a discount only
  std::optional<std::int32_t> discount_bp;  ///< effective, for an inferred scale; none: not asked or unknown
  AccountStatistic statistic;               ///< views of the snapshot
};

/// The net revenue is the statement's own.
Gathered gathered_of(const Snapshot& snapshot, const Settings& settings, const Rates& rates, Date as_of);

}  // namespace rendabel::rules
