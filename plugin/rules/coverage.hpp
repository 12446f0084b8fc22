// coverage.hpp — how much of a line is known: unknown is not zero (domain.md 1).
// In: how many facts a line needs and has.  Out: a Coverage row with a reason code (words: report/labels).
// Never: a silent 0.  Method: not assessable before partial before assumed before known; one row a line.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"

namespace rendabel::rules {

/// Why a line is not wholly known. Stable codes, in every answer.
namespace why {
inline constexpr std::string_view activities_left_out = "activities_left_out";
inline constexpr std::string_view age_unknown = "age_unknown";
inline constexpr std::string_view before_history = "before_history";
inline constexpr std::string_view carriage_unknown = "carriage_unknown";
inline constexpr std::string_view channel_unknown = "channel_unknown";
inline constexpr std::string_view contribution_unknown = "contribution_unknown";
inline constexpr std::string_view cost_assumed_margin = "cost_assumed_margin";
inline constexpr std::string_view cost_own_ratio = "cost_own_ratio";
inline constexpr std::string_view cost_unknown = "cost_unknown";
inline constexpr std::string_view coverage_differs = "coverage_differs";
inline constexpr std::string_view credit_notes_left_out = "credit_notes_left_out";
inline constexpr std::string_view delivery_unknown = "delivery_unknown";
inline constexpr std::string_view discount_assumed = "discount_assumed";
inline constexpr std::string_view due_date_unknown = "due_date_unknown";
inline constexpr std::string_view first_order_unknown = "first_order_unknown";
inline constexpr std::string_view freight_assumed = "freight_assumed";
inline constexpr std::string_view groups_too_few = "groups_too_few";
inline constexpr std::string_view groups_unknown = "groups_unknown";
inline constexpr std::string_view inquiries_left_out = "inquiries_left_out";
inline constexpr std::string_view invoices_left_out = "invoices_left_out";
inline constexpr std::string_view items_unknown = "items_unknown";
inline constexpr std::string_view lines_unknown = "lines_unknown";
inline constexpr std::string_view list_unknown = "list_unknown";
inline constexpr std::string_view margin_model_unknown = "margin_model_unknown";
inline constexpr std::string_view margin_not_positive = "margin_not_positive";
inline constexpr std::string_view margin_of_book = "margin_of_book";
inline constexpr std::string_view minutes_unknown = "minutes_unknown";
inline constexpr std::string_view model_flat = "model_flat";
inline constexpr std::string_view model_no_repeats = "model_no_repeats";
inline constexpr std::string_view model_not_converged = "model_not_converged";
inline constexpr std::string_view model_runaway = "model_runaway";
inline constexpr std::string_view model_too_few = "model_too_few";
inline constexpr std::string_view net_unknown = "net_unknown";
inline constexpr std::string_view no_model = "no_model";
inline constexpr std::string_view no_order_days = "no_order_days";
inline constexpr std::string_view no_rate = "no_rate";
inline constexpr std::string_view no_refresh = "no_refresh";
inline constexpr std::string_view no_scale = "no_scale";
inline constexpr std::string_view not_yet_inferred = "not_yet_inferred";
inline constexpr std::string_view orders_from_invoices = "orders_from_invoices";
inline constexpr std::string_view orders_left_out = "orders_left_out";
inline constexpr std::string_view payments_unknown = "payments_unknown";
inline constexpr std::string_view quotes_left_out = "quotes_left_out";
inline constexpr std::string_view remedies_left_out = "remedies_left_out";
inline constexpr std::string_view reminders_unknown = "reminders_unknown";
inline constexpr std::string_view standing_discount = "standing_discount";
inline constexpr std::string_view too_few_to_infer = "too_few_to_infer";
}  // namespace why

/// Collects what speaks against 'known' for one line and settles on one row.
class LineCoverage {
 public:
  explicit LineCoverage(std::string_view line) : line_(line) {}

  /// `missing` of `of` facts are left out of the sum. The first reason of the worst state is named.
  LineCoverage& left_out(std::int64_t missing, std::int64_t of, std::string_view reason);
  /// `assumed` of `of` facts count with an assumption.
  LineCoverage& assumed(std::int64_t assumed, std::int64_t of, std::string_view reason);
  /// The line has no amount at all.
  LineCoverage& not_assessable(std::string_view reason);

  bool assessable() const { return state_ != CoverageState::not_assessable; }
  CoverageState state() const { return state_; }
  /// The row; `window_complete` false: a line that would be known is only partial.
  Coverage row(bool window_complete) const;

 private:
  void settle(CoverageState state, std::int64_t known, std::int64_t of, std::string_view reason);

  std::string_view line_;
  CoverageState state_ = CoverageState::known;
  std::optional<std::int64_t> known_, of_;
  std::string_view reason_;
};

/// Whether two windows' rows have the same states line by line; a line that one of them lacks counts as
/// known.
bool same_states(const std::vector<Coverage>& a, const std::vector<Coverage>& b);

}  // namespace rendabel::rules
