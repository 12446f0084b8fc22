// permission_asked_fields.hpp — the fields of permission_get's query, one line each (contract.md 2).
// The reader checks with it and the schema is written from it.
#pragma once
#include "plugin/base/describe.hpp"
#include "plugin/base/permission_asked.hpp"

namespace rendabel {

// clang-format off
template <> struct Description<PermissionAsked> {
  static constexpr std::string_view name = "permission_query";
  static constexpr auto fields = std::tuple{
      required(Id{}, "account_id", &PermissionAsked::account_id, "The account"),
      field(Id{}, "contact_id", &PermissionAsked::contact_id, "A person of it, or the account's id for its own number; unset: the first who may be reached so"),
      field(Choice<Purpose>{}, "purpose", &PermissionAsked::purpose, "Why; default marketing"),
      field(Choice<LawChannel>{}, "channel", &PermissionAsked::channel, "How; default voice"),
      required(AtMoment{}, "at", &PermissionAsked::at, "When, RFC 3339 with offset")};
};
// clang-format on

}  // namespace rendabel
