#include "plugin/pipeline/refresh.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/pipeline/refresh_slice.hpp"
#include "plugin/store/refresh_reads.hpp"

namespace rendabel::pipeline {
namespace {

/// Saves that come in while the book is drawn up send us back to them, but not for ever.
constexpr int overtaken_max = 3;

constexpr const char* cursor_name = "refresh_cursor";
constexpr const char* book_name = "book";
constexpr const char* context_name = "book_context";

template <class T>
std::optional<T> unpacked(const std::optional<std::string>& bytes) {
  if (!bytes) return std::nullopt;
  T value;
  unpack(*bytes, value);
  return value;
}
template <class T>
std::string packed(const T& value) {
  std::string bytes;
  pack(value, bytes);
  return bytes;
}

RefreshProgress progress_of(const Cursor& cursor) {
  constexpr std::array phases{"accounts", "changed", "book", "finished"};
  return {cursor.as_of, std::min(cursor.done, cursor.total), cursor.total,
          phases[static_cast<std::size_t>(cursor.phase)], cursor.phase == Phase::finished};
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
  return fresh;
}

/// Writes the slice and where the run stands; none, and nothing written, when another process moved the
/// cursor.
std::optional<std::string> commit(store::Store& store, const std::optional<std::string>& expected,
                                  const Slice& slice, int& overtaken) {
  store::Change change(store);
  if (store::book_value(store, cursor_name) != expected) return std::nullopt;
  auto after = slice.after;
  if (slice.book && store::versions(store).sequence != after.sequence && ++overtaken <= overtaken_max) {
    after.phase = Phase::changed;
  } else if (slice.book) {
    store::put_book(store, book_name, packed(*slice.book));
    store::put_book(
        store, context_name,
        packed(BookContext{slice.book->as_of, slice.book->thresholds, slice.book->order_margin_median}));
  }
  for (const auto& [row, first, size] : slice.rows) {
    auto whole = row;
    whole.detail = std::string_view(slice.details).substr(first, size);
    store::put_result(store, whole);
  }
  auto cursor = packed(after);
  store::put_book(store, cursor_name, cursor);
  change.commit();
  return cursor;
}

}  // namespace

RefreshProgress book_refresh(store::Store& store, const Settings& settings, Date as_of,
                             std::chrono::milliseconds budget, const Cancel& cancel) {
  const auto deadline = Slicer::Clock::now() + budget;
  Slicer slicer(store, settings, as_of, deadline, cancel);
  auto kept = store::book_value(store, cursor_name);
  auto cursor = begin(store, unpacked<Cursor>(kept), as_of);
  for (int overtaken = 0;;) {
    const auto slice = slicer.after(cursor);
    cancel.check();
    if (auto written = commit(store, kept, slice, overtaken))
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

Book book_get(store::Store& store, const Settings&, Date as_of) {
  auto book = unpacked<Book>(store::book_value(store, book_name));
  if (!book) throw Failure(Status::state, "the book was never refreshed");
  if (book->as_of != as_of)
    throw Failure(Status::state,
                  "the book is of " + to_text(book->as_of) + "; it was not refreshed for " + to_text(as_of));
  return std::move(*book);
}

BookContext book_context(store::Store& store) {
  return unpacked<BookContext>(store::book_value(store, context_name)).value_or(BookContext{});
}

}  // namespace rendabel::pipeline
