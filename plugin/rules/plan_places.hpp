// plan_places.hpp — step 7: which calls of the today lane get a place.
// In: calls in order of rank, capacity, reserved shares, agents.  Out: chosen or not, and what gave the
// place. Never: another order.  Method: pinned ones, reserved shares, then the strongest of the rest; each as
// long as those present can make the calls in their languages (rules/seats).
#pragma once
#include <string_view>
#include <vector>

#include "plugin/rules/plan.hpp"

namespace rendabel::rules {

/// A call in the making and whether its value is known.
struct Draft {
  Call call;
  bool known_value = true;
  bool assigned = false;  ///< its agent keeps it, however full his day is
};

/// Whether the agent can make a call in `language`; empty: any.
bool speaks(const AgentToday& agent, std::string_view language);

/// Chosen or not, one each of `drafts`; their calls get `place` and `reserved_for`.
std::vector<bool> fill_places(std::vector<Draft>& drafts, const PlanTerms& terms);

}  // namespace rendabel::rules
