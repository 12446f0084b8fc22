// desk.hpp — what the team leader, calls and customers decided about an account, beside its facts and cases.
// In: events and outcomes.  Out: pins, removals, assignments, disputes, rests and needs.
// Never: decides what follows (pipeline/follow).  Method: narrow rows, written when they differ.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/store/accounts.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// Whether there is any desk state, rest or need: most accounts have none, and one look tells it.
bool has_desk_rows(Store& store, AccountKey account);
DeskState desk_state(Store& store, AccountKey account);
/// True when something was written. Within a Change, which then keeps own state.
bool put_desk_state(Store& store, AccountKey account, const DeskState& state);
/// Accounts pinned on `day`, by key: they are planned whatever is due.
std::vector<AccountKey> pinned_accounts(Store& store, Date day);
/// Accounts whose verdict is disputed, by key.
std::vector<AccountKey> disputed_accounts(Store& store);

/// Rests of the account's reasons, by reason; ended ones too.
std::vector<Rest> rests(Store& store, AccountKey account);
/// Adds a rest; of two for a reason the later end holds.
void put_rest(Store& store, AccountKey account, const Rest& rest);

/// Needs noted at the account, by id; met ones too.
std::vector<Need> needs(Store& store, AccountKey account);
/// Adds the need or replaces the one with its id.
void put_need(Store& store, AccountKey account, const Need& need);
/// Accounts with a need that is due on `day` and not closed, by key.
std::vector<AccountKey> accounts_with_due_needs(Store& store, Date day);

}  // namespace rendabel::store
