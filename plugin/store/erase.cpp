#include "plugin/store/erase.hpp"

#include <algorithm>

#include "plugin/store/facts.hpp"
#include "plugin/store/merge.hpp"
#include "plugin/store/store.hpp"
#include "plugin/store/suppression.hpp"

namespace rendabel::store {
namespace {

void add(Refusal& refusal, const std::optional<Date>& objected_on, bool do_not_call) {
  refusal.objected_on = std::max(refusal.objected_on, objected_on);
  refusal.do_not_call = refusal.do_not_call || do_not_call;
}

/// What was refused by those of `known` that `counts` names.
template <class Counts>
Refusal refused_by(const OwnState& known, const Counts& counts) {
  Refusal out;
  for (const auto& row : known.contacts)
    if (counts(row.contact_id)) add(out, row.objected_on, row.do_not_call);
  return out;
}

/// Keeps what was refused at these addresses as hashes, for whoever comes back with one of them. `bound`:
/// what else binds an address.
template <class Bound>
void keep_refusals(Store& store, const OwnState& known, const std::vector<Address>& gone,
                   const Bound& bound) {
  for (const auto& one : gone) {
    auto refusal = refused_by(known, [&](const std::string& contact_id) {
      return contact_id == one.contact_id || bound(one, contact_id);
    });
    if (const auto number = number_key(one.text))
      if (const auto told = refusal_of(store, *number)) add(refusal, told->objected_on, told->do_not_call);
    if (refusal.objected_on || refusal.do_not_call) suppress(store, one.text, refusal);
  }
}

/// The facts, or only the numbers where the blob is broken: that must not keep anybody from being erased.
Snapshot facts_or_nothing(Store& store, const AccountRow& row, Arena& arena) {
  try {
    if (const auto facts = load_facts(store, row, arena)) return *facts;
  } catch (const Failure& failure) {
    if (failure.status() != Status::corrupt) throw;
  }
  Snapshot none;
  none.account.id = row.account_id;
  return none;
}

void drop_calls(Database& database, std::string_view account_id) {
  database.run(
      "DELETE FROM lease_start WHERE (date, call_id) IN (SELECT date, call_id FROM plan_call WHERE "
      "account_id = ?)",
      account_id);
  database.run(
      "DELETE FROM plan_reason WHERE (date, call_id) IN (SELECT date, call_id FROM plan_call WHERE "
      "account_id = ?)",
      account_id);
  database.run("DELETE FROM plan_call WHERE account_id = ?", account_id);
  database.run("DELETE FROM plan_left_out_row WHERE account_id = ?", account_id);
}

template <class Record>
bool forget_contact(List<Record>& records, std::string_view contact_id) {
  bool found = false;
  for (auto& record : records) {
    if (record.contact_id != contact_id) continue;
    record.contact_id = {};
    if constexpr (requires { record.subject; }) record.subject = {};  // free text about the person
    found = true;
  }
  return found;
}

bool forget_in_facts(Snapshot& facts, std::string_view contact_id) {
  auto& contacts = facts.contacts;
  const auto kept = std::remove_if(contacts.begin(), contacts.end(),
                                   [&](const Contact& contact) { return contact.id == contact_id; });
  bool found = kept != contacts.end();
  contacts.items = {contacts.begin(), kept};
  found |= forget_contact(facts.quotes, contact_id);
  found |= forget_contact(facts.inquiries, contact_id);
  found |= forget_contact(facts.activities, contact_id);
  if (facts.account.id == contact_id) {
    found |= !facts.account.phone.empty() || !facts.account.mobile.empty() || !facts.account.email.empty();
    facts.account.phone = facts.account.mobile = facts.account.email = {};
  }
  return found;
}

/// A planned reason keeps the subject of its inquiry, which is the person's own words.
void forget_subjects(Database& database, const Snapshot& facts, std::string_view contact_id) {
  for (const auto& inquiry : facts.inquiries)
    if (inquiry.contact_id == contact_id)
      database.run(
          "UPDATE plan_reason SET subject = '' WHERE source_id = ? AND (date, call_id) IN "
          "(SELECT date, call_id FROM plan_call WHERE account_id = ?)",
          inquiry.id, facts.account.id);
}

bool drop_contact_rows(Database& database, AccountKey account, std::string_view account_id,
                       std::string_view contact_id) {
  std::int64_t rows =
      database.run("DELETE FROM number WHERE account = ? AND contact_id = ?", account, contact_id);
  rows += database.run("DELETE FROM contact WHERE account = ? AND contact_id = ?", account, contact_id);
  rows += database.run("DELETE FROM consent WHERE account = ? AND contact_id = ?", account, contact_id);
  rows += database.run("UPDATE cases SET contact_id = '' WHERE account = ? AND contact_id = ?", account,
                       contact_id);
  rows += database.run(
      "UPDATE plan_call SET contact_id = '', phone = '', phone_e164 = '', "
      "withdrawn_why = iif(state IN ('open', 'leased'), 'erased', withdrawn_why), "
      "state = iif(state IN ('open', 'leased'), 'withdrawn', state) WHERE account_id = ? AND contact_id = ?",
      account_id, contact_id);
  rows += database.run("UPDATE need SET contact_id = '', note = '' WHERE account = ? AND contact_id = ?",
                       account, contact_id);
  return rows > 0;
}

/// What was told between snapshots names him too.
bool forget_told(Store& store, const AccountRow& row, std::string_view contact_id) {
  Arena arena;
  bool found = false;
  for (auto& fact : told_facts(store, row.account, arena)) {
    fact.record.account.id = row.account_id;
    forget_subjects(store.database(), fact.record, contact_id);
    fact.record.account = {};
    if (!forget_in_facts(fact.record, contact_id)) continue;
    drop_told_fact(store, row.account, fact);
    put_told_fact(store, row.account, fact);
    found = true;
  }
  return found;
}

/// Numbers of his that turned out to be wrong, and whoever is calling him right now.
void forget_numbers(Store& store, AccountKey account, const std::vector<ContactNumber>& gone) {
  for (const auto& one : gone)
    store.database().run("DELETE FROM wrong_number WHERE account = ? AND number = ?", account, one.number);
  if (!gone.empty()) give_back(store, account);
}

}  // namespace

bool erase_account(Store& store, std::string_view account_id) {
  const auto row = find_account(store, account_id);
  if (!row) return false;
  Arena arena;
  const auto facts = facts_or_nothing(store, *row, arena);
  const bool legal = facts.account.person_kind == PersonKind::legal;
  // What the account itself refused binds everybody there; at a person's own account what he refused anywhere
  // binds its number.
  keep_refusals(store, own_state(store, row->account), addresses_of(facts, numbers(store, row->account)),
                [&](const Address& one, std::string_view contact_id) {
                  return contact_id.empty() || contact_id == account_id ||
                         (!legal && one.contact_id == account_id);
                });
  drop_calls(store.database(), account_id);
  drop_account(store, row->account);
  // A refresh that is drawing up the book sees that it was overtaken.
  store.database().run("UPDATE counters SET sequence = sequence + 1");
  return true;
}

bool erase_contact(Store& store, std::string_view account_id, std::string_view contact_id) {
  const auto row = find_account(store, account_id);
  if (!row) return false;
  Arena arena;
  auto facts = load_facts(store, *row, arena);
  if (!facts) throw Failure(Status::corrupt, "account " + row->account_id + " has lost its facts");
  auto own_numbers = numbers(store, row->account);
  std::erase_if(own_numbers, [&](const ContactNumber& one) { return one.contact_id != contact_id; });
  auto gone = addresses_of(*facts, own_numbers);
  std::erase_if(gone, [&](const Address& one) { return one.contact_id != contact_id; });
  keep_refusals(store, own_state(store, row->account), gone, [&](const Address&, std::string_view whose) {
    return whose.empty() && contact_id == account_id;
  });
  forget_subjects(store.database(), *facts, contact_id);
  const bool in_facts = forget_in_facts(*facts, contact_id);
  if (in_facts) {
    std::string blob;
    encode_facts(*facts, blob);
    store.database().run("UPDATE facts SET facts = ? WHERE account = ?", Blob{blob}, row->account);
  }
  bool in_rows = drop_contact_rows(store.database(), row->account, account_id, contact_id);
  in_rows |= forget_told(store, *row, contact_id);
  in_rows |= forget_contact(store, row->account, contact_id);
  forget_numbers(store, row->account, own_numbers);
  if (!in_facts && !in_rows) return false;
  next_sequence(store, row->account);
  return true;
}

void wipe_log(Store& store) {
  auto rows = store.database().rows("PRAGMA wal_checkpoint(TRUNCATE)");
  rows.next();
}

}  // namespace rendabel::store
