#include "plugin/store/outcomes.hpp"

#include <algorithm>

#include "plugin/store/codes.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

void write_case(Database& database, std::int64_t outcome, std::int64_t position, const LoggedCase& one) {
  const auto& after = one.after;
  database.run(
      "INSERT INTO outcome_case(outcome, position, reason, source_id, raised, state, step, why, \"on\", at, "
      "attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      outcome, position, name_of(after.reason), after.source_id, one.raised, name_of(after.state),
      name_of(after.step), after.why, after.on, after.at, after.attempts);
}

std::vector<LoggedCase> cases_of(Database& database, std::int64_t outcome) {
  std::vector<LoggedCase> out;
  auto rows = database.rows(
      "SELECT reason, source_id, raised, state, step, why, \"on\", at, attempts FROM outcome_case "
      "WHERE outcome = ? ORDER BY position",
      outcome);
  while (rows.next()) {
    CaseAfter after;
    after.reason = from_code<Reason>(rows.text(0));
    after.source_id = rows.text(1);
    after.state = from_code<CaseState>(rows.text(3));
    after.step = from_code<StepKind>(rows.text(4));
    after.why = rows.text(5);
    after.on = rows.maybe_date(6);
    after.at = rows.maybe_moment(7);
    after.attempts = rows.integer(8);
    out.push_back({std::move(after), rows.integer(2) != 0});
  }
  return out;
}

/// The columns every reader below selects, in the order of read_outcome.
#define RENDABEL_OUTCOME_COLUMNS                                                                           \
  "SELECT outcome, outcome_id, account, call_id, contact_id, agent, at, date, minute, code, skip_reason, " \
  "callback_at, amount, channel, reception, purpose, lane, late, note, step, step_why, step_on, step_at, " \
  "in_hour, leased_at, reason, source_id, (SELECT account_id FROM account WHERE account.account = "        \
  "outcome.account) FROM outcome "

LoggedOutcome read_outcome(const Rows& rows) {
  LoggedOutcome out;
  auto& told = out.told;
  told.id = rows.text(1);
  out.account = rows.integer(2);
  told.call_id = rows.text(3);
  told.contact_id = rows.text(4);
  told.agent = rows.text(5);
  told.at = rows.maybe_moment(6);
  out.date = rows.date(7);
  out.minute = rows.integer(8);
  told.outcome = from_code<OutcomeCode>(rows.text(9));
  told.skip_reason = from_code<SkipReason>(rows.text(10));
  told.callback_at = rows.maybe_moment(11);
  told.amount = rows.maybe_integer(12);
  told.channel = rows.text(13);
  told.reception = from_code<Reception>(rows.text(14));
  out.purpose = from_code<Purpose>(rows.text(15));
  out.lane = from_code<Lane>(rows.text(16));
  out.late = rows.integer(17) != 0;
  told.note = rows.text(18);
  out.step = from_code<StepKind>(rows.text(19));
  out.step_why = rows.text(20);
  out.step_on = rows.maybe_date(21);
  out.step_at = rows.maybe_moment(22);
  out.in_hour = rows.integer(23) != 0;
  out.leased_at = rows.maybe_moment(24);
  if (!rows.text(25).empty()) out.reason = from_code<Reason>(rows.text(25));
  out.source_id = rows.text(26);
  told.account_id = rows.text(27);
  return out;
}

std::vector<LoggedOutcome> all(Database& database, Rows rows) {
  std::vector<LoggedOutcome> out;
  while (rows.next()) {
    out.push_back(read_outcome(rows));
    out.back().cases = cases_of(database, rows.integer(0));
  }
  return out;
}

}  // namespace

