// report.hpp — gathers what a report shows: the book with the day's stored calls, or one account.
// In: the store, the settings, a day.  Out: plain data of base/report.hpp.
// Never: a write, a plan made, a refresh: a report looks and changes nothing.
// Method: the plan as it is stored, each call judged once more in memory, so that none shows that is denied.
#pragma once
#include <string_view>

#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/report.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// The book of `as_of` and its calls. Failure{state} as book_get; cancelled.
BookReport book_report(store::Store& store, const Settings& settings, Date as_of, const Cancel& cancel);

/// One account as of a day; needs no refresh. Failure{not_found}.
AccountReport account_report(store::Store& store, const Settings& settings, const BookContext& book,
                             std::string_view account_id, Date as_of);

}  // namespace rendabel::pipeline
