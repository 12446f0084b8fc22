// what_if.hpp — an account as it would be: a change of drivers, nothing else.
// In: one window's drivers, another discount or number of visits.  Out: the changed drivers.
// Never: a change of the snapshot.  Method: interest moves with the price, as in domain.md 4
// (reset_discount).
#pragma once
#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {

/// discount = percent (points) × list, rounded once; cent-days × (N + Δ) / N. Nothing changes where a list
/// price is unknown.
void change_discount(Drivers& drivers, Micro percent);

/// visits line × visits / visits done; without visits done, that many at the rate.
void change_visits(Drivers& drivers, Micro visits);

}  // namespace rendabel::rules
