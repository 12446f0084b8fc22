// refresh_slice.hpp — one slice of a refresh, computed without a lock: rows of accounts, or the book itself.
// In: where the run stands.  Out: what to write and where the run stands after it.
// Never: writes.  Method: accounts by key, then those saved meanwhile by change number, then the book from
// the rows.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/store/refresh_reads.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

enum class Phase : std::uint8_t { accounts, changed, book, finished };

/// Where a run stands. What it is computed with stands in it, so that no run mixes two settings or rules.
struct Cursor {
  std::int64_t run = 0;  ///< grows with every run, so that no two cursors are the same bytes
  Date as_of{};
  std::int64_t settings = 0;
  std::int32_t rules = rules_version;
  Phase phase = Phase::accounts;
  store::AccountKey key = 0;  ///< last account done in phase accounts
  std::int64_t sequence = 0;  ///< saves up to this change number are in the rows
  std::int64_t done = 0, total = 0;

  bool same_run(const Cursor& other) const {
    return as_of == other.as_of && settings == other.settings && rules == other.rules;
  }
};
template <class Io>
void fields(Io& io, Cursor& x) {
  io(x.run, x.as_of, x.settings, x.rules, x.phase, x.key, x.sequence, x.done, x.total);
}

struct Slice {
  struct Row {
    store::ResultRow row;  ///< without its detail, which stands in `details`
    std::size_t first = 0, size = 0;
  };
  std::size_t judged = 0;
  std::vector<Row> rows;  ///< those that differ from what is kept
  std::string details;
  std::optional<Book> book;
  Cursor after;
};

/// Computes slices of one run. `deadline` ends a slice early, but never before its first account.
class Slicer {
 public:
  using Clock = std::chrono::steady_clock;
  Slicer(store::Store& store, const Settings& settings, Date as_of, Clock::time_point deadline,
         const Cancel& cancel)
      : store_(store),
        assessor_(settings),
        settings_(settings),
        context_{as_of, {}},
        deadline_(deadline),
        cancel_(cancel) {}

  Slice after(const Cursor& cursor);

 private:
  void accounts(Slice& slice);
  void changed(Slice& slice);
  void book(Slice& slice);
  void judge(store::AccountKey key, const Snapshot& facts, store::KeptResults& kept, Slice& slice);
  bool full(const Slice& slice) const;

  store::Store& store_;
  const Assessor assessor_;
  const Settings& settings_;
  const BookContext context_;  ///< of the day itself: a book must not depend on the one before it
  const Clock::time_point deadline_;
  const Cancel& cancel_;
  Arena arena_;
  rules::BookRow row_;
};

}  // namespace rendabel::pipeline
