#include "plugin/store/retention.hpp"

#include "plugin/store/facts.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {

Outdated find_outdated(Store& store, Date cases_from, Date notes_from, std::int64_t limit) {
  Outdated out;
  auto& database = store.database();
  // What a call closed must not open again for its source record, so it stays as long as there may be one.
  auto cases = database.rows(
      "SELECT account, reason, source_id FROM cases WHERE closed_on < ?1 AND closed_why IS NOT NULL AND "
      "(source_id = '' OR closed_why IN ('won', 'lost', 'expired', 'steps_done', 'answered', 'solved', "
      "'too_old', "
      "'inactive', 'gone', 'settled', 'merged')) ORDER BY closed_on, account, reason, source_id LIMIT ?2",
      cases_from, limit);
  while (cases.next())
    out.cases.push_back({cases.integer(0), std::string(cases.text(1)), std::string(cases.text(2))});
  auto outcomes = database.rows(
      "SELECT outcome FROM outcome WHERE date < ? AND note <> '' ORDER BY date, outcome LIMIT ?", notes_from,
      limit);
  while (outcomes.next()) out.outcomes.push_back(outcomes.integer(0));
  auto needs = database.rows(
      "SELECT account, id FROM need WHERE noted_on < ? AND note <> '' ORDER BY noted_on, account, id LIMIT ?",
      notes_from, limit);
  while (needs.next()) out.needs.push_back({needs.integer(0), std::string(needs.text(1))});
  return out;
}

void drop_outdated(Store& store, const Outdated& outdated) {
  auto& database = store.database();
  for (const auto& one : outdated.cases)
    database.run(
        "DELETE FROM cases WHERE account = ? AND reason = ? AND source_id = ? AND closed_why IS NOT NULL",
        one.account, one.reason, one.source_id);
  for (const auto outcome : outdated.outcomes)
    database.run("UPDATE outcome SET note = '' WHERE outcome = ?", outcome);
  for (const auto& one : outdated.needs)
    database.run("UPDATE need SET note = '' WHERE account = ? AND id = ?", one.account, one.id);
}

void replace_facts(Store& store, AccountKey account, const Snapshot& facts) {
  std::string blob;
  encode_facts(facts, blob);
  store.database().run("UPDATE facts SET facts = ? WHERE account = ?", Blob{blob}, account);
}

bool reported_since(Store& store, AccountKey account, std::string_view contact_id, Date from) {
  return store.database().number(
             "SELECT count(*) FROM outcome WHERE account = ? AND contact_id = ? AND date >= ?", account,
             contact_id, from) > 0;
}

}  // namespace rendabel::store
