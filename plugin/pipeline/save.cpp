#include "plugin/pipeline/save.hpp"

#include "plugin/pipeline/follow.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/store/facts.hpp"
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
  out.facts.clear();
  store::encode_facts(snapshot, out.facts);
  out.numbers = numbers_of(snapshot, settings);
  out.sleep = sleep_of(snapshot, *snapshot.as_of);
  out.found = rules::cases_of(snapshot, settings, *snapshot.as_of);
}

/// Refusals that outlived an erasure come back with their number.
void add_suppressed(store::Store& store, const std::vector<store::ContactNumber>& numbers,
                    store::OwnState& own) {
  if (numbers.empty() || store::versions(store).suppressed == 0) return;
  for (const auto& one : numbers) {
    const auto refusal = store::suppressed(store, one.number);
    if (!refusal) continue;
    const auto do_not_call_on = refusal->do_not_call ? std::optional(Date{}) : std::nullopt;
    store::merge_refusal(own, one.contact_id, refusal->objected_on, do_not_call_on, store::Learnt::erased);
  }
}

struct Stored {
  store::Put put;
  store::OwnState own;
  std::vector<StoredCase> cases;
};

/// Writes one account with everything that follows from it; within `change`.
Stored store_one(store::Store& store, store::Change& change, const Settings& settings,
                 const Snapshot& snapshot, const Prepared& prepared) {
  Stored stored;
  stored.put = store::put_account(store, snapshot, prepared.facts);
  if (stored.put.stale) return stored;
  const auto account = stored.put.row.account;
  const bool known = !stored.put.added;
  const auto own_before = known ? store::own_state(store, account) : store::OwnState{};
  stored.own = store::merged(own_before, snapshot);
  add_suppressed(store, prepared.numbers, stored.own);
  const auto cases_before = known ? store::cases(store, account) : std::vector<StoredCase>{};
  stored.cases = followed_cases(snapshot, settings, *snapshot.as_of, prepared.found, cases_before);

  const bool own_written = store::put_own_state(store, account, own_before, stored.own);
  bool written = store::put_cases(store, account, cases_before, stored.cases) || own_written;
  if (known || !prepared.sleep.empty()) written |= store::put_sleep_spans(store, account, prepared.sleep);
  if (known || !prepared.numbers.empty()) written |= store::put_numbers(store, account, prepared.numbers);
  if (own_written) change.keeps_own_state();
  if (written && !stored.put.touched) stored.put.row.sequence = store::next_sequence(store, account);
  return stored;
}

Judged judge(const Assessor& assessor, const Settings& settings, const BookContext& book,
             const Snapshot& facts, const store::OwnState& own, const std::vector<StoredCase>& cases,
             Date as_of, std::optional<std::vector<Case>> found = std::nullopt, const WhatIf& what_if = {}) {
  Arena arena;
  const auto judged = store::applied(facts, own, arena);
  Judged answer;
  answer.assessment = assessor.assess(judged, book, as_of, what_if);
  if (!found) found = rules::cases_of(judged, settings, as_of);
  answer.cases = open_cases(std::move(*found), judged.account, answer.assessment.rhythm, as_of, cases);
  return answer;
}

Judged judge_stored(store::Store& store, const Assessor& assessor, const Settings& settings,
                    const BookContext& book, const store::AccountRow& row, Date as_of, Arena& arena) {
  const auto facts = store::load_facts(store, row, arena);
  if (!facts) throw Failure(Status::corrupt, "account " + row.account_id + " has lost its facts");
  auto answer = judge(assessor, settings, book, *facts, store::own_state(store, row.account),
                      store::cases(store, row.account), as_of);
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
  store::Change change(store);
  const auto stored = store_one(store, change, settings, snapshot, prepared);
  if (stored.put.stale)
    throw Failure(Status::stale, "account " + std::string(snapshot.account.id) + " is stored with revision " +
                                     std::to_string(*stored.put.row.revision));
  // Judged before the commit: facts that cannot be judged are refused, not stored.
  auto answer = judge(Assessor(settings), settings, book, snapshot, stored.own, stored.cases, *snapshot.as_of,
                      std::move(prepared.found));
  cancel.check();
  change.commit();
  answer.sequence = stored.put.row.sequence;
  return answer;
}

SavedMany save_many(store::Store& store, const Settings& settings, std::span<const Snapshot> snapshots,
                    const Cancel& cancel) {
  SavedMany done;
  Prepared prepared;
  const Assessor assessor(settings);
  store::Change change(store);
  for (const auto& snapshot : snapshots) {
    cancel.check();
    assessor.assess(snapshot, {}, *snapshot.as_of, {},
                    Depth::verdict);  // as in save: what cannot be judged is refused
    prepare(snapshot, settings, prepared);
    if (store_one(store, change, settings, snapshot, prepared).put.stale)
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
  std::int64_t sequence = 0;
  {
    const store::Reading reading(store);
    if (const auto row = store::find_account(store, snapshot.account.id)) {
      own = store::own_state(store, row->account);
      cases = store::cases(store, row->account);
      sequence = row->sequence;
    }
    own = store::merged(std::move(own), snapshot);
    add_suppressed(store, numbers_of(snapshot, settings), own);
  }
  auto answer =
      judge(Assessor(settings), settings, book, snapshot, own, cases, *snapshot.as_of, std::nullopt, what_if);
  answer.sequence = sequence;
  return answer;
}

Judged get(store::Store& store, const Settings& settings, const BookContext& book,
           std::string_view account_id, Date as_of) {
  Arena arena;
  const store::Reading reading(store);
  return judge_stored(store, Assessor(settings), settings, book, row_of(store, account_id), as_of, arena);
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

void erase(store::Store& store, std::string_view account_id, std::string_view contact_id) {
  const bool found = contact_id.empty() ? store::erase_account(store, account_id)
                                        : store::erase_contact(store, account_id, contact_id);
  if (found) return;
  const auto whom = "account " + std::string(account_id);
  throw Failure(Status::not_found,
                contact_id.empty() ? "no " + whom : "no contact " + std::string(contact_id) + " in " + whom);
}

Export export_account(store::Store& store, std::string_view account_id, Arena& arena) {
  const store::Reading reading(store);
  const auto row = row_of(store, account_id);
  auto facts = store::load_facts(store, row, arena);
  if (!facts) throw Failure(Status::corrupt, "account " + row.account_id + " has lost its facts");
  return {*facts, store::own_state(store, row.account), store::cases(store, row.account),
          store::calls_of(store, account_id)};
}

}  // namespace rendabel::pipeline
