#include "plugin/store/migrations.hpp"

#include <array>
#include <string>

#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

// Columns are spelt as in the documents (contract.md 3). Days are numbers since 1970-01-01, amounts minor
// units, choices their codes. `account` is the key of the account's row everywhere.
constexpr const char* first = R"sql(
CREATE TABLE counters(only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL, settings INTEGER NOT NULL,
  book INTEGER NOT NULL, suppressed INTEGER NOT NULL) STRICT;
INSERT INTO counters VALUES (1, 0, 0, 0, 0);
CREATE TABLE settings(only INTEGER PRIMARY KEY CHECK (only = 1), settings TEXT NOT NULL) STRICT;
INSERT INTO settings VALUES (1, '{}');

CREATE TABLE account(account INTEGER PRIMARY KEY, account_id TEXT NOT NULL UNIQUE, revision INTEGER,
  as_of INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE facts(account INTEGER PRIMARY KEY, facts BLOB NOT NULL) STRICT;
CREATE TABLE account_state(account INTEGER NOT NULL, "from" INTEGER NOT NULL, state TEXT NOT NULL, until INTEGER,
  PRIMARY KEY (account, "from")) STRICT, WITHOUT ROWID;
CREATE TABLE number(number INTEGER NOT NULL, account INTEGER NOT NULL, contact_id TEXT NOT NULL,
  PRIMARY KEY (number, account, contact_id)) STRICT, WITHOUT ROWID;
CREATE INDEX number_account ON number(account);

CREATE TABLE contact(account INTEGER NOT NULL, contact_id TEXT NOT NULL, objected_on INTEGER,
  do_not_call INTEGER NOT NULL, do_not_call_on INTEGER, do_not_call_source TEXT NOT NULL, opt_out_offered_on INTEGER,
  dnc_checked_on INTEGER, tps_checked_on INTEGER, PRIMARY KEY (account, contact_id)) STRICT, WITHOUT ROWID;
CREATE TABLE consent(account INTEGER NOT NULL, contact_id TEXT NOT NULL, purpose TEXT NOT NULL, subject TEXT NOT NULL,
  channel TEXT NOT NULL, party TEXT NOT NULL, given_on INTEGER, expires_on INTEGER, withdrawn_on INTEGER,
  source TEXT NOT NULL, PRIMARY KEY (account, contact_id, purpose, subject, channel, party)) STRICT, WITHOUT ROWID;
CREATE TABLE remedy(account INTEGER NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL, date INTEGER NOT NULL,
  status TEXT NOT NULL, PRIMARY KEY (account, id)) STRICT, WITHOUT ROWID;
CREATE TABLE suppression(hash BLOB PRIMARY KEY, objected_on INTEGER, do_not_call INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;

CREATE TABLE cases(account INTEGER NOT NULL, reason TEXT NOT NULL, source_id TEXT NOT NULL, purpose TEXT NOT NULL,
  contact_id TEXT NOT NULL, since INTEGER NOT NULL, due_from INTEGER NOT NULL, due_to INTEGER NOT NULL,
  lane TEXT NOT NULL, amount INTEGER, asked_until INTEGER, closed_why TEXT, closed_on INTEGER,
  attempts INTEGER NOT NULL, PRIMARY KEY (account, reason, source_id)) STRICT, WITHOUT ROWID;
CREATE INDEX cases_open ON cases(account) WHERE closed_why IS NULL;

CREATE TABLE plan(date INTEGER PRIMARY KEY, capacity INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE plan_call(date INTEGER NOT NULL, rank INTEGER NOT NULL, call_id TEXT NOT NULL, account_id TEXT NOT NULL,
  contact_id TEXT NOT NULL, lane TEXT NOT NULL, state TEXT NOT NULL, withdrawn_why TEXT NOT NULL, purpose TEXT NOT NULL,
  due_from INTEGER NOT NULL, due_to INTEGER NOT NULL, agent TEXT NOT NULL, phone TEXT NOT NULL,
  phone_e164 TEXT NOT NULL, value_at_stake INTEGER NOT NULL, p_success INTEGER NOT NULL, attempt INTEGER NOT NULL,
  allowed TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (date, call_id)) STRICT, WITHOUT ROWID;
CREATE INDEX plan_call_account ON plan_call(account_id);
CREATE TABLE plan_reason(date INTEGER NOT NULL, call_id TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL,
  source_id TEXT NOT NULL, value_at_stake INTEGER NOT NULL, p_success INTEGER NOT NULL, margin INTEGER NOT NULL,
  margin_from TEXT NOT NULL, since INTEGER NOT NULL, purpose TEXT NOT NULL, amount INTEGER, until INTEGER,
  kind TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (date, call_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE plan_left_out(date INTEGER NOT NULL, why TEXT NOT NULL, accounts INTEGER NOT NULL,
  PRIMARY KEY (date, why)) STRICT, WITHOUT ROWID;
CREATE TABLE plan_left_out_row(date INTEGER NOT NULL, position INTEGER NOT NULL, account_id TEXT NOT NULL,
  reason TEXT NOT NULL, why TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (date, position)) STRICT, WITHOUT ROWID;

CREATE TABLE result(account INTEGER PRIMARY KEY, net_revenue INTEGER NOT NULL, gross_margin INTEGER,
  net_result INTEGER, assessable INTEGER NOT NULL, flags INTEGER NOT NULL, detail BLOB NOT NULL) STRICT;
CREATE TABLE book(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
)sql";

// What calls make of cases, what happens between snapshots, and the desk.
constexpr const char* second = R"sql(
ALTER TABLE cases ADD COLUMN parked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN parked_why TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN next_on INTEGER;
ALTER TABLE cases ADD COLUMN next_at INTEGER;
ALTER TABLE cases ADD COLUMN reserved_for TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN reserved_until INTEGER;
ALTER TABLE cases ADD COLUMN tried_part TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN last_outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN last_at INTEGER;
ALTER TABLE cases ADD COLUMN skips INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN callbacks INTEGER NOT NULL DEFAULT 0;

CREATE TABLE event_record(account INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, "on" INTEGER NOT NULL,
  record BLOB NOT NULL, PRIMARY KEY (account, kind, id)) STRICT, WITHOUT ROWID;
CREATE TABLE account_desk(account INTEGER PRIMARY KEY, pinned_until INTEGER, removed_until INTEGER,
  removed_why TEXT NOT NULL, assigned_to TEXT NOT NULL, disputed_on INTEGER, disputed_why TEXT NOT NULL,
  decided_on INTEGER, decided_by TEXT NOT NULL, decided_why TEXT NOT NULL, reached_on INTEGER) STRICT;
CREATE TABLE case_rest(account INTEGER NOT NULL, reason TEXT NOT NULL, until INTEGER NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (account, reason)) STRICT, WITHOUT ROWID;
CREATE TABLE need(account INTEGER NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL, note TEXT NOT NULL,
  contact_id TEXT NOT NULL, due_on INTEGER, noted_on INTEGER NOT NULL, closed_on INTEGER,
  PRIMARY KEY (account, id)) STRICT, WITHOUT ROWID;
CREATE TABLE book_total("from" INTEGER NOT NULL, "to" INTEGER NOT NULL, net_revenue INTEGER NOT NULL,
  PRIMARY KEY ("from", "to")) STRICT, WITHOUT ROWID;
CREATE TABLE account_touch(account INTEGER PRIMARY KEY, since INTEGER NOT NULL, revenue INTEGER, worth INTEGER NOT NULL,
  days INTEGER) STRICT;

-- What was foretold of an accepted remedy when that was first learnt.
ALTER TABLE remedy ADD COLUMN foretold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE remedy ADD COLUMN predicted INTEGER;

ALTER TABLE plan ADD COLUMN present TEXT;
ALTER TABLE plan_call ADD COLUMN not_before INTEGER;
ALTER TABLE plan_call ADD COLUMN deadline INTEGER;
ALTER TABLE plan_call ADD COLUMN reserved_until INTEGER;
ALTER TABLE plan_call ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_call ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_call ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_call ADD COLUMN place TEXT NOT NULL DEFAULT 'value';
ALTER TABLE plan_call ADD COLUMN reserved_for TEXT;
ALTER TABLE plan_reason ADD COLUMN decay INTEGER NOT NULL DEFAULT 1000000;
ALTER TABLE plan_reason ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;

CREATE TABLE outcome(outcome INTEGER PRIMARY KEY, outcome_id TEXT NOT NULL UNIQUE, account INTEGER NOT NULL,
  call_id TEXT NOT NULL, contact_id TEXT NOT NULL, agent TEXT NOT NULL, at INTEGER NOT NULL, date INTEGER NOT NULL,
  minute INTEGER NOT NULL, in_hour INTEGER NOT NULL, leased_at INTEGER, code TEXT NOT NULL, skip_reason TEXT NOT NULL,
  callback_at INTEGER, amount INTEGER, channel TEXT NOT NULL, reception TEXT NOT NULL, reason TEXT NOT NULL,
  source_id TEXT NOT NULL, purpose TEXT NOT NULL, lane TEXT NOT NULL, late INTEGER NOT NULL, note TEXT NOT NULL,
  step TEXT NOT NULL, step_why TEXT NOT NULL, step_on INTEGER, step_at INTEGER) STRICT;
CREATE INDEX outcome_account ON outcome(account);
CREATE INDEX outcome_date ON outcome(date);
CREATE INDEX outcome_call ON outcome(call_id);
CREATE INDEX outcome_agent ON outcome(agent);
CREATE TABLE outcome_case(outcome INTEGER NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL,
  source_id TEXT NOT NULL, raised INTEGER NOT NULL, state TEXT NOT NULL, step TEXT NOT NULL, why TEXT NOT NULL,
  "on" INTEGER, at INTEGER, attempts INTEGER NOT NULL, PRIMARY KEY (outcome, position)) STRICT, WITHOUT ROWID;
CREATE TABLE wrong_number(account INTEGER NOT NULL, number INTEGER NOT NULL, found_on INTEGER NOT NULL,
  PRIMARY KEY (account, number)) STRICT, WITHOUT ROWID;
CREATE TABLE lease(account INTEGER PRIMARY KEY, date INTEGER NOT NULL, call_id TEXT NOT NULL, agent TEXT NOT NULL,
  since INTEGER NOT NULL, until INTEGER NOT NULL, inbound INTEGER NOT NULL) STRICT;
CREATE INDEX lease_agent ON lease(agent);
CREATE INDEX lease_until ON lease(until);
CREATE TABLE lease_number(number INTEGER PRIMARY KEY, account INTEGER NOT NULL) STRICT;
CREATE INDEX lease_number_account ON lease_number(account);
CREATE TABLE lease_start(date INTEGER NOT NULL, minute INTEGER NOT NULL, agent TEXT NOT NULL, call_id TEXT NOT NULL,
  in_hour INTEGER NOT NULL, PRIMARY KEY (date, minute, agent, call_id)) STRICT, WITHOUT ROWID;
CREATE TABLE desk(date INTEGER PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
CREATE INDEX plan_call_open ON plan_call(date, lane, rank) WHERE state = 'open';
CREATE INDEX plan_left_out_row_account ON plan_left_out_row(account_id, date);
CREATE INDEX account_sequence ON account(sequence);

CREATE TABLE learning(only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

ALTER TABLE result ADD COLUMN run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE result ADD COLUMN before_net_result INTEGER;
ALTER TABLE result ADD COLUMN before_flags INTEGER;
CREATE TABLE gathered(account INTEGER PRIMARY KEY, gathered BLOB NOT NULL) STRICT;
DELETE FROM book;

-- Whom a plan looks at first, and how many there are. An index over the sleep that version 1 wrote would take
-- seconds in a book of a million: it stays out until it is written again, and a store that had any says so.
CREATE INDEX account_touch_worth ON account_touch(worth DESC, account, since, revenue, days);
CREATE INDEX account_touch_revenue ON account_touch(revenue, since);
CREATE INDEX account_touch_days ON account_touch(account) WHERE days IS NOT NULL;
ALTER TABLE counters ADD COLUMN sleep_without_index INTEGER NOT NULL DEFAULT 0;
UPDATE counters SET sleep_without_index = EXISTS (SELECT 1 FROM account_state);
ALTER TABLE account_state ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX account_state_day ON account_state("from", state, until) WHERE indexed = 1;
)sql";

constexpr std::array steps{first, second};
static_assert(steps.size() == schema_version);

}  // namespace

std::int64_t version_of(Database& database) { return database.number("PRAGMA user_version"); }

void require_own_version(Database& database) {
  if (const auto version = version_of(database); version != schema_version)
    throw Failure(Status::too_new, "the store has version " + std::to_string(version) +
                                       ", this library writes " + std::to_string(schema_version) +
                                       ": use the newer library");
}

void migrate_to(Database& database, std::int64_t until) {
  for (auto version = version_of(database); version < until; ++version) {
    database.script(steps[static_cast<std::size_t>(version)]);
    database.script("PRAGMA user_version = " + std::to_string(version + 1));
  }
  database.script("PRAGMA application_id = " + std::to_string(application_id));
}

void migrate(Database& database) {
  migrate_to(database, schema_version);
  require_own_version(database);
}

}  // namespace rendabel::store
