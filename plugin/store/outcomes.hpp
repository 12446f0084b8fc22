// outcomes.hpp — the log of what came of calls: each outcome once, with the answer that was given.
// In: outcomes with the cases after them.  Out: the same; what is known of calls for rules and board.
// Never: decides a step.  Method: append-only, unique by the host's id; own state, always synced in full.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/outcome.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// A case of the log; `raised`: the call was about it.
struct LoggedCase {
  CaseAfter after;
  bool raised = false;
  bool operator==(const LoggedCase&) const = default;
};

/// An outcome as it was taken.
struct LoggedOutcome {
  Outcome told;  ///< without needs
  AccountKey account = 0;
  Date date{};                      ///< of `told.at` in the settings' country
  std::int64_t minute = 0;          ///< of that day
  bool in_hour = false;             ///< within calls.hour of the settings then
  std::optional<Moment> leased_at;  ///< since when the agent had the call; unset: no lease of his
  std::optional<Reason> reason;     ///< the one the call was made for; unset: none
  std::string source_id;            ///< of that reason
  Purpose purpose = Purpose::service;
  Lane lane = Lane::today;
  bool late = false;  ///< its cases had ended, or its call was reported before: counts as contact only
  StepKind step = StepKind::none;
  std::string step_why;
  std::optional<Date> step_on;
  std::optional<Moment> step_at;
  std::vector<LoggedCase> cases;  ///< by position
};

/// The outcome with that id, or none.
std::optional<LoggedOutcome> find_outcome(Store& store, std::string_view outcome_id);
/// Appends one; its id must be new. Within a Change that keeps own state.
void put_outcome(Store& store, const LoggedOutcome& outcome);
/// Outcomes of an account, oldest first.
std::vector<LoggedOutcome> outcomes_of(Store& store, AccountKey account);
/// Outcomes with from ≤ date ≤ to, oldest first.
std::vector<LoggedOutcome> outcomes_between(Store& store, Date from, Date to);
/// Outcomes of an agent, oldest first.
std::vector<LoggedOutcome> outcomes_by(Store& store, std::string_view agent);
/// How many busy lines the account had on a day.
std::int64_t busies_on(Store& store, AccountKey account, Date date);
/// Whether the call has an outcome that ended it: skipped and busy ones leave it to be made.
bool call_reported(Store& store, std::string_view call_id);
/// Whether the agent skipped the call for another reason than its time.
bool skipped_by(Store& store, std::string_view call_id, std::string_view agent);
/// What the law counts of an account's calls from a day on: marketing calls by voice that were tried (busy
/// lines and wrong numbers are none), and days of not_interested.
struct MarketingCall {
  std::string contact_id;
  Date date{};
  bool not_interested = false;
};
std::vector<MarketingCall> marketing_calls(Store& store, AccountKey account, Date from);
/// The last outcome in which a number was dialled, if any.
std::optional<LoggedOutcome> last_outcome(Store& store, AccountKey account);

/// Numbers that turned out to be somebody else's, sorted.
std::vector<std::int64_t> wrong_numbers(Store& store, AccountKey account);
void put_wrong_number(Store& store, AccountKey account, std::int64_t number, Date found_on);

/// Forgets the outcomes and wrong numbers of an account. Within a Change.
void drop_outcomes(Store& store, AccountKey account);
/// Forgets who was spoken to and what was noted of him: the outcomes stay as counts. True when there
/// was anything. Within a Change.
bool forget_contact(Store& store, AccountKey account, std::string_view contact_id);
/// Forgets who called: the agent's name goes from outcomes, leases and calls. The number of outcomes changed.
std::int64_t drop_agent(Store& store, std::string_view agent);

}  // namespace rendabel::store
