#include "plugin/pipeline/save.hpp"

#include <utility>

#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/follow_store.hpp"
#include "plugin/pipeline/persons.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/retention.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/store/suppression.hpp"

namespace rendabel::pipeline {
namespace {

/// What of a snapshot can be worked out before the write lock is taken. Reused, so that many saves allocate
/// little.
struct Prepared {
  std::string facts;
  std::vector<store::ContactNumber> numbers;
  std::vector<store::SleepSpan> sleep;
  std::vector<Case> found;
};

void prepare(const Snapshot& snapshot, const Settings& settings, Prepared& out) {
  encode_kept(snapshot, settings, out.facts);
  out.numbers = numbers_of(snapshot, settings);
  out.sleep = sleep_of(snapshot, *snapshot.as_of);
  out.found = rules::cases_of(snapshot, settings, *snapshot.as_of);
}

/// Refusals that outlived an erasure come back with their number, mail address or id.
void add_suppressed(store::Store& store, const Snapshot& snapshot,
                    const std::vector<store::ContactNumber>& numbers, store::OwnState& own) {
  if (store::versions(store).suppressed == 0) return;
  for (const auto& one : store::addresses_of(snapshot, numbers)) {
    const auto refusal = store::suppressed(store, one.text);
    if (!refusal) continue;
    const auto do_not_call_on = refusal->do_not_call ? std::optional(Date{}) : std::nullopt;
    store::merge_refusal(own, one.contact_id, refusal->objected_on, do_not_call_on, store::Learnt::erased);
  }
}

/// What a save knows once it has written an account.
struct Stored {
  store::Put put;
  Snapshot judged;  ///< lives in the arena of the call
  std::vector<Case> found;
  std::vector<StoredCase> cases;
  Assessment assessment;
};

/// With what a save is judged.
struct Judge {
  const Settings& settings;
  const BookContext& book;
  Assessor assessor;
  Depth depth;
};

/// Events whose records the snapshot does not bring yet; the others are dropped. True in `written` when any
/// was.
std::vector<store::ToldFact> unsettled(store::Store& store, store::AccountKey account,
                                       const Snapshot& snapshot, Arena& arena, bool& written) {
  std::vector<store::ToldFact> out;
  for (const auto& fact : store::told_facts(store, account, arena)) {
    if (!store::settles(snapshot, fact)) {
      out.push_back(fact);
      continue;
    }
    store::drop_told_fact(store, account, fact);
    written = true;
  }
  return out;
}

/// Writes one account with everything that follows from it; within `change`. Judged before the commit: facts
/// that cannot be judged are refused, not stored.
Stored store_one(store::Store& store, store::Change& change, const Judge& judge, const Snapshot& snapshot,
                 Prepared& prepared, Arena& arena) {
  Stored stored;
  stored.put = store::put_account(store, snapshot, prepared.facts);
  if (stored.put.stale) return stored;
  const auto account = stored.put.row.account;
  const bool known = !stored.put.added;
  const Date as_of = *snapshot.as_of;
  const auto own_before = known ? store::own_state(store, account) : store::OwnState{};
  auto own = store::merged(own_before, snapshot);
  add_suppressed(store, snapshot, prepared.numbers, own);
  bool written = false;
  const auto told =
      known ? unsettled(store, account, snapshot, arena, written) : std::vector<store::ToldFact>{};
  const auto facts = told.empty() ? snapshot : store::with_told_facts(snapshot, told, arena);
  stored.judged = store::applied(facts, own, arena);
  stored.found = told.empty() ? std::move(prepared.found) : rules::cases_of(facts, judge.settings, as_of);
  stored.assessment = judge.assessor.assess(stored.judged, judge.book, as_of, {}, judge.depth);

  store::keep_foretold(own, stored.assessment.agreed);
  const bool own_written = store::put_own_state(store, account, own_before, own);
  auto followed =
      follow(store, judge.settings, account, {stored.judged, stored.assessment, as_of}, stored.found, known);
  stored.cases = std::move(followed.cases);
  written |= followed.written || own_written;
  if (known || !prepared.sleep.empty()) written |= store::put_sleep_spans(store, account, prepared.sleep);
  if (known || !prepared.numbers.empty()) written |= store::put_numbers(store, account, prepared.numbers);
  if (own_written) change.keeps_own_state();
  if (written && !stored.put.touched) stored.put.row.sequence = store::next_sequence(store, account);
  return stored;
}

/// The account that an answer is about, as the store knows it.
struct Asked {
  store::Store& store;
  const Settings& settings;
  store::AccountKey account = 0;  ///< 0: never stored
  const Snapshot& judged;
  Date as_of{};
};

/// The answer about an account judged before.
Judged answer_of(const Asked& asked, Assessment assessment, std::vector<Case> found,
                 const std::vector<StoredCase>& cases) {
  Judged answer;
  answer.cases = open_cases(std::move(found), asked.judged.account, assessment.rhythm, asked.as_of, cases);
  drop_refused(
      answer.cases,
      [&] { return persons_at(asked.store, asked.settings, asked.account, asked.judged, asked.as_of); },
      asked.as_of);
  answer.assessment = std::move(assessment);
  return answer;
}

Judged judge_stored(store::Store& store, const Assessor& assessor, const Settings& settings,
                    const BookContext& book, const store::AccountRow& row, Date as_of, Arena& arena) {
  const auto judged = store::load_judged(store, row, arena);
  if (!judged) throw Failure(Status::corrupt, "account " + row.account_id + " has lost its facts");
  auto answer =
      answer_of({store, settings, row.account, *judged, as_of}, assessor.assess(*judged, book, as_of),
                rules::cases_of(*judged, settings, as_of), store::cases(store, row.account));
  answer.sequence = row.sequence;
  return answer;
}

store::AccountRow row_of(store::Store& store, std::string_view account_id) {
  auto row = store::find_account(store, account_id);
  if (!row) throw Failure(Status::not_found, "no account " + std::string(account_id));
  return *std::move(row);
}

}  // namespace

Judged save(store::Store& store, const Settings& settings, const BookContext& book, const Snapshot& snapshot,
            const Cancel& cancel) {
  Prepared prepared;
  prepare(snapshot, settings, prepared);
  const Judge judge{settings, book, Assessor(settings), Depth::full};
  Arena arena;
  store::Change change(store);
  auto stored = store_one(store, change, judge, snapshot, prepared, arena);
  if (stored.put.stale)
    throw Failure(Status::stale, "account " + std::string(snapshot.account.id) + " is stored with revision " +
                                     std::to_string(*stored.put.row.revision));
  auto answer = answer_of({store, settings, stored.put.row.account, stored.judged, *snapshot.as_of},
                          std::move(stored.assessment), std::move(stored.found), stored.cases);
  answer.sequence = stored.put.row.sequence;
  cancel.check();
  change.commit();
  return answer;
}

SavedMany save_many(store::Store& store, const Settings& settings, std::span<const Snapshot> snapshots,
                    const Cancel& cancel) {
  SavedMany done;
  Prepared prepared;
  Arena arena;
  store::Change change(store);
  const auto book = book_context(store);
  const Judge judge{settings, book, Assessor(settings), Depth::verdict};
  for (const auto& snapshot : snapshots) {
    cancel.check();
    arena.reset();
    prepare(snapshot, settings, prepared);
    if (store_one(store, change, judge, snapshot, prepared, arena).put.stale)
      done.stale.emplace_back(snapshot.account.id);
    else
      ++done.saved;
  }
  cancel.check();
  change.commit();
  return done;
}

Judged preview(store::Store& store, const Settings& settings, const BookContext& book,
               const Snapshot& snapshot, const WhatIf& what_if) {
  store::OwnState own;
  std::vector<StoredCase> cases;
  std::vector<store::ToldFact> told;
  std::int64_t sequence = 0;
  store::AccountKey account = 0;
  Arena arena;
  const store::Reading reading(store);
  if (const auto row = store::find_account(store, snapshot.account.id)) {
    account = row->account;
    own = store::own_state(store, account);
    cases = store::cases(store, account);
    told = store::told_facts(store, account, arena);
    sequence = row->sequence;
  }
  own = store::merged(std::move(own), snapshot);
  add_suppressed(store, snapshot, numbers_of(snapshot, settings), own);
  std::erase_if(told, [&](const store::ToldFact& fact) { return store::settles(snapshot, fact); });
  const auto judged = store::applied(store::with_told_facts(snapshot, told, arena), own, arena);
  auto answer = answer_of({store, settings, account, judged, *snapshot.as_of},
                          Assessor(settings).assess(judged, book, *snapshot.as_of, what_if),
                          rules::cases_of(judged, settings, *snapshot.as_of), cases);
  answer.sequence = sequence;
  return answer;
}

Judged get(store::Store& store, const Settings& settings, const BookContext& book,
           std::string_view account_id, Date as_of) {
  Arena arena;
  const store::Reading reading(store);
  return judge_stored(store, Assessor(settings), settings, book, row_of(store, account_id), as_of, arena);
}

Judged judge(store::Store& store, const Settings& settings, const BookContext& book,
             const store::AccountRow& row, Date as_of, Arena& arena) {
  return judge_stored(store, Assessor(settings), settings, book, row, as_of, arena);
}

void get_page(store::Store& store, const Settings& settings, const BookContext& book, Date as_of,
              const Page& page, const Cancel& cancel, const std::function<void(const Judged&)>& each) {
  const Assessor assessor(settings);
  Arena arena;
  const store::Reading reading(store);
  for (const auto& row : store::page_accounts(store, page.after, page.limit, page.changed_since)) {
    cancel.check();
    arena.reset();
    each(judge_stored(store, assessor, settings, book, row, as_of, arena));
  }
}

}  // namespace rendabel::pipeline
