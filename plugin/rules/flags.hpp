// flags.hpp — step flags: what stands out at one account, with the numbers behind it (domain.md 3).
// In: statements, drivers, rhythm, potential, settings.  Out: flags in the order of FlagCode, and a coverage
// row for every flag that cannot be judged.  Never: words; a sum of amounts across codes. Method: comparisons
// of reported, rounded amounts; each group of flags has a file of its own.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/net_result.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

/// All that the flags look at. Everything outlives the call.
struct Judged {
  const Snapshot& snapshot;
  const Settings& settings;
  const Rates& rates;
  const AccountDrivers& drivers;
  const Statement& now;       ///< window 0
  const Statement& previous;  ///< window 1
  const Rhythm& rhythm;
  const Potential& potential;
  const Visits& visits;
  Date as_of;
  const std::vector<DiscountStep>& scale;  ///< the discounts due: the settings', or inferred from the book
  bool book_refreshed = false;  ///< a refresh has finished, so that an inferred scale could be there

  const Drivers& window() const { return drivers.windows[0]; }
  /// More than `days` old; unknown is not older.
  bool older_than(std::int64_t days) const { return drivers.age_days && *drivers.age_days > days; }
  /// Net revenue of window k; none when it or the history is unknown.
  std::optional<Cents> revenue(std::size_t k) const {
    return drivers.windows[k].complete ? net_revenue(drivers.windows[k]) : std::nullopt;
  }
};

/// Where flags and the rows of those that cannot be judged go.
struct Raised {
  std::vector<Flag>& flags;
  std::vector<Coverage>& coverage;

  Flag& add(FlagCode code, std::optional<Cents> amount) { return flags.emplace_back(Flag{code, amount, {}}); }
  void not_assessable(FlagCode code, std::string_view reason) {
    coverage.push_back({std::string(name_of(code)), CoverageState::not_assessable, {}, {}, reason});
  }
};

/// The discount in full and the one due, where the flag stale_discount can be judged: bp of both, and what
/// the orders would bring more at the discount due, rounded once.
struct DiscountDue {
  std::int64_t effective_bp = 0, due_bp = 0;
  Cents too_much = 0;
};
std::optional<DiscountDue> discount_due(const Judged& account);
/// Margin on the quotes that are open: their own, else amount × gross-margin ratio, else × assumed.
Cents open_quotes_margin(const Judged& account);

/// What an order must bring to cover its own handling, invoicing and freight: those costs per order with a
/// net above 0, by the gross-margin ratio. None where there is no margin or no such order.
std::optional<Cents> break_even_order_value(const Judged& account);
/// Orders of the window with a net above 0 and below `value`.
std::int64_t orders_below(const Judged& account, Cents value);

void flag_result(const Judged& account, Raised raised);  // loss_making
void flag_stale_discount(const Judged& account, Raised raised);
void flag_costly_orders(const Judged& account, Raised raised);
void flag_late_payer(const Judged& account, Raised raised);
void flag_free_shipping(const Judged& account, Raised raised);
void flag_over_visited(const Judged& account, Raised raised);
void flag_returns(const Judged& account, Raised raised);
void flag_declining(const Judged& account, Raised raised);
void flag_eroding(const Judged& account, Raised raised);
void flag_stagnant(const Judged& account, Raised raised);
void flag_sleeping(const Judged& account, Raised raised);  // slipping, dormant
void flag_never_bought(const Judged& account, Raised raised);

/// All of them, in the order of FlagCode.
void raise_flags(const Judged& account, Raised raised);

}  // namespace rendabel::rules
