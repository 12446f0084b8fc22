// retention.hpp — part of the nightly refresh: forgets what has been kept long enough (settings `retention`).
// In: the store, the settings, the day.  Out: fewer rows, facts with less in them.  Never: a refusal; a lock
// while looking.  Method: rows some a step, the oldest first; facts and silent contacts with the slice of the
// refresh that found them (rules/retention).
#pragma once
#include <string>

#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Takes one step; true when something was forgotten. Depends on the day and the settings alone.
bool forget_outdated(store::Store& store, const Settings& settings, Date as_of);

/// Takes out of one account's facts, and of what was told between snapshots, what is older than `as_of`
/// allows, and erases silent contacts to whom nobody spoke at the desk since either, so that what they
/// refused outlives them. Looks at what is stored now, not at what the refresh read. Within a Change; true
/// when somebody was erased, which wants wipe_log() after the commit.
bool forget_outdated(store::Store& store, const Settings& settings, store::AccountKey account, Date as_of);

/// The facts as a save stores them, in `out`: what the next refresh would forget is left out. Else a host
/// that hands over its whole history every night would have it written and forgotten every night.
void encode_kept(const Snapshot& snapshot, const Settings& settings, std::string& out);

}  // namespace rendabel::pipeline
