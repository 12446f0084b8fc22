// refresh.hpp — the nightly step: gather every account, fit what needs them all, judge every account with it,
// and draw up the book.  In: the store, the day, a time budget.  Out: how far it is; when finished, the book
// and with it the values that saves are judged by. Never: a lock held while computing, or a slice written
// twice. Method: compute outside, then one short write that counts only if nobody moved the cursor meanwhile.
#pragma once
#include <chrono>

#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/pipeline/assess.hpp"
#include "plugin/pipeline/finished_book.hpp"  // IWYU pragma: export
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Takes the next slices of the book of `as_of` and returns after about `budget` (at least one slice is done;
/// the fit and the book are one slice each and may take longer). Another as_of than the running one starts
/// anew; after `finished` the next call starts a new run. Any process may take any step. Until it is finished
/// the last book and its values stay in force. Throws Failure: cancelled, busy, io, …; what was committed
/// stays.
RefreshProgress book_refresh(store::Store& store, const Settings& settings, Date as_of,
                             std::chrono::milliseconds budget, const Cancel& cancel);

}  // namespace rendabel::pipeline
