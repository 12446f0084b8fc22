#include <algorithm>
#include <tuple>

#include "plugin/store/own_state.hpp"

namespace rendabel::store {
namespace {

void raise(std::optional<Date>& known, std::optional<Date> told) {
  if (told && (!known || *known < *told)) known = told;
}

template <class Row, class Less>
typename std::vector<Row>::iterator place(std::vector<Row>& rows, const Less& before) {
  return std::partition_point(rows.begin(), rows.end(), before);
}

ContactState& contact_row(OwnState& known, std::string_view contact_id) {
  auto at = place(known.contacts, [&](const ContactState& row) { return row.contact_id < contact_id; });
  if (at == known.contacts.end() || at->contact_id != contact_id) {
    at = known.contacts.insert(at, ContactState{});
    at->contact_id = contact_id;
  }
  return *at;
}

const ContactState* find_contact(const OwnState& known, std::string_view contact_id) {
  const auto at = std::partition_point(known.contacts.begin(), known.contacts.end(),
                                       [&](const ContactState& row) { return row.contact_id < contact_id; });
  return at == known.contacts.end() || at->contact_id != contact_id ? nullptr : &*at;
}

void merge_do_not_call(OwnState& known, std::string_view contact_id, std::optional<bool> told, Date on) {
  if (!told) return;
  const auto* row = find_contact(known, contact_id);
  if (*told) merge_refusal(known, contact_id, std::nullopt, on, Learnt::snapshot);
  // A false is only worth a row where it lifts something, or says so later than it was lifted before.
  else if (row != nullptr && row->do_not_call_source == Learnt::snapshot && row->do_not_call_on &&
           *row->do_not_call_on < on) {
    auto& lifted = contact_row(known, contact_id);
    lifted.do_not_call = false;
    lifted.do_not_call_on = on;
  }
}

/// The day a consent was last spoken of; without any day it says nothing.
std::optional<Date> said_on(std::optional<Date> given_on, std::optional<Date> withdrawn_on) {
  auto last = given_on;
  raise(last, withdrawn_on);
  return last;
}

void lower(std::optional<Date>& known, std::optional<Date> told) {
  if (told && (!known || *told < *known)) known = told;
}

/// A withdrawal holds against what was given on that day or before.
void withdraw(KnownConsent& row, std::optional<Date> on) {
  if (on && (!row.given_on || *row.given_on <= *on)) raise(row.withdrawn_on, on);
}

/// Same key. The later one holds; of the same day a withdrawal and the earlier end hold.
void merge_same(KnownConsent& known, const KnownConsent& told) {
  const auto known_on = said_on(known.given_on, known.withdrawn_on),
             told_on = said_on(told.given_on, told.withdrawn_on);
  if (!told_on) return;
  const bool newer_consent = told.given_on && (!known_on || *known_on < *told.given_on);
  if (newer_consent) {
    known = told;
    return;
  }
  if (told.given_on == known.given_on) lower(known.expires_on, told.expires_on);
  if (known.source.empty()) known.source = told.source;
  if (!known.given_on) known.given_on = told.given_on;
  withdraw(known, told.withdrawn_on);
}

bool covers(const KnownConsent& broad, const KnownConsent& narrow) {
  const auto part = [](const std::string& b, const std::string& n) { return b.empty() || b == n; };
  return broad.contact_id == narrow.contact_id && part(broad.purpose, narrow.purpose) &&
         part(broad.subject, narrow.subject) && part(broad.channel, narrow.channel) &&
         part(broad.party, narrow.party);
}

/// What is withdrawn without naming a subject, channel or party is withdrawn for all of them.
void spread_withdrawals(OwnState& known, const KnownConsent& told) {
  for (auto& row : known.consents) {
    if (row.contact_id != told.contact_id || !row.given_on) continue;
    for (const auto& broad : known.consents)
      if (broad.withdrawn_on && covers(broad, row)) withdraw(row, broad.withdrawn_on);
  }
}

void merge_consent(OwnState& known, const Contact& contact, const Consent& consent) {
  const KnownConsent told{std::string(contact.id),
                          std::string(consent.purpose),
                          std::string(consent.subject),
                          std::string(consent.channel),
                          std::string(consent.party),
                          std::string(consent.source),
                          consent.given_on,
                          consent.expires_on,
                          consent.withdrawn_on};
  if (!said_on(told.given_on, told.withdrawn_on)) return;
  const auto key = [](const KnownConsent& row) {
    return std::tie(row.contact_id, row.purpose, row.subject, row.channel, row.party);
  };
  const auto at = place(known.consents, [&](const KnownConsent& row) { return key(row) < key(told); });
  if (at == known.consents.end() || key(*at) != key(told))
    known.consents.insert(at, told);
  else
    merge_same(*at, told);
  spread_withdrawals(known, told);
}

void merge_remedy(OwnState& known, const Remedy& remedy) {
  if (!remedy.date) return;
  const KnownRemedy told{std::string(remedy.id), std::string(remedy.code), *remedy.date,
                         remedy.status,          remedy.foretold,          remedy.predicted};
  const auto at = place(known.remedies, [&](const KnownRemedy& row) { return row.id < told.id; });
  if (at == known.remedies.end() || at->id != told.id) known.remedies.insert(at, told);
  // offered < accepted < refused: of the same day the answer holds, and a refusal above an agreement.
  else if (std::tie(at->date, at->status) < std::tie(told.date, told.status))
    *at = told;
}

bool says_something(const Contact& contact) {
  return contact.objected_on || contact.opt_out_offered_on || contact.dnc_checked_on ||
         contact.tps_checked_on;
}

std::span<const KnownConsent> consents_of(const OwnState& known, std::string_view contact_id) {
  const auto first =
      std::partition_point(known.consents.begin(), known.consents.end(),
                           [&](const KnownConsent& row) { return row.contact_id < contact_id; });
  auto last = first;
  while (last != known.consents.end() && last->contact_id == contact_id) ++last;
  return {first, last};
}

List<Consent> consent_list(std::span<const KnownConsent> rows, Arena& arena) {
  List<Consent> list{arena.room<Consent>(rows.size()), true};
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto& row = rows[at];
    list[at] = {arena.keep(row.purpose), arena.keep(row.subject), arena.keep(row.channel),
                arena.keep(row.party),   arena.keep(row.source),  row.given_on,
                row.expires_on,          row.withdrawn_on};
  }
  return list;
}

void apply(Contact& contact, const OwnState& known, Arena& arena) {
  if (const auto* row = find_contact(known, contact.id)) {
    contact.objected_on = row->objected_on;
    if (row->do_not_call_on || row->do_not_call) contact.do_not_call = row->do_not_call;
    contact.opt_out_offered_on = row->opt_out_offered_on;
    contact.dnc_checked_on = row->dnc_checked_on;
    contact.tps_checked_on = row->tps_checked_on;
  }
  if (const auto consents = consents_of(known, contact.id); !consents.empty())
    contact.consents = consent_list(consents, arena);
}

List<Contact> apply_to_contacts(const Snapshot& snapshot, const OwnState& known, Arena& arena) {
  const auto own_id = snapshot.account.id;
  const bool own_listed = std::any_of(snapshot.contacts.begin(), snapshot.contacts.end(),
                                      [&](const Contact& contact) { return contact.id == own_id; });
  const bool own_added =
      !own_listed && (find_contact(known, own_id) != nullptr || !consents_of(known, own_id).empty());
  if (snapshot.contacts.empty() && !own_added) return snapshot.contacts;
  List<Contact> contacts{arena.room<Contact>(snapshot.contacts.size() + (own_added ? 1 : 0)), true};
  std::copy(snapshot.contacts.begin(), snapshot.contacts.end(), contacts.begin());
  if (own_added) {
    auto& own = contacts.items.back();
    own.id = own_id;
    own.phone = snapshot.account.phone;
    own.mobile = snapshot.account.mobile;
    own.email = snapshot.account.email;
  }
  for (auto& contact : contacts) apply(contact, known, arena);
  return contacts;
}

List<Remedy> remedy_list(const OwnState& known, Arena& arena) {
  List<Remedy> list{arena.room<Remedy>(known.remedies.size()), true};
  for (std::size_t at = 0; at < list.size(); ++at) {
    const auto& row = known.remedies[at];
    list[at] = {arena.keep(row.id), arena.keep(row.code), row.date, row.status, row.foretold, row.predicted};
  }
  return list;
}

}  // namespace

