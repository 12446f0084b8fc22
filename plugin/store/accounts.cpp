#include "plugin/store/accounts.hpp"

#include "plugin/store/codes.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

/// Columns: account, account_id, revision, as_of, sequence.
AccountRow row_of(const Rows& rows) {
  return {rows.integer(0), std::string(rows.text(1)), rows.maybe_integer(2), rows.date(3), rows.integer(4)};
}

std::int64_t next_sequence(Database& database) {
  return database.number("UPDATE counters SET sequence = sequence + 1 RETURNING sequence");
}

void insert(Database& database, AccountRow& row, std::string_view facts) {
  database.run("INSERT INTO account(account_id, revision, as_of, sequence) VALUES (?, ?, ?, ?)",
               row.account_id, row.revision, row.as_of, row.sequence);
  row.account = database.last_key();
  database.run("INSERT INTO facts VALUES (?, ?)", row.account, Blob{facts});
}

}  // namespace

std::optional<AccountRow> find_account(Store& store, std::string_view account_id) {
  auto rows = store.database().rows(
      "SELECT account, account_id, revision, as_of, sequence FROM account WHERE account_id = ?", account_id);
  return rows.next() ? std::optional(row_of(rows)) : std::nullopt;
}

std::optional<AccountRow> find_account(Store& store, AccountKey account) {
  auto rows = store.database().rows(
      "SELECT account, account_id, revision, as_of, sequence FROM account WHERE account = ?", account);
  return rows.next() ? std::optional(row_of(rows)) : std::nullopt;
}

bool any_account(Store& store) {
  return store.database().number("SELECT EXISTS (SELECT 1 FROM account)") != 0;
}

std::int64_t count_accounts(Store& store) { return store.database().number("SELECT count(*) FROM account"); }

std::vector<AccountKey> changed_accounts(Store& store, std::int64_t sequence) {
  std::vector<AccountKey> keys;
  // Few changed of many: in order of account SQLite would read them all.
  auto rows = store.database().rows(
      "SELECT account FROM account INDEXED BY account_sequence WHERE sequence > ? ORDER BY account",
      sequence);
  while (rows.next()) keys.push_back(rows.integer(0));
  return keys;
}

std::vector<AccountRow> page_accounts(Store& store, std::string_view after, std::int64_t limit,
                                      std::int64_t changed_since) {
  std::vector<AccountRow> page;
  auto rows = store.database().rows(
      "SELECT account, account_id, revision, as_of, sequence FROM account "
      "WHERE account_id > ? AND sequence > ? ORDER BY account_id LIMIT ?",
      after, changed_since, limit);
  while (rows.next()) page.push_back(row_of(rows));
  return page;
}

std::optional<Snapshot> load_facts(Store& store, const AccountRow& row, Arena& arena) {
  auto rows = store.database().rows("SELECT facts FROM facts WHERE account = ?", row.account);
  if (!rows.next()) return std::nullopt;
  auto snapshot = decode_facts(arena.keep(rows.blob(0)), arena);
  snapshot.revision = row.revision;
  snapshot.as_of = row.as_of;
  return snapshot;
}

std::optional<Snapshot> load_judged(Store& store, const AccountRow& row, Arena& arena) {
  const auto facts = load_facts(store, row, arena);
  if (!facts) return std::nullopt;
  const auto told = told_facts(store, row.account, arena);
  return applied(with_told_facts(*facts, told, arena), own_state(store, row.account), arena);
}

void scan_facts(Store& store, AccountKey after,
                const std::function<bool(AccountKey, std::string_view)>& each) {
  auto rows =
      store.database().rows("SELECT account, facts FROM facts WHERE account > ? ORDER BY account", after);
  while (rows.next())
    if (!each(rows.integer(0), rows.blob(1))) return;
}

Put put_account(Store& store, const Snapshot& snapshot, std::string_view facts) {
  auto& database = store.database();
  Put put;
  bool same_facts = false;
  {
    auto rows = database.rows(
        "SELECT account, account_id, revision, as_of, sequence, facts FROM account LEFT JOIN facts USING "
        "(account) "
        "WHERE account_id = ?",
        snapshot.account.id);
    put.added = !rows.next();
    if (!put.added) {
      put.row = row_of(rows);
      same_facts = rows.blob(5) == facts;
    }
  }
  put.stale = put.row.revision && snapshot.revision && *snapshot.revision < *put.row.revision;
  if (put.stale) return put;

  put.changed = !same_facts;
  const auto revision = snapshot.revision ? snapshot.revision : put.row.revision;
  if (same_facts && revision == put.row.revision && put.row.as_of == *snapshot.as_of) return put;
  put.row.revision = revision;
  put.row.as_of = *snapshot.as_of;
  put.row.sequence = next_sequence(database);
  put.touched = true;
  if (put.added) {
    put.row.account_id = snapshot.account.id;
    insert(database, put.row, facts);
    return put;
  }
  database.run("UPDATE account SET revision = ?, as_of = ?, sequence = ? WHERE account = ?", put.row.revision,
               put.row.as_of, put.row.sequence, put.row.account);
  if (put.changed)
    database.run("INSERT INTO facts VALUES (?1, ?2) ON CONFLICT DO UPDATE SET facts = ?2", put.row.account,
                 Blob{facts});
  return put;
}

Put put_account(Store& store, const Snapshot& snapshot) {
  std::string facts;
  encode_facts(snapshot, facts);
  return put_account(store, snapshot, facts);
}

std::int64_t next_sequence(Store& store, AccountKey account) {
  const auto sequence = next_sequence(store.database());
  store.database().run("UPDATE account SET sequence = ? WHERE account = ?", sequence, account);
  return sequence;
}

std::vector<SleepSpan> sleep_spans(Store& store, AccountKey account) {
  std::vector<SleepSpan> spans;
  auto rows = store.database().rows(
      "SELECT state, \"from\", until FROM account_state WHERE account = ? ORDER BY \"from\"", account);
  while (rows.next()) spans.push_back({from_code<Sleep>(rows.text(0)), rows.date(1), rows.maybe_date(2)});
  return spans;
}

bool put_sleep_spans(Store& store, AccountKey account, const std::vector<SleepSpan>& spans) {
  if (sleep_spans(store, account) == spans) return false;
  store.database().run("DELETE FROM account_state WHERE account = ?", account);
  for (const auto& span : spans)
    store.database().run(
        "INSERT INTO account_state(account, \"from\", state, until, indexed) VALUES (?, ?, ?, ?, 1)", account,
        span.from, name_of(span.state), span.until);
  return true;
}

std::vector<Sleeper> sleepers(Store& store, Date day) {
  std::vector<Sleeper> asleep;
  auto rows = store.database().rows(
      "SELECT account, state, \"from\" FROM account_state "
      "WHERE \"from\" <= ?1 AND (until IS NULL OR ?1 < until) AND state <> 'seasonal' ORDER BY account",
      day);
  while (rows.next()) asleep.push_back({rows.integer(0), from_code<Sleep>(rows.text(1)), rows.date(2)});
  return asleep;
}

}  // namespace rendabel::store
