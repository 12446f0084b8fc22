// touch.hpp — whose turn it is without having asked: who sleeps, and whom nobody spoke to for long.
// In: narrow rows that saves write, a day, the layers' intervals.  Out: accounts by worth, and how many.
// Never: reads facts; decides who may be called (pipeline/plan_make).  Method: the best are found by an index
// as far as somebody looks; the many others are counted inside SQLite, and none of them is read.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/store/database.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// How long nobody was spoken to, and what the account is worth.
struct Touch {
  Date since{};                      ///< last reached, else the first order
  std::optional<Cents> revenue;      ///< of the window, which tells the layer; unset: never ordered
  Cents worth = 0;                   ///< potential; the best come first
  std::optional<std::int64_t> days;  ///< between two calls that replace visits
};
/// True when something was written; none: the account is never called to keep in touch.
bool put_touch(Store& store, AccountKey account, const std::optional<Touch>& touch);

/// A layer's interval: accounts with at least `revenue_from` were due after `days`; unset: those who never
/// ordered.
struct TouchLayer {
  std::optional<Cents> revenue_from;
  std::int64_t days = 0;
};

/// An account that may be called, by worth down, then by key. Unknown worth (a store of before) goes first.
struct Quiet {
  Cents worth = 0;
  AccountKey account = 0;
  bool due = false;  ///< to be kept in touch with, too
  bool operator<(const Quiet& other) const {
    return worth != other.worth ? worth < other.worth : account > other.account;
  }
};
/// In no order.
struct Asleep {
  std::vector<Quiet> slipping, dormant;
};

/// Whose turn it is on a day. Who is due to be kept in touch with was last spoken to longer ago than the
/// interval of his layer, or of calls that replace visits; some of them are asleep.
class Turns {
 public:
  /// `layers` from the highest revenue down, the one without revenue last; at most four have a revenue.
  /// Unset: nobody is due.
  Turns(Store& store, Date day, const std::optional<std::vector<TouchLayer>>& layers);

  Asleep asleep() const;
  std::int64_t count_due() const;
  bool is_due(AccountKey account) const;
  /// Those due from the highest worth down, then by key, until `each` answers false. `each` may read the
  /// store, but not walk.
  void walk_due(const std::function<bool(AccountKey)>& each) const;

 private:
  static constexpr std::size_t bands = 4;
  /// Runs a statement with the terms of RENDABEL_DUE bound, then `more`.
  template <class... More>
  Rows rows(const char* sql, const More&... more) const;
  bool few_asleep() const;

  Store& store_;
  Date day_;
  std::array<std::optional<Cents>, bands> revenue_from_;
  std::array<std::optional<Date>, bands> before_;  ///< spoken to before that day: due
  std::optional<Date> before_never_ordered_, today_;
};

}  // namespace rendabel::store
