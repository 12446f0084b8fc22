// privacy.hpp — the rights of those whose data we keep (law.md): forget an account or a person, show all that
// is kept.  In: an id.  Out: nothing left but the keyed hash of what was refused; or everything, as plain
// data. Never: a part of it: what a table keeps of an account is erased, moved and exported with it.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// account_erase: the account, or one person of it when `contact_id` is not empty. Failure{not_found}.
void erase(store::Store& store, std::string_view account_id, std::string_view contact_id);

/// account_export: all that is kept of an account. `facts` lives in the arena given.
struct Export {
  Snapshot facts;
  store::OwnState own_state;
  std::vector<StoredCase> cases;
  std::vector<std::pair<Date, Call>> calls;
};
/// Failure{not_found}.
Export export_account(store::Store& store, std::string_view account_id, Arena& arena);

}  // namespace rendabel::pipeline
