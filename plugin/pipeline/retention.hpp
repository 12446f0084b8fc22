// retention.hpp — part of the nightly refresh: forgets what has been kept long enough (settings `retention`).
// In: the store, the settings, the day.  Out: fewer rows, facts with less in them.  Never: a refusal; a lock
// while looking.  Method: rows some a step, the oldest first; facts and silent contacts with the slice of the
// refresh that found them (rules/retention).
#pragma once
#include <span>
#include <string>

#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Takes one step; true when something was forgotten. Depends on the day and the settings alone.
bool forget_outdated(store::Store& store, const Settings& settings, Date as_of);

/// Takes out of one account's facts what is older than `as_of` allows, and the `contacts` found silent to
/// whom nobody spoke at the desk since either: they are erased, so that what they refused outlives them.
/// Within a Change; true when somebody went.
bool forget_outdated(store::Store& store, const Settings& settings, store::AccountKey account, bool details,
                     std::span<const std::string> contacts, Date as_of);

}  // namespace rendabel::pipeline
