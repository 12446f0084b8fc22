#include "plugin/rules/what_if.hpp"

namespace rendabel::rules {
namespace {

Int128 in_proportion(Int128 value, Int128 numerator, Int128 denominator) {
  return round_half_away(checked_multiply(value, numerator), denominator);
}

}  // namespace

void change_discount(Drivers& drivers, Micro percent) {
  if (drivers.orders == 0 || drivers.listed_orders < drivers.orders) return;
  const Int128 discount = in_proportion(drivers.list, percent.millionths, 100 * micro);
  const Int128 net = drivers.list - discount;
  if (drivers.net > 0 && net >= 0) {
    drivers.price_numerator = net;
    drivers.price_denominator = drivers.net;
  }
  drivers.discount = discount;
  drivers.net = drivers.listed_net = net;
}

void change_visits(Drivers& drivers, Micro visits) {
  Done& done = drivers.visits;
  const Int128 before = done.quantity;
  drivers.activities_known = true;
  if (before <= 0) {
    done = Done{};
    done.count = done.costed = visits.millionths > 0 ? 1 : 0;
    done.quantity = done.at_rate = visits.millionths;
    return;
  }
  done.quantity = visits.millionths;
  for (Int128* part : {&done.at_rate, &done.minutes_at_rate, &done.minutes, &done.own_cost})
    *part = in_proportion(*part, visits.millionths, before);
}

}  // namespace rendabel::rules
