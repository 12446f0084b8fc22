// visits.hpp — step visit programme: how many visits a margin carries and how many we advise [M1: a visit
// frequency in line with potential and contribution]. In: the statement and drivers of window 0, the
// potential, the visit rate.  Out: done, carried, advised. Never: a rounding up: a visit is whole.
#pragma once
#include <optional>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

/// What one visit costs: the rate, or per hour the mean of those done. None when it is nothing or unknown.
std::optional<Exact> visit_cost(const Drivers& drivers, const Rates& rates);

/// carried = floor((gross margin − other lines + contributions) / visit cost), not below 0; advised = the
/// least of that, floor(visit_share × max(gross margin, potential) / visit cost) and visits_max. Both none
/// without a gross margin, a visit cost or an order in the window.
Visits visits_of(const Drivers& drivers, const WindowResult& result, const Potential& potential,
                 const Rates& rates, const Settings& settings);

}  // namespace rendabel::rules
