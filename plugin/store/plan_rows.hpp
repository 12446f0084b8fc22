// plan_rows.hpp — a call of a day's list as its rows hold it; for the files of the store only.
// In: rows of plan_call and plan_reason.  Out: a Call.  Never: a choice of calls (plans.hpp).
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/store/database.hpp"

namespace rendabel::store {

/// A row of plan_call, without its reasons; the columns in the order that plans.cpp selects them.
Call call_of(const Rows& rows);
std::vector<CallReason> reasons_of(Database& database, Date date, std::string_view call_id);
/// Adds the call with its reasons.
void write_call(Database& database, Date date, const Call& call);

}  // namespace rendabel::store
