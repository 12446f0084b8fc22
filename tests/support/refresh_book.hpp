// refresh_book.hpp — a store with many small accounts, and a refresh taken to its end.
#pragma once
#include <chrono>
#include <string>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/save.hpp"
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

inline void put(store::Store& store, const Snapshot& snapshot) {
  pipeline::save(store, Settings{}, pipeline::book_context(store), snapshot);
}

/// An account that earns or loses: visits at 400.00 against a margin of half the revenue.
inline void put(store::Store& store, const std::string& id, Cents net, int visits, const char* owner = "") {
  SnapshotBuilder builder(id, "2026-11-23");
  builder.account().name = builder.keep("The " + id + " company");
  builder.account().owner = owner;
  builder.order("2024-03-01", 1'00, [](Order& order) { order.cost_of_goods = 0; });
  builder.order("2026-06-01", net, [&](Order& order) { order.cost_of_goods = net / 2; });
  for (int n = 0; n < visits; ++n) builder.activity("2026-05-01", "visit");
  builder.nothing_else();
  put(store, builder.build());
}

inline RefreshProgress to_the_end(store::Store& store, Date as_of = refresh_day,
                                  std::chrono::milliseconds budget = {}) {
  RefreshProgress progress;
  do progress = pipeline::book_refresh(store, Settings{}, as_of, budget, {});
  while (!progress.finished);
  return progress;
}

/// The book as it is stored, to hold two of them together.
inline std::string bytes_of(const Book& book) {
  std::string bytes;
  pack(book, bytes);
  return bytes;
}

}  // namespace rendabel::test
