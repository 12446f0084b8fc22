// event_records.hpp — facts that an event told and that no snapshot has brought yet.
// In: an inquiry, quote or activity with its day.  Out: an account's facts with those records in them.
// Never: own state; a record is the host's fact, only early.  Method: one narrow row a record, overlaid when
// the account is judged and dropped when a snapshot that should know it arrives.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/events.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// A record in a snapshot of its own: exactly one of quotes, inquiries, activities has one element.
struct ToldFact {
  EventKind kind{};
  std::string_view id;
  Date on{};  ///< day of the event, or of the last snapshot where that is later
  Snapshot record;
};

/// Adds the record or replaces the one of the same kind and id, unless that one was told on a later day.
/// True when something was written. Within a Change.
bool put_told_fact(Store& store, AccountKey account, const ToldFact& fact);
/// Records of an account, by kind and id; texts live in `arena`.
std::vector<ToldFact> told_facts(Store& store, AccountKey account, Arena& arena);
/// Accounts that have such records, by key: a scan of all accounts looks there first.
std::vector<AccountKey> accounts_with_told_facts(Store& store);

/// Pure: `facts` with the records in it: one that both have is the event's, which came later. Lists that were
/// left out stay unknown.
Snapshot with_told_facts(const Snapshot& facts, const std::vector<ToldFact>& told, Arena& arena);
/// Pure: whether `snapshot` makes the record superfluous: it brings it itself (same id, as_of on the event's
/// day or later), or should have (its list is there, as_of after that day, the record is not: taken back).
bool settles(const Snapshot& snapshot, const ToldFact& fact);
void drop_told_fact(Store& store, AccountKey account, const ToldFact& fact);

}  // namespace rendabel::store
