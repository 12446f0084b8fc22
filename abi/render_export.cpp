#include "abi/render_export.hpp"

#include "abi/documents/values.hpp"
#include "abi/render_assessment.hpp"
#include "abi/render_calls.hpp"
#include "abi/render_snapshot.hpp"
#include "plugin/rules/office_time.hpp"

namespace rendabel::abi {
namespace {

constexpr std::array<std::string_view, 4> learnt_names{"snapshot", "event", "outcome", "erased"};

// The account's own number and mail are a contact whose id is the account's (contract.md 3).
void write_contact_id(Writer& out, std::string_view contact_id, std::string_view account_id) {
  out.key("contact_id").text(contact_id.empty() ? account_id : contact_id);
}

void write_consents(Writer& out, const std::vector<store::KnownConsent>& consents,
                    std::string_view account_id) {
  out.key("consents").begin_array();
  for (const store::KnownConsent& consent : consents) {
    out.begin_object();
    write_contact_id(out, consent.contact_id, account_id);
    out.key("purpose").text_or_null(consent.purpose).key("subject").text_or_null(consent.subject);
    out.key("channel").text_or_null(consent.channel).key("party").text_or_null(consent.party);
    out.key("given_on").date(consent.given_on).key("expires_on").date(consent.expires_on);
    out.key("withdrawn_on").date(consent.withdrawn_on).key("source").text_or_null(consent.source);
    out.end_object();
  }
  out.end_array();
}

void write_contacts(Writer& out, const std::vector<store::ContactState>& contacts,
                    std::string_view account_id) {
  out.key("objections").begin_array();
  for (const store::ContactState& contact : contacts) {
    if (!contact.objected_on) continue;
    out.begin_object();
    write_contact_id(out, contact.contact_id, account_id);
    out.key("objected_on").date(contact.objected_on).end_object();
  }
  out.end_array().key("do_not_call").begin_array();
  for (const store::ContactState& contact : contacts) {
    if (!contact.do_not_call_on && !contact.do_not_call) continue;
    out.begin_object();
    write_contact_id(out, contact.contact_id, account_id);
    out.key("do_not_call").yes_no(contact.do_not_call).key("date").date(contact.do_not_call_on);
    out.key("learnt").text(learnt_names[static_cast<std::size_t>(contact.do_not_call_source)]).end_object();
  }
  out.end_array().key("checks").begin_array();
  for (const store::ContactState& contact : contacts) {
    if (!contact.opt_out_offered_on && !contact.dnc_checked_on && !contact.tps_checked_on) continue;
    out.begin_object();
    write_contact_id(out, contact.contact_id, account_id);
    out.key("opt_out_offered_on").date(contact.opt_out_offered_on);
    out.key("dnc_checked_on").date(contact.dnc_checked_on);
    out.key("tps_checked_on").date(contact.tps_checked_on).end_object();
  }
  out.end_array();
}

void write_remedies(Writer& out, const std::vector<store::KnownRemedy>& remedies) {
  out.key("remedies").begin_array();
  for (const store::KnownRemedy& remedy : remedies) {
    out.begin_object().key("id").text(remedy.id).key("code").text(remedy.code);
    out.key("date").date(remedy.date).key("status").text(name_of(remedy.status));
    out.key("predicted").money(remedy.predicted).end_object();
  }
  out.end_array();
}

Moment local(Moment moment, const Words& words) {
  return rules::on_clocks_of(moment, words.settings.country);
}
std::optional<Moment> local(const std::optional<Moment>& moment, const Words& words) {
  return moment ? std::optional(local(*moment, words)) : std::nullopt;
}

void write_cases(Writer& out, const std::vector<StoredCase>& cases, const Words& words) {
  out.key("cases").begin_array();
  for (const StoredCase& stored : cases) {
    const CaseSteps& steps = stored.steps;
    out.begin_object();
    write_case_facts(out, stored.facts);
    out.key("state").text(name_of(stored.state));
    out.key("closed_why").text_or_null(stored.closed_why).key("closed_on").date(stored.closed_on);
    out.key("attempts").integer(stored.attempts).key("next_on").date(steps.next_on);
    out.key("next_at").moment(local(steps.next_at, words));
    out.key("reserved_for").text_or_null(steps.reserved_for);
    out.key("reserved_until").moment(local(steps.reserved_until, words));
    out.key("tried_part").text_or_null(steps.tried_part);
    out.key("last_outcome").text_or_null(steps.last_outcome);
    out.key("last_at").moment(local(steps.last_at, words)).key("skips").integer(steps.skips);
    out.key("callbacks").integer(steps.callbacks).end_object();
  }
  out.end_array();
}

/// A record that an event told, spelt as in a snapshot.
void write_record(Writer& out, const Snapshot& record) {
  Values values(out, Unknown::left_out);
  if (!record.quotes.empty()) return values.object(record.quotes[0]);
  if (!record.inquiries.empty()) return values.object(record.inquiries[0]);
  if (!record.activities.empty()) return values.object(record.activities[0]);
  out.null();
}

void write_events(Writer& out, const std::vector<store::ToldFact>& events) {
  out.key("events").begin_array();
  for (const store::ToldFact& fact : events) {
    out.begin_object().key("kind").text(name_of(fact.kind)).key("date").date(fact.on).key("record");
    write_record(out, fact.record);
    out.end_object();
  }
  out.end_array();
}

void write_desk(Writer& out, const pipeline::Export& all) {
  const DeskState& desk = all.desk;
  out.key("desk").begin_object().key("pinned_until").date(desk.pinned_until);
  out.key("removed_until").date(desk.removed_until).key("removed_why").text_or_null(desk.removed_why);
  out.key("assigned_to").text_or_null(desk.assigned_to).key("disputed_on").date(desk.disputed_on);
  out.key("disputed_why").text_or_null(desk.disputed_why).key("decided_on").date(desk.decided_on);
  out.key("decided_by").text_or_null(desk.decided_by).key("decided_why").text_or_null(desk.decided_why);
  out.key("reached_on").date(desk.reached_on).end_object();
  out.key("rests").begin_array();
  for (const Rest& rest : all.rests) {
    out.begin_object().key("reason").text_or_null(rest.reason).key("until").date(rest.until);
    out.key("why").text_or_null(rest.why).end_object();
  }
  out.end_array().key("needs").begin_array();
  for (const Need& need : all.needs) {
    out.begin_object().key("id").text(need.id).key("code").text(need.code);
    out.key("note").text_or_null(need.note).key("contact_id").text_or_null(need.contact_id);
    out.key("due_on").date(need.due_on).key("noted_on").date(need.noted_on);
    out.key("closed_on").date(need.closed_on).end_object();
  }
  out.end_array();
}

void write_calls(Writer& out, const pipeline::Export& all, const Words& words) {
  out.key("calls").begin_array();
  for (const auto& [date, call] : all.calls) {
    out.begin_object().key("date").date(date).key("call");
    write_call(out, call, date, words);
    out.end_object();
  }
  out.end_array().key("left_out").begin_array();
  for (const auto& [date, row] : all.left_out) {
    out.begin_object().key("date").date(date).key("reason").text(name_of(row.reason));
    out.key("why").text(row.why).key("rule").text_or_null(row.rule).end_object();
  }
  out.end_array().key("outcomes").begin_array();
  for (const store::LoggedOutcome& logged : all.outcomes) write_outcome(out, logged, words);
  out.end_array().key("wrong_numbers").begin_array();
  for (const std::int64_t number : all.wrong_numbers) out.text(std::to_string(number));
  out.end_array();
}

}  // namespace

void write_outcome(Writer& out, const store::LoggedOutcome& logged, const Words& words) {
  const Outcome& told = logged.told;
  out.begin_object().key("id").text(told.id).key("call_id").text_or_null(told.call_id);
  out.key("contact_id").text_or_null(told.contact_id).key("agent").text_or_null(told.agent);
  out.key("at").moment(local(told.at, words)).key("outcome").text(name_of(told.outcome));
  out.key("skip_reason").text_or_null(name_of(told.skip_reason));
  out.key("callback_at").moment(local(told.callback_at, words)).key("amount").money(told.amount);
  out.key("channel").text_or_null(told.channel).key("reception").text_or_null(name_of(told.reception));
  out.key("reason").text_or_null(logged.reason ? name_of(*logged.reason) : std::string_view());
  out.key("source_id").text_or_null(logged.source_id).key("purpose").text(name_of(logged.purpose));
  out.key("note").text_or_null(told.note).key("next_step").begin_object();
  out.key("kind").text(name_of(logged.step)).key("why").text_or_null(logged.step_why);
  out.key("date").date(logged.step_on).key("at").moment(local(logged.step_at, words));
  out.end_object().key("cases").begin_array();
  for (const store::LoggedCase& one : logged.cases) {
    out.begin_object().key("code").text(name_of(one.after.reason));
    out.key("source_id").text_or_null(one.after.source_id).key("raised").yes_no(one.raised);
    out.key("state").text(name_of(one.after.state)).key("step").text(name_of(one.after.step));
    out.key("why").text_or_null(one.after.why).end_object();
  }
  out.end_array().end_object();
}

std::string render_export(const pipeline::Export& all, const Words& words) {
  Writer out(words.money_decimals);
  const std::string_view account_id = all.facts.account.id;
  out.begin_object().key("account_id").text(account_id);
  out.key("contact_id").text_or_null(all.contact_id).key("snapshot");
  write_snapshot(out, all.facts);
  out.key("assessment");
  all.assessment ? out.raw(render_assessment(*all.assessment, words)) : out.null();
  write_events(out, all.events);
  out.key("own_state").begin_object();
  write_consents(out, all.own_state.consents, account_id);
  write_contacts(out, all.own_state.contacts, account_id);
  write_remedies(out, all.own_state.remedies);
  out.end_object();
  write_desk(out, all);
  write_cases(out, all.cases, words);
  write_calls(out, all, words);
  out.end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
