#include "abi/render_export.hpp"

#include "abi/render_assessment.hpp"
#include "abi/render_calls.hpp"
#include "abi/render_snapshot.hpp"

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
    out.key("date").date(remedy.date).key("status").text(name_of(remedy.status)).end_object();
  }
  out.end_array();
}

void write_cases(Writer& out, const std::vector<StoredCase>& cases) {
  out.key("cases").begin_array();
  for (const StoredCase& stored : cases) {
    out.begin_object();
    write_case_facts(out, stored.facts);
    out.key("state").text(name_of(stored.state));
    out.key("closed_why").text_or_null(stored.closed_why).key("closed_on").date(stored.closed_on);
    out.key("attempts").integer(stored.attempts).end_object();
  }
  out.end_array();
}

}  // namespace

std::string render_export(const pipeline::Export& all, const Words& words) {
  Writer out(words.money_decimals);
  const std::string_view account_id = all.facts.account.id;
  out.begin_object().key("account_id").text(account_id).key("snapshot");
  write_snapshot(out, all.facts);
  out.key("own_state").begin_object();
  write_consents(out, all.own_state.consents, account_id);
  write_contacts(out, all.own_state.contacts, account_id);
  write_remedies(out, all.own_state.remedies);
  out.end_object();
  write_cases(out, all.cases);
  out.key("calls").begin_array();
  for (const auto& [date, call] : all.calls) {
    out.begin_object().key("date").date(date).key("call");
    write_call(out, call, date, words);
    out.end_object();
  }
  out.end_array().end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
