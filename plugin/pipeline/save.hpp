// save.hpp — the save hook and what stands around it: store an account, judge it, find it.
// In: validated snapshots (abi/documents), the settings, the last refresh.  Out: assessments with open cases.
// Never: the whole book; JSON.  Method: facts, own state, cases, sleep and numbers in one transaction,
// committed before anything is put into words; what is judged is the snapshot with our own state in it.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/pipeline/assess.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// An account and what we say of it. `cases` are the open ones on that day, by reason and source.
struct Judged {
  std::int64_t sequence = 0;  ///< the store's change number at its last save; 0: never saved
  Assessment assessment;
  std::vector<Case> cases;
};

/// account_save. Failure{stale} when the stored revision is higher: nothing was stored.
Judged save(store::Store& store, const Settings& settings, const BookContext& book, const Snapshot& snapshot,
            const Cancel& cancel = {});

struct SavedMany {
  std::int64_t saved = 0;
  std::vector<std::string> stale;  ///< ids whose stored revision is higher, in the order they came
};
/// accounts_save: all in one transaction or none; stale ones are skipped and listed.
SavedMany save_many(store::Store& store, const Settings& settings, std::span<const Snapshot> snapshots,
                    const Cancel& cancel = {});

/// account_preview: as save would judge it now, own state of that id applied; nothing is stored.
Judged preview(store::Store& store, const Settings& settings, const BookContext& book,
               const Snapshot& snapshot, const WhatIf& what_if = {});

/// account_get: the stored facts judged on `as_of`. Failure{not_found}.
Judged get(store::Store& store, const Settings& settings, const BookContext& book,
           std::string_view account_id, Date as_of);

/// The same of an account in a running Reading. Its texts live in `arena`.
Judged judge(store::Store& store, const Settings& settings, const BookContext& book,
             const store::AccountRow& row, Date as_of, Arena& arena);

struct Page {
  std::string after;  ///< ids after it, bytewise
  std::int64_t limit = 500;
  std::int64_t changed_since = 0;
};
/// accounts_get: a page of accounts, by id; one consistent view of the store.
void get_page(store::Store& store, const Settings& settings, const BookContext& book, Date as_of,
              const Page& page, const Cancel& cancel, const std::function<void(const Judged&)>& each);

}  // namespace rendabel::pipeline
