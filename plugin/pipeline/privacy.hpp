// privacy.hpp — the rights of those whose data we keep (law.md): forget an account or a person, show all that
// is kept.  In: an id.  Out: nothing left but the keyed hash of what was refused; or everything, as plain
// data. Never: a part of it: what a table keeps of an account is erased, moved and exported with it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// account_erase: the account, or one person of it when `contact_id` is not empty. Failure{not_found}.
void erase(store::Store& store, std::string_view account_id, std::string_view contact_id);

/// account_export: all that is kept of an account, or of one person of it. Texts live in the arena given.
struct Export {
  std::string contact_id;            ///< of the person; empty: the whole account
  Snapshot facts;                    ///< of a person: he himself and the records that name him
  std::optional<Judged> assessment;  ///< on the day of the last snapshot; none for a person
  std::vector<store::ToldFact> events;
  store::OwnState own_state;
  DeskState desk;
  std::vector<Rest> rests;
  std::vector<Need> needs;
  std::vector<StoredCase> cases;
  std::vector<std::pair<Date, Call>> calls;
  std::vector<std::pair<Date, LeftOut>> left_out;
  std::vector<store::LoggedOutcome> outcomes;
  std::vector<std::int64_t> wrong_numbers;
};
/// Failure{not_found}: no such account, or nothing kept of that person there.
Export export_account(store::Store& store, const Settings& settings, const BookContext& book,
                      std::string_view account_id, std::string_view contact_id, Arena& arena);

}  // namespace rendabel::pipeline
