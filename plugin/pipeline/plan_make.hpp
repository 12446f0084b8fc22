// plan_make.hpp — step 7: the first plan of a day, and what its later changes share with it.
// In: the store, the settings, who is present.  Out: a plan ready to be stored.  Never: writes.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "plugin/base/cancel.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// The plan of `day` from everybody with an open case, and the best of those who sleep or were long not
/// spoken to. `kept` are calls of an earlier plan of the day that were made or are under way: they stay in
/// front and their accounts are not called again.
store::Plan make_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                      std::vector<Call> kept, const Cancel& cancel);

/// Gives every call without a name one that is new among `calls`: the day and a hash of the account.
void name_calls(std::vector<Call>& calls, Date day);

/// Counts the rows and keeps the first of them by account id, left_out_kept_max in all.
void keep_left_out(store::Plan& plan, std::vector<LeftOut> rows);
inline constexpr std::size_t left_out_kept_max = 5000;
/// Code of accounts that nobody looked at, for they are worth less: counted, without rows.
inline constexpr std::string_view less_worth = "less_worth";

/// Ids of the agents who work on the day, or of those said to be present.
std::set<std::string> present_agents(const Settings& settings, Date day,
                                     const std::optional<std::vector<Present>>& present);

/// Makes room in `terms` for nobody whom `calls` already reach: capacity and numbers that are taken.
struct Taken {
  std::set<std::string> numbers;
  std::int64_t today_places = 0;
  std::vector<std::string> languages;  ///< of these
  std::int64_t last_rank = 0;
};
Taken taken_by(const std::vector<Call>& calls);

}  // namespace rendabel::pipeline
