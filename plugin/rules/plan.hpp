// plan.hpp — step 7: the day's list from everything that could be called.
// In: candidates, capacity, reserved shares.  Out: ordered calls, and who was left out and why.
// Never: clock, store, chance; the order in which candidates come does not matter.
// Method: domain.md 7: one planned call per account and number, strongest reason leads, shares kept free
// first.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/rules/agents_today.hpp"

namespace rendabel::rules {

/// One reason to call an account, judged for the day. `left_out` is empty where it may be planned, else a
/// code: not_due, planned_activity, not_worth, no_phone, not_now, denied.
struct Candidate {
  std::string account_id;
  CallReason reason;
  bool known_value = true;  ///< false: no margin could be told; ranks behind those with a value
  Purpose purpose = Purpose::marketing;
  Lane lane = Lane::today;
  Date due_from{}, due_to{};
  std::string contact_id, phone, phone_e164;
  std::vector<std::string> may_reach;  ///< everybody with whom this reason may be raised
  std::string agent;  ///< whose account it is, where he is one of the agents present; else anybody's
  Permission permission;
  std::int64_t attempt = 1;
  std::optional<Moment> not_before, deadline, reserved_until;
  std::string part, language;  ///< of the day that is likelier to be answered; of the contact
  bool pinned = false;         ///< planned first, whatever it is worth
  bool assigned = false;       ///< `agent` was named by the team leader
  std::string_view left_out;   // a literal
};

/// What a plan is made for.
struct PlanTerms {
  Date day{};
  std::int64_t capacity = 0;  ///< places of the today lane
  std::map<std::string, Micro> reserve;
  std::set<std::string> taken_numbers;  ///< E.164 already planned today
  std::vector<AgentToday> agents;       ///< by id; none: nobody is named and anybody takes any call
  std::vector<std::string> seated;      ///< languages of today's calls that have a place already
  bool during_day = false;              ///< the plan stands: what comes now is added behind it
};

struct DayPlan {
  std::vector<Call> calls;        ///< the now-lane first, then today by rank; call_id left empty
  std::vector<LeftOut> left_out;  ///< by account id, then reason
};

/// Merges the candidates of each account and fills the lanes.
DayPlan plan_of(std::vector<Candidate> candidates, const PlanTerms& terms);

}  // namespace rendabel::rules
