// retention.hpp — part of the nightly refresh: forgets what has been kept long enough (settings `retention`).
// In: the store, the settings, the day.  Out: fewer rows.  Never: facts; a lock while looking.
// Method: some rows a step, the oldest first; what is left goes in the next refresh.
#pragma once
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// The day `months` before `day`; the last of a shorter month. What is of that day or later is kept.
Date months_before(Date day, std::int64_t months);

/// Takes one step; true when something was forgotten. Depends on the day and the settings alone.
bool forget_outdated(store::Store& store, const Settings& settings, Date as_of);

}  // namespace rendabel::pipeline
