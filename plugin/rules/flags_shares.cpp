// Flags on a line's share of the gross margin [M1]: small orders, free shipping, visits, returns.
#include <algorithm>

#include "plugin/rules/cost_to_serve.hpp"
#include "plugin/rules/flags.hpp"
#include "plugin/rules/visits.hpp"

namespace rendabel::rules {
namespace {

constexpr Int128 percent_whole = Int128{100} * micro;

bool judged(const Judged& account) {
  return account.now.result.gross_margin && account.window().orders > 0 &&
         account.older_than(account.settings.thresholds.young_days);
}

// A share is met when the gross margin ≤ 0 and the line > 0.
bool above(Cents line, Cents margin, Micro percent) {
  if (margin <= 0) return line > 0;
  return Int128{line} * percent_whole > Int128{margin} * percent.millionths;
}

std::optional<std::int64_t> share_bp(Cents line, Cents margin) {
  if (margin <= 0) return std::nullopt;
  return basis_points(line, margin);
}

void add_share(Flag& flag, std::string_view line_name, Cents line, Cents margin) {
  flag.evidence = {{line_name, Unit::money, line},
                   {"gross_margin", Unit::money, margin},
                   {"share_bp", Unit::basis_points, share_bp(line, margin)}};
}

}  // namespace

// Those costs per order with net > 0, divided by the gross-margin ratio; none if the ratio ≤ 0 (domain.md 3).
std::optional<Cents> break_even_order_value(const Judged& account) {
  const Drivers& window = account.window();
  const auto margin = account.now.result.gross_margin, net = account.now.result.net_revenue;
  if (!margin || window.positive_orders == 0 || *margin <= 0 || *net <= 0) return std::nullopt;
  const Int128 parts_per_minor = Exact::parts_per_major / account.rates.minor_per_major;
  // Millionths of a minor unit are enough for a figure that is shown, and keep the product within 128 bits.
  const Int128 costs = order_size_costs(window, account.rates).parts / (parts_per_minor / micro);
  const Int128 divisor = checked_multiply(Int128{*margin} * window.positive_orders, micro);
  return to_cents(round_half_away(checked_multiply(costs, *net), divisor));
}

std::int64_t orders_below(const Judged& account, Cents value) {
  return std::ranges::count_if(account.snapshot.orders, [&](const Order& order) {
    const auto net = account.window().window.contains(*order.date) ? complete(order).net : std::nullopt;
    return net && *net > 0 && *net < value;
  });
}

void flag_costly_orders(const Judged& account, Raised raised) {
  const WindowResult& result = account.now.result;
  if (!judged(account)) return;
  if (account.window().derived_orders > 0)
    return raised.not_assessable(FlagCode::costly_orders, why::orders_from_invoices);
  Int128 sum = 0;
  for (const auto code : {"order_handling", "invoicing", "shipping"})
    sum += line_amount(result, code).value_or(0);
  const Cents costs = to_cents(sum);
  if (!above(costs, *result.gross_margin, account.settings.thresholds.costly_orders_percent)) return;
  Flag& flag = raised.add(FlagCode::costly_orders, costs);
  add_share(flag, "order_costs", costs, *result.gross_margin);
  const Drivers& window = account.window();
  std::optional<std::int64_t> average;
  if (window.positive_orders > 0)
    average = to_cents(round_half_away(window.positive_net, window.positive_orders));
  flag.evidence.push_back({"orders", Unit::count, window.orders});
  flag.evidence.push_back({"average_order_value", Unit::money, average});
  flag.evidence.push_back({"break_even_order_value", Unit::money, break_even_order_value(account)});
}

void flag_free_shipping(const Judged& account, Raised raised) {
  const auto line = line_amount(account.now.result, "shipping");
  if (!judged(account) || !line) return;
  const Cents margin = *account.now.result.gross_margin;
  if (!above(*line, margin, account.settings.thresholds.free_shipping_percent)) return;
  Flag& flag = raised.add(FlagCode::free_shipping, *line);
  add_share(flag, "shipping", *line, margin);
  flag.evidence.push_back({"freight_charged", Unit::money, account.now.result.freight_charged});
}

void flag_over_visited(const Judged& account, Raised raised) {
  const auto line = line_amount(account.now.result, "visits");
  if (!judged(account) || !line) return;
  const Cents margin = *account.now.result.gross_margin;
  if (!above(*line, margin, account.settings.thresholds.over_visited_percent)) return;
  const Done& done = account.window().visits;
  const auto cost = visit_cost(account.window(), account.rates);
  std::optional<Cents> too_much;
  if (cost && account.visits.carried) {
    const Int128 above_carried = done.quantity - Int128{*account.visits.carried} * micro;
    // A visit's cost is a whole number of millionth parts, so dividing first loses nothing.
    const Exact excess{above_carried <= 0 ? 0 : checked_multiply(cost->parts / micro, above_carried)};
    too_much = excess.rounded(account.rates.minor_per_major);
  }
  Flag& flag = raised.add(FlagCode::over_visited, too_much);
  add_share(flag, "visits", *line, margin);
  flag.evidence.push_back({"visits_done", Unit::decimal, account.visits.done->millionths});
  std::optional<std::int64_t> hours;
  if (done.minutes > 0) hours = static_cast<std::int64_t>(round_half_away(done.minutes, 60));
  flag.evidence.push_back({"visit_hours", Unit::hours, hours});
  flag.evidence.push_back({"visits_carried", Unit::count, account.visits.carried});
}

void flag_returns(const Judged& account, Raised raised) {
  const auto line = line_amount(account.now.result, "returns");
  if (!judged(account) || !line) return;
  const Cents margin = *account.now.result.gross_margin;
  if (!above(*line, margin, account.settings.thresholds.returns_percent)) return;
  Flag& flag = raised.add(FlagCode::returns, *line);
  add_share(flag, "returns", *line, margin);
  flag.evidence.push_back({"return_notes", Unit::count, account.window().returns});
}

}  // namespace rendabel::rules
