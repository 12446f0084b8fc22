// follow.hpp — what follows from an account's facts and is kept beside them: cases, sleep, numbers.
// In: a snapshot, the settings, what was stored.  Out: what should be stored now.  Never: the store itself.
// Method: pure; the save hook computes it before it takes the write lock.
#pragma once
#include <functional>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/contact_choice.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// `stored` after the facts gave `found` on `as_of`: new cases opened, known ones re-dated, those that the
/// facts no longer give closed with the reason. A case that a call closed stays closed for its source record.
std::vector<StoredCase> followed_cases(const Snapshot& snapshot, const Settings& settings, Date as_of,
                                       const std::vector<Case>& found, const std::vector<StoredCase>& stored);
/// The open ones of `found` and of the account's sleep, that no call closed. In order of reason, then source.
std::vector<Case> open_cases(std::vector<Case> found, const Account& account, const Rhythm& rhythm,
                             Date as_of, const std::vector<StoredCase>& stored);
/// Reasons that time gives and no record: their stored row is the same case only while it began on the same
/// day.
bool is_time_driven(Reason reason);
/// Closes marketing cases that nobody may be asked about any more (rules/refusals.hpp); `people` is asked
/// only where there are any. What `before` had closed for the same reason stays as it was.
void close_refused(std::vector<StoredCase>& cases, const std::vector<StoredCase>& before,
                   const std::function<std::vector<rules::Person>()>& people, Date day);
/// Takes those out of open cases.
void drop_refused(std::vector<Case>& cases, const std::function<std::vector<rules::Person>()>& people,
                  Date day);
/// Whether facts may open the case again: not when a call closed it.
bool closed_by_call(const StoredCase& one);

/// When the account is slipping, dormant or seasonal, from its last order day on, so that it holds on later
/// days. None for accounts that are never called.
std::vector<store::SleepSpan> sleep_of(const Snapshot& snapshot, Date as_of);

/// The normal numbers of the account (under its own id) and of its contacts, sorted, each once.
std::vector<store::ContactNumber> numbers_of(const Snapshot& snapshot, const Settings& settings);

}  // namespace rendabel::pipeline
