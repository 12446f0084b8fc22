// agreed.hpp — step remedies: what an accepted remedy was to bring a year, and what it brought since.
// In: the account judged, what the customer answered.  Out: one row per accepted remedy.
// Never: growth or decline of the trade passed off as a remedy's work.  Method: what the same trade would
// have cost in the way of the year before the acceptance, less what it did cost since; today's rates in both.
#pragma once
#include <vector>

#include "plugin/rules/remedies.hpp"

namespace rendabel::rules {

/// The effects that the accepted remedies would have, were they still to be put to the customer.
std::vector<RemedyAdvice> foretold(const Judged& account, const std::vector<Flag>& flags, Answers answers);

/// In the order of RemedyCode. What was predicted comes from own state; where that does not know the
/// acceptance yet, it is foretold now.
std::vector<AgreedRemedy> agreed_remedies(const Judged& account, const std::vector<Flag>& flags,
                                          const Answers& answers);

/// What one remedy brought in `since`, by the year `before`; none where either is not known well enough.
std::optional<Cents> realised(RemedyCode code, const Drivers& before, const Drivers& since,
                              const Rates& rates, const Settings& settings);

}  // namespace rendabel::rules
