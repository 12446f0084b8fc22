// buying_model_summary.hpp — the buying model as the book reports it: parameters, priors, likelihood, size.
// In: a fitted model.  Out: its numbers in millionths, gamma in money.  Never: fits.
#pragma once
#include "plugin/base/book_parts.hpp"
#include "plugin/base/buying_model.hpp"

namespace rendabel::rules {

/// `minor_per_major`: 100 for EUR; gamma is an amount.
BookModel summary_of(const BuyingModel& model, std::int64_t minor_per_major);

}  // namespace rendabel::rules
