#include "plugin/rules/remedy_changes.hpp"

#include <algorithm>

#include "plugin/rules/search.hpp"

namespace rendabel::rules {
namespace {

void reset_discount(const RemedyBench& bench, Trial& trial, RemedyAdvice& row) {
  const auto due = discount_due(bench.account());
  row.unit = Unit::basis_points;
  if (!due) return;
  row.from = due->effective_bp;
  row.to = due->due_bp;
  bench.give_less_discount(trial, due->too_much);
}

void raise_order_size(const RemedyBench& bench, Extent extent, Trial& trial, RemedyAdvice& row) {
  const std::int64_t n = bench.orders(), half = n - n / 2;
  row.from = n;
  row.to = half;
  if (extent == Extent::target)
    row.to = largest(half, n, [&](std::int64_t orders) {
      bench.order_in(trial, orders);
      return bench.reaches_target(trial);
    });
  bench.order_in(trial, row.to);
}

void enforce_terms(const RemedyBench& bench, Trial& trial, RemedyAdvice& row) {
  const Drivers& window = bench.window();
  row.unit = Unit::decimal;
  row.from = to_cents(round_half_away(checked_multiply(window.due_cent_days, micro), window.due_amount));
  bench.pay_after(trial, 0);
}

void charge_shipping(const RemedyBench& bench, Trial& trial, RemedyAdvice& row) {
  row.unit = Unit::money;
  row.to = bench.freight_to_charge(trial);
  bench.charge_freight(trial);
}

void charge_small_order(const RemedyBench& bench, Trial& trial, RemedyAdvice& row) {
  row.unit = Unit::money;
  row.from = to_cents(bench.window().contributions);
  trial.small_order_fee = bench.account().settings.small_order_fee;
  row.to = to_cents(bench.window().contributions + bench.fees(trial));
}

std::int64_t orders_to_shift(const Drivers& window) {
  std::int64_t orders = 0;
  for (const auto place : {channel::phone, channel::email, channel::visit})
    orders += window.orders_by_channel[place];
  return orders;
}

void replace_visits(const RemedyBench& bench, Extent extent, Trial& trial, RemedyAdvice& row) {
  const Int128 done = bench.visits();
  row.unit = Unit::decimal;
  row.from = to_cents(done);
  Int128 left = 0;
  // Where nothing can be advised, none of them is too many.
  const auto& advised = bench.account().visits.advised;
  if (extent == Extent::limit) left = advised ? Int128{*advised} * micro : done;
  if (extent == Extent::target)
    left = Int128{largest(0, static_cast<std::int64_t>(done / micro),
                          [&](std::int64_t visits) {
                            bench.visit(trial, Int128{visits} * micro);
                            return bench.reaches_target(trial);
                          })} *
           micro;
  left = std::min(left, done);
  bench.visit(trial, left);
  row.to = to_cents(left);
}

}  // namespace

bool applies(const RemedyBench& bench, RemedyCode code) {
  const Drivers& window = bench.window();
  switch (code) {
    case RemedyCode::reset_discount: return bench.flag(FlagCode::stale_discount) != nullptr;
    case RemedyCode::raise_order_size:
    case RemedyCode::charge_small_order: return bench.flag(FlagCode::costly_orders) != nullptr;
    case RemedyCode::enforce_terms: return bench.flag(FlagCode::late_payer) != nullptr;
    case RemedyCode::charge_shipping: return bench.unchanged().lines[Trial::shipping] > 0;
    case RemedyCode::shift_channel: return orders_to_shift(window) > 0;
    case RemedyCode::shift_invoice:
      return window.invoices_known && window.invoices_by_delivery[delivery::paper] > 0;
    case RemedyCode::replace_visits:
      return bench.visits() > 0 && bench.flag(FlagCode::over_visited) != nullptr;
  }
  return false;
}

void carry_out(const RemedyBench& bench, RemedyCode code, Extent extent, Trial& trial, RemedyAdvice& row) {
  row.code = code;
  switch (code) {
    case RemedyCode::reset_discount: return reset_discount(bench, trial, row);
    case RemedyCode::raise_order_size: return raise_order_size(bench, extent, trial, row);
    case RemedyCode::enforce_terms: return enforce_terms(bench, trial, row);
    case RemedyCode::charge_shipping: return charge_shipping(bench, trial, row);
    case RemedyCode::charge_small_order: return charge_small_order(bench, trial, row);
    case RemedyCode::shift_channel:
      row.from = orders_to_shift(bench.window());
      return bench.order_on_web(trial);
    case RemedyCode::shift_invoice:
      row.from = bench.window().invoices_by_delivery[delivery::paper];
      return bench.send_einvoices(trial);
    case RemedyCode::replace_visits: return replace_visits(bench, extent, trial, row);
  }
}

}  // namespace rendabel::rules
