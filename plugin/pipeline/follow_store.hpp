// follow_store.hpp — steps 2 and 7 on the store: writes what follows from an account after anything changed.
// In: the account as judged.  Out: cases opened, re-dated, closed; who is to be
// kept in touch with.  Never: facts, own state but what was foretold.  Method: one function for saves, events
// and merges, so that every path closes the same cases.
#pragma once
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/pipeline/assess.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// An account in a running Change, as it is judged on `as_of`.
struct Standing {
  const Snapshot& judged;  ///< facts, told facts and own state
  const Assessment& assessment;
  Date as_of{};
};

struct Followed {
  std::vector<StoredCase> cases;
  bool written = false;
};
/// Within a Change. `known`: the account was there before it, so there may be something to compare with.
Followed follow(store::Store& store, const Settings& settings, store::AccountKey account, const Standing& now,
                const std::vector<Case>& found, bool known);

/// Follows an account from what is stored of it: after an event, or after an outcome changed what counts.
/// True when something was written; the account then has a new change number.
bool follow_again(store::Store& store, const Settings& settings, const Assessor& assessor,
                  const BookContext& book, const store::AccountRow& row, Date as_of);

}  // namespace rendabel::pipeline
