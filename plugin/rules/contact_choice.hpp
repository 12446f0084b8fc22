// contact_choice.hpp — step 7: whom at an account to call for a reason.
// In: the people of an account with their permission facts.  Out: the first one permitted who has a number.
// Never: clock, store.  Method: the reason's contact, else the last reached, else the last quote's, else by
// role then id, else the account's own number (domain.md 7).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/rules/permission.hpp"

namespace rendabel::rules {

/// One person, or the account's own number (its id is then the account's).
struct Person {
  std::string id, role;
  std::string phone, phone_e164;  ///< as the host gave it, and its normal form; empty: none
  std::optional<Date> last_reached;
  std::optional<Date> last_quote;  ///< youngest quote sent to him
  bool own_number = false;         ///< the account itself, not a person
  PermissionQuery law;             ///< all but purpose, asked_on and day
};

/// Who is called, or why nobody: `person` empty and `why` no_phone or denied with the rule of the first one
/// asked.
struct ContactChoice {
  const Person* person = nullptr;
  std::vector<std::string> may_reach;  ///< ids of all who may be called for it and have a number
  Permission permission;
  std::string_view why;  // a literal
};

/// The people in the order in which they are tried for `found`.
std::vector<const Person*> contact_order(const std::vector<Person>& people, const Case& found);

ContactChoice choose_contact(const std::vector<Person>& people, const Case& found, Date day);

}  // namespace rendabel::rules
