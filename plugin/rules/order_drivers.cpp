#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {
namespace {

void add_amounts(Drivers& to, const Order& order) {
  const OrderAmounts amounts = complete(order);
  ++to.orders;
  if (order.derived_from == DerivedFrom::invoice) ++to.derived_orders;
  if (order.contribution) {
    to.contributions += *order.contribution;
    ++to.contributions_known;
  }
  if (!amounts.net) return;
  ++to.net_orders;
  to.net += *amounts.net;
  if (*amounts.net > 0) {
    ++to.positive_orders;
    to.positive_net += *amounts.net;
  }
  if (amounts.list) {
    ++to.listed_orders;
    to.list += *amounts.list;
    to.discount += *amounts.discount;
    to.listed_net += *amounts.net;
    if (amounts.discount_assumed) ++to.discount_assumed;
  }
  Goods& goods = to.goods;
  ++(order.cost_of_goods ? goods.with_cost : goods.without_cost);
  (order.cost_of_goods ? goods.net_with_cost : goods.net_without_cost) += *amounts.net;
  goods.cost += order.cost_of_goods.value_or(0);
}

void add_handling(Drivers& to, const Order& order, const Rates& rates) {
  ++to.orders_by_channel[rates.order.place(order.channel)];
  to.lines_by_channel[rates.order_line.place(order.channel)] += order.lines.value_or(Micro{micro}).millionths;
  if (order.channel.empty()) ++to.channel_unknown;
  if (!order.lines) ++to.lines_unknown;
  if (order.items)
    to.items += order.items->millionths;
  else
    ++to.items_unknown;
  if (order.rush.value_or(false)) ++to.rush_orders;
}

/// What the customer could be charged for carriage that was paid for him.
void add_uncharged(Drivers& to, const Order& order, std::optional<Cents> net, const Rates& rates) {
  if (rates.carriage_paid_from && !net) return;
  const bool rated = !order.freight_paid && !rates.shipment.per_hour;
  const Exact paid = rated ? Exact{checked_multiply(rates.shipment.unit, micro)}
                           : Exact::of_minor(order.freight_paid.value_or(0), rates.minor_per_major);
  const Exact left = paid - Exact::of_minor(order.freight_charged.value_or(0), rates.minor_per_major);
  if (left.parts <= 0) return;
  if (rates.carriage_paid_from || to.freight_uncharged.empty())
    to.freight_uncharged.push_back({net, left});
  else
    to.freight_uncharged.front().left += left;
}

void add_freight(Drivers& to, const Order& order, const Rates& rates) {
  to.freight_charged_given += order.freight_charged.value_or(0);
  if (!order.carriage_paid && !(order.freight_paid && order.freight_charged)) return;
  ++to.freight_known;
  if (order.carriage_paid.value_or(false)) {
    if (!order.freight_paid) ++to.freight_assumed;
    to.freight_paid += order.freight_paid.value_or(0);
    to.freight_charged += order.freight_charged.value_or(0);
    add_uncharged(to, order, complete(order).net, rates);
    return;
  }
  const Cents paid = order.freight_paid.value_or(order.freight_charged.value_or(0));
  to.freight_paid += paid;
  to.freight_charged += order.freight_charged.value_or(paid);
  if (order.freight_charged && *order.freight_charged < paid)
    add_uncharged(to, order, complete(order).net, rates);
}

}  // namespace

Exact freight_uncharged(const Drivers& drivers, const Rates& rates, Int128 numerator, Int128 denominator) {
  Exact sum;
  for (const Uncharged& order : drivers.freight_uncharged) {
    const bool below =
        !rates.carriage_paid_from ||
        checked_multiply(*order.net, denominator) < checked_multiply(*rates.carriage_paid_from, numerator);
    if (below) sum += order.left;
  }
  return sum;
}

OrderAmounts complete(const Order& order) {
  OrderAmounts amounts{order.list_amount, order.discount_amount, order.net_amount};
  if (amounts.list && amounts.discount) {
    amounts.net = *amounts.list - *amounts.discount;
  } else if (amounts.list && amounts.net) {
    amounts.discount = *amounts.list - *amounts.net;
  } else if (amounts.discount && amounts.net) {
    amounts.list = *amounts.net + *amounts.discount;
  } else if (amounts.list) {
    amounts.discount = 0;
    amounts.net = amounts.list;
    amounts.discount_assumed = true;
  }
  return amounts;
}

void add_order(Drivers& to, const Order& order, const Rates& rates) {
  add_amounts(to, order);
  add_handling(to, order, rates);
  add_freight(to, order, rates);
}

}  // namespace rendabel::rules
