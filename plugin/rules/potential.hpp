// potential.hpp — step rhythm: the gross margin to expect in the next 365 days, without a model.
// In: drivers of windows 0–2.  Out: the best gross margin among them, and that it is that.
// Never: a window that the history does not cover; a 0 of empty windows beside an unknown one.  Method:
// domain.md 5, 'without an identified model'.
#pragma once
#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {

/// None when no covered window has a gross margin.
Potential best_window(const AccountDrivers& drivers, const Settings& settings);

}  // namespace rendabel::rules
