// The drivers of a window as a what_if would have them.
#include <utility>

#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/what_if.hpp"

namespace rendabel::rules {
namespace {

Int128 in_proportion(Int128 value, Int128 numerator, Int128 denominator) {
  return round_half_away(checked_multiply(value, numerator), denominator);
}

// So that a changed price cannot change what the goods cost.
void hold_goods(Drivers& drivers, Cents cost) {
  drivers.goods = {};
  drivers.goods.with_cost = 1;
  drivers.goods.cost = cost;
}

// Bonuses stay as they were given: the discount is that of the orders.
void change_discount(Drivers& drivers, const Account& account, Micro percent) {
  auto price = list_price(drivers, account);
  if (!price) return;
  if (!price->assumed) price->given = drivers.discount;
  const Int128 more =
      round_half_away(price->excess(percent), checked_multiply(price->over, Int128{100} * micro));
  if (drivers.net > 0) {
    drivers.price_numerator = drivers.net + more;
    drivers.price_denominator = drivers.net;
  }
  drivers.net += more;
  drivers.listed_net += more;
  drivers.discount -= more;
  drivers.positive_net += more;
}

void change_lateness(Drivers& drivers, Micro days_late) {
  const Int128 asked = checked_multiply(drivers.due_amount, days_late.millionths);
  const Int128 late =
      drivers.due_cent_days > 0
          ? in_proportion(drivers.cent_days_late, asked, checked_multiply(drivers.due_cent_days, micro))
          : drivers.cent_days_late + round_half_away(asked, micro);
  drivers.cent_days += late - drivers.cent_days_late;
  drivers.cent_days_late = late;
}

void charge_fee(Drivers& drivers, const Judged& account, Cents fee) {
  const auto even = break_even_order_value(account);
  if (!even) return;
  const Int128 below =
      Int128{orders_below(account, *even)} * drivers.order_numerator / drivers.order_denominator;
  drivers.contributions += checked_multiply(below, fee);
}

template <class Units>
void all_to(std::vector<Units>& by_place, std::size_t place) {
  Units sum = 0;
  for (Units& units : by_place) sum += std::exchange(units, Units{0});
  by_place[place] = sum;
}

void change_done(Drivers& drivers, Done& done, const UnitCost& rate, Micro asked) {
  const Int128 before = done.quantity;
  drivers.activities_known = true;
  done.quantity = asked.millionths;
  if (before <= 0) {
    done.count = done.costed = asked.millionths > 0 ? 1 : 0;
    done.at_rate = rate.per_hour ? 0 : asked.millionths;
    return;
  }
  for (Int128* part : {&done.at_rate, &done.minutes_at_rate, &done.minutes, &done.own_cost})
    *part = in_proportion(*part, asked.millionths, before);
}

void change_orders(Drivers& drivers, const WhatIf& asked) {
  if (drivers.positive_orders == 0) return;
  if (!asked.order_value) {
    drivers.order_numerator = *asked.orders;
    drivers.order_denominator = drivers.positive_orders;
  } else if (*asked.order_value > 0 && drivers.positive_net > 0) {
    drivers.order_numerator = drivers.positive_net;
    drivers.order_denominator = checked_multiply(drivers.positive_orders, *asked.order_value);
  }
}

}  // namespace

Drivers changed_drivers(const Judged& account, const WhatIf& asked) {
  Drivers drivers = account.window();
  const Rates& rates = account.rates;
  if (account.now.result.cost_of_goods) hold_goods(drivers, *account.now.result.cost_of_goods);
  if (asked.discount_percent) change_discount(drivers, account.snapshot.account, *asked.discount_percent);
  if (asked.orders || asked.order_value) change_orders(drivers, asked);
  if (asked.days_late) change_lateness(drivers, *asked.days_late);
  if (asked.charge_shipping.value_or(false)) drivers.freight_recharged = true;
  if (asked.small_order_fee) charge_fee(drivers, account, *asked.small_order_fee);
  if (!asked.channel.empty()) {
    all_to(drivers.orders_by_channel, rates.order.place(asked.channel));
    all_to(drivers.lines_by_channel, rates.order_line.place(asked.channel));
  }
  if (!asked.delivery.empty()) all_to(drivers.invoices_by_delivery, rates.invoice.place(asked.delivery));
  if (asked.visits) change_done(drivers, drivers.visits, rates.visit, *asked.visits);
  if (asked.calls) change_done(drivers, drivers.calls, rates.call, *asked.calls);
  return drivers;
}

}  // namespace rendabel::rules
