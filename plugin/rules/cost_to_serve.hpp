// cost_to_serve.hpp — step cost to serve: what a customer costs beyond the goods [1].
// In: one window's drivers, the rates.  Out: one amount and one coverage row per cost line, each rounded
// once. Never: clock, store, host.  Method: time-driven costing [1], Σ quantity × rate; unlike [1], returns
// are charged to who returns.
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/coverage.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

/// A line's exact sum; a driver that has no usable rate is counted instead of costing nothing.
struct CostSum {
  Exact sum;
  std::int64_t lost = 0;

  /// `quantity` in millionths. A rate per hour needs minutes, which documents do not have.
  void add(Int128 quantity, const UnitCost& rate);
  /// Takes a part of the sum.
  void share(Int128 numerator, Int128 denominator) {
    if (numerator != denominator) sum.parts = checked_multiply(sum.parts, numerator) / denominator;
  }
};

/// A line in what comes with each order, and what stays when the same is ordered in fewer.
struct SizedCost {
  CostSum by_orders, kept;

  /// The line at that part of the orders: one division, so that its rounding stays exact.
  CostSum at(Int128 numerator, Int128 denominator) const {
    CostSum line = by_orders;
    line.share(numerator, denominator);
    line.sum += kept.sum;
    line.lost += kept.lost;
    return line;
  }
};
/// order, rush_order | order_line, item, first_order. `on_web`: orders by phone, email and visit count as
/// web.
SizedCost order_handling_costs(const Drivers& drivers, const Rates& rates, bool on_web = false);
/// invoice | reminder. `as_einvoice`: paper invoices count as e-invoices.
SizedCost invoicing_costs(const Drivers& drivers, const Rates& rates, bool as_einvoice = false);
/// Freight paid − charged, before any remedy.
CostSum freight(const Drivers& drivers, const Rates& rates);
/// What grows with the number of orders: order handling, invoicing and shipping without reminders,
/// first_order and rush_order.
Exact order_size_costs(const Drivers& drivers, const Rates& rates);
/// Activities of one kind: their own cost, else quantity × rate or minutes × rate per hour.
Exact done_cost(const Done& done, const UnitCost& rate, const Rates& rates);

/// All cost lines in the order of domain.md 2, then the host's own drivers by name. Lines that are not
/// assessable have no amount. Appends to both.
void cost_lines(const Drivers& drivers, const Rates& rates, const Settings& settings,
                std::vector<CostLine>& lines, std::vector<Coverage>& coverage);

/// Interest on days after the due date, in both modes.
Cents late_interest(const Drivers& drivers, const Settings& settings);

/// The amount of a line, none when it is not there or not assessable.
std::optional<Cents> line_amount(const WindowResult& result, std::string_view code);

}  // namespace rendabel::rules
