// retention.hpp — what of an account's facts has been kept long enough (law.md, minimal data).
// In: facts, days from which on they are kept.  Out: the facts with less in them, or who has been silent.
// Never: an answer of windows 0–2 or an order day that changes; an open invoice or quote; clock, store.
// Method: an order of long ago keeps its id, date and net amount, a credit note also its order and kind, an
// activity what it was and whether somebody was reached; settled invoices, decided quotes and inquiries go.
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// The day `months` before `day`; the last of a shorter month. What is of that day or later is kept.
Date months_before(Date day, std::int64_t months);
/// First day whose facts are kept whole: facts_months ago, and never after the first day of window 2, which
/// the rules still look at.
Date facts_kept_from(const Settings& settings, Date as_of);

/// Whether anything of `facts` is older than `from`: forget_details may find something then.
bool has_outdated(const Snapshot& facts, Date from);
/// Takes out of `facts` what is older than `from`; true when anything went. Lists are changed where they lie.
bool forget_details(Snapshot& facts, Date from);

/// Contacts without a sign since `from`: no activity, quote, inquiry, consent or objection of theirs, and no
/// order or invoice of the account. Somebody of whom no day at all is known is not silent: unknown is not 0.
std::vector<std::string_view> silent_contacts(const Snapshot& facts, Date from);

}  // namespace rendabel::rules
