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
  std::optional<Date> last_quote;    ///< youngest quote sent to him
  bool own_number = false;           ///< the account itself, not a person
  PermissionQuery law;               ///< for the telephone; all but purpose, asked_on, at and marketing_calls
  std::vector<Consent> consents;     ///< that speak for this person, views into the snapshot
  const Contact* contact = nullptr;  ///< in the snapshot; null for an own number without a contact of its own
  const Account* account = nullptr;  ///< in the snapshot, for an own number
};

/// What the law is asked about reaching `person` by another channel; `subject` as in opt_in (consents.hpp).
PermissionQuery law_on(const Person& person, LawChannel channel, std::string_view subject = {});

/// Fills in the purpose that `found` has on the query's day, and since when and until when it was asked for.
void add_case(PermissionQuery& query, const Case& found);

/// Who is called, or why nobody: `person` empty and `why` no_phone, or not_now or denied with the rule of the
/// first one asked; not_now where it may be allowed on another day.
struct ContactChoice {
  const Person* person = nullptr;
  std::vector<std::string> may_reach;  ///< ids of all who may be called for it and have a number
  Permission permission;
  std::string_view why;  // a literal
};

/// The people in the order in which they are tried for `found`.
std::vector<const Person*> contact_order(const std::vector<Person>& people, const Case& found);

/// Judged for some time on `day`, or at the moment `at`.
ContactChoice choose_contact(const std::vector<Person>& people, const Case& found, Date day,
                             std::optional<Moment> at = {});

}  // namespace rendabel::rules