void merge_refusal(OwnState& known, std::string_view contact_id, std::optional<Date> objected_on,
                   std::optional<Date> do_not_call_on, Learnt learnt) {
  auto& row = contact_row(known, contact_id);
  raise(row.objected_on, objected_on);
  if (!do_not_call_on) return;
  const bool lifted_later = !row.do_not_call && row.do_not_call_on && *do_not_call_on < *row.do_not_call_on;
  if (learnt == Learnt::snapshot && lifted_later) return;
  if (!row.do_not_call || row.do_not_call_source == Learnt::snapshot) row.do_not_call_source = learnt;
  row.do_not_call = true;
  raise(row.do_not_call_on, do_not_call_on);
}

OwnState merged(OwnState known, const Snapshot& snapshot) {
  merge_do_not_call(known, "", snapshot.account.do_not_call, *snapshot.as_of);
  for (const auto& contact : snapshot.contacts) {
    if (says_something(contact)) {
      auto& row = contact_row(known, contact.id);
      raise(row.objected_on, contact.objected_on);
      raise(row.opt_out_offered_on, contact.opt_out_offered_on);
      raise(row.dnc_checked_on, contact.dnc_checked_on);
      raise(row.tps_checked_on, contact.tps_checked_on);
    }
    merge_do_not_call(known, contact.id, contact.do_not_call, *snapshot.as_of);
    for (const auto& consent : contact.consents) merge_consent(known, contact, consent);
  }
  for (const auto& remedy : snapshot.remedies) merge_remedy(known, remedy);
  return known;
}

void keep_foretold(OwnState& known, const std::vector<AgreedRemedy>& agreed) {
  for (const auto& row : agreed)
    for (auto& told : known.remedies) {
      const bool its = told.status == RemedyStatus::accepted && told.code == name_of(row.code) &&
                       told.date == row.accepted_on;
      if (!its || told.foretold) continue;
      told.foretold = true;
      told.predicted = row.predicted;
    }
}

Snapshot applied(const Snapshot& snapshot, const OwnState& known, Arena& arena) {
  Snapshot judged = snapshot;
  if (const auto* row = find_contact(known, "")) judged.account.do_not_call = row->do_not_call;
  if (!known.contacts.empty() || !known.consents.empty())
    judged.contacts = apply_to_contacts(snapshot, known, arena);
  if (!known.remedies.empty()) judged.remedies = remedy_list(known, arena);
  return judged;
}

}  // namespace rendabel::store
