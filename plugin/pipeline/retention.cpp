#include "plugin/pipeline/retention.hpp"

#include "plugin/store/retention.hpp"

namespace rendabel::pipeline {
namespace {

/// Rows of each kind a step: some milliseconds of writing.
constexpr std::int64_t outdated_max = 500;

}  // namespace

Date months_before(Date day, std::int64_t months) {
  const auto then = std::chrono::year_month_day{day} - std::chrono::months{months};
  return then.ok() ? Date{then} : Date{then.year() / then.month() / std::chrono::last};
}

bool forget_outdated(store::Store& store, const Settings& settings, Date as_of) {
  const auto outdated = store::find_outdated(store, months_before(as_of, settings.closed_cases_months),
                                             months_before(as_of, settings.notes_months), outdated_max);
  if (outdated.cases.empty() && outdated.outcomes.empty() && outdated.needs.empty()) return false;
  store::Change change(store);
  store::drop_outdated(store, outdated);
  change.keeps_own_state();
  change.commit();
  return true;
}

}  // namespace rendabel::pipeline
