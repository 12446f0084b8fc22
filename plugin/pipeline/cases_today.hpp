// cases_today.hpp — step 7 for one account: every open reason on a day, and what holds it back.
// In: the account as judged, its stored cases, what the desk and outcomes decided.  Out: cases with their
// steps. Never: permission, value, capacity.  Method: cases of facts, of time and of the store; the stored
// row's steps hold as long as it is the same case, that is, began on the same day.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

struct CaseToday {
  Case facts;
  std::int64_t attempts = 0;
  CaseSteps steps;
  /// Why it is not called about today: parked, not_due, resting, removed, goodbye, disputed, pilot; a
  /// literal, empty where nothing holds it. Not_due comes last: what is told is what holds longest.
  std::string_view held;
};

/// What is kept of an account beside its facts and own state, as the rules of its cases need it.
struct Kept {
  std::vector<StoredCase> cases;
  DeskState desk;
  std::vector<Rest> rests;
  std::vector<Need> needs;
};
Kept kept_of(store::Store& store, store::AccountKey account);

/// The open cases of the account on `day`, by reason, then source. `assessed` answers the assessment of that
/// day, `outlined` its layer, cross_sell and visits that calls replace; each is asked only where a reason
/// needs it. `whole_book`: a refresh gave layers.
std::vector<CaseToday> cases_today(const Snapshot& judged, const Settings& settings, Date day,
                                   const Kept& kept, bool whole_book,
                                   const std::function<const Assessment&()>& assessed,
                                   const std::function<const Assessment&()>& outlined);

}  // namespace rendabel::pipeline