std::optional<LoggedOutcome> find_outcome(Store& store, std::string_view outcome_id) {
  auto& database = store.database();
  auto found = all(database, database.rows(RENDABEL_OUTCOME_COLUMNS "WHERE outcome_id = ?", outcome_id));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void put_outcome(Store& store, const LoggedOutcome& outcome) {
  auto& database = store.database();
  const auto& told = outcome.told;
  database.run(
      "INSERT INTO outcome(outcome_id, account, call_id, contact_id, agent, at, date, minute, code, "
      "skip_reason, callback_at, amount, channel, reception, purpose, lane, late, note, step, step_why, "
      "step_on, step_at, in_hour, leased_at, reason, source_id) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      told.id, outcome.account, told.call_id, told.contact_id, told.agent, told.at, outcome.date,
      outcome.minute, name_of(told.outcome), name_of(told.skip_reason), told.callback_at, told.amount,
      told.channel, name_of(told.reception), name_of(outcome.purpose), name_of(outcome.lane), outcome.late,
      told.note, name_of(outcome.step), outcome.step_why, outcome.step_on, outcome.step_at, outcome.in_hour,
      outcome.leased_at, outcome.reason ? name_of(*outcome.reason) : std::string_view{}, outcome.source_id);
  const auto key = database.last_key();
  std::int64_t position = 0;
  for (const auto& one : outcome.cases) write_case(database, key, position++, one);
}

std::vector<LoggedOutcome> outcomes_of(Store& store, AccountKey account) {
  auto& database = store.database();
  return all(database,
             database.rows(RENDABEL_OUTCOME_COLUMNS "WHERE account = ? ORDER BY at, outcome", account));
}

std::vector<LoggedOutcome> outcomes_between(Store& store, Date from, Date to) {
  auto& database = store.database();
  return all(
      database,
      database.rows(RENDABEL_OUTCOME_COLUMNS "WHERE date BETWEEN ? AND ? ORDER BY at, outcome", from, to));
}

std::vector<LoggedOutcome> outcomes_by(Store& store, std::string_view agent) {
  auto& database = store.database();
  return all(database, database.rows(RENDABEL_OUTCOME_COLUMNS "WHERE agent = ? ORDER BY at, outcome", agent));
}

std::int64_t busies_on(Store& store, AccountKey account, Date date) {
  return store.database().number(
      "SELECT count(*) FROM outcome WHERE account = ? AND +date = ? AND code = 'busy'", account, date);
}

bool call_reported(Store& store, std::string_view call_id) {
  return store.database().number(
             "SELECT EXISTS (SELECT 1 FROM outcome WHERE call_id = ? AND code NOT IN ('skipped', 'busy'))",
             call_id) != 0;
}

bool skipped_by(Store& store, std::string_view call_id, std::string_view agent) {
  return store.database().number(
             "SELECT EXISTS (SELECT 1 FROM outcome WHERE call_id = ? AND agent = ? AND "
             "code = 'skipped' AND skip_reason <> 'wrong_time')",
             call_id, agent) != 0;
}

std::vector<MarketingCall> marketing_calls(Store& store, AccountKey account, Date from) {
  std::vector<MarketingCall> out;
  // By outcome, as the index has them; sorted here, for most accounts have none and SQLite would prepare for
  // many.
  auto rows = store.database().rows(
      "SELECT contact_id, date, code = 'not_interested' FROM outcome WHERE account = ? AND date >= ? AND "
      "purpose = 'marketing' AND channel IN ('', 'voice') AND code NOT IN ('skipped', 'busy', "
      "'wrong_number') ORDER BY outcome",
      account, from);
  while (rows.next()) out.push_back({std::string(rows.text(0)), rows.date(1), rows.integer(2) != 0});
  std::ranges::stable_sort(out, {}, &MarketingCall::date);
  return out;
}

std::optional<LoggedOutcome> last_outcome(Store& store, AccountKey account) {
  auto& database = store.database();
  auto found = all(database, database.rows(RENDABEL_OUTCOME_COLUMNS "WHERE account = ? AND code <> 'skipped' "
                                                                    "ORDER BY at DESC, outcome DESC LIMIT 1",
                                           account));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

#undef RENDABEL_OUTCOME_COLUMNS

std::vector<std::int64_t> wrong_numbers(Store& store, AccountKey account) {
  std::vector<std::int64_t> out;
  auto rows =
      store.database().rows("SELECT number FROM wrong_number WHERE account = ? ORDER BY number", account);
  while (rows.next()) out.push_back(rows.integer(0));
  return out;
}

void put_wrong_number(Store& store, AccountKey account, std::int64_t number, Date found_on) {
  store.database().run("INSERT OR IGNORE INTO wrong_number(account, number, found_on) VALUES (?, ?, ?)",
                       account, number, found_on);
}

void drop_outcomes(Store& store, AccountKey account) {
  auto& database = store.database();
  database.run("DELETE FROM outcome_case WHERE outcome IN (SELECT outcome FROM outcome WHERE account = ?)",
               account);
  database.run("DELETE FROM outcome WHERE account = ?", account);
  database.run("DELETE FROM wrong_number WHERE account = ?", account);
}

bool forget_contact(Store& store, AccountKey account, std::string_view contact_id) {
  return store.database().run(
      "UPDATE outcome SET contact_id = '', note = '' WHERE account = ? AND contact_id = ?", account,
      contact_id);
}

std::int64_t drop_agent(Store& store, std::string_view agent) {
  auto& database = store.database();
  const auto changed = database.run("UPDATE outcome SET agent = '', note = '' WHERE agent = ?", agent);
  database.run("DELETE FROM lease WHERE agent = ?", agent);
  database.run("DELETE FROM lease_number WHERE account NOT IN (SELECT account FROM lease)");
  database.run("UPDATE OR REPLACE lease_start SET agent = '' WHERE agent = ?", agent);
  database.run("UPDATE plan_call SET state = 'open' WHERE state = 'leased' AND agent = ?", agent);
  database.run("UPDATE plan_call SET agent = '' WHERE agent = ?", agent);
  database.run("UPDATE cases SET reserved_for = '', reserved_until = NULL WHERE reserved_for = ?", agent);
  database.run("UPDATE account_desk SET assigned_to = '' WHERE assigned_to = ?", agent);
  database.run("UPDATE account_desk SET decided_by = '' WHERE decided_by = ?", agent);
  // Lines of id, tab, minutes (plans.cpp): who was here that day is then not known any more.
  database.run(
      "UPDATE plan SET present = NULL WHERE instr(char(10) || present, char(10) || ? || char(9)) > 0", agent);
  return changed;
}

}  // namespace rendabel::store
