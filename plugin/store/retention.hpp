// retention.hpp — what has been kept long enough (law.md, minimal data): notes and closed cases of long ago.
// In: days from which on they are kept.  Out: keys found without a lock, then gone in a short write.
// Never: a refusal, a consent, an open case, or a case whose closing keeps its source record from opening
// again.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

struct Outdated {
  struct CaseKey {
    AccountKey account = 0;
    std::string reason, source_id;
  };
  struct NeedKey {
    AccountKey account = 0;
    std::string id;
  };
  std::vector<CaseKey> cases;
  std::vector<std::int64_t> outcomes;  ///< with a note
  std::vector<NeedKey> needs;          ///< with a note
};
/// The oldest `limit` of each: cases closed before `cases_from`, notes written before `notes_from`.
Outdated find_outdated(Store& store, Date cases_from, Date notes_from, std::int64_t limit);
/// Drops the cases and empties the notes. Within a Change.
void drop_outdated(Store& store, const Outdated& outdated);

/// Puts an account's facts in the place of the stored ones, without a new change number: nothing that is
/// judged of them differs. Within a Change.
void replace_facts(Store& store, AccountKey account, const Snapshot& facts);
/// Whether an outcome with that contact was reported on `from` or later.
bool reported_since(Store& store, AccountKey account, std::string_view contact_id, Date from);

}  // namespace rendabel::store
