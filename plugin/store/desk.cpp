#include "plugin/store/desk.hpp"

#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

std::vector<AccountKey> keys_of(Rows rows) {
  std::vector<AccountKey> keys;
  while (rows.next()) keys.push_back(rows.integer(0));
  return keys;
}

}  // namespace

bool has_desk_rows(Store& store, AccountKey account) {
  return store.database().number(
             "SELECT EXISTS (SELECT 1 FROM account_desk WHERE account = ?1) OR EXISTS (SELECT 1 FROM "
             "case_rest WHERE "
             "account = ?1) OR EXISTS (SELECT 1 FROM need WHERE account = ?1)",
             account) != 0;
}

DeskState desk_state(Store& store, AccountKey account) {
  auto rows = store.database().rows(
      "SELECT pinned_until, removed_until, removed_why, assigned_to, disputed_on, disputed_why, decided_on, "
      "decided_by, decided_why, reached_on FROM account_desk WHERE account = ?",
      account);
  if (!rows.next()) return {};
  return {rows.maybe_date(0),        rows.maybe_date(1),        std::string(rows.text(2)),
          std::string(rows.text(3)), rows.maybe_date(4),        std::string(rows.text(5)),
          rows.maybe_date(6),        std::string(rows.text(7)), std::string(rows.text(8)),
          rows.maybe_date(9)};
}

bool put_desk_state(Store& store, AccountKey account, const DeskState& state) {
  if (desk_state(store, account) == state) return false;
  store.database().run(
      "INSERT OR REPLACE INTO account_desk(account, pinned_until, removed_until, removed_why, assigned_to, "
      "disputed_on, disputed_why, decided_on, decided_by, decided_why, reached_on) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      account, state.pinned_until, state.removed_until, state.removed_why, state.assigned_to,
      state.disputed_on, state.disputed_why, state.decided_on, state.decided_by, state.decided_why,
      state.reached_on);
  // Silence counts from the last contact, by whom it was made.
  store.database().run("UPDATE account_touch SET since = ?2 WHERE account = ?1 AND since < ?2", account,
                       state.reached_on);
  return true;
}

std::vector<AccountKey> pinned_accounts(Store& store, Date day) {
  return keys_of(store.database().rows(
      "SELECT account FROM account_desk WHERE pinned_until >= ? ORDER BY account", day));
}

std::vector<AccountKey> disputed_accounts(Store& store) {
  return keys_of(store.database().rows(
      "SELECT account FROM account_desk WHERE disputed_on IS NOT NULL ORDER BY account"));
}

std::vector<Rest> rests(Store& store, AccountKey account) {
  std::vector<Rest> found;
  auto rows = store.database().rows(
      "SELECT reason, until, why FROM case_rest WHERE account = ? ORDER BY reason", account);
  while (rows.next()) found.push_back({std::string(rows.text(0)), rows.date(1), std::string(rows.text(2))});
  return found;
}

void put_rest(Store& store, AccountKey account, const Rest& rest) {
  store.database().run(
      "INSERT INTO case_rest(account, reason, until, why) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
      "why = iif(until < ?3, ?4, why), until = max(until, ?3)",
      account, rest.reason, rest.until, rest.why);
}

std::vector<Need> needs(Store& store, AccountKey account) {
  std::vector<Need> found;
  auto rows = store.database().rows(
      "SELECT id, code, note, contact_id, due_on, noted_on, closed_on FROM need WHERE account = ? ORDER BY "
      "id",
      account);
  while (rows.next())
    found.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)),
                     std::string(rows.text(3)), rows.maybe_date(4), rows.date(5), rows.maybe_date(6)});
  return found;
}

void put_need(Store& store, AccountKey account, const Need& need) {
  store.database().run(
      "INSERT OR REPLACE INTO need(account, id, code, note, contact_id, due_on, noted_on, closed_on) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      account, need.id, need.code, need.note, need.contact_id, need.due_on, need.noted_on, need.closed_on);
}

std::vector<AccountKey> accounts_with_due_needs(Store& store, Date day) {
  return keys_of(store.database().rows(
      "SELECT DISTINCT account FROM need WHERE due_on <= ? AND closed_on IS NULL ORDER BY account", day));
}

}  // namespace rendabel::store
