// what_if.hpp — what another discount or fewer visits would do to the result, before it is given.
// In: the account judged, what is asked.  Out: the statement as it would have been, and where it breaks even.
// Never: a change of the snapshot or of the advice.  Method: the changed drivers' statement (domain.md 4);
// the cost of goods is held, interest moves with the price; each break-even is searched on whole statements.
#pragma once
#include "plugin/base/options.hpp"
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

/// What is asked of what is not known (a discount without list prices, days late without invoices) changes
/// nothing and has no `from`. The loosest value that still reaches target_margin_bp is the break-even.
WhatIfResult what_if(const Judged& account, const WhatIf& asked);

/// The drivers of window 0 as they would have been.
Drivers changed_drivers(const Judged& account, const WhatIf& asked);

}  // namespace rendabel::rules
