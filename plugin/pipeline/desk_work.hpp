// desk_work.hpp — step 8: what the ways to a call share: the day's calls as the desk sees them, and leasing.
// In: a running Change, the day's plan.  Out: calls that came up since, listed; a lease.  Never: another
// order. Method: only accounts saved since the last look are derived again; a list is read call by call.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/desk.hpp"
#include "plugin/pipeline/desk_account.hpp"

namespace rendabel::pipeline {

/// Ids of the agents who are here on the day, as its plan has them; makes the plan where there is none, so
/// call it outside a Change.
std::set<std::string> need_plan(store::Store& store, const Settings& settings, Date day,
                                const Cancel& cancel);

/// Lists new calls of accounts saved since the last look. Within a Change.
void list_new_calls(store::Store& store, const Settings& settings, const CandidateMaker& maker, Date day,
                    const Cancel& cancel);

/// Adds a call that was not planned behind the last rank and names it. Within a Change.
void append_call(store::Store& store, Date day, Call& call);

struct Who {
  std::string_view agent;
  CallDirection direction = CallDirection::out;
};
/// Leases the call of `day` from `time` on for lease_minutes and notes the start; none where the account or
/// one of its numbers is taken. Within a Change, after end_leases.
std::optional<Moment> lease_call(store::Store& store, const Settings& settings, const DeskAccount& account,
                                 store::AccountKey key, const Call& call, const DeskTime& time,
                                 const Who& who);

}  // namespace rendabel::pipeline
