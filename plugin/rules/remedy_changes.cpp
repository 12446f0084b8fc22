#include "plugin/rules/remedy_changes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "plugin/rules/cost_to_serve.hpp"
#include "plugin/rules/late_payment.hpp"

namespace rendabel::rules {
namespace {

constexpr std::array<std::string_view, 6> touched{"order_handling", "invoicing", "shipping",
                                                  "late_payment",   "visits",    "calls"};

std::int64_t ceiling_half(std::int64_t n) { return n - n / 2; }

/// The largest number in [low, high] that reaches, else low: fewer orders or visits never cost more.
template <class Reaches>
std::int64_t largest(std::int64_t low, std::int64_t high, Reaches reaches) {
  while (low < high) {
    const std::int64_t middle = high - (high - low) / 2;
    if (reaches(middle))
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

void reset_discount(const Judged& account, Drivers& drivers, RemedyAdvice& row) {
  const auto due = discount_due(account);
  row.unit = Unit::basis_points;
  if (!due) return;
  row.from = due->effective_bp;
  row.to = due->due_bp;
  if (drivers.net > 0) {
    drivers.price_numerator = drivers.net + due->too_much;
    drivers.price_denominator = drivers.net;
  }
  drivers.net += due->too_much;
  drivers.listed_net += due->too_much;
  drivers.discount -= due->too_much;
}

void enforce_terms(Drivers& drivers, RemedyAdvice& row) {
  row.unit = Unit::decimal;
  if (drivers.due_amount > 0)
    row.from = to_cents(round_half_away(checked_multiply(drivers.due_cent_days, micro), drivers.due_amount));
  drivers.cent_days -= drivers.cent_days_late;
  drivers.cent_days_late = drivers.due_cent_days = 0;
}

void charge_shipping(const Rates& rates, Drivers& drivers, RemedyAdvice& row) {
  CostSum before;
  before.sum = drivers.freight_uncharged;
  before.share(drivers.order_numerator, drivers.order_denominator);
  row.unit = Unit::money;
  row.from = before.sum.rounded(rates.minor_per_major);
  drivers.freight_recharged = true;
}

void shift_channel(const Rates& rates, Drivers& drivers, RemedyAdvice& row) {
  for (const auto channel : {"phone", "email", "visit"}) {
    auto& orders = drivers.orders_by_channel[rates.order.place(channel)];
    auto& lines = drivers.lines_by_channel[rates.order_line.place(channel)];
    row.from += orders;
    drivers.orders_by_channel[rates.order.place("web")] += std::exchange(orders, 0);
    drivers.lines_by_channel[rates.order_line.place("web")] += std::exchange(lines, Int128{0});
  }
}

void shift_invoice(const Rates& rates, Drivers& drivers, RemedyAdvice& row) {
  auto& paper = drivers.invoices_by_delivery[rates.invoice.place("paper")];
  row.from = paper;
  drivers.invoices_by_delivery[rates.invoice.place("einvoice")] += std::exchange(paper, 0);
}

// So that a changed price cannot change what the goods cost.
void hold_goods(Drivers& drivers, Cents cost) {
  drivers.goods = {};
  drivers.goods.with_cost = 1;
  drivers.goods.cost = cost;
}

}  // namespace

RemedyBench::RemedyBench(const Judged& account, const std::vector<Flag>& flags)
    : account_(account), flags_(flags), start_(account.window()) {
  const WindowResult& now = account.now.result;
  hold_goods(start_, now.cost_of_goods.value_or(0));
  for (const CostLine& line : now.cost_lines)
    if (std::find(touched.begin(), touched.end(), line.code) == touched.end())
      fixed_ += line.amount.value_or(0);
}

Cents RemedyBench::result(const Drivers& drivers) const {
  const Rates& rates = account_.rates;
  const Settings& settings = account_.settings;
  Int128 sum = drivers.net - drivers.credited - drivers.goods.cost + drivers.contributions - fixed_;
  const auto money = [&](const Exact& exact) { return exact.rounded(rates.minor_per_major); };
  if (drivers.orders_known)
    sum -= Int128{money(order_handling(drivers, rates).sum)} + money(shipping(drivers, rates).sum);
  if (drivers.invoices_known)
    sum -= Int128{money(invoicing(drivers, rates).sum)} + interest(drivers.cent_days, settings.funding_rate,
                                                                   drivers.price_numerator,
                                                                   drivers.price_denominator);
  if (drivers.activities_known)
    sum -= Int128{money(done_cost(drivers.visits, rates.visit, rates))} +
           money(done_cost(drivers.calls, rates.call, rates));
  return to_cents(sum);
}

bool RemedyBench::reaches_target(const Drivers& drivers) const {
  const Int128 net = drivers.net - drivers.credited;
  return Int128{result(drivers)} * 10'000 >=
         checked_multiply(account_.settings.target_margin_bp, net > 0 ? net : 0);
}

const Flag* RemedyBench::flag(FlagCode code) const {
  for (const Flag& flag : flags_)
    if (flag.code == code) return &flag;
  return nullptr;
}

bool RemedyBench::applies(RemedyCode code) const {
  const auto some = [](std::int64_t count) { return count > 0; };
  switch (code) {
    case RemedyCode::reset_discount: return flag(FlagCode::stale_discount) != nullptr;
    case RemedyCode::raise_order_size:
    case RemedyCode::charge_small_order: return flag(FlagCode::costly_orders) != nullptr;
    case RemedyCode::enforce_terms: return flag(FlagCode::late_payer) != nullptr;
    case RemedyCode::charge_shipping: return line_amount(account_.now.result, "shipping").value_or(0) > 0;
    case RemedyCode::shift_channel:
      return some(start_.orders_by_channel[account_.rates.order.place("phone")]) ||
             some(start_.orders_by_channel[account_.rates.order.place("email")]) ||
             some(start_.orders_by_channel[account_.rates.order.place("visit")]);
    case RemedyCode::shift_invoice:
      return some(start_.invoices_by_delivery[account_.rates.invoice.place("paper")]);
    case RemedyCode::replace_visits: return flag(FlagCode::over_visited) != nullptr;
  }
  return false;
}

void RemedyBench::apply(RemedyCode code, Extent extent, Drivers& drivers, RemedyAdvice& row) const {
  row.code = code;
  switch (code) {
    case RemedyCode::reset_discount: return reset_discount(account_, drivers, row);
    case RemedyCode::raise_order_size: return raise_order_size(extent, drivers, row);
    case RemedyCode::enforce_terms: return enforce_terms(drivers, row);
    case RemedyCode::charge_shipping: return charge_shipping(account_.rates, drivers, row);
    case RemedyCode::charge_small_order: return charge_small_order(drivers, row);
    case RemedyCode::shift_channel: return shift_channel(account_.rates, drivers, row);
    case RemedyCode::shift_invoice: return shift_invoice(account_.rates, drivers, row);
    case RemedyCode::replace_visits: return replace_visits(extent, drivers, row);
  }
}

void RemedyBench::raise_order_size(Extent extent, Drivers& drivers, RemedyAdvice& row) const {
  const std::int64_t n = start_.positive_orders;
  row.from = row.to = n;
  if (n < 2) return;
  drivers.order_denominator = n;
  row.to = ceiling_half(n);
  if (extent == Extent::target)
    row.to = largest(row.to, n, [&](std::int64_t orders) {
      drivers.order_numerator = orders;
      return reaches_target(drivers);
    });
  drivers.order_numerator = row.to;
}

void RemedyBench::charge_small_order(Drivers& drivers, RemedyAdvice& row) const {
  row.unit = Unit::money;
  row.from = row.to = to_cents(drivers.contributions);
  for (const Evidence& found : flag(FlagCode::costly_orders)->evidence) {
    if (found.name != "break_even_order_value" || !found.value) continue;
    const Int128 below = checked_multiply(orders_below(*found.value), drivers.order_numerator);
    drivers.contributions += below / drivers.order_denominator * account_.settings.small_order_fee;
  }
  row.to = to_cents(drivers.contributions);
}

std::int64_t RemedyBench::orders_below(Cents value) const {
  return std::ranges::count_if(account_.snapshot.orders, [&](const Order& order) {
    const auto net = start_.window.contains(*order.date) ? complete(order).net : std::nullopt;
    return net && *net > 0 && *net < value;
  });
}

void RemedyBench::visit_only(Int128 visits, Drivers& drivers) const {
  const Int128 done = start_.visits.quantity;
  drivers.visits.share_numerator = visits;
  drivers.visits.share_denominator = done;
  drivers.calls.at_rate = start_.calls.at_rate;
  if (!account_.rates.call.per_hour) drivers.calls.at_rate += done - visits;
}

void RemedyBench::replace_visits(Extent extent, Drivers& drivers, RemedyAdvice& row) const {
  const Int128 done = start_.visits.quantity;
  row.unit = Unit::decimal;
  row.from = row.to = to_cents(done);
  if (done <= 0) return;
  const auto most = static_cast<std::int64_t>(done / micro);
  std::int64_t left = std::min(most, account_.visits.advised.value_or(most));
  if (extent == Extent::target)
    left = largest(0, most, [&](std::int64_t visits) {
      visit_only(Int128{visits} * micro, drivers);
      return reaches_target(drivers);
    });
  visit_only(Int128{left} * micro, drivers);
  row.to = left * micro;
}

}  // namespace rendabel::rules
