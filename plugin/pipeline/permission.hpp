// permission.hpp — step 7 explained: may we reach this person for this purpose at that moment, and why.
// In: the store, a question.  Out: the law's decision with all that it looked at, and when it is allowed
// next.  Never: writes, leases or plans.  Method: the account as the desk sees it at that moment
// (desk_account), so that an agent hears here what his card says.
#pragma once
#include <optional>
#include <string>

#include "plugin/base/book.hpp"
#include "plugin/base/permission_asked.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/permission.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

struct ExplainedPermission {
  std::string account_id, contact_id;  ///< whom it is about; the account's own number has the account's id
  Moment at{};
  Purpose purpose{}, judged_as{};  ///< asked for, and what is left of it without an open request
  LawChannel channel{};
  std::optional<Reason> reason;  ///< of the request, where judged_as is asked
  std::string source_id;         ///< the record behind it
  Permission permission;
  std::string country;
  PersonKind person_kind{};
  Relation relation{};
  std::string address, phone_e164;     ///< number or handle as the host gave it; empty: none known
  std::optional<Moment> next_allowed;  ///< from `at` on; unset: not within rules::next_allowed's horizon
};

/// Failure{not_found}: no such account, or no such active person there.
ExplainedPermission permission_get(store::Store& store, const Settings& settings, const BookContext& book,
                                   const PermissionAsked& asked);

}  // namespace rendabel::pipeline
