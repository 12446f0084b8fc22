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

ByKey::ByKey(Store& store, const char* sql, AccountKey after)
    : rows_(store.database().rows(sql, after)), more_(rows_.next()) {}

ByKey ByKey::results(Store& store, AccountKey after) {
  return ByKey(store, "SELECT account, detail FROM result WHERE account > ? ORDER BY account", after);
}
ByKey ByKey::gathered(Store& store, AccountKey after) {
  return ByKey(store, "SELECT account, gathered FROM gathered WHERE account > ? ORDER BY account", after);
}
ByKey ByKey::own(Store& store, AccountKey after) {
  return ByKey(store,
               "SELECT account FROM remedy WHERE account > ?1 UNION "
               "SELECT account FROM event_record WHERE account > ?1 ORDER BY account",
               after);
}

bool ByKey::has(AccountKey account) {
  while (more_ && rows_.integer(0) < account) more_ = rows_.next();
  return more_ && rows_.integer(0) == account;
}

}  // namespace rendabel::store
