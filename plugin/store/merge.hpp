// merge.hpp — rows of one account become another's (event account_merged); retention and erasure share its
// end. In: two accounts within a Change.  Out: every row that stands by itself moved, the first account gone.
// Never: own state and facts, which are joined by who knows how (pipeline/merge_accounts).
#pragma once
#include <string_view>

#include "plugin/store/accounts.hpp"

namespace rendabel::store {

/// Moves cases, told facts, needs, rests, outcomes and calls; a row whose key `into` has already goes.
/// `facts` become those of `into`; open calls of `from` are withdrawn as merged. Within a Change.
void move_account(Store& store, const AccountRow& from, const AccountRow& into, std::string_view facts);
/// Drops every row of an account but its planned calls. Within a Change.
void drop_account(Store& store, AccountKey account);

}  // namespace rendabel::store
