#include "plugin/store/results.hpp"

#include "plugin/store/store.hpp"

namespace rendabel::store {

// An account may have been erased since its row was computed; a row without an account would stay for ever.

void put_result(Store& store, const ResultRow& row, std::int64_t baseline) {
  store.database().run(
      "INSERT INTO result(account, net_revenue, gross_margin, net_result, assessable, flags, detail, run) "
      "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE EXISTS (SELECT 1 FROM account WHERE account = ?1) "
      "ON CONFLICT DO UPDATE SET before_net_result = iif(run <= ?9, net_result, before_net_result), "
      "before_flags = iif(run <= ?9, flags, before_flags), net_revenue = ?2, gross_margin = ?3, "
      "net_result = ?4, assessable = ?5, flags = ?6, detail = ?7, run = ?8 "
      "WHERE net_revenue IS NOT ?2 OR gross_margin IS NOT ?3 OR net_result IS NOT ?4 "
      "OR assessable IS NOT ?5 OR flags IS NOT ?6 OR detail IS NOT ?7",
      row.account, row.net_revenue, row.gross_margin, row.net_result, row.assessable, std::int64_t{row.flags},
      Blob{row.detail}, row.run, baseline);
}

void scan_results(Store& store, const std::function<void(const ResultRow&)>& each) {
  auto rows = store.database().rows(
      "SELECT account, net_revenue, gross_margin, net_result, assessable, flags, detail, run, "
      "before_net_result, before_flags FROM result ORDER BY account");
  while (rows.next())
    each({rows.integer(0), rows.integer(1), rows.maybe_integer(2), rows.maybe_integer(3),
          rows.integer(4) != 0, static_cast<std::uint32_t>(rows.integer(5)), rows.blob(6), rows.integer(7),
          rows.maybe_integer(8), rows.maybe_integer(9)});
}

void drop_results(Store& store) {
  store.database().run("DELETE FROM result");
  store.database().run("DELETE FROM gathered");
}

void put_gathered(Store& store, AccountKey account, std::string_view gathered) {
  store.database().run(
      "INSERT INTO gathered(account, gathered) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM account WHERE "
      "account "
      "= ?1) ON CONFLICT DO UPDATE SET gathered = ?2 WHERE gathered IS NOT ?2",
      account, Blob{gathered});
}

void scan_gathered(Store& store, const std::function<void(AccountKey, std::string_view)>& each) {
  auto rows = store.database().rows("SELECT account, gathered FROM gathered ORDER BY account");
  while (rows.next()) each(rows.integer(0), rows.blob(1));
}

}  // namespace rendabel::store
