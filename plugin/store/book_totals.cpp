#include "plugin/store/book_totals.hpp"

#include "plugin/store/store.hpp"

namespace rendabel::store {

void put_book_total(Store& store, const LedgerTotal& total) {
  store.database().run("INSERT OR REPLACE INTO book_total(\"from\", \"to\", net_revenue) VALUES (?, ?, ?)",
                       total.from, total.to, total.net_revenue);
}

std::vector<LedgerTotal> book_totals(Store& store) {
  std::vector<LedgerTotal> found;
  auto rows =
      store.database().rows("SELECT \"from\", \"to\", net_revenue FROM book_total ORDER BY \"from\", \"to\"");
  while (rows.next()) found.push_back({rows.date(0), rows.date(1), rows.integer(2)});
  return found;
}

}  // namespace rendabel::store
