// refresh_reads.hpp — what a refresh of the book asks of the accounts besides their facts.
// In: a change number.  Out: which accounts were saved after it, a page at a time.
#pragma once
#include <cstdint>
#include <vector>

#include "plugin/store/accounts.hpp"

namespace rendabel::store {

/// The first `limit` accounts saved after change number `sequence`, in the order of their saves.
std::vector<AccountRow> accounts_changed(Store& store, std::int64_t sequence, std::int64_t limit);

}  // namespace rendabel::store
