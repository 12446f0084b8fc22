// book_totals.hpp — the ledger's net revenue of a period, to reconcile the book with (domain.md 6).
// In: the event book_total.  Out: totals by period.  Never: our own sums.
#pragma once
#include <vector>

#include "plugin/base/book_parts.hpp"

namespace rendabel::store {

class Store;

using rendabel::LedgerTotal;

/// Adds the total or replaces the one of the same period. Within a Change.
void put_book_total(Store& store, const LedgerTotal& total);
/// By period, the earliest first.
std::vector<LedgerTotal> book_totals(Store& store);

}  // namespace rendabel::store
