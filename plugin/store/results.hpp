// results.hpp — what the last refresh found per account: narrow rows that the book is added up from.
// In: one row per account.  Out: all rows, in order of key.  Never: facts.
// Method: a row is written only when it differs.
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
};

void put_result(Store& store, const ResultRow& row);
/// `detail` holds during the call of `each` only.
void scan_results(Store& store, const std::function<void(const ResultRow&)>& each);
void drop_results(Store& store);

}  // namespace rendabel::store
