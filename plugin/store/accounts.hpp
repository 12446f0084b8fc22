// accounts.hpp — an account's row and its facts (one blob, alone in its row).
// In: snapshots.  Out: the facts as last sent, views into an arena.  Never: own state (own_state.hpp).
// Method: revision and as_of stand beside the blob, so that sending the same facts again writes no blob.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

struct AccountRow {
  AccountKey account = 0;
  std::string account_id;
  std::optional<std::int64_t> revision;
  Date as_of{};               ///< of the last snapshot
  std::int64_t sequence = 0;  ///< change number of its last save
};

std::optional<AccountRow> find_account(Store& store, std::string_view account_id);
std::optional<AccountRow> find_account(Store& store, AccountKey account);
bool any_account(Store& store);
std::int64_t count_accounts(Store& store);
/// Keys of the accounts saved after `sequence`, by key.
std::vector<AccountKey> changed_accounts(Store& store, std::int64_t sequence);
/// Rows with id > `after`, ordered by id (bytewise), of sequence > `changed_since`.
std::vector<AccountRow> page_accounts(Store& store, std::string_view after, std::int64_t limit,
                                      std::int64_t changed_since);

/// The facts as last sent, revision and as_of included; views live in `arena`. Failure{corrupt} on a broken
/// blob.
std::optional<Snapshot> load_facts(Store& store, const AccountRow& row, Arena& arena);
/// Facts with the own state of the account and what events told in them: what the rules judge (own_state.hpp,
/// event_records.hpp).
std::optional<Snapshot> load_judged(Store& store, const AccountRow& row, Arena& arena);

/// Every account's encoded facts with key > `after`, in order of key, until `each` answers false. The bytes
/// hold during the call of `each` only; decode them with facts.hpp. They carry no revision, as_of or own
/// state.
void scan_facts(Store& store, AccountKey after,
                const std::function<bool(AccountKey, std::string_view)>& each);

/// What put_account did.
struct Put {
  AccountRow row;
  bool stale = false;    ///< lower revision than stored: nothing was written
  bool added = false;    ///< a new account
  bool changed = false;  ///< the facts differ from those before
  bool touched = false;  ///< something was written and the account has a new change number
};
/// Stores the facts of `snapshot` (which must carry id and as_of). Writes only what differs.
Put put_account(Store& store, const Snapshot& snapshot);
/// The same with its facts encoded beforehand, outside the write lock.
Put put_account(Store& store, const Snapshot& snapshot, std::string_view facts);
/// Gives the account the next change number; once per Change and account, after own state or cases changed.
std::int64_t next_sequence(Store& store, AccountKey account);

/// Sleep of an account over time, so that a plan of any later day finds it without a save: the state holds on
/// days with from ≤ day < until (none: for good).
enum class Sleep : std::uint8_t { slipping, dormant, seasonal };
}  // namespace rendabel::store
namespace rendabel {
template <>
struct Names<store::Sleep> {
  static constexpr std::array<std::string_view, 3> values{"slipping", "dormant", "seasonal"};
};
}  // namespace rendabel
namespace rendabel::store {
struct SleepSpan {
  Sleep state{};
  Date from{};
  std::optional<Date> until;
  bool operator==(const SleepSpan&) const = default;
};
std::vector<SleepSpan> sleep_spans(Store& store, AccountKey account);
/// True when something was written.
bool put_sleep_spans(Store& store, AccountKey account, const std::vector<SleepSpan>& spans);
/// Who is slipping or dormant on `day`, by key.
struct Sleeper {
  AccountKey account = 0;
  Sleep state{};
  Date from{};
};
std::vector<Sleeper> sleepers(Store& store, Date day);

}  // namespace rendabel::store
