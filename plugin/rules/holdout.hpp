// holdout.hpp — step 7 and the board: who stays uncalled to see what calling brings, and what it brought.
// In: an account id, a seed, a share; sums over both groups.  Out: held out or not; differences with a 95 %
// interval. Never: chance, clock, somebody who asked.  Method: a seeded hash (FNV-1a, finished as in
// MurmurHash3) as a place in [0, 1); Newcombe's hybrid score interval for shares (1998, method 10), Welch's
// for means (1947).
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// Whether the account is one of the share. Who is held out at a share is so at every greater one.
bool is_held_out(std::string_view account_id, std::int64_t seed, Micro share);

/// Whether a case of this reason and purpose is left uncalled: only dormant, slipping, cross_sell and
/// keep_in_touch, and never what was asked for.
bool is_held_out(std::string_view account_id, Reason reason, Purpose purpose, const Calls& settings);

/// What one group did in a period, summed over its accounts.
struct HoldoutGroup {
  std::int64_t accounts = 0;
  std::int64_t buyers = 0;  ///< with an order at least
  std::int64_t orders = 0;
  Int128 order_squares = 0;          ///< of each account's count
  std::int64_t margin_accounts = 0;  ///< of which the margin is known; the sums below are of these
  Int128 margin = 0;                 ///< minor units
  Int128 margin_squares = 0;         ///< of each account's sum

  /// Adds one account; a margin that is not known counts nowhere.
  void add(std::int64_t account_orders, std::optional<Cents> account_margin);
};

/// Called less held out, with the bounds between which it lies in 95 of 100 cases.
template <class Value>
struct Difference {
  Value called{}, held_out{}, difference{}, low{}, high{};
  bool operator==(const Difference&) const = default;
};

/// The comparison that the board shows. A line is unknown where a group is too small to say: none of its
/// accounts for shares, fewer than two for means.
struct HoldoutComparison {
  std::int64_t called_accounts = 0, held_out_accounts = 0;
  std::optional<Difference<Micro>> buyers;  ///< share of accounts with an order
  std::optional<Difference<Micro>> orders;  ///< an account
  std::optional<Difference<Cents>> margin;  ///< an account
  bool operator==(const HoldoutComparison&) const = default;
};
HoldoutComparison compare(const HoldoutGroup& called, const HoldoutGroup& held_out);

}  // namespace rendabel::rules
