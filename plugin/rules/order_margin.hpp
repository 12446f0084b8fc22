// order_margin.hpp — what an order of this account brings on average: the margin at stake where nothing
// better is known (domain.md 7). In: an account's facts and its assessment.  Out: gross margin per order of
// its last window with orders. Never: a window whose gross margin is unknown.
#pragma once
#include <optional>

#include "plugin/base/assessment.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/value_at_stake.hpp"

namespace rendabel::rules {

/// The window that says most of the account's margins: the later of the two judged ones that has revenue and
/// a known gross margin; null if neither has.
const WindowResult* telling_window(const Assessment& assessment);

/// Gross margin of the telling window / its orders above zero, rounded once.
std::optional<Cents> order_margin_mean(const Snapshot& snapshot, const Assessment& assessment);

/// What the value of a call is told by. An assumed ratio is not the account's own.
MarginFacts margin_facts(const Snapshot& snapshot, const Assessment& assessment,
                         std::optional<Cents> book_median);

}  // namespace rendabel::rules
