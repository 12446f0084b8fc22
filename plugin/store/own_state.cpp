#include "plugin/store/own_state.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/store/codes.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

auto key_of(const ContactState& row) { return std::tie(row.contact_id); }
auto key_of(const KnownConsent& row) {
  return std::tie(row.contact_id, row.purpose, row.subject, row.channel, row.party);
}
auto key_of(const KnownRemedy& row) { return std::tie(row.id); }

void write(Database& database, AccountKey account, const ContactState& row) {
  database.run(
      "INSERT OR REPLACE INTO contact(account, contact_id, objected_on, do_not_call, do_not_call_on, "
      "do_not_call_source, opt_out_offered_on, dnc_checked_on, tps_checked_on) VALUES (?, ?, ?, ?, ?, ?, ?, "
      "?, ?)",
      account, row.contact_id, row.objected_on, row.do_not_call, row.do_not_call_on,
      name_of(row.do_not_call_source), row.opt_out_offered_on, row.dnc_checked_on, row.tps_checked_on);
}
void write(Database& database, AccountKey account, const KnownConsent& row) {
  database.run(
      "INSERT OR REPLACE INTO consent(account, contact_id, purpose, subject, channel, party, given_on, "
      "expires_on, "
      "withdrawn_on, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      account, row.contact_id, row.purpose, row.subject, row.channel, row.party, row.given_on, row.expires_on,
      row.withdrawn_on, row.source);
}
void write(Database& database, AccountKey account, const KnownRemedy& row) {
  database.run(
      "INSERT OR REPLACE INTO remedy(account, id, code, date, status, foretold, predicted) VALUES (?, ?, ?, "
      "?, ?, ?, ?)",
      account, row.id, row.code, row.date, name_of(row.status), row.foretold, row.predicted);
}

void drop(Database& database, AccountKey account, const ContactState& row) {
  database.run("DELETE FROM contact WHERE account = ? AND contact_id = ?", account, row.contact_id);
}
void drop(Database& database, AccountKey account, const KnownConsent& row) {
  database.run(
      "DELETE FROM consent WHERE account = ? AND contact_id = ? AND purpose = ? AND subject = ? AND channel "
      "= ? AND "
      "party = ?",
      account, row.contact_id, row.purpose, row.subject, row.channel, row.party);
}
void drop(Database& database, AccountKey account, const KnownRemedy& row) {
  database.run("DELETE FROM remedy WHERE account = ? AND id = ?", account, row.id);
}

/// Both sorted by key_of: writes and drops the rows that differ.
template <class Row>
bool put(Database& database, AccountKey account, const std::vector<Row>& before,
         const std::vector<Row>& after) {
  bool written = false;
  auto old = before.begin();
  for (const auto& row : after) {
    for (; old != before.end() && key_of(*old) < key_of(row); ++old, written = true)
      drop(database, account, *old);
    const bool known = old != before.end() && key_of(*old) == key_of(row);
    if (!known || *old != row) {
      write(database, account, row);
      written = true;
    }
    if (known) ++old;
  }
  for (; old != before.end(); ++old, written = true) drop(database, account, *old);
  return written;
}

}  // namespace

OwnState own_state(Store& store, AccountKey account) {
  OwnState known;
  // Most accounts have none: one look instead of three, which is what a short-lived process pays for.
  if (store.database().number("SELECT EXISTS (SELECT 1 FROM contact WHERE account = ?1) OR "
                              "EXISTS (SELECT 1 FROM consent WHERE account = ?1) OR "
                              "EXISTS (SELECT 1 FROM remedy WHERE account = ?1)",
                              account) == 0)
    return known;
  auto contacts = store.database().rows(
      "SELECT contact_id, objected_on, do_not_call, do_not_call_on, do_not_call_source, opt_out_offered_on, "
      "dnc_checked_on, tps_checked_on FROM contact WHERE account = ? ORDER BY contact_id",
      account);
  while (contacts.next())
    known.contacts.push_back({std::string(contacts.text(0)), contacts.maybe_date(1), contacts.integer(2) != 0,
                              contacts.maybe_date(3), from_code<Learnt>(contacts.text(4)),
                              contacts.maybe_date(5), contacts.maybe_date(6), contacts.maybe_date(7)});
  auto consents = store.database().rows(
      "SELECT contact_id, purpose, subject, channel, party, source, given_on, expires_on, withdrawn_on FROM "
      "consent "
      "WHERE account = ? ORDER BY contact_id, purpose, subject, channel, party",
      account);
  while (consents.next())
    known.consents.push_back({std::string(consents.text(0)), std::string(consents.text(1)),
                              std::string(consents.text(2)), std::string(consents.text(3)),
                              std::string(consents.text(4)), std::string(consents.text(5)),
                              consents.maybe_date(6), consents.maybe_date(7), consents.maybe_date(8)});
  auto remedies = store.database().rows(
      "SELECT id, code, date, status, foretold, predicted FROM remedy WHERE account = ? ORDER BY id",
      account);
  while (remedies.next())
    known.remedies.push_back({std::string(remedies.text(0)), std::string(remedies.text(1)), remedies.date(2),
                              from_code<RemedyStatus>(remedies.text(3)), remedies.integer(4) != 0,
                              remedies.maybe_integer(5)});
  return known;
}

bool put_own_state(Store& store, AccountKey account, const OwnState& before, const OwnState& after) {
  const bool contacts = put(store.database(), account, before.contacts, after.contacts);
  const bool consents = put(store.database(), account, before.consents, after.consents);
  const bool remedies = put(store.database(), account, before.remedies, after.remedies);
  return contacts || consents || remedies;
}

}  // namespace rendabel::store
