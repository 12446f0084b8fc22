// refresh_book.hpp — a store with many small accounts, and a refresh taken to its end.
#pragma once
#include <chrono>
#include <string>

#include "plugin/pipeline/refresh.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

namespace rendabel::test {

inline const Date refresh_day = on("2026-11-23");

/// Account n has one order of 100.00 and n cents.
inline void save_many(store::Store& store, int count) {
  store::Change change(store);
  for (int n = 0; n < count; ++n) {
    SnapshotBuilder builder("account-" + std::to_string(n), "2026-11-23");
    builder.order("2026-06-01", 10'000 + n).nothing_else();
    store::put_account(store, builder.build());
  }
  change.commit();
}

inline void fill(const TempStore& home, int count) {
  auto store = home.open();
  save_many(store, count);
}

inline RefreshProgress to_the_end(store::Store& store, Date as_of = refresh_day,
                                  std::chrono::milliseconds budget = {}) {
  RefreshProgress progress;
  do progress = pipeline::book_refresh(store, Settings{}, as_of, budget, {});
  while (!progress.finished);
  return progress;
}

}  // namespace rendabel::test
