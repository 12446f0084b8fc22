#include "abi/render_calls.hpp"

#include "plugin/base/assessment.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/report/place_sentences.hpp"
#include "plugin/rules/office_time.hpp"

namespace rendabel::abi {
namespace {

/// An amount of a reason whose margin could not be told, or may not be seen, is null, not 0.
std::optional<Cents> told(const CallReason& reason, Cents amount) {
  if (reason.margin_from == "unknown" || reason.margin_from.empty()) return std::nullopt;
  return amount;
}

void write_reason(Writer& out, const CallReason& reason, Date today, const Words& words) {
  out.begin_object().key("code").text(name_of(reason.code));
  out.key("source_id").text_or_null(reason.source_id);
  if (words.text) out.key("why").text(report::why_call(reason, today, words.settings, words.language));
  out.key("since").date(reason.since).key("value_at_stake").money(told(reason, reason.value_at_stake));
  out.key("p_success").decimal(reason.p_success).key("margin").money(told(reason, reason.margin));
  out.key("margin_from").text_or_null(reason.margin_from).key("decay").decimal(reason.decay);
  out.key("cost").money(told(reason, reason.cost)).end_object();
}

std::string_view words_for(std::span<const report::CallWords> labels, std::string_view code,
                           std::string_view language) {
  for (const report::CallWords& label : labels)
    if (label.code == code) return language == "nl" ? label.nl : label.en;
  return {};
}

void write_left_out(Writer& out, const LeftOut& row, const Words& words) {
  out.begin_object().key("account_id").text(row.account_id).key("reason").text(name_of(row.reason));
  out.key("why").text(row.why).key("rule").text_or_null(row.rule);
  if (words.text)
    out.key("text").text(row.rule.empty() ? words_for(report::left_out_labels(), row.why, words.language)
                                          : report::rule_words(row.rule, words.language));
  out.end_object();
}

void write_place(Writer& out, const Call& call, Date today, const Words& words) {
  const auto reserved = call.reserved_for ? name_of(*call.reserved_for) : std::string_view{};
  out.key("place")
      .begin_object()
      .key("code")
      .text(name_of(call.place))
      .key("reserved_for")
      .text_or_null(reserved);
  if (words.text) out.key("text").text(report::why_place(call, today, words.settings, words.language));
  out.end_object();
}

}  // namespace

void write_permission(Writer& out, const Permission& permission, const Words& words) {
  out.begin_object();
  write_permission_members(out, permission, words);
  out.end_object();
}

void write_permission_members(Writer& out, const Permission& permission, const Words& words) {
  out.key("allowed").text(name_of(permission.allowed));
  out.key("rule").text_or_null(permission.rule);
  if (words.text) out.key("text").text(report::rule_words(permission.rule, words.language));
}

void write_moment(Writer& out, const std::optional<Moment>& at, const Words& words) {
  out.moment(at ? std::optional(rules::on_clocks_of(*at, words.settings.country)) : std::nullopt);
}

void write_call(Writer& out, const Call& call, Date today, const Words& words) {
  out.begin_object();
  write_call_members(out, call, today, words);
  out.end_object();
}

void write_call_members(Writer& out, const Call& call, Date today, const Words& words) {
  out.key("call_id").text(call.call_id).key("account_id").text(call.account_id);
  out.key("contact_id").text_or_null(call.contact_id).key("rank").integer(call.rank);
  out.key("lane").text(name_of(call.lane)).key("state").text(name_of(call.state));
  out.key("withdrawn_why").text_or_null(call.withdrawn_why).key("reasons").begin_array();
  for (const CallReason& reason : call.reasons) write_reason(out, reason, today, words);
  out.end_array().key("purpose").text(name_of(call.purpose));
  out.key("due_from").date(call.due_from).key("due_to").date(call.due_to);
  out.key("agent").text_or_null(call.agent).key("phone").text_or_null(call.phone);
  out.key("phone_e164").text_or_null(call.phone_e164).key("value_at_stake");
  out.money(call.reasons.empty() ? std::nullopt : told(call.reasons.front(), call.value_at_stake));
  out.key("p_success").decimal(call.p_success).key("attempt").integer(call.attempt);
  const auto moment = [&](std::string_view name, const std::optional<Moment>& at) {
    out.key(name);
    write_moment(out, at, words);
  };
  moment("not_before", call.not_before);
  moment("deadline", call.deadline);
  moment("reserved_until", call.reserved_until);
  out.key("part").text_or_null(call.part).key("language").text_or_null(call.language);
  out.key("pinned").yes_no(call.pinned);
  write_place(out, call, today, words);
  out.key("permission");
  write_permission(out, call.permission, words);
}

std::string render_call_list(const pipeline::CallList& list, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("date").date(list.date).key("rules_version").integer(rules_version);
  out.key("capacity").integer(list.capacity).key("calls").begin_array();
  for (const Call& call : list.calls) write_call(out, call, list.date, words);
  out.end_array().key("left_out").begin_object().key("counts").begin_object();
  for (const auto& [why, count] : list.left_out_counts) out.key_text(why).integer(count);
  out.end_object().key("rows").begin_array();
  for (const LeftOut& row : list.left_out_rows) write_left_out(out, row, words);
  out.end_array().end_object().end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
