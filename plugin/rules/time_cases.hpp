// time_cases.hpp — step 7: the reasons to call that time gives, not a record: renegotiate, keep_in_touch,
// needs. In: facts, the assessment, what the desk decided, a day.  Out: cases, due or to come; empty source
// ids but for needs.  Never: clock, store, permission.  Method: domain.md 7 [M2: houd contact], 4 (one offer
// a quarter).
#pragma once
#include <optional>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// A remedy of the plan to put to a loss-making customer: none while one was agreed, when none of the plan
/// needs his yes, or after a goodbye was done. Due from the day the last offer, or our last try (`tried_on`),
/// is renegotiate_again_days old. `snapshot` is the account as judged.
std::optional<Case> renegotiate_case(const Snapshot& snapshot, const Assessment& assessment,
                                     const DeskState& desk, std::optional<Date> tried_on, const Calls& calls,
                                     Date day);

/// The last day on or before `day` on which somebody there was reached, by the host's record or ours.
std::optional<Date> last_reached(const Snapshot& snapshot, const DeskState& desk, Date day);
/// From when silence counts: last reached, else the first order, else the account's beginning.
std::optional<Date> silent_since(const Snapshot& snapshot, const DeskState& desk, Date day);
/// Days between two contacts with an account of this layer; visits that calls replaced make them fewer. None:
/// its layer is not kept in touch with.
std::optional<std::int64_t> touch_interval_days(const Snapshot& snapshot, const Assessment& assessment,
                                                const Calls& calls, Date day);
/// Whether it was agreed within the last year that calls replace visits.
bool calls_replace_visits(const Snapshot& snapshot, Date day);
/// Days between two of the calls that replace visits, agreed within the last year; none: no visit is
/// replaced.
std::optional<std::int64_t> replaced_visit_days(const Snapshot& snapshot, const Assessment& assessment,
                                                Date day);
/// Contact older than the layer's interval; a pinned account is due at once.
std::optional<Case> keep_in_touch_case(const Snapshot& snapshot, const Assessment& assessment,
                                       const DeskState& desk, const Calls& calls, Date day);

/// What comparable customers buy and he does not, as of the last refresh: cases of cross_sell keyed by the
/// group, the likeliest first. Due when the last conversation is cross_sell_again_days old.
std::vector<Case> proposal_cases(const Snapshot& snapshot, const Assessment& assessment,
                                 const DeskState& desk, const Calls& calls, Date day);

/// Needs that are not closed and have a day, as cases of cross_sell keyed by the need's id.
std::vector<Case> need_cases(const Account& account, const std::vector<Need>& needs);

}  // namespace rendabel::rules
