// statutory_claim.hpp — step remedies: the interest that the law lets us claim from a late payer.
// In: invoices, the dated statutory rates.  Out: rate and amount, shown beside enforce_terms.
// Never: a part of a result or an effect; what late money costs us is funding_rate (domain.md 2).
// Method: cent-days after the due date per stretch of days with one rate.
#pragma once
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

/// Fills in statutory_rate and claimable. Nothing without a rate in the settings.
void add_claim(const Judged& account, RemedyAdvice& row);

}  // namespace rendabel::rules
