// rhythm.hpp — step rhythm: is a customer still ordering as he used to (domain.md 5) [M2 'relaties die op nul
// staan']. In: orders and credit notes, a contract's end, a day.  Out: order days, median gap, silence,
// state; and the states to come while nothing new happens, so that a plan needs no refresh to see today's
// sleepers. Never: unassigned revenue.  Method: the tuned hiatus rule [2]; half days keep a median whole.
#pragma once
#include <optional>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// Distinct days up to `as_of` with a positive net: orders of that date − credit notes of that date that name
/// one of them or no order. In order. An order without amounts makes its day one.
std::vector<Date> order_days(const Snapshot& snapshot, Date as_of);

/// The rhythm on `as_of` of an account with these order days (none later than `as_of`).
Rhythm rhythm_of(const std::vector<Date>& order_days, std::optional<Date> contract_until, Date as_of);

/// A state that holds on the days from ≤ day < until; no until: for good.
struct RhythmSpan {
  RhythmState state{};
  Date from{};
  std::optional<Date> until;
  bool operator==(const RhythmSpan&) const = default;
};

/// The states from `as_of` on while no new fact comes, without gaps. Neighbours differ.
std::vector<RhythmSpan> rhythm_spans(const std::vector<Date>& order_days, std::optional<Date> contract_until,
                                     Date as_of);

}  // namespace rendabel::rules
