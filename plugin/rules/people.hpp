// people.hpp — step 7: who can be called at an account, and what the law knows of each.
// In: an account's facts with our own state in them, a day.  Out: its active contacts and its own number.
// Never: clock, store; a refusal learnt of the same number elsewhere is added by who knows the store.
#pragma once
#include <vector>

#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/contact_choice.hpp"

namespace rendabel::rules {

/// The account's own number is a person whose id is the account's. At an account that is no legal person it
/// is a human being's: his objections bind it, and if only he is known, so do his consents.
std::vector<Person> people_of(const Snapshot& snapshot, const Settings& settings, Date day);

}  // namespace rendabel::rules
