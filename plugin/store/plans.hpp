// plans.hpp — the day's list, fixed by the first plan of a date (contract.md 2, calls_plan).
// In: calls in order of rank.  Out: the same calls, with their present state.  Never: ranks or filters.
// Method: calls of one date are few, so a plan is read and written whole; states change one by one.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/options.hpp"

namespace rendabel::store {

class Store;

struct Plan {
  Date date{};
  std::int64_t capacity = 0;
  std::optional<std::vector<Present>> present;          ///< who was said to be here; unset: as in settings
  std::vector<Call> calls;                              ///< by rank
  std::map<std::string, std::int64_t> left_out_counts;  ///< per code
  std::vector<LeftOut> left_out;                        ///< rows, up to a limit
  std::int64_t sequence = 0;  ///< change number of accounts up to which the plan has been brought up to date
};

std::optional<Plan> load_plan(Store& store, Date date);
/// The plan without its calls and left_out.
std::optional<Plan> plan_head(Store& store, Date date);
/// Stores or replaces the plan of its date. Within a Change. Rows of left_out that are those of `before`, the
/// stored plan, are not written again: there are many, and most saves change none.
void save_plan(Store& store, const Plan& plan, const Plan* before = nullptr);
/// Adds calls behind the last rank; their call_id must be new.
void append_calls(Store& store, Date date, const std::vector<Call>& calls);
/// Changes one call's state; `withdrawn_why` is a code, empty unless withdrawn.
void put_call_state(Store& store, Date date, std::string_view call_id, CallState state,
                    std::string_view withdrawn_why);
/// The calls of a day in order of rank, without their reasons.
std::vector<Call> day_calls(Store& store, Date date);
/// The account's calls of a day, likewise.
std::vector<Call> account_calls(Store& store, Date date, std::string_view account_id);
/// Open calls of a lane behind `after_rank` that are anybody's, the agent's, or reserved for a time; without
/// reasons, by rank, at most `limit`.
std::vector<Call> open_calls(Store& store, Date date, Lane lane, std::string_view agent,
                             std::int64_t after_rank, std::int64_t limit);
void load_reasons(Store& store, Date date, Call& call);
/// The call with its day and reasons, or none; a call's id begins with its day.
std::optional<std::pair<Date, Call>> find_call(Store& store, std::string_view call_id);
/// Opens the call again, for not before a moment where one is given. Within a Change.
void put_off_call(Store& store, Date date, std::string_view call_id, std::optional<Moment> not_before);
/// Whether the account found no place on the day's list for that reason.
bool waits_for_place(Store& store, Date date, std::string_view account_id, Reason reason);
/// All calls ever planned for an account, newest date first (for the export).
std::vector<std::pair<Date, Call>> calls_of(Store& store, std::string_view account_id);
/// Likewise why it was left out.
std::vector<std::pair<Date, LeftOut>> left_out_of(Store& store, std::string_view account_id);

}  // namespace rendabel::store
