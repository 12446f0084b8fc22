// retention.hpp — what has been kept long enough (law.md, minimal data): notes and closed cases of long ago.
// In: days from which on they are kept.  Out: keys found without a lock, then gone in a short write.
// Never: a refusal, a consent, an open case, or a case whose closing keeps its source record from opening
// again.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "plugin/base/date.hpp"

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

}  // namespace rendabel::store
