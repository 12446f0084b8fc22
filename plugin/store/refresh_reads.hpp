// refresh_reads.hpp — what a refresh of the book asks of the accounts besides their facts.
// In: a change number, a key.  Out: which accounts were saved after it; what is kept of those after it; who
// has own state or told facts that the rules judge.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/store/accounts.hpp"
#include "plugin/store/database.hpp"

namespace rendabel::store {

/// The first `limit` accounts saved after change number `sequence`, in the order of their saves.
std::vector<AccountRow> accounts_changed(Store& store, std::int64_t sequence, std::int64_t limit);

/// Rows of accounts by key; ask by growing key. Ends before the store is written to.
class ByKey {
 public:
  /// Of accounts with key > `after`.
  static ByKey results(Store& store, AccountKey after);   ///< details of their results
  static ByKey gathered(Store& store, AccountKey after);  ///< what was gathered of them
  static ByKey own(Store& store, AccountKey after);  ///< those with remedies or told facts, without bytes

  bool has(AccountKey account);
  bool same(AccountKey account, std::string_view bytes) { return has(account) && rows_.blob(1) == bytes; }

 private:
  ByKey(Store& store, const char* sql, AccountKey after);
  Rows rows_;
  bool more_;
};

}  // namespace rendabel::store
