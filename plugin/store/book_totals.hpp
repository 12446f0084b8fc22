// book_totals.hpp — the ledger's net revenue of a period, to reconcile the book with (domain.md 6).
// In: the event book_total.  Out: totals by period.  Never: our own sums.
#pragma once
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"

namespace rendabel::store {

class Store;

struct LedgerTotal {
  Date from{}, to{};
  Cents net_revenue = 0;
  bool operator==(const LedgerTotal&) const = default;
};
/// Adds the total or replaces the one of the same period. Within a Change.
void put_book_total(Store& store, const LedgerTotal& total);
/// By period, the earliest first.
std::vector<LedgerTotal> book_totals(Store& store);

}  // namespace rendabel::store
