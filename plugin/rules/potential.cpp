#include "plugin/rules/potential.hpp"

#include <algorithm>

#include "plugin/rules/net_result.hpp"

namespace rendabel::rules {

Potential best_window(const AccountDrivers& drivers, const Settings& settings) {
  Potential best;
  bool unknown = false;
  for (const Drivers& window : drivers.windows) {
    if (!window.complete) continue;
    const auto margin = gross_margin(window, settings);
    if (margin) best.amount = std::max(best.amount.value_or(*margin), *margin);
    unknown = unknown || !margin;
  }
  // Empty windows bring 0; beside a window whose margin nobody knows that is no best.
  if (unknown && best.amount && *best.amount <= 0) best.amount.reset();
  best.method = "best_window";
  return best;
}

}  // namespace rendabel::rules
