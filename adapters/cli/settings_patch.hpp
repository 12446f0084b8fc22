// settings_patch.hpp — KEY=VALUE of the shell → a JSON merge patch; and dotted keys of a settings document.
// Keys: names with points between; a name that holds a point stands in quotes:
// calls.agents."j.doe".minutes=60. Below activity_rates the rest is one driver name:
// activity_rates.order.web=2.00 (but .minutes and .per_hour are parts).
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "adapters/cli/json.hpp"

namespace rendabel::cli {

/// The names of a dotted key. Throws Failure (usage) for an empty name or an open quote.
std::vector<std::string> key_names(const std::string& key);

/// The patch of all pairs together; a value is JSON where it can be read so, else a text.
/// Throws Failure (usage) where one key would replace another.
std::string settings_patch(const std::vector<std::string>& pairs);

/// Every value of a settings document with its dotted key, in document order; arrays as JSON.
std::vector<std::pair<std::string, std::string>> flat_settings(const Json& settings);

}  // namespace rendabel::cli
