// refresh_slice.hpp — one slice of a refresh, computed without a lock: rows of accounts, the values that need
// them all, or the book itself.  In: where the run stands.  Out: what to write and where the run stands after
// it. Never: writes.  Method: gather every account, fit what needs the whole book, judge every account with
// it, catch up with those saved meanwhile, draw up the book from the rows.
#pragma once
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
#include "plugin/rules/gathered.hpp"
#include "plugin/store/refresh_reads.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

enum class Phase : std::uint8_t { gather, catch_up, fit, accounts, changed, book, finished };

/// Where a run stands. What it is computed with stands in it, so that no run mixes two settings or rules.
struct Cursor {
  std::int64_t run = 0;  ///< grows with every run, so that no two cursors are the same bytes
  Date as_of{};
  std::int64_t settings = 0;
  std::int32_t rules = rules_version;
  Phase phase = Phase::gather;
  store::AccountKey key = 0;  ///< last account done in the phases gather and accounts
  std::int64_t sequence = 0;  ///< saves up to this change number are in the rows
  std::int64_t gathered = 0, judged = 0, total = 0;
  std::int64_t baseline = 0;  ///< run that the trend looks back to; 0: none
  std::optional<Date> since;  ///< its day
  std::vector<LedgerTotal> ledger;

  bool same_run(const Cursor& other) const {
    return as_of == other.as_of && settings == other.settings && rules == other.rules;
  }
};
template <class Io>
void fields(Io& io, Cursor& x) {
  io(x.run, x.as_of, x.settings, x.rules, x.phase, x.key, x.sequence, x.gathered, x.judged, x.total,
     x.baseline, x.since, x.ledger);
}

struct Slice {
  /// Bytes of `bytes`.
  struct Part {
    std::size_t first = 0, size = 0;
  };
  struct Result {
    store::ResultRow row;  ///< without its detail
    Part detail;
  };
  struct GatheredRow {
    store::AccountKey account = 0;
    Part gathered;
  };
  std::size_t seen = 0;
  std::vector<store::AccountKey> outdated;  ///< of which something has been kept long enough
  std::vector<Result> results;              ///< those that differ from what is kept
  std::vector<GatheredRow> gathered;        ///< likewise
  std::string bytes;
  std::optional<BookContext> context;  ///< fitted, not yet in force
  std::optional<Book> book;
  Cursor after;

  std::string_view text(Part part) const { return std::string_view(bytes).substr(part.first, part.size); }
};

/// Computes slices of one run. `deadline` ends a slice early, but never before its first account. Fitting is
/// one slice, and so is the book: some seconds at a million accounts, without a lock.
class Slicer {
 public:
  using Clock = std::chrono::steady_clock;
  Slicer(store::Store& store, const Settings& settings, Clock::time_point deadline, const Cancel& cancel)
      : store_(store), assessor_(settings), settings_(settings), deadline_(deadline), cancel_(cancel) {}

  /// `context`: what the run fitted; read from the phase accounts on.
  Slice after(const Cursor& cursor, const BookContext& context);

 private:
  void gather(Slice& slice);
  void fit(Slice& slice);
  void accounts(Slice& slice);
  /// Accounts saved meanwhile; `judged`: their results too.
  void changed(Slice& slice, bool judged);
  void book(Slice& slice);

  void gather(store::AccountKey key, Snapshot& facts, store::ByKey& kept, Slice& slice);
  void forget_outdated(store::AccountKey key, Snapshot& facts, Slice& slice) const;
  void judge(store::AccountKey key, const Snapshot& facts, store::ByKey& kept, Slice& slice);
  template <class Each>
  void scan(Slice& slice, Phase next, Each each);
  Snapshot facts_of(store::AccountKey key, std::string_view bytes, store::ByKey& own);
  LayerThresholds layers();
  std::vector<DiscountStep> inferred_scale();
  bool full(const Slice& slice) const;
  std::string id_of(store::AccountKey key);
  void name_rows(Book& book);

  store::Store& store_;
  const Assessor assessor_;
  const Settings& settings_;
  const Clock::time_point deadline_;
  const Cancel& cancel_;
  const BookContext* context_ = nullptr;
  Arena arena_;
  rules::BookRow row_;
};

}  // namespace rendabel::pipeline
