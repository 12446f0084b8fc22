#include <algorithm>
#include <set>

#include "plugin/store/facts.hpp"
#include "plugin/store/merge.hpp"
#include "plugin/store/store.hpp"
#include "plugin/store/suppression.hpp"

namespace rendabel::store {
namespace {

/// Keeps the refusals of these numbers as hashes, for whoever comes back with one of them.
void keep_refusals(Store& store, const std::vector<ContactNumber>& gone) {
  std::set<std::int64_t> seen;
  for (const auto& one : gone) {
    if (!seen.insert(one.number).second) continue;
    if (const auto refusal = refusal_of(store, one.number)) suppress(store, one.number, *refusal);
  }
}

/// A refused account-wide do-not-call covers every number of the account, not only its own.
void keep_account_refusal(Store& store, AccountKey account, const std::vector<ContactNumber>& gone) {
  const auto known = own_state(store, account);
  const bool refused = std::any_of(known.contacts.begin(), known.contacts.end(),
                                   [](const auto& row) { return row.contact_id.empty() && row.do_not_call; });
  if (!refused) return;
  for (const auto& one : gone) suppress(store, one.number, {std::nullopt, true});
}

void drop_calls(Database& database, std::string_view account_id) {
  database.run(
      "DELETE FROM plan_reason WHERE (date, call_id) IN (SELECT date, call_id FROM plan_call WHERE "
      "account_id = ?)",
      account_id);
  database.run("DELETE FROM plan_call WHERE account_id = ?", account_id);
  database.run("DELETE FROM plan_left_out_row WHERE account_id = ?", account_id);
}

/// Takes the old pages out of the write-ahead log too. Readers may hold it up; then the next checkpoint does
/// it.
void wipe_log(Database& database) {
  auto rows = database.rows("PRAGMA wal_checkpoint(TRUNCATE)");
  rows.next();
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
bool forget_told(Store& store, AccountKey account, std::string_view contact_id) {
  Arena arena;
  bool found = false;
  for (auto& fact : told_facts(store, account, arena)) {
    if (!forget_in_facts(fact.record, contact_id)) continue;
    drop_told_fact(store, account, fact);
    put_told_fact(store, account, fact);
    found = true;
  }
  return found;
}

}  // namespace

bool erase_account(Store& store, std::string_view account_id) {
  Change change(store);
  const auto row = find_account(store, account_id);
  if (!row) return false;
  const auto gone = numbers(store, row->account);
  keep_refusals(store, gone);
  keep_account_refusal(store, row->account, gone);
  drop_calls(store.database(), account_id);
  drop_account(store, row->account);
  change.keeps_own_state();
  change.commit();
  wipe_log(store.database());
  return true;
}

bool erase_contact(Store& store, std::string_view account_id, std::string_view contact_id) {
  Change change(store);
  const auto row = find_account(store, account_id);
  if (!row) return false;
  auto gone = numbers(store, row->account);
  std::erase_if(gone, [&](const ContactNumber& one) { return one.contact_id != contact_id; });
  keep_refusals(store, gone);
  Arena arena;
  auto facts = load_facts(store, *row, arena);
  if (facts) forget_subjects(store.database(), *facts, contact_id);
  const bool in_facts = facts && forget_in_facts(*facts, contact_id);
  if (in_facts) {
    std::string blob;
    encode_facts(*facts, blob);
    store.database().run("UPDATE facts SET facts = ? WHERE account = ?", Blob{blob}, row->account);
  }
  bool in_rows = drop_contact_rows(store.database(), row->account, account_id, contact_id);
  in_rows |= forget_told(store, row->account, contact_id);
  in_rows |= forget_contact(store, row->account, contact_id);
  if (!in_facts && !in_rows) return false;
  next_sequence(store, row->account);
  change.keeps_own_state();
  change.commit();
  wipe_log(store.database());
  return true;
}

}  // namespace rendabel::store
