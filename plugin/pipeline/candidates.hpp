// candidates.hpp — step 7 for one account: its open reasons to call, judged for a day.
// In: the stored facts with our own state, the settings, the last refresh.  Out: candidates for rules/plan.
// Never: order, capacity, or a value for somebody who may not be called.
// Method: cases and rhythm are derived again on the day, so that a list needs no refresh and no save.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plugin/base/book.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/pipeline/assess.hpp"
#include "plugin/pipeline/cases_today.hpp"
#include "plugin/pipeline/learning.hpp"
#include "plugin/rules/contact_choice.hpp"
#include "plugin/rules/plan.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// What an account looks like on a day.
struct AccountToday {
  std::vector<rules::Candidate> candidates;  ///< by reason, then source
  std::vector<Case> cases;                   ///< the open ones behind them, in the same order
  std::set<std::string> reported;            ///< call_ids that an activity of the host answers
};

/// A case's reason with what the sentence about it needs of its source record, or of the need it comes from;
/// without a value at stake.
CallReason reason_of(const Snapshot& snapshot, const Case& found, const std::vector<Need>& needs);

/// Keeps references: store and settings must outlive it.
class CandidateMaker {
 public:
  /// `agents`: ids of the agents present, for accounts that are theirs.
  CandidateMaker(store::Store& store, const Settings& settings, Date day, std::set<std::string> agents);
  /// The same with the last refresh's values at hand; they must outlive it. `now`: the call is made then, and
  /// not when the plan of the day expects it.
  CandidateMaker(store::Store& store, const Settings& settings, const BookContext& book, Date day,
                 std::set<std::string> agents, std::optional<Moment> now = {});

  /// Within a Reading or a Change.
  AccountToday of(const store::AccountRow& row) const;
  /// Why a planned reason is no longer a candidate: won, answered, bought, reached, …; a literal.
  std::string_view gone_why(const store::AccountRow& row, const CallReason& reason) const;
  /// The chance that calling about the case succeeds and what moves it most; nothing while only priors speak.
  std::optional<LearningAnswer> chance(const rules::Candidate& candidate, const Snapshot& snapshot,
                                       const Case& found) const;

 private:
  struct Account;
  rules::Candidate judged(const Account& account, const CaseToday& found) const;
  void add_agent(rules::Candidate& candidate, const Account& account, const CaseSteps& steps) const;
  void add_times(rules::Candidate& candidate, const Account& account, const CaseToday& found) const;
  CallMade expected(const rules::Candidate& candidate, std::string_view country) const;
  void add_value(rules::Candidate& candidate, const Snapshot& snapshot, const Case& found,
                 const std::function<const Assessment&()>& assessed) const;

  store::Store& store_;
  const Settings& settings_;
  BookContext own_book_;
  const BookContext& book_;
  Date day_;
  std::optional<Moment> now_;
  std::set<std::string> agents_;
  Assessor assessor_;
  Learner learner_;
  Cents call_cost_;
};

}  // namespace rendabel::pipeline
