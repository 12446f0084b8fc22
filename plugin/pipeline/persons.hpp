// persons.hpp — step 7: the people of a stored account with all that the law may ask about each.
// In: the store, an account with its facts as judged, a day.  Out: people for contact_choice and permission.
// Never: decides.  Method: rules/people, what was refused on the same number anywhere else, and what outcomes
// tell: marketing calls made, numbers that are somebody else's.
#pragma once
#include <vector>

#include "plugin/base/settings.hpp"
#include "plugin/rules/contact_choice.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Within a Reading or a Change. `snapshot` (store::load_judged) and `settings` must outlive the people. An
/// account that was never stored has the key 0.
std::vector<rules::Person> persons_at(store::Store& store, const Settings& settings,
                                      store::AccountKey account, const Snapshot& snapshot, Date day);
inline std::vector<rules::Person> persons_at(store::Store& store, const Settings& settings,
                                             const store::AccountRow& row, const Snapshot& snapshot,
                                             Date day) {
  return persons_at(store, settings, row.account, snapshot, day);
}

}  // namespace rendabel::pipeline
