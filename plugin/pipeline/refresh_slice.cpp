#include "plugin/pipeline/refresh_slice.hpp"

#include <functional>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/refresh_reads.hpp"

namespace rendabel::pipeline {
namespace {

/// Rows of one write: some 10 ms of writing, well under the 50 ms that another writer may have to wait.
constexpr std::size_t rows_max = 1000;
/// Accounts of one slice, so that a killed process loses little even where nothing changes.
constexpr std::size_t accounts_max = 5000;

}  // namespace

Slice Slicer::after(const Cursor& cursor) {
  Slice slice;
  slice.after = cursor;
  if (cursor.phase == Phase::accounts) accounts(slice);
  if (cursor.phase == Phase::changed) changed(slice);
  if (cursor.phase == Phase::book) book(slice);
  return slice;
}

bool Slicer::full(const Slice& slice) const {
  return slice.rows.size() >= rows_max || slice.judged >= accounts_max ||
         (slice.judged > 0 && Clock::now() >= deadline_);
}

void Slicer::accounts(Slice& slice) {
  const store::Reading reading(store_);
  store::KeptResults kept(store_, slice.after.key);
  bool all = true;
  store::scan_facts(store_, slice.after.key, [&](store::AccountKey key, std::string_view facts) {
    cancel_.check();
    arena_.reset();
    judge(key, store::decode_facts(facts, arena_), kept, slice);
    slice.after.key = key;
    ++slice.after.done;
    all = !full(slice);
    return all;
  });
  if (all) slice.after.phase = Phase::changed;
}

void Slicer::changed(Slice& slice) {
  const store::Reading reading(store_);
  for (const auto& row : store::accounts_changed(store_, slice.after.sequence, std::int64_t{rows_max})) {
    cancel_.check();
    arena_.reset();
    store::KeptResults kept(store_, row.account - 1);
    if (const auto facts = store::load_facts(store_, row, arena_)) judge(row.account, *facts, kept, slice);
    slice.after.sequence = row.sequence;
    if (full(slice)) return;
  }
  slice.after.phase = Phase::book;
}

void Slicer::book(Slice& slice) {
  const store::Reading reading(store_);
  const rules::BookRows rows{[this](const std::function<void(const rules::BookRow&)>& each) {
                               store::scan_results(store_, [&](const store::ResultRow& result) {
                                 cancel_.check();
                                 unpack(result.detail, row_);
                                 each(row_);
                               });
                             },
                             [this](const std::function<void(std::string_view)>& each) {
                               store::scan_results(store_, [&](const store::ResultRow& result) {
                                 std::string_view id;
                                 Unpacker{result.detail}(id);
                                 each(id);
                               });
                             }};
  slice.book = rules::draw_up(rows, slice.after.as_of);
  slice.book->rules_version = rules_version;
  slice.book->currency = settings_.currency;
  slice.after.phase = Phase::finished;
}

void Slicer::judge(store::AccountKey key, const Snapshot& facts, store::KeptResults& kept, Slice& slice) {
  const auto assessment = assessor_.assess(facts, context_, slice.after.as_of, {}, Depth::verdict);
  rules::book_row(assessment, facts, row_);
  const auto first = slice.details.size();
  pack(row_, slice.details);
  ++slice.judged;
  if (kept.same(key, std::string_view(slice.details).substr(first))) {
    slice.details.resize(first);
    return;
  }
  auto& row = slice.rows.emplace_back(Slice::Row{{}, first, slice.details.size() - first}).row;
  const auto& result = assessment.result;
  row.account = key;
  row.net_revenue = result.net_revenue.value_or(0);
  row.gross_margin = result.gross_margin;
  row.net_result = result.net_result;
  row.assessable = result.net_result.has_value();
  for (const auto& flag : assessment.flags) row.flags |= 1U << static_cast<unsigned>(flag.code);
}

}  // namespace rendabel::pipeline
