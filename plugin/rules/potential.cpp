#include "plugin/rules/potential.hpp"

#include <algorithm>

#include "plugin/rules/net_result.hpp"

namespace rendabel::rules {

Potential best_window(const AccountDrivers& drivers, const Settings& settings) {
  Potential best;
  for (const Drivers& window : drivers.windows) {
    const auto margin = window.complete ? gross_margin(window, settings) : std::nullopt;
    if (margin) best.amount = std::max(best.amount.value_or(*margin), *margin);
  }
  best.method = "best_window";
  return best;
}

}  // namespace rendabel::rules
