#include "plugin/rules/people.hpp"

#include <algorithm>

#include "plugin/base/phone.hpp"

namespace rendabel::rules {

namespace {

void raise(std::optional<Date>& kept, const std::optional<Date>& other) {
  if (other && (!kept || *other > *kept)) kept = other;
}

/// The first of the two that is a number.
void give_number(Person& person, std::string_view phone, std::string_view mobile, std::string_view country) {
  for (const auto text : {phone, mobile}) {
    auto normal = normal_number(text, country);
    if (!normal) continue;
    person.phone = text;
    person.phone_e164 = std::move(*normal);
    return;
  }
}

/// What the contact agreed to, and that he was offered the way out.
void add_consents(Person& person, const Contact& contact, Date day) {
  for (const auto& consent : contact.consents) person.consents.push_back(consent);
  if (contact.opt_out_offered_on && *contact.opt_out_offered_on <= day)
    raise(person.law.opt_out_offered_on, contact.opt_out_offered_on);
}

void add_checks(PermissionQuery& law, const Contact& contact) {
  raise(law.dnc_checked_on, contact.dnc_checked_on);
  raise(law.tps_checked_on, contact.tps_checked_on);
}

void add_refusals(PermissionQuery& law, const Contact& contact) {
  raise(law.objected_on, contact.objected_on);
  law.do_not_call = law.do_not_call || contact.do_not_call.value_or(false);
}

/// Days on which the person was last reached and last sent a quote.
void add_contact_days(Person& person, const Snapshot& snapshot, Date day) {
  for (const auto& activity : snapshot.activities)
    if (activity.contact_id == person.id && activity.reached.value_or(false) &&
        !activity.planned.value_or(false) && activity.date && *activity.date <= day)
      raise(person.last_reached, activity.date);
  for (const auto& quote : snapshot.quotes)
    if (quote.contact_id == person.id && quote.sent_on && *quote.sent_on <= day)
      raise(person.last_quote, quote.sent_on);
}

Person own_number(const Snapshot& snapshot, const PermissionQuery& law, std::string_view country, Date day) {
  const Account& account = snapshot.account;
  Person own;
  own.id = account.id;
  own.account = &account;
  own.own_number = true;
  own.law = law;
  const bool legal = account.person_kind == PersonKind::legal;
  for (const auto& contact : snapshot.contacts) {
    const bool itself = contact.id == account.id;
    if (itself) own.role = contact.role, own.contact = &contact;
    if (itself) add_checks(own.law, contact);
    if (itself) give_number(own, contact.phone, contact.mobile, country);
    // One person may be behind both numbers, so what he refused is refused on both.
    if (itself || !legal) add_refusals(own.law, contact);
    if (itself || (!legal && snapshot.contacts.size() == 1)) add_consents(own, contact, day);
  }
  own.law = law_on(own, LawChannel::voice);
  if (own.phone_e164.empty()) give_number(own, account.phone, account.mobile, country);
  add_contact_days(own, snapshot, day);
  return own;
}

}  // namespace

std::vector<Person> people_of(const Snapshot& snapshot, const Settings& settings, Date day) {
  const Account& account = snapshot.account;
  PermissionQuery law;
  law.country = account.country.empty() ? std::string_view(settings.country) : account.country;
  law.person = account.person_kind;
  law.relation = relation_of(snapshot, day);
  law.day = day;
  law.contract_until = account.contract_until;
  apply_settings(law, settings);
  law.do_not_call = account.do_not_call.value_or(false);
  std::vector<Person> out;
  for (const auto& contact : snapshot.contacts) {
    // What the account itself refused is refused for everybody there.
    if (contact.id == account.id) add_refusals(law, contact);
  }
  for (const auto& contact : snapshot.contacts) {
    if (contact.id == account.id || !contact.active.value_or(true)) continue;
    Person person;
    person.id = contact.id;
    person.role = contact.role;
    person.law = law;
    add_refusals(person.law, contact);
    person.contact = &contact;
    add_consents(person, contact, day);
    add_checks(person.law, contact);
    person.law = law_on(person, LawChannel::voice);
    give_number(person, contact.phone, contact.mobile, law.country);
    add_contact_days(person, snapshot, day);
    out.push_back(std::move(person));
  }
  out.push_back(own_number(snapshot, law, law.country, day));
  return out;
}

}  // namespace rendabel::rules
