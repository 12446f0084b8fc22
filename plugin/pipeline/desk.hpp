// desk.hpp — step 8, the agent's desk: the next call with its card, a customer on the line, what came of it.
// In: the store, the settings, a time, an agent.  Out: a leased call, or the next step after an outcome.
// Never: a call that the law denies at that very time; two agents on one account or one number.
// Method: the plan's order, judged again at the moment of the lease, inside one write transaction.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/card.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/outcome.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// A moment, and what the office's clocks show then: the settings' country's.
struct DeskTime {
  Moment now;
  LocalTime local;
  DeskTime(Moment at, const Settings& settings) : now(at), local(local_time(at, settings.country)) {}
  /// As cases keep it of a try without an answer.
  std::string_view part() const { return local.minute < 12 * 60 ? "morning" : "afternoon"; }
};

/// Minute of the day at which the daily hour of calls.hour begins.
std::int64_t hour_start(const Calls& calls);
/// Whether the moment lies in the daily hour of calls.hour.
bool in_hour(const Calls& calls, const LocalTime& local);

/// Failure{invalid_argument}: settings name agents and this is none of them.
void require_agent(const Settings& settings, std::string_view agent);

/// calls_next: what the agent has already, else the most valuable call that he may make now, leased to him.
/// Makes the day's plan where there is none.
NextCall calls_next(store::Store& store, const Settings& settings, const BookContext& book, Moment now,
                    std::string_view agent, const Cancel& cancel);

/// call_open: the account by `options.account_id` or `options.phone`. An inbound call closes the planned ones
/// of the day, starts the rest after speaking and takes the account over from whoever has it.
/// Failure{not_found}; {invalid_argument}: neither or both given, or no number; {state}: outbound while
/// another agent has the account or its number.
OpenedCall call_open(store::Store& store, const Settings& settings, const BookContext& book, Moment now,
                     std::string_view agent, const Options& options, const Cancel& cancel);

/// The card for an agent who may not see results and margins.
Card without_amounts(Card card);

/// call_report: takes an outcome once; the same id again answers what was answered and changes nothing.
/// BadInput: fields that do not fit together, or a callback outside the legal hours. Failure{not_found}: no
/// such call or account; {state}: leased again to somebody else.
store::LoggedOutcome call_report(store::Store& store, const Settings& settings, const BookContext& book,
                                 const Outcome& outcome, const Cancel& cancel);

}  // namespace rendabel::pipeline
