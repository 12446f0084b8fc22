// cases.hpp — step 7: the reasons to call an account that its facts give, with purpose, lane and due days.
// In: one account's snapshot, the settings, a day.  Out: open cases; why a case closed.
// Never: clock, store, permission, money at stake.  Method: domain.md 7 [M2: 'offertes en informatieaanvragen
// nabellen']. A case is keyed (account, reason, source record); the day's plan derives it again, so that no
// refresh is needed.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// Whether the account can have cases at all: neither inactive nor the account of unassigned revenue.
bool can_have_cases(const Account& account);

/// The open fact-driven cases on `as_of`: quote, inquiry, problem. In order of reason, then source id.
/// Facts dated after `as_of` do not count. Empty for accounts that cannot have cases.
std::vector<Case> cases_of(const Snapshot& snapshot, const Settings& settings, Date as_of);

/// Why a stored case that cases_of no longer gives is closed: won, lost, expired, answered, solved, too_old,
/// steps_done, inactive, or gone (the host no longer sends the record). A literal.
std::string_view closed_why(const Snapshot& snapshot, const Settings& settings, Date as_of, Reason reason,
                            std::string_view source_id);

/// The time-driven case of a silent account: dormant or slipping, with an empty source id, or none.
/// `rhythm` is the account's on `as_of`; the case counts from the last order day.
std::optional<Case> sleeping_case(const Account& account, const Rhythm& rhythm, Date as_of);

/// Whether an activity planned on one of the next working days holds back the account's Today cases.
bool held_back_by_plan(const Snapshot& snapshot, const Settings& settings, Date as_of);

/// The purpose that the law looks at on `day`: asked turns into marketing after asked_until.
Purpose purpose_on(const Case& found, Date day);

}  // namespace rendabel::rules
