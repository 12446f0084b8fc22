// whale_curve.hpp — how much of the result the best accounts make and the others take away (domain.md 6).
// In: net results.  Out: the curve in at most 202 points, its peak and its end exact.
// Never: unassigned revenue.  Method: sorted descending, so that it rises to the peak and falls after it;
// 8 bytes an account.
#pragma once
#include <vector>

#include "plugin/base/book.hpp"

namespace rendabel::rules {

/// Of the accounts with a net result, in any order. Failure{bad_input}: a sum too large for an amount.
WhaleCurve whale_curve(std::vector<Cents> results);

}  // namespace rendabel::rules
