#include "plugin/store/refresh_reads.hpp"

#include <string>

#include "plugin/store/store.hpp"

namespace rendabel::store {

std::vector<AccountRow> accounts_changed(Store& store, std::int64_t sequence, std::int64_t limit) {
  auto rows = store.database().rows(
      "SELECT account, account_id, revision, as_of, sequence FROM account WHERE sequence > ? ORDER BY "
      "sequence LIMIT ?",
      sequence, limit);
  std::vector<AccountRow> found;
  while (rows.next())
    found.push_back(
        {rows.integer(0), std::string(rows.text(1)), rows.maybe_integer(2), rows.date(3), rows.integer(4)});
  return found;
}

KeptResults::KeptResults(Store& store, AccountKey after)
    : rows_(store.database().rows("SELECT account, detail FROM result WHERE account > ? ORDER BY account",
                                  after)),
      more_(rows_.next()) {}

bool KeptResults::same(AccountKey account, std::string_view detail) {
  while (more_ && rows_.integer(0) < account) more_ = rows_.next();
  return more_ && rows_.integer(0) == account && rows_.blob(1) == detail;
}

}  // namespace rendabel::store
