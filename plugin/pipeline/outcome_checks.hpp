// outcome_checks.hpp — step 8: whether an outcome's fields fit together, before anything is looked up.
// In: an outcome as read.  Out: nothing, or BadInput with every finding.  Never: the store.
#pragma once
#include "plugin/base/outcome.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::pipeline {

/// BadInput: neither or both of call_id and account_id; skipped without its reason; callback without a time,
/// one that is past or too far ahead; an agent who is not in the settings; an amount of nothing.
void check_outcome(const Outcome& outcome, const Settings& settings);

}  // namespace rendabel::pipeline
