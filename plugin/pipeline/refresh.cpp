#include "plugin/pipeline/refresh.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/pipeline/book_values.hpp"
#include "plugin/pipeline/refresh_slice.hpp"
#include "plugin/pipeline/retention.hpp"
#include "plugin/store/book_totals.hpp"
#include "plugin/store/erase.hpp"
#include "plugin/store/refresh_reads.hpp"

namespace rendabel::pipeline {
namespace {

/// Saves that come in while the book is drawn up send us back to them, but not for ever.
constexpr int overtaken_max = 3;
/// Periods of the ledger that a book is held against.
constexpr std::size_t ledger_max = 36;

// Names in the store.
constexpr const char* cursor_name = "refresh_2";
constexpr const char* fitted_name = "refresh_context_2";
constexpr const char* history_name = "refresh_history_2";

/// The last finished run and the one that its trend looked back to. A run of a later day looks back to the
/// last, another one of the same day to where that looked; going back in days loses the trend rather than
/// telling a wrong one.
struct History {
  std::int64_t run = 0, baseline = 0;
  std::optional<Date> as_of, since;
};
template <class Io>
void fields(Io& io, History& x) {
  io(x.run, x.baseline, x.as_of, x.since);
}

/// What a run fitted; another run's is of no use.
struct Fitted {
  std::int64_t run = 0;
  BookContext context;
};
template <class Io>
void fields(Io& io, Fitted& x) {
  io(x.run, x.context);
}

RefreshProgress progress_of(const Cursor& cursor) {
  constexpr std::array phases{"gather", "gather", "fit", "accounts", "changed", "book", "finished"};
  const bool finished = cursor.phase == Phase::finished;
  // Accounts may come and go on the way; at the end all is done.
  const auto done = finished ? cursor.total : (cursor.gathered + cursor.judged) / 2;
  return {cursor.as_of, std::min(done, cursor.total), cursor.total,
          phases[static_cast<std::size_t>(cursor.phase)], finished};
}

/// The ledger's totals within windows 0–2, the latest first.
std::vector<LedgerTotal> ledger_for(store::Store& store, Date as_of) {
  auto totals = store::book_totals(store);
  std::erase_if(totals, [&](const LedgerTotal& total) {
    return total.from < window(as_of, 2).first || total.to > as_of;
  });
  std::ranges::reverse(totals);
  if (totals.size() > ledger_max) totals.resize(ledger_max);
  return totals;
}

void look_back(const History& history, Cursor& fresh) {
  if (!history.as_of) return;
  if (*history.as_of < fresh.as_of) {
    fresh.baseline = history.run;
    fresh.since = history.as_of;
  } else if (*history.as_of == fresh.as_of) {
    fresh.baseline = history.baseline;
    fresh.since = history.since;
  }
}

/// The running run of this day, settings and rules, or a new one.
Cursor begin(store::Store& store, const std::optional<Cursor>& running, Date as_of) {
  const store::Reading reading(store);
  const auto versions = store::versions(store);
  Cursor fresh;
  fresh.run = running ? running->run + 1 : 1;
  fresh.as_of = as_of;
  fresh.settings = versions.settings;
  fresh.sequence = versions.sequence;
  if (running && running->phase != Phase::finished && running->same_run(fresh)) return *running;
  fresh.total = store::count_accounts(store);
  fresh.ledger = ledger_for(store, as_of);
  look_back(value_of<History>(store, history_name).value_or(History{}), fresh);
  return fresh;
}

/// What a run of another day does to the rows that an older one looked back to.
void begin_history(store::Store& store, const Cursor& run) {
  auto history = value_of<History>(store, history_name);
  if (!history || history->as_of == run.as_of) return;
  history->baseline = 0;
  history->since.reset();
  if (*history->as_of > run.as_of) *history = {};
  put_value(store, history_name, *history);
}

void finish(store::Store& store, const Cursor& run, const BookContext& fitted, const Book& book) {
  auto context = fitted;
  context.order_margin_median = book.order_margin_median;
  context.layers = book.thresholds;
  publish(store, book, context);
  put_value(store, history_name, History{run.run, run.baseline, run.as_of, run.since});
}

/// Writes the slice and where the run stands; none, and nothing written, when another process moved the
/// cursor.
std::optional<std::string> commit(store::Store& store, const Settings& settings,
                                  const std::optional<std::string>& expected, const Slice& slice,
                                  const BookContext& fitted, int& overtaken) {
  store::Change change(store);
  if (store::book_value(store, cursor_name) != expected) return std::nullopt;
  const auto before = unpacked<Cursor>(expected);
  if (!before || before->run != slice.after.run) begin_history(store, slice.after);
  auto after = slice.after;
  if (slice.context) put_value(store, fitted_name, Fitted{after.run, *slice.context});
  if (slice.book && store::versions(store).sequence != after.sequence && ++overtaken <= overtaken_max)
    after.phase = Phase::changed;
  else if (slice.book)
    finish(store, after, fitted, *slice.book);
  for (const auto& [account, part] : slice.gathered) store::put_gathered(store, account, slice.text(part));
  for (const auto& [row, part] : slice.results) {
    auto whole = row;
    whole.detail = slice.text(part);
    store::put_result(store, whole, after.baseline);
  }
  bool people = false;
  for (const auto account : slice.outdated) people |= forget_outdated(store, settings, account, after.as_of);
  if (people) change.keeps_own_state();
  auto cursor = packed(after);
  store::put_book(store, cursor_name, cursor);
  change.commit();
  if (people) store::wipe_log(store);
  return cursor;
}

/// What the run fitted; read once a run.
void load_context(store::Store& store, const Cursor& cursor, BookContext& context, std::int64_t& loaded) {
  if (cursor.phase < Phase::accounts || loaded == cursor.run) return;
  auto fitted = value_of<Fitted>(store, fitted_name);
  if (!fitted || fitted->run != cursor.run)
    throw Failure(Status::corrupt, "the running refresh of the book has lost what it fitted");
  context = std::move(fitted->context);
  loaded = cursor.run;
}

}  // namespace

RefreshProgress book_refresh(store::Store& store, const Settings& settings, Date as_of,
                             std::chrono::milliseconds budget, const Cancel& cancel) {
  const auto deadline = Slicer::Clock::now() + budget;
  Slicer slicer(store, settings, deadline, cancel);
  auto kept = store::book_value(store, cursor_name);
  auto cursor = begin(store, unpacked<Cursor>(kept), as_of);
  BookContext context;
  std::int64_t loaded = 0;
  for (int overtaken = 0;;) {
    // Once a run, in short writes of their own: what is kept long enough counts in no book.
    if (cursor.phase == Phase::fit)
      while (forget_outdated(store, settings, as_of)) cancel.check();
    load_context(store, cursor, context, loaded);
    const auto slice = slicer.after(cursor, context);
    cancel.check();
    if (auto written = commit(store, settings, kept, slice, context, overtaken))
      kept = std::move(written);
    else
      kept = store::book_value(store, cursor_name);
    const auto now = unpacked<Cursor>(kept);
    // Somebody began another day: this run is gone, and the next call begins it again.
    if (!now || !now->same_run(cursor)) return progress_of(cursor);
    cursor = *now;
    if (cursor.phase == Phase::finished || Slicer::Clock::now() >= deadline) return progress_of(cursor);
  }
}

}  // namespace rendabel::pipeline
