#include "plugin/rules/gathered.hpp"

#include "plugin/base/exact.hpp"
#include "plugin/rules/account_statistic.hpp"
#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {
namespace {

/// As net_revenue of drivers.hpp, without collecting all the rest.
std::optional<Cents> revenue_of(const Snapshot& snapshot, Window span) {
  if (!snapshot.orders.known) return std::nullopt;
  Int128 sum = 0;
  bool orders = false, net = false;
  for (const Order& order : snapshot.orders) {
    if (!order.date || !span.contains(*order.date)) continue;
    orders = true;
    const auto amount = complete(order).net;
    net = net || amount;
    sum += amount.value_or(0);
  }
  if (orders && !net) return std::nullopt;
  for (const CreditNote& note : snapshot.credit_notes)
    if (note.date && span.contains(*note.date)) sum -= note.amount.value_or(0);
  return to_cents(sum);
}

}  // namespace

Gathered gathered_of(const Snapshot& snapshot, const Settings& settings, const Rates& rates, Date as_of) {
  Gathered gathered;
  if (snapshot.account.unassigned.value_or(false)) return gathered;
  gathered.net_revenue = revenue_of(snapshot, window(as_of, 0));
  gathered.statistic = statistic_of(snapshot, settings, as_of);
  if (settings.scale == DiscountScale::inferred) {
    const auto drivers = collect_drivers(snapshot, settings, rates, as_of);
    if (const auto point = discount_point_of(drivers.windows[0], {})) {
      gathered.account_id = snapshot.account.id;
      gathered.discount_bp = point->effective_bp;
    }
  }
  return gathered;
}

}  // namespace rendabel::rules
