// results.hpp — what a refresh gathered and found per account: narrow rows that the book is added up from.
// In: one row per account.  Out: all rows, in order of key.  Never: facts.
// Method: a row is written only when it differs; what it held at the refresh that the trend looks back to
// stays beside it.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "plugin/base/money.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

struct ResultRow {
  AccountKey account = 0;
  Cents net_revenue = 0;  ///< r0
  std::optional<Cents> gross_margin, net_result;
  bool assessable = false;
  std::uint32_t flags = 0;  ///< bit n = FlagCode n
  std::string_view detail;  ///< the book's own encoding of what else it adds up (rules/book)
  std::int64_t run = 0;     ///< that last changed it
  /// Result and flags before that run and all since the one looked back to; flags none: it was not there.
  std::optional<Cents> before_net_result = std::nullopt;
  std::optional<std::int64_t> before_flags = std::nullopt;
};

/// Writes the row when it differs. What it held before is kept beside it if that was still so at the end of
/// run `baseline`; later changes leave what is kept there alone. A baseline of 0 keeps nothing new.
void put_result(Store& store, const ResultRow& row, std::int64_t baseline = 0);
/// `detail` holds during the call of `each` only.
void scan_results(Store& store, const std::function<void(const ResultRow&)>& each);
void drop_results(Store& store);

/// What was gathered of an account before anybody was judged; the pipeline's own encoding.
void put_gathered(Store& store, AccountKey account, std::string_view gathered);
/// The bytes hold during the call of `each` only.
void scan_gathered(Store& store, const std::function<void(AccountKey, std::string_view)>& each);

}  // namespace rendabel::store
