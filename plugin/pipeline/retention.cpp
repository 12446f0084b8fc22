#include "plugin/pipeline/retention.hpp"

#include "plugin/rules/retention.hpp"
#include "plugin/store/accounts.hpp"
#include "plugin/store/erase.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/retention.hpp"

namespace rendabel::pipeline {
namespace {

/// Rows of each kind a step: some milliseconds of writing.
constexpr std::int64_t outdated_max = 500;

}  // namespace

bool forget_outdated(store::Store& store, const Settings& settings, Date as_of) {
  const auto outdated =
      store::find_outdated(store, rules::months_before(as_of, settings.closed_cases_months),
                           rules::months_before(as_of, settings.notes_months), outdated_max);
  if (outdated.cases.empty() && outdated.outcomes.empty() && outdated.needs.empty()) return false;
  store::Change change(store);
  store::drop_outdated(store, outdated);
  change.keeps_own_state();
  change.commit();
  return true;
}

bool forget_outdated(store::Store& store, const Settings& settings, store::AccountKey account, bool details,
                     std::span<const std::string> contacts, Date as_of) {
  const auto row = store::find_account(store, account);
  if (!row) return false;
  if (details) {
    Arena arena;
    auto facts = store::load_facts(store, *row, arena);
    if (facts && rules::forget_details(*facts, rules::facts_kept_from(settings, as_of)))
      store::replace_facts(store, account, *facts);
  }
  bool any = false;
  const Date from = rules::months_before(as_of, settings.silent_contacts_months);
  for (const auto& contact_id : contacts)
    if (!store::reported_since(store, account, contact_id, from))
      any |= store::erase_contact(store, row->account_id, contact_id);
  return any;
}

}  // namespace rendabel::pipeline
