#include "plugin/store/event_records.hpp"

#include <algorithm>
#include <string>

#include "plugin/store/codes.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

template <class Record>
void overlay(List<Record>& records, const List<Record>& told, Arena& arena) {
  if (told.empty()) return;
  const auto known = std::ranges::find(records, told[0].id, &Record::id);
  const bool added = known == records.end();
  const auto room = arena.room<Record>(records.size() + (added ? 1 : 0));
  std::ranges::copy(records, room.begin());
  room[added ? records.size() : static_cast<std::size_t>(known - records.begin())] = told[0];
  records.items = room;
}

/// An activity with a call's id and the outcome of that call are one.
bool has_call(const List<Activity>& activities, const ToldFact& fact) {
  if (fact.record.activities.empty() || fact.record.activities[0].call_id.empty()) return false;
  return std::ranges::find(activities, fact.record.activities[0].call_id, &Activity::call_id) !=
         activities.end();
}

template <class Record>
bool settles(const List<Record>& records, const ToldFact& fact, Date as_of) {
  bool brought = std::ranges::find(records, fact.id, &Record::id) != records.end();
  if constexpr (std::is_same_v<Record, Activity>) brought = brought || has_call(records, fact);
  return brought ? as_of >= fact.on : records.known && as_of > fact.on;
}

}  // namespace

bool put_told_fact(Store& store, AccountKey account, const ToldFact& fact) {
  std::string record;
  encode_facts(fact.record, record);
  return store.database().run(
             "INSERT INTO event_record(account, kind, id, \"on\", record) VALUES (?1, ?2, ?3, ?4, ?5) "
             "ON CONFLICT DO UPDATE SET \"on\" = ?4, record = ?5 WHERE \"on\" <= ?4 AND record <> ?5",
             account, name_of(fact.kind), fact.id, fact.on, Blob{record}) > 0;
}

std::vector<ToldFact> told_facts(Store& store, AccountKey account, Arena& arena) {
  std::vector<ToldFact> found;
  auto rows = store.database().rows(
      "SELECT kind, id, \"on\", record FROM event_record WHERE account = ? ORDER BY kind, id", account);
  while (rows.next())
    found.push_back({from_code<EventKind>(rows.text(0)), arena.keep(rows.text(1)), rows.date(2),
                     decode_facts(arena.keep(rows.blob(3)), arena)});
  return found;
}

std::vector<AccountKey> accounts_with_told_facts(Store& store) {
  std::vector<AccountKey> keys;
  auto rows = store.database().rows("SELECT DISTINCT account FROM event_record ORDER BY account");
  while (rows.next()) keys.push_back(rows.integer(0));
  return keys;
}

Snapshot with_told_facts(const Snapshot& facts, const std::vector<ToldFact>& told, Arena& arena) {
  Snapshot judged = facts;
  for (const auto& fact : told) {
    overlay(judged.quotes, fact.record.quotes, arena);
    overlay(judged.inquiries, fact.record.inquiries, arena);
    if (!has_call(facts.activities, fact)) overlay(judged.activities, fact.record.activities, arena);
  }
  return judged;
}

bool settles(const Snapshot& snapshot, const ToldFact& fact) {
  const Date as_of = *snapshot.as_of;
  if (fact.kind == EventKind::quote) return settles(snapshot.quotes, fact, as_of);
  if (fact.kind == EventKind::inquiry) return settles(snapshot.inquiries, fact, as_of);
  return settles(snapshot.activities, fact, as_of);
}

void drop_told_fact(Store& store, AccountKey account, const ToldFact& fact) {
  store.database().run("DELETE FROM event_record WHERE account = ? AND kind = ? AND id = ?", account,
                       name_of(fact.kind), fact.id);
}

}  // namespace rendabel::store
