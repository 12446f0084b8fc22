// value_at_stake.hpp — step 7: what a call is worth: P × margin within the horizon × decay − the call's cost.
// In: a case, the account's margins, the settings, a day.  Out: money, and where the margin came from.
// Never: clock, store.  Method: domain.md 7; weak priors for P, half-lives for what cools down.
#pragma once
#include <optional>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// What is known of an account's margins. Absent is unknown, never zero.
struct MarginFacts {
  std::optional<Cents> potential;      ///< gross margin a year (rules/potential.hpp)
  std::optional<Cents> ratio_margin;   ///< the account's gross margin over ratio_revenue: its own ratio
  std::optional<Cents> ratio_revenue;  ///< > 0 where given
  std::optional<Cents> order_mean;     ///< mean gross margin of its orders
  std::optional<Cents> book_median;    ///< median of the book's mean order margins, of the last refresh
};

/// `value` is unknown when no margin can be told; such a call ranks behind every call with a value above
/// zero.
struct ValueAtStake {
  std::optional<Cents> value;
  Micro p_success;
  Cents margin = 0;    ///< within the horizon, before probability and decay
  Micro decay{micro};  ///< what is left of it on the day, a fraction
  std::string_view
      margin_from;  ///< quote, own_ratio, assumed_ratio, order_mean, book_median, potential, unknown
  bool operator==(const ValueAtStake&) const = default;
};

/// Rounded once to minor units. `quote_margin` is the quote's own where known; `cost` is call_cost();
/// `chance` is what was learnt, without it the prior of the reason holds.
ValueAtStake value_at_stake(const Case& found, std::optional<Cents> quote_margin, const MarginFacts& facts,
                            const Settings& settings, Cents cost, Date day, std::optional<Micro> chance = {});

/// What one call costs, in minor units; a rate per hour is that of the time between two dials.
Cents call_cost(const Settings& settings);

/// Whether a case is left out for its value: nothing to win, not asked for and not in the now-lane. Who came
/// with a problem asked for an answer, however little it brings.
bool not_worth(const ValueAtStake& stake, Reason reason, Purpose purpose, Lane lane);

}  // namespace rendabel::rules
