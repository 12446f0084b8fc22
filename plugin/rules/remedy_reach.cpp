// How little of each remedy would do: the break-evens, as targets to steer by.
#include <algorithm>

#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/remedy_changes.hpp"
#include "plugin/rules/search.hpp"

namespace rendabel::rules {
namespace {

constexpr std::int64_t orders_most = 100;  ///< times the orders there are: beyond, their number is no matter
constexpr std::int64_t visits_most = 1'000;    ///< a year
constexpr std::int64_t days_late_most = 3650;  ///< as in options

/// `highest` is no edge: the lever may go anywhere.
std::optional<std::int64_t> unless(std::int64_t edge, std::int64_t highest) {
  return edge == highest ? std::nullopt : std::optional(edge);
}

std::optional<std::int64_t> highest_discount_bp(const RemedyBench& bench, Trial trial) {
  const auto price = list_price(bench.window(), bench.account().snapshot.account);
  if (!price) return std::nullopt;
  return largest(0, 10'000, [&](std::int64_t bp) {
    const Int128 whole = checked_multiply(price->over, 100 * micro);
    bench.give_less_discount(trial, round_half_away(price->excess({bp * (micro / 100)}), whole));
    return bench.reaches_target(trial);
  });
}

// The mean value of orders that are as many as the target allows, rounded up.
std::optional<Cents> lowest_order_value(const RemedyBench& bench, Trial trial) {
  const std::int64_t most = bench.orders() * orders_most;
  const std::int64_t orders = largest(trial.orders, most, [&](std::int64_t number) {
    bench.order_in(trial, number);
    return bench.reaches_target(trial);
  });
  const Int128 value = bench.window().positive_net + trial.more_net;
  if (orders == most || value <= 0) return std::nullopt;
  return to_cents((value + orders - 1) / orders);
}

std::optional<std::int64_t> most_days_late(const RemedyBench& bench, Trial trial) {
  const Drivers& window = bench.window();
  if (window.due_cent_days <= 0) return std::nullopt;
  const std::int64_t highest = days_late_most * 10;
  const auto tenths = largest(0, highest, [&](std::int64_t tenths_late) {
    const Int128 late = checked_multiply(window.due_amount, tenths_late);
    bench.pay_after(trial, round_half_away(checked_multiply(window.cent_days_late, late),
                                           checked_multiply(window.due_cent_days, 10)));
    return bench.reaches_target(trial);
  });
  const auto edge = unless(tenths, highest);
  return edge ? std::optional(*edge * (micro / 10)) : std::nullopt;
}

std::optional<std::int64_t> most_visits(const RemedyBench& bench, Trial trial) {
  return unless(largest(0, visits_most,
                        [&](std::int64_t visits) {
                          bench.visit(trial, Int128{visits} * micro);
                          return bench.reaches_target(trial);
                        }),
                visits_most);
}

/// The part of `whole` that makes up for what is lacking without it, rounded up; 0 where nothing is.
std::int64_t part_of(const RemedyBench& bench, const Trial& with, const Trial& without, Int128 whole) {
  const Int128 lacks = std::max<Int128>(bench.shortfall(without), 0);
  const Int128 brings = Int128{bench.result(with)} - bench.result(without);
  return brings <= 0 ? 0 : to_cents((checked_multiply(lacks, whole) + brings - 1) / brings);
}

}  // namespace

void find_break_even(const RemedyBench& bench, const Trial& trial, RemedyAdvice& row) {
  if (!bench.reaches_target(trial)) return;
  Trial without = trial;
  switch (row.code) {
    case RemedyCode::reset_discount:
      row.break_even_unit = Unit::basis_points;
      row.break_even = highest_discount_bp(bench, trial);
      return;
    case RemedyCode::raise_order_size:
      row.break_even_unit = Unit::money;
      row.break_even = lowest_order_value(bench, trial);
      return;
    case RemedyCode::enforce_terms:
      row.break_even_unit = Unit::decimal;
      row.break_even = most_days_late(bench, trial);
      return;
    case RemedyCode::charge_shipping:
      bench.charge_freight(without, false);
      row.break_even_unit = Unit::money;
      row.break_even = to_cents(std::max<Int128>(bench.shortfall(without), 0));
      return;
    case RemedyCode::charge_small_order:
      without.small_order_fee = 0;
      row.break_even_unit = Unit::money;
      row.break_even = part_of(bench, trial, without, bench.account().settings.small_order_fee);
      return;
    case RemedyCode::shift_channel:
      bench.order_on_web(without, false);
      row.break_even = part_of(bench, trial, without, row.from);
      return;
    case RemedyCode::shift_invoice:
      bench.send_einvoices(without, false);
      row.break_even = part_of(bench, trial, without, row.from);
      return;
    case RemedyCode::replace_visits: row.break_even = most_visits(bench, trial); return;
  }
}

}  // namespace rendabel::rules
