#include "abi/render_card.hpp"

#include "abi/render_advice.hpp"
#include "abi/render_calls.hpp"
#include "plugin/report/card_sentences.hpp"
#include "plugin/report/learning_sentences.hpp"

namespace rendabel::abi {
namespace {

void write_people(Writer& out, const Card& card) {
  out.key("account").begin_object().key("id").text(card.call.account_id);
  out.key("name").text_or_null(card.name).key("owner").text_or_null(card.owner);
  out.key("segment").text_or_null(card.segment).key("country").text_or_null(card.country);
  out.key("person_kind").text(name_of(card.person_kind)).key("layer");
  if (card.layer)
    out.text(name_of(*card.layer));
  else
    out.null();
  out.end_object().key("contact").begin_object().key("id").text_or_null(card.call.contact_id);
  out.key("name").text_or_null(card.contact_name).key("role").text_or_null(card.contact_role);
  out.key("language").text_or_null(card.contact_language).end_object();
}

void write_verdict(Writer& out, const Card& card) {
  out.key("verdict");
  if (card.verdict)
    out.text(name_of(*card.verdict));
  else
    out.null();
  out.key("verdict_reasons").begin_array();
  for (const auto& why : card.verdict_reasons) out.text(why);
  out.end_array();
}

void write_chance(Writer& out, const Card& card, const Words& words) {
  out.key("chance_reasons").begin_array();
  for (const LearningReason& reason : card.chance_reasons) {
    out.begin_object().key("feature").text(name_of(reason.feature)).key("name").text_or_null(reason.name);
    out.key("code").text_or_null(reason.code).key("odds").decimal(reason.odds);
    if (words.text) out.key("text").text(report::learning_text(reason, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_history(Writer& out, const Card& card, const Words& words) {
  out.key("history").begin_array();
  if (words.text)
    for (const HistoryLine& line : card.history)
      out.text(report::history_text(line, card, words.settings, words.language));
  out.end_array().key("last_contact");
  if (!card.last_contact) {
    out.null();
    return;
  }
  const LastContact& last = *card.last_contact;
  out.begin_object().key("date").date(last.on).key("kind").text_or_null(last.kind);
  out.key("outcome").text_or_null(last.outcome).key("contact_id").text_or_null(last.contact_id);
  out.key("note").text_or_null(last.note).end_object();
}

void write_remedies_without_amounts(Writer& out, const Card& card) {
  out.key("remedies").begin_array();
  for (const RemedyAdvice& remedy : card.remedies) {
    out.begin_object().key("code").text(name_of(remedy.code)).key("from").null().key("to").null();
    out.key("effect").null().key("result_after").null().key("break_even").null();
    out.key("in_plan").yes_no(remedy.in_plan).key("status").text_or_null(remedy.status).end_object();
  }
  out.end_array();
}

void write_channels(Writer& out, const Card& card, const Words& words) {
  out.key("channels").begin_array();
  for (const CardChannel& channel : card.channels) {
    out.begin_object().key("kind").text(channel.kind).key("link").text(channel.link);
    out.key("preferred").yes_no(channel.preferred).key("permission");
    write_permission(out, channel.permission, words);
    if (words.text && channel.channel != LawChannel::voice)
      out.key("text").text(report::message_text(card, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_card(Writer& out, const Card& card, const Words& words) {
  out.begin_object();
  write_call_members(out, card.call, card.day, words);
  out.key("direction").text(name_of(card.direction)).key("lease_until");
  write_moment(out, card.lease_until, words);
  write_people(out, card);
  write_verdict(out, card);
  write_chance(out, card, words);
  write_history(out, card, words);
  if (card.amounts)
    write_remedies(out, card.remedies, words);
  else
    write_remedies_without_amounts(out, card);
  write_cross_sell(out, card.cross_sell, words);
  out.key("needs").begin_array();
  for (const Need& need : card.needs) {
    out.begin_object().key("code").text(need.code).key("due_on").date(need.due_on);
    out.key("note").text_or_null(need.note).end_object();
  }
  out.end_array().key("ask").begin_array();
  for (const auto& code : card.ask) out.text(code);
  out.end_array().key("sales").yes_no(card.sales).key("solve_first").yes_no(card.solve_first);
  write_channels(out, card, words);
  out.key("agent_profile_url").text_or_null(card.agent_profile_url);
  if (words.text) out.key("text").text(report::card_text(card, words.settings, words.language));
  out.end_object();
}

void write_maybe_card(Writer& out, const std::optional<Card>& card, const Words& words) {
  out.key("call");
  if (card)
    write_card(out, *card, words);
  else
    out.null();
}

}  // namespace

std::string render_next_call(const NextCall& next, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object();
  write_maybe_card(out, next.card, words);
  out.key("next_due");
  write_moment(out, next.next_due, words);
  out.end_object();
  return out.text_copy();
}

std::string render_opened_call(const OpenedCall& opened, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object();
  write_maybe_card(out, opened.card, words);
  out.key("choices").begin_array();
  for (const CardChoice& choice : opened.choices) {
    out.begin_object().key("account_id").text(choice.account_id).key("name").text_or_null(choice.name);
    out.key("contact_id").text_or_null(choice.contact_id);
    out.key("contact_name").text_or_null(choice.contact_name).end_object();
  }
  out.end_array().end_object();
  return out.text_copy();
}

std::string render_reported(const store::LoggedOutcome& outcome, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("id").text(outcome.told.id).key("account_id").text(outcome.told.account_id);
  out.key("late").yes_no(outcome.late).key("next_step").begin_object();
  out.key("kind").text(name_of(outcome.step)).key("on").date(outcome.step_on).key("at");
  write_moment(out, outcome.step_at, words);
  out.key("why").text(outcome.step_why);
  if (words.text) out.key("text").text(report::step_text(outcome.step, outcome.step_why, words.language));
  out.end_object().key("case_states").begin_array();
  for (const auto& [after, raised] : outcome.cases) {
    out.begin_object()
        .key("reason")
        .text(name_of(after.reason))
        .key("source_id")
        .text_or_null(after.source_id);
    out.key("state").text(name_of(after.state)).key("step").text(name_of(after.step));
    out.key("why").text(after.why).key("on").date(after.on).key("at");
    write_moment(out, after.at, words);
    out.key("attempts").integer(after.attempts).key("raised").yes_no(raised).end_object();
  }
  out.end_array().end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
