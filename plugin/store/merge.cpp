#include "plugin/store/merge.hpp"

#include "plugin/store/store.hpp"

namespace rendabel::store {

void move_account(Store& store, const AccountRow& from, const AccountRow& into, std::string_view facts) {
  auto& database = store.database();
  database.run("UPDATE facts SET facts = ? WHERE account = ?", Blob{facts}, into.account);
  // The own number of the account that goes is that of the one that stays.
  database.run("UPDATE cases SET contact_id = ?2 WHERE account = ?1 AND contact_id = ?3", from.account,
               into.account_id, from.account_id);
  database.run("UPDATE OR IGNORE cases SET account = ?2 WHERE account = ?1", from.account, into.account);
  database.run("UPDATE OR IGNORE event_record SET account = ?2 WHERE account = ?1", from.account,
               into.account);
  database.run("UPDATE OR IGNORE need SET account = ?2 WHERE account = ?1", from.account, into.account);
  database.run("UPDATE OR IGNORE case_rest SET account = ?2 WHERE account = ?1", from.account, into.account);
  database.run("UPDATE outcome SET contact_id = ?2 WHERE account = ?1 AND contact_id = ?3", from.account,
               into.account_id, from.account_id);
  database.run("UPDATE outcome SET account = ?2 WHERE account = ?1", from.account, into.account);
  database.run("UPDATE OR IGNORE wrong_number SET account = ?2 WHERE account = ?1", from.account,
               into.account);
  database.run(
      "UPDATE plan_call SET withdrawn_why = iif(state IN ('open', 'leased'), 'merged', withdrawn_why), "
      "state = iif(state IN ('open', 'leased'), 'withdrawn', state), account_id = ?2 WHERE account_id = ?1",
      from.account_id, into.account_id);
  database.run("DELETE FROM plan_left_out_row WHERE account_id = ?", from.account_id);
  drop_account(store, from.account);
}

void drop_account(Store& store, AccountKey account) {
  auto& database = store.database();
  database.run("DELETE FROM facts WHERE account = ?", account);
  database.run("DELETE FROM account_state WHERE account = ?", account);
  database.run("DELETE FROM number WHERE account = ?", account);
  database.run("DELETE FROM contact WHERE account = ?", account);
  database.run("DELETE FROM consent WHERE account = ?", account);
  database.run("DELETE FROM remedy WHERE account = ?", account);
  database.run("DELETE FROM cases WHERE account = ?", account);
  database.run("DELETE FROM event_record WHERE account = ?", account);
  database.run("DELETE FROM account_desk WHERE account = ?", account);
  database.run("DELETE FROM case_rest WHERE account = ?", account);
  database.run("DELETE FROM need WHERE account = ?", account);
  database.run("DELETE FROM account_touch WHERE account = ?", account);
  drop_outcomes(store, account);
  give_back(store, account);
  database.run("DELETE FROM result WHERE account = ?", account);
  database.run("DELETE FROM gathered WHERE account = ?", account);
  database.run("DELETE FROM account WHERE account = ?", account);
}

}  // namespace rendabel::store
