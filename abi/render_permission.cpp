#include "abi/render_permission.hpp"

#include "abi/render_calls.hpp"

namespace rendabel::abi {

std::string render_permission(const pipeline::ExplainedPermission& explained, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("account_id").text(explained.account_id);
  out.key("contact_id").text(explained.contact_id).key("at");
  write_moment(out, explained.at, words);
  out.key("purpose").text(name_of(explained.purpose)).key("judged_as").text(name_of(explained.judged_as));
  out.key("reason").text_or_null(explained.reason ? name_of(*explained.reason) : std::string_view());
  out.key("source_id").text_or_null(explained.source_id).key("channel").text(name_of(explained.channel));
  write_permission_members(out, explained.permission, words);
  out.key("country").text(explained.country).key("person_kind").text(name_of(explained.person_kind));
  out.key("relation").text(name_of(explained.relation)).key("address").text_or_null(explained.address);
  out.key("phone_e164").text_or_null(explained.phone_e164).key("next_allowed");
  write_moment(out, explained.next_allowed, words);
  return out.end_object().text_copy();
}

}  // namespace rendabel::abi
