// permission_asked.hpp — the question of permission_get: may we reach this person for this purpose then?
// In: query documents (contract.md 2).  Out: plain data for the pipeline.  Never: JSON, SQL, an answer.
// Names, limits and meanings for the host stand in permission_asked_fields.hpp.
#pragma once
#include <optional>
#include <string>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"

namespace rendabel {

struct PermissionAsked {
  std::string account_id;
  std::string contact_id;  ///< empty: whoever may be reached first
  Purpose purpose = Purpose::marketing;
  LawChannel channel = LawChannel::voice;
  std::optional<Moment> at;  ///< always there once read
};

}  // namespace rendabel
