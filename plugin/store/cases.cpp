#include "plugin/store/cases.hpp"

#include <algorithm>

#include "plugin/store/codes.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

bool same_key(const StoredCase& a, const StoredCase& b) {
  return a.facts.reason == b.facts.reason && a.facts.source_id == b.facts.source_id;
}

bool equal(const StoredCase& a, const StoredCase& b) {
  return a.facts == b.facts && a.state == b.state && a.closed_why == b.closed_why &&
         a.closed_on == b.closed_on && a.attempts == b.attempts && a.steps == b.steps;
}

const StoredCase* find(const std::vector<StoredCase>& among, const StoredCase& wanted) {
  const auto at =
      std::find_if(among.begin(), among.end(), [&](const auto& one) { return same_key(one, wanted); });
  return at == among.end() ? nullptr : &*at;
}

void write(Database& database, AccountKey account, const StoredCase& one) {
  const bool closed = one.state == CaseState::closed, parked = one.state == CaseState::parked;
  const auto closed_why = closed ? std::optional(one.closed_why) : std::nullopt;
  const auto& steps = one.steps;
  database.run(
      "INSERT OR REPLACE INTO cases(account, reason, source_id, purpose, contact_id, since, due_from, "
      "due_to, "
      "lane, amount, asked_until, closed_why, closed_on, attempts, parked, next_on, next_at, reserved_for, "
      "reserved_until, tried_part, last_outcome, last_at, skips, callbacks, parked_why) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      account, name_of(one.facts.reason), one.facts.source_id, name_of(one.facts.purpose),
      one.facts.contact_id, one.facts.since, one.facts.due_from, one.facts.due_to, name_of(one.facts.lane),
      one.facts.amount, one.facts.asked_until, closed_why, one.closed_on, one.attempts, parked, steps.next_on,
      steps.next_at, steps.reserved_for, steps.reserved_until, steps.tried_part, steps.last_outcome,
      steps.last_at, steps.skips, steps.callbacks, parked ? std::string_view(one.closed_why) : "");
}

CaseSteps steps_of(const Rows& rows) {
  return {rows.maybe_date(14),   rows.maybe_moment(15),      std::string(rows.text(16)),
          rows.maybe_moment(17), std::string(rows.text(18)), std::string(rows.text(19)),
          rows.maybe_moment(20), rows.integer(21),           rows.integer(22)};
}

StoredCase case_of(const Rows& rows) {
  StoredCase one;
  one.facts = {from_code<Reason>(rows.text(0)),
               std::string(rows.text(1)),
               from_code<Purpose>(rows.text(2)),
               std::string(rows.text(3)),
               rows.date(4),
               rows.date(5),
               rows.date(6),
               from_code<Lane>(rows.text(7)),
               rows.maybe_integer(8),
               rows.maybe_date(9)};
  one.state =
      rows.null(10) ? (rows.integer(13) != 0 ? CaseState::parked : CaseState::open) : CaseState::closed;
  one.closed_why = one.state == CaseState::parked ? rows.text(23) : rows.text(10);
  one.closed_on = rows.maybe_date(11);
  one.attempts = rows.integer(12);
  one.steps = steps_of(rows);
  return one;
}

}  // namespace

std::vector<StoredCase> cases(Store& store, AccountKey account) {
  std::vector<StoredCase> found;
  auto rows = store.database().rows(
      "SELECT reason, source_id, purpose, contact_id, since, due_from, due_to, lane, amount, asked_until, "
      "closed_why, closed_on, attempts, parked, next_on, next_at, reserved_for, reserved_until, tried_part, "
      "last_outcome, last_at, skips, callbacks, parked_why FROM cases WHERE account = ? "
      "ORDER BY reason, source_id",
      account);
  while (rows.next()) found.push_back(case_of(rows));
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.facts.reason < b.facts.reason; });
  return found;
}

bool put_cases(Store& store, AccountKey account, const std::vector<StoredCase>& before,
               const std::vector<StoredCase>& after) {
  bool written = false;
  for (const auto& old : before) {
    if (find(after, old) != nullptr) continue;
    store.database().run("DELETE FROM cases WHERE account = ? AND reason = ? AND source_id = ?", account,
                         name_of(old.facts.reason), old.facts.source_id);
    written = true;
  }
  for (const auto& one : after) {
    const auto* old = find(before, one);
    if (old != nullptr && equal(*old, one)) continue;
    write(store.database(), account, one);
    written = true;
  }
  return written;
}

std::vector<AccountKey> accounts_with_open_cases(Store& store) {
  std::vector<AccountKey> keys;
  auto rows =
      store.database().rows("SELECT DISTINCT account FROM cases WHERE closed_why IS NULL ORDER BY account");
  while (rows.next()) keys.push_back(rows.integer(0));
  return keys;
}

}  // namespace rendabel::store
