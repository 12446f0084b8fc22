#include "plugin/pipeline/refresh_slice.hpp"

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/rules/retention.hpp"
#include "plugin/store/facts.hpp"

namespace rendabel::pipeline {
namespace {

/// Rows of one write: some 10 ms of writing, so that on a busy machine too another writer waits for less than
/// 50 ms.
constexpr std::size_t rows_max = 500;
/// Accounts of one write of which something goes: erasing a contact takes a dozen statements.
constexpr std::size_t outdated_max = 50;
/// Accounts of one slice, so that a killed process loses little even where nothing changes.
constexpr std::size_t accounts_max = 5000;

}  // namespace

Slice Slicer::after(const Cursor& cursor, const BookContext& context) {
  Slice slice;
  slice.after = cursor;
  context_ = &context;
  switch (cursor.phase) {
    case Phase::gather: gather(slice); break;
    case Phase::catch_up: changed(slice, false); break;
    case Phase::fit: fit(slice); break;
    case Phase::accounts: accounts(slice); break;
    case Phase::changed: changed(slice, true); break;
    case Phase::book: book(slice); break;
    case Phase::finished: break;
  }
  return slice;
}

bool Slicer::full(const Slice& slice) const {
  return slice.results.size() >= rows_max || slice.gathered.size() >= rows_max ||
         slice.outdated.size() >= outdated_max || slice.seen >= accounts_max ||
         (slice.seen > 0 && Clock::now() >= deadline_);
}

/// What the rules judge: facts alone, or with own state and told facts where there are any.
Snapshot Slicer::facts_of(store::AccountKey key, std::string_view bytes, store::ByKey& own) {
  if (own.has(key))
    if (const auto row = store::find_account(store_, key))
      if (const auto facts = store::load_judged(store_, *row, arena_)) return *facts;
  return store::decode_facts(bytes, arena_);
}

template <class Each>
void Slicer::scan(Slice& slice, Phase next, Each each) {
  auto own = store::ByKey::own(store_, slice.after.key);
  bool all = true;
  store::scan_facts(store_, slice.after.key, [&](store::AccountKey key, std::string_view bytes) {
    cancel_.check();
    arena_.reset();
    each(key, facts_of(key, bytes, own));
    slice.after.key = key;
    ++slice.seen;
    all = !full(slice);
    return all;
  });
  if (!all) return;
  slice.after.phase = next;
  slice.after.key = 0;
}

void Slicer::gather(Slice& slice) {
  const store::Reading reading(store_);
  auto kept = store::ByKey::gathered(store_, slice.after.key);
  scan(slice, Phase::catch_up, [&](store::AccountKey key, Snapshot facts) {
    gather(key, facts, kept, slice);
    ++slice.after.gathered;
  });
}

void Slicer::accounts(Slice& slice) {
  const store::Reading reading(store_);
  auto kept = store::ByKey::results(store_, slice.after.key);
  scan(slice, Phase::changed, [&](store::AccountKey key, const Snapshot& facts) {
    judge(key, facts, kept, slice);
    ++slice.after.judged;
  });
}

void Slicer::changed(Slice& slice, bool judged) {
  const store::Reading reading(store_);
  const auto rows = store::accounts_changed(store_, slice.after.sequence, std::int64_t{rows_max});
  for (const auto& row : rows) {
    cancel_.check();
    arena_.reset();
    if (auto facts = store::load_judged(store_, row, arena_)) {
      auto gathered = store::ByKey::gathered(store_, row.account - 1);
      gather(row.account, *facts, gathered, slice);
      if (judged) {
        auto results = store::ByKey::results(store_, row.account - 1);
        judge(row.account, *facts, results, slice);
      }
    }
    slice.after.sequence = row.sequence;
    ++slice.seen;
    if (full(slice)) return;
  }
  // The last number may be of nobody: of an account erased or merged since.
  if (rows.size() < rows_max) slice.after.sequence = store::versions(store_).sequence;
  slice.after.phase = judged ? Phase::book : Phase::fit;
}

/// Leaves what is kept of the facts; the account is named in the slice, so that the rest goes with its write.
void Slicer::forget_outdated(store::AccountKey key, Snapshot& facts, Slice& slice) const {
  const Date as_of = slice.after.as_of;
  const auto silent_from = rules::months_before(as_of, settings_.silent_contacts_months);
  const bool silent = !rules::silent_contacts(facts, silent_from).empty();
  if (rules::forget_details(facts, rules::facts_kept_from(settings_, as_of)) || silent)
    slice.outdated.push_back(key);
}

void Slicer::gather(store::AccountKey key, Snapshot& facts, store::ByKey& kept, Slice& slice) {
  forget_outdated(key, facts, slice);
  const auto gathered = rules::gathered_of(facts, settings_, assessor_.rates(), slice.after.as_of);
  const auto first = slice.bytes.size();
  pack(gathered, slice.bytes);
  const Slice::Part part{first, slice.bytes.size() - first};
  if (kept.same(key, slice.text(part)))
    slice.bytes.resize(first);
  else
    slice.gathered.push_back({key, part});
}

void Slicer::judge(store::AccountKey key, const Snapshot& facts, store::ByKey& kept, Slice& slice) {
  const auto assessment = assessor_.assess(facts, *context_, slice.after.as_of, {}, Depth::verdict);
  rules::book_row(assessment, facts, {settings_, assessor_.rates(), slice.after.ledger}, row_);
  const auto first = slice.bytes.size();
  pack(row_, slice.bytes);
  const Slice::Part part{first, slice.bytes.size() - first};
  if (kept.same(key, slice.text(part))) {
    slice.bytes.resize(first);
    return;
  }
  auto& row = slice.results.emplace_back(Slice::Result{{}, part}).row;
  const auto& result = assessment.result;
  row.account = key;
  row.run = slice.after.run;
  row.net_revenue = result.net_revenue.value_or(0);
  row.gross_margin = result.gross_margin;
  row.net_result = result.net_result;
  row.assessable = result.net_result.has_value();
  for (const auto& flag : assessment.flags) row.flags |= 1U << static_cast<unsigned>(flag.code);
}

}  // namespace rendabel::pipeline
