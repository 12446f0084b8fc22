#include "plugin/rules/remedy_answers.hpp"

#include <algorithm>

namespace rendabel::rules {

Answers answers_of(const Snapshot& snapshot, Date as_of) {
  Answers last;
  for (const Remedy& told : snapshot.remedies) {
    const auto code = std::ranges::find(Names<RemedyCode>::values, told.code);
    if (code == Names<RemedyCode>::values.end() || !told.date || *told.date > as_of) continue;
    Answer& known = last[static_cast<std::size_t>(code - Names<RemedyCode>::values.begin())];
    const std::int64_t days_ago = (as_of - *told.date).count();
    const bool first = known.told == nullptr;
    if (first || days_ago < known.days_ago || (days_ago == known.days_ago && told.status > known.status))
      known = {told.status, days_ago, &told};
  }
  return last;
}

}  // namespace rendabel::rules
