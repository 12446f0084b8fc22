// drivers.hpp — step cost to serve: what one account did in one window, as quantities and exact sums.
// In: a snapshot, the rates' places, a day.  Out: Drivers of windows 0–2.  Never: a rate, a rounding, a
// verdict. Method: everything reported is recomputed from drivers × rates, so that a remedy is a change of
// drivers.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

/// An order's amounts, completed: two of list, discount and net give the third (domain.md 2).
struct OrderAmounts {
  std::optional<Cents> list, discount, net;
  bool discount_assumed = false;  ///< list alone: the discount counts as 0
};
OrderAmounts complete(const Order& order);

/// What is known of the goods' cost. Amounts in minor units.
struct Goods {
  std::int64_t with_cost = 0, without_cost = 0;  ///< orders with a net amount
  Int128 cost = 0;                               ///< of the orders that have one
  Int128 net_with_cost = 0;
  Int128 net_without_cost = 0;
  std::int64_t back_with_cost = 0, back_without_cost = 0;  ///< credit notes of kind return
  Int128 cost_back = 0;                                    ///< given on the credit note
  FractionSum cost_back_share;                             ///< amount / net of the order named × its cost
  Int128 back_net_without_cost = 0;
};

/// Activities of one kind that were done. Quantities in millionths, summed.
struct Done {
  std::int64_t count = 0;      ///< records
  std::int64_t costed = 0;     ///< records whose cost is known
  Int128 quantity = 0;         ///< units, all records
  Int128 at_rate = 0;          ///< units without a cost of their own, at a rate per unit
  Int128 minutes_at_rate = 0;  ///< minutes of records at a rate per hour
  Int128 minutes = 0;          ///< minutes where known, all records
  Int128 own_cost = 0;         ///< minor units
};

/// Freight that was paid for the customer and not charged: max(0, paid − charged) of an order.
struct Uncharged {
  std::optional<Cents> net;  ///< unknown, or of no matter
  Exact left;
};

/// One window of one account. Sums of amounts in minor units, of quantities in millionths.
struct Drivers {
  Window window{};
  bool complete = true;  ///< the host's history covers the whole window

  bool orders_known = false;
  std::int64_t orders = 0, net_orders = 0, listed_orders = 0, positive_orders = 0;
  std::int64_t discount_assumed = 0, derived_orders = 0;
  std::int64_t channel_unknown = 0, lines_unknown = 0, items_unknown = 0;
  Int128 net = 0, list = 0, discount = 0;  ///< list and discount over the listed orders
  Int128 listed_net = 0, positive_net = 0;
  Goods goods;

  std::vector<std::int64_t> orders_by_channel;  ///< by place in Rates::order
  std::vector<Int128> lines_by_channel;         ///< by place in Rates::order_line
  Int128 items = 0;
  std::int64_t rush_orders = 0;
  bool first_order = false;          ///< the account's first order is in this window
  bool first_order_unknown = false;  ///< it may be: the history is truncated

  std::int64_t freight_known = 0, freight_assumed = 0;  ///< orders; assumed are among the known
  Int128 freight_paid = 0, freight_charged = 0;       ///< of the known orders; without the assumed shipments
  Int128 freight_charged_given = 0;                   ///< as handed over, all orders
  std::vector<Uncharged> freight_uncharged;           ///< one row where all orders may be charged
  bool freight_recharged = false;                     ///< a what_if: it is charged
  Int128 order_numerator = 1, order_denominator = 1;  ///< a what_if: fewer, larger orders
  Int128 contributions = 0;
  std::int64_t contributions_known = 0;

  bool credit_notes_known = false;
  std::int64_t credit_notes = 0, returns = 0, return_items_unknown = 0;
  Int128 credited = 0, bonus = 0, return_items = 0;

  bool invoices_known = false;
  std::int64_t invoices = 0, delivery_unknown = 0, reminders = 0, reminders_unknown = 0;
  std::vector<std::int64_t> invoices_by_delivery;  ///< by place in Rates::invoice

  std::int64_t receivables = 0, receivables_known = 0;  ///< invoices > 0 that count in the window
  std::int64_t due_date_unknown = 0;
  Int128 cent_days = 0, cent_days_late = 0;
  std::int64_t due_invoices = 0;  ///< due in the window, settlements known
  Int128 due_amount = 0, due_cent_days = 0;
  Int128 price_numerator = 1, price_denominator = 1;  ///< of a changed price: receivables move with it

  bool activities_known = false;
  Done visits, calls;
  std::vector<Done> own;                     ///< by place in Rates::own
  std::map<std::string_view, Done> unrated;  ///< kinds without a rate; the names are the snapshot's
};

/// Adds one order of the window: amounts, handling, freight.
void add_order(Drivers& to, const Order& order, const Rates& rates);

/// Σ left of the orders that may be charged their freight: those below carriage_paid_from when each is worth
/// net × denominator / numerator; unset: all.
Exact freight_uncharged(const Drivers& drivers, const Rates& rates, Int128 numerator, Int128 denominator);

/// The drivers of an account, and what belongs to its whole life.
struct AccountDrivers {
  std::array<Drivers, 3> windows;
  bool truncated = false;  ///< the host's history has a first day
  bool ever_ordered = false;
  std::optional<Date> first_order_on;
  std::optional<std::int64_t> age_days;  ///< as_of − the earliest of since, first order, first invoice
};

/// Collects windows 0–2 of `as_of`; facts dated after it do not count. Late payment: windows 0 and 1 only.
AccountDrivers collect_drivers(const Snapshot& snapshot, const Settings& settings, const Rates& rates,
                               Date as_of);
/// The drivers of one window of any length; facts after it do not count.
Drivers collect_window(const Snapshot& snapshot, const Settings& settings, const Rates& rates,
                       const Window& window);

}  // namespace rendabel::rules
