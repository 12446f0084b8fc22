// merge_accounts.hpp — step 3: one account became part of another (event account_merged).
// In: both rows within a Change.  Out: one account with the facts, own state, cases and calls of both.
// Never: a refusal lost.  Method: facts are joined until the next snapshot brings them whole; of two that
// speak of the same, the account that stays wins, but the stricter refusal holds.
#pragma once
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// `from` is gone afterwards; whoever calls follows `into` again. Within a Change that keeps own state.
void merge_accounts(store::Store& store, const Settings& settings, const store::AccountRow& from,
                    const store::AccountRow& into);

}  // namespace rendabel::pipeline
