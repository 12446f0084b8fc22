// account_statistic.hpp — what one account adds to the values that need the whole book.
// In: a snapshot, the settings, a day.  Out: its order days and their margins, its product groups.
// Never: facts after `as_of`; a purchase of revenue without a customer.  Method: domain.md 5 and 8; a margin
// is known when the cost of all that was ordered and given back on that day is.
#pragma once
#include "plugin/base/account_statistic.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// Views of the snapshot.
AccountStatistic statistic_of(const Snapshot& snapshot, const Settings& settings, Date as_of);

/// The buyer's part alone, of his order days (rules/rhythm); none without. `truncated` histories have one too
/// here: what may be said of it is the caller's to know.
std::optional<BuyerStatistic> buyer_statistic_of(const Snapshot& snapshot,
                                                 const std::vector<Date>& order_days,
                                                 const Settings& settings, Date as_of);

/// Product groups ordered in windows 0–2 of `as_of`; sorted, distinct, at most `account_groups_max`.
std::vector<std::string_view> product_groups_of(const Snapshot& snapshot, Date as_of);

}  // namespace rendabel::rules
