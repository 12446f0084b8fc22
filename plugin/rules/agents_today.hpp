// agents_today.hpp — step 7: who calls on a day, and how many calls that makes.
// In: the agents of the settings, a day, who is said to be present.  Out: agents with their places.
// Never: clock, store.  Method: domain.md 7: floor(minutes × dials per hour / 60) each; in a pilot at most
// the hour, on its days.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// An agent who is here on the day.
struct AgentToday {
  std::string id;
  std::int64_t places = 0;             ///< of the today lane
  std::vector<std::string> languages;  ///< empty: any
  bool now = true;                     ///< takes calls of the now-lane
};

/// Σ over the agents present of floor(minutes × dials per hour / 60). Without agents in settings one agent of
/// `agent_minutes`, every day. `present` says who is here instead; an unknown id is invalid_argument.
/// Failure{invalid_argument} also for an id named twice.
std::int64_t capacity_on(const Calls& calls, Date day, const std::optional<std::vector<Present>>& present);

/// The agents behind that capacity, by id; none where the settings name none.
std::vector<AgentToday> agents_on(const Calls& calls, Date day,
                                  const std::optional<std::vector<Present>>& present);

/// Whether the agent works on `day`: one of his days (Monday to Friday where he names none) and not absent.
bool works_on(const Agent& agent, Date day);

}  // namespace rendabel::rules
