#include "plugin/rules/net_result.hpp"

#include "plugin/rules/cost_to_serve.hpp"

namespace rendabel::rules {
namespace {

enum class CostSource { known, own_ratio, assumed_margin, none };

// The account's own ratio needs orders with cost that carry at least 80 % of the window's order net
// (domain.md 2).
CostSource source_of_cost(const Drivers& drivers, const Settings& settings) {
  const Goods& goods = drivers.goods;
  if (goods.without_cost == 0 && goods.back_without_cost == 0) return CostSource::known;
  if (goods.net_with_cost > 0 && goods.net_with_cost * 5 >= drivers.net * 4) return CostSource::own_ratio;
  return settings.gross_margin_assumed ? CostSource::assumed_margin : CostSource::none;
}

void write_list(const Drivers& drivers, Statement& to) {
  LineCoverage list("list_revenue"), discount("discount");
  if (!drivers.orders_known) {
    list.not_assessable(why::orders_left_out);
    discount.not_assessable(why::orders_left_out);
  }
  const std::int64_t missing = drivers.orders - drivers.listed_orders;
  list.left_out(missing, drivers.orders, why::list_unknown);
  discount.left_out(missing, drivers.orders, why::list_unknown)
      .assumed(drivers.discount_assumed, drivers.orders, why::discount_assumed);
  if (drivers.orders_known && missing == 0) {
    to.result.list_revenue = to_cents(drivers.list);
    to.result.discount = to_cents(drivers.discount);
  }
  to.coverage.push_back(list.row(drivers.complete));
  to.coverage.push_back(discount.row(drivers.complete));
}

void write_revenue(const Drivers& drivers, Statement& to) {
  LineCoverage notes("credit_notes"), net("net_revenue");
  if (!drivers.credit_notes_known) notes.assumed(1, 1, why::credit_notes_left_out);
  to.result.credit_notes = to_cents(drivers.credited);
  if (!drivers.orders_known) net.not_assessable(why::orders_left_out);
  net.left_out(drivers.orders - drivers.net_orders, drivers.orders, why::net_unknown);
  to.result.net_revenue = net_revenue(drivers);
  to.coverage.push_back(notes.row(drivers.complete));
  to.coverage.push_back(net.row(drivers.complete));
}

void write_margin(const Drivers& drivers, const Settings& settings, Statement& to) {
  WindowResult& result = to.result;
  LineCoverage cost("cost_of_goods");
  const Goods& goods = drivers.goods;
  const std::int64_t known = goods.with_cost + goods.back_with_cost;
  const std::int64_t missing = goods.without_cost + goods.back_without_cost;
  if (result.net_revenue) {
    switch (source_of_cost(drivers, settings)) {
      case CostSource::known: break;
      case CostSource::own_ratio: cost.assumed(missing, known + missing, why::cost_own_ratio); break;
      case CostSource::assumed_margin:
        cost.assumed(missing, known + missing, why::cost_assumed_margin);
        break;
      case CostSource::none: cost.not_assessable(why::cost_unknown); break;
    }
  } else {
    cost.not_assessable(drivers.orders_known ? why::net_unknown : why::orders_left_out);
  }
  if (cost.assessable()) {
    result.cost_of_goods = cost_of_goods(drivers, settings);
    result.gross_margin = to_cents(Int128{*result.net_revenue} - *result.cost_of_goods);
  }
  Coverage row = cost.row(drivers.complete);
  // Where the cost has no 'n of m' of its own, the reader still wants to know how many orders lack it.
  if (row.reason == why::cost_unknown) row.known = known, row.of = known + missing;
  Coverage margin_row = row;
  margin_row.line = "gross_margin";
  if (margin_row.state < CoverageState::partial && drivers.net_orders < drivers.orders)
    margin_row = {"gross_margin", CoverageState::partial, drivers.net_orders, drivers.orders,
                  why::net_unknown};
  to.coverage.push_back(std::move(row));
  to.coverage.push_back(std::move(margin_row));
}

void write_contributions(const Drivers& drivers, Statement& to) {
  LineCoverage cover("contributions");
  if (!drivers.orders_known)
    cover.not_assessable(why::orders_left_out);
  else
    to.result.contributions = to_cents(drivers.contributions);
  cover.assumed(drivers.orders - drivers.contributions_known, drivers.orders, why::contribution_unknown);
  to.coverage.push_back(cover.row(drivers.complete));
}

void write_net_result(WindowResult& result) {
  if (!result.gross_margin) return;
  Int128 sum = Int128{*result.gross_margin} + result.contributions.value_or(0);
  for (const CostLine& line : result.cost_lines) sum -= line.amount.value_or(0);
  result.net_result = to_cents(sum);
  if (*result.net_revenue > 0) result.net_margin_bp = basis_points(*result.net_result, *result.net_revenue);
}

}  // namespace

std::optional<Cents> net_revenue(const Drivers& drivers) {
  if (!drivers.orders_known || (drivers.orders > 0 && drivers.net_orders == 0)) return std::nullopt;
  return to_cents(drivers.net - drivers.credited);
}

std::optional<Cents> cost_of_goods(const Drivers& drivers, const Settings& settings) {
  const Goods& goods = drivers.goods;
  FractionSum sum = goods.cost_back_share.negated();
  sum.add(goods.cost - goods.cost_back, 1);
  const Int128 net = goods.net_without_cost - goods.back_net_without_cost;
  switch (source_of_cost(drivers, settings)) {
    case CostSource::known: break;
    case CostSource::own_ratio: sum.add(checked_multiply(net, goods.cost), goods.net_with_cost); break;
    case CostSource::assumed_margin:
      sum.add(checked_multiply(net, micro - settings.gross_margin_assumed->millionths), micro);
      break;
    case CostSource::none: return std::nullopt;
  }
  return sum.rounded();
}

std::optional<Cents> gross_margin(const Drivers& drivers, const Settings& settings) {
  const auto net = net_revenue(drivers);
  const auto cost = cost_of_goods(drivers, settings);
  if (!net || !cost) return std::nullopt;
  return to_cents(Int128{*net} - *cost);
}

Statement statement(const Drivers& drivers, const Rates& rates, const Settings& settings) {
  Statement made;
  made.result.window = drivers.window;
  made.coverage.reserve(24);
  made.result.cost_lines.reserve(8 + rates.own.size());
  write_list(drivers, made);
  write_revenue(drivers, made);
  write_margin(drivers, settings, made);
  cost_lines(drivers, rates, settings, made.result.cost_lines, made.coverage);
  write_contributions(drivers, made);
  made.result.freight_charged = to_cents(drivers.freight_charged_given);
  write_net_result(made.result);
  return made;
}

}  // namespace rendabel::rules
