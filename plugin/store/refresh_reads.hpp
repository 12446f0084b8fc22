// refresh_reads.hpp — what a refresh of the book asks of the accounts besides their facts.
// In: a change number, a key.  Out: which accounts were saved after it; what was found of those after it.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/store/accounts.hpp"
#include "plugin/store/database.hpp"

namespace rendabel::store {

/// The first `limit` accounts saved after change number `sequence`, in the order of their saves.
std::vector<AccountRow> accounts_changed(Store& store, std::int64_t sequence, std::int64_t limit);

/// The details kept of accounts with key > `after`; ask by growing key. Ends before the store is written to.
class KeptResults {
 public:
  KeptResults(Store& store, AccountKey after);
  bool same(AccountKey account, std::string_view detail);

 private:
  Rows rows_;
  bool more_;
};

}  // namespace rendabel::store
