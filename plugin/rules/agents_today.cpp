#include "plugin/rules/agents_today.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "plugin/base/status.hpp"

namespace rendabel::rules {

namespace {

/// Calls that can be made in so many minutes; a pilot is one hour a day, whoever has more.
std::int64_t places_in(const Calls& calls, std::int64_t minutes) {
  if (calls.preset == "pilot") minutes = std::min(minutes, calls.hour_minutes);
  return static_cast<std::int64_t>(Int128{minutes} * calls.dials_per_hour.millionths / (Int128{60} * micro));
}

std::string_view weekday_name(Date day) {
  static constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return names[std::chrono::weekday{day}.iso_encoding() - 1];
}

/// A pilot has one hour, on the days of the hour; who is said to be present is here all the same.
bool without_hour(const Calls& calls, Date day) {
  return calls.preset == "pilot" &&
         std::ranges::find(calls.hour_days, weekday_name(day)) == calls.hour_days.end();
}

}  // namespace

bool works_on(const Agent& agent, Date day) {
  const auto today = weekday_name(day);
  const bool his_day =
      agent.days.empty() ? is_working_day(day) : std::ranges::find(agent.days, today) != agent.days.end();
  const bool absent = std::ranges::any_of(
      agent.absent, [&](const Period& period) { return period.from <= day && day <= period.to; });
  return his_day && !absent;
}

std::vector<AgentToday> agents_on(const Calls& calls, Date day,
                                  const std::optional<std::vector<Present>>& present) {
  std::vector<AgentToday> out;
  const auto add = [&](const std::string& id, std::optional<std::int64_t> minutes) {
    const auto found = calls.agents.find(id);
    const Agent agent = found == calls.agents.end() ? Agent{} : found->second;
    const auto his = minutes.value_or(agent.minutes.value_or(calls.agent_minutes));
    out.push_back({id, places_in(calls, his), agent.languages, agent.now});
  };
  if (!present) {
    for (const auto& [id, agent] : calls.agents)
      if (works_on(agent, day) && !without_hour(calls, day)) add(id, std::nullopt);
    return out;
  }
  std::set<std::string> seen;
  for (const auto& each : *present) {
    const bool known = calls.agents.empty() || calls.agents.contains(each.id);
    if (!known || !seen.insert(each.id).second)
      throw Failure(Status::invalid_argument,
                    "present: no agent of the settings, or named twice: " + each.id);
    add(each.id, each.minutes);
  }
  std::ranges::sort(out, {}, &AgentToday::id);
  return out;
}

std::int64_t capacity_on(const Calls& calls, Date day, const std::optional<std::vector<Present>>& present) {
  if (!present && calls.agents.empty())
    return without_hour(calls, day) ? 0 : places_in(calls, calls.agent_minutes);
  std::int64_t total = 0;
  for (const auto& agent : agents_on(calls, day, present)) total += agent.places;
  return total;
}

}  // namespace rendabel::rules
