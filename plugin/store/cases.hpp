// cases.hpp — reasons to call as they are kept, keyed by account, reason and source record.
// In: the cases that the facts ask for now.  Out: opened, re-dated and closed rows.
// Never: decides what is a case (rules/cases.hpp).  Method: only rows that differ are written.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// All cases of an account, closed ones too, by reason and source.
std::vector<StoredCase> cases(Store& store, AccountKey account);
/// Writes the rows of `after` that differ from `before` (same key); rows not in `after` go. True when any
/// did.
bool put_cases(Store& store, AccountKey account, const std::vector<StoredCase>& before,
               const std::vector<StoredCase>& after);
/// Accounts with an open case, by key, each once.
std::vector<AccountKey> accounts_with_open_cases(Store& store);

}  // namespace rendabel::store
