#include "plugin/rules/coverage.hpp"

#include <algorithm>

namespace rendabel::rules {

void LineCoverage::settle(CoverageState state, std::int64_t known, std::int64_t of, std::string_view reason) {
  if (state <= state_) return;
  state_ = state;
  known_ = known;
  of_ = of;
  reason_ = reason;
}

LineCoverage& LineCoverage::left_out(std::int64_t missing, std::int64_t of, std::string_view reason) {
  if (missing > 0)
    settle(missing >= of ? CoverageState::not_assessable : CoverageState::partial, of - missing, of, reason);
  return *this;
}

LineCoverage& LineCoverage::assumed(std::int64_t assumed, std::int64_t of, std::string_view reason) {
  if (assumed > 0) settle(CoverageState::assumed, of - assumed, of, reason);
  return *this;
}

LineCoverage& LineCoverage::not_assessable(std::string_view reason) {
  if (state_ == CoverageState::not_assessable) return *this;
  state_ = CoverageState::not_assessable;
  known_ = of_ = std::nullopt;
  reason_ = reason;
  return *this;
}

Coverage LineCoverage::row(bool window_complete) const {
  Coverage row{std::string(line_), state_, known_, of_, reason_};
  if (!window_complete && state_ < CoverageState::partial) {
    row.state = CoverageState::partial;
    row.known = row.of = std::nullopt;
    row.reason = why::before_history;
  }
  return row;
}

bool same_states(const std::vector<Coverage>& a, const std::vector<Coverage>& b) {
  const auto known_in = [](const Coverage& row, const std::vector<Coverage>& rows) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Coverage& other) { return other.line == row.line; });
    return row.state == (found == rows.end() ? CoverageState::known : found->state);
  };
  return std::all_of(a.begin(), a.end(), [&](const Coverage& row) { return known_in(row, b); }) &&
         std::all_of(b.begin(), b.end(), [&](const Coverage& row) { return known_in(row, a); });
}

}  // namespace rendabel::rules
