#include "plugin/store/event_records.hpp"

#include <algorithm>
#include <string>

#include "plugin/store/codes.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

template <class Record>
bool holds(const List<Record>& records, std::string_view id) {
  return std::ranges::find(records, id, &Record::id) != records.end();
}

template <class Record>
void overlay(List<Record>& records, const List<Record>& told, bool later, Arena& arena) {
  if (told.empty()) return;
  const auto& record = told[0];
  const auto known = std::ranges::find(records, record.id, &Record::id);
  if (known != records.end() && !later) return;
  const auto size = records.size() + (known == records.end() ? 1 : 0);
  const auto room = arena.room<Record>(size);
  std::ranges::copy(records, room.begin());
  room[known == records.end() ? size - 1 : static_cast<std::size_t>(known - records.begin())] = record;
  records.items = room;
}

/// Whether the snapshot's own list makes the record superfluous.
template <class Record>
bool settled(const List<Record>& records, const ToldFact& fact, Date as_of) {
  if (holds(records, fact.id)) return as_of >= fact.on;
  return records.known && as_of > fact.on;
}

bool settled(const Snapshot& snapshot, const ToldFact& fact) {
  const Date as_of = *snapshot.as_of;
  if (fact.kind == EventKind::quote) return settled(snapshot.quotes, fact, as_of);
  if (fact.kind == EventKind::inquiry) return settled(snapshot.inquiries, fact, as_of);
  return settled(snapshot.activities, fact, as_of);
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
    const bool later = !facts.as_of || fact.on > *facts.as_of;
    overlay(judged.quotes, fact.record.quotes, later, arena);
    overlay(judged.inquiries, fact.record.inquiries, later, arena);
    overlay(judged.activities, fact.record.activities, later, arena);
  }
  return judged;
}

bool settle_told_facts(Store& store, AccountKey account, const Snapshot& snapshot,
                       const std::vector<ToldFact>& told) {
  bool written = false;
  for (const auto& fact : told) {
    if (!settled(snapshot, fact)) continue;
    store.database().run("DELETE FROM event_record WHERE account = ? AND kind = ? AND id = ?", account,
                         name_of(fact.kind), fact.id);
    written = true;
  }
  return written;
}

}  // namespace rendabel::store
