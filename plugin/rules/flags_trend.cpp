// Flags on the way an account goes: declining, eroding, stagnant [M1 'nauwelijks groei'].
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {
namespace {

constexpr Int128 percent_whole = Int128{100} * micro;

bool below_percent(Cents part, Cents whole, Micro percent) {
  return Int128{part} * percent_whole < Int128{whole} * percent.millionths;
}

// |difference| ≤ percent of x (domain.md 1).
bool within(Cents value, Cents of, Micro percent) {
  const Int128 difference = value > of ? Int128{value} - of : Int128{of} - value;
  return difference * percent_whole <= Int128{of} * percent.millionths;
}

// The revenue lost at the gross-margin ratio of this year; of last year when this one has no revenue.
std::optional<Cents> lost_margin(const Judged& account, Cents lost) {
  for (const Statement* year : {&account.now, &account.previous}) {
    const auto net = year->result.net_revenue, margin = year->result.gross_margin;
    if (net && *net > 0 && margin) return scaled(lost, *margin, *net);
  }
  return std::nullopt;
}

}  // namespace

void flag_declining(const Judged& account, Raised raised) {
  const auto r0 = account.revenue(0), r1 = account.revenue(1), r2 = account.revenue(2);
  if (!r0 || !r1)
    return raised.not_assessable(FlagCode::declining,
                                 account.window().orders_known ? why::before_history : why::orders_left_out);
  const Micro percent = account.settings.thresholds.declining_percent;
  const bool on_last_year = *r1 > 0 && below_percent(*r0, *r1, percent);
  const bool on_two_years = r2 && *r0 < *r1 && *r1 < *r2 && below_percent(*r0, *r2, percent);
  if (!on_last_year && !on_two_years) {
    if (!r2 && *r0 < *r1) raised.not_assessable(FlagCode::declining, why::before_history);
    return;
  }
  Flag& flag = raised.add(FlagCode::declining, lost_margin(account, *r1 - *r0));
  std::optional<std::int64_t> change_bp;
  if (*r1 > 0) change_bp = basis_points(*r0 - *r1, *r1);
  flag.evidence = {{"net_revenue", Unit::money, r0},
                   {"net_revenue_previous", Unit::money, r1},
                   {"net_revenue_before_previous", Unit::money, r2},
                   {"change_bp", Unit::basis_points, change_bp}};
}

void flag_eroding(const Judged& account, Raised raised) {
  const auto r0 = account.revenue(0), r1 = account.revenue(1);
  if (!r0 || !r1)
    return raised.not_assessable(FlagCode::eroding,
                                 account.window().orders_known ? why::before_history : why::orders_left_out);
  const auto now = account.now.result.net_margin_bp, before = account.previous.result.net_margin_bp;
  if (*r0 <= 0 || *r1 <= 0) return;
  if (!now || !before) return raised.not_assessable(FlagCode::eroding, why::cost_unknown);
  if (!same_states(account.now.coverage, account.previous.coverage))
    return raised.not_assessable(FlagCode::eroding, why::coverage_differs);
  const std::int64_t drop = std::int64_t{*before} - *now;
  if (drop < account.settings.thresholds.eroding_bp) return;
  Flag& flag = raised.add(FlagCode::eroding, scaled(*r0, drop, 10'000));
  flag.evidence = {{"net_margin_bp", Unit::basis_points, now},
                   {"net_margin_previous_bp", Unit::basis_points, before},
                   {"drop_bp", Unit::basis_points, drop},
                   {"net_revenue", Unit::money, r0}};
}

void flag_stagnant(const Judged& account, Raised raised) {
  const auto r0 = account.revenue(0), r1 = account.revenue(1), r2 = account.revenue(2);
  if (!r0 || !r1 || !r2)
    return raised.not_assessable(FlagCode::stagnant,
                                 account.window().orders_known ? why::before_history : why::orders_left_out);
  const Micro percent = account.settings.thresholds.stagnant_percent;
  if (*r0 <= 0 || *r1 <= 0 || *r2 <= 0) return;
  if (!within(*r0, *r1, percent) || !within(*r1, *r2, percent)) return;
  Flag& flag = raised.add(FlagCode::stagnant, std::nullopt);
  flag.evidence = {{"net_revenue", Unit::money, r0},
                   {"net_revenue_previous", Unit::money, r1},
                   {"net_revenue_before_previous", Unit::money, r2}};
}

}  // namespace rendabel::rules
