#include "plugin/pipeline/privacy.hpp"

#include <string>

#include "plugin/pipeline/finished_book.hpp"

namespace rendabel::pipeline {

void erase(store::Store& store, std::string_view account_id, std::string_view contact_id) {
  store::Change change(store);
  const bool whole = contact_id.empty();
  if (whole) forget_in_book(store, account_id);
  const bool found =
      whole ? store::erase_account(store, account_id) : store::erase_contact(store, account_id, contact_id);
  if (!found) {
    const auto whom = "account " + std::string(account_id);
    throw Failure(Status::not_found,
                  whole ? "no " + whom : "no contact " + std::string(contact_id) + " in " + whom);
  }
  change.keeps_own_state();
  change.commit();
  store::wipe_log(store);
}

Export export_account(store::Store& store, std::string_view account_id, Arena& arena) {
  const store::Reading reading(store);
  const auto row = store::find_account(store, account_id);
  if (!row) throw Failure(Status::not_found, "no account " + std::string(account_id));
  auto facts = store::load_facts(store, *row, arena);
  if (!facts) throw Failure(Status::corrupt, "account " + row->account_id + " has lost its facts");
  return {*facts, store::own_state(store, row->account), store::cases(store, row->account),
          store::calls_of(store, account_id)};
}

}  // namespace rendabel::pipeline
