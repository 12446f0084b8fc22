#include "plugin/rules/remedy_bench.hpp"

#include <algorithm>

#include "plugin/rules/late_payment.hpp"

namespace rendabel::rules {
namespace {

constexpr std::array<std::string_view, Trial::lines_count> line_names{
    "order_handling", "invoicing", "shipping", "late_payment", "visits", "calls"};

/// Mean value of an order that covers its own handling, invoicing and freight: evidence of costly_orders.
std::optional<Cents> break_even_order(const Flag& costly_orders) {
  for (const Evidence& found : costly_orders.evidence)
    if (found.name == "break_even_order_value") return found.value;
  return std::nullopt;
}

}  // namespace

RemedyBench::RemedyBench(const Judged& account, const std::vector<Flag>& flags)
    : account_(account),
      flags_(flags),
      window_(account.window()),
      orders_(std::max<std::int64_t>(window_.positive_orders, 1)),
      handling_(order_handling_costs(window_, account.rates)),
      handling_web_(order_handling_costs(window_, account.rates, true)),
      invoices_(invoicing_costs(window_, account.rates)),
      einvoices_(invoicing_costs(window_, account.rates, true)),
      freight_(freight(window_, account.rates).sum),
      visits_(done_cost(window_.visits, account.rates.visit, account.rates)),
      calls_(done_cost(window_.calls, account.rates.call, account.rates)) {
  const WindowResult& now = account.now.result;
  held_ = Int128{*now.gross_margin} + now.contributions.value_or(0);
  for (const CostLine& line : now.cost_lines) {
    const auto known = std::ranges::find(line_names, line.code);
    const Cents amount = line.amount.value_or(0);
    if (known == line_names.end())
      held_ -= amount;
    else
      start_.lines[static_cast<std::size_t>(known - line_names.begin())] = amount;
  }
  if (const Flag* costly = flag(FlagCode::costly_orders))
    if (const auto even = break_even_order(*costly)) small_orders_ = orders_below(account, *even);
  start_.orders = orders_;
  start_.cent_days = window_.cent_days;
  start_.visits_left = window_.visits.quantity;
}

Cents RemedyBench::result(const Trial& trial) const {
  Int128 sum = held_ + trial.more_net + fees(trial);
  for (const Cents line : trial.lines) sum -= line;
  return to_cents(sum);
}

Int128 RemedyBench::shortfall(const Trial& trial) const {
  const Int128 net = window_.net - window_.credited + trial.more_net;
  const Int128 wanted = checked_multiply(account_.settings.target_margin_bp, std::max<Int128>(net, 0));
  // A part of a minor unit lacking is one lacking.
  const Int128 lacks = wanted - Int128{result(trial)} * 10'000;
  return lacks <= 0 ? lacks / 10'000 : (lacks + 9'999) / 10'000;
}

const Flag* RemedyBench::flag(FlagCode code) const {
  const auto found = std::ranges::find(flags_, code, &Flag::code);
  return found == flags_.end() ? nullptr : &*found;
}

void RemedyBench::give_less_discount(Trial& trial, Int128 more_net) const {
  trial.more_net = more_net;
  reckon_late(trial);
}

void RemedyBench::order_in(Trial& trial, std::int64_t orders) const {
  trial.orders = orders;
  reckon_orders(trial);
  reckon_invoices(trial);
  reckon_shipping(trial);
}

Int128 RemedyBench::fees(const Trial& trial) const {
  return checked_multiply(Int128{small_orders_} * trial.orders / orders_, trial.small_order_fee);
}

void RemedyBench::pay_after(Trial& trial, Int128 cent_days_late) const {
  trial.cent_days = window_.cent_days - window_.cent_days_late + cent_days_late;
  reckon_late(trial);
}

void RemedyBench::charge_freight(Trial& trial, bool charge) const {
  trial.freight_charged = charge;
  reckon_shipping(trial);
}

void RemedyBench::order_on_web(Trial& trial, bool web) const {
  trial.on_web = web;
  reckon_orders(trial);
}

void RemedyBench::send_einvoices(Trial& trial, bool einvoice) const {
  trial.as_einvoice = einvoice;
  reckon_invoices(trial);
}

void RemedyBench::visit(Trial& trial, Int128 visits) const {
  trial.visits_left = visits;
  CostSum left{visits_};
  left.share(visits, window_.visits.quantity);
  trial.lines[Trial::visits] = rounded(left.sum);
  const UnitCost& call = account_.rates.call;
  const Int128 replaced = std::max<Int128>(window_.visits.quantity - visits, 0);
  const Exact more{call.per_hour ? 0 : checked_multiply(replaced, call.unit)};
  trial.lines[Trial::calls] = rounded(calls_ + more);
}

Cents RemedyBench::freight_to_charge(const Trial& trial) const {
  CostSum all{freight_uncharged(window_, account_.rates, trial.orders, orders_)};
  all.share(trial.orders, orders_);
  return rounded(all.sum);
}

void RemedyBench::reckon_orders(Trial& trial) const {
  trial.lines[Trial::handling] =
      rounded((trial.on_web ? handling_web_ : handling_).at(trial.orders, orders_).sum);
}

void RemedyBench::reckon_invoices(Trial& trial) const {
  if (!window_.invoices_known) return;
  trial.lines[Trial::invoices] =
      rounded((trial.as_einvoice ? einvoices_ : invoices_).at(trial.orders, orders_).sum);
}

void RemedyBench::reckon_shipping(Trial& trial) const {
  CostSum line{freight_};
  if (trial.freight_charged)
    line.sum = line.sum - freight_uncharged(window_, account_.rates, trial.orders, orders_);
  line.share(trial.orders, orders_);
  trial.lines[Trial::shipping] = rounded(line.sum);
}

// cent-days × (N + Δ) / N, N = Σ order net; unchanged if N ≤ 0.
void RemedyBench::reckon_late(Trial& trial) const {
  if (!window_.invoices_known) return;
  const bool priced = window_.net > 0 && trial.more_net != 0;
  trial.lines[Trial::late] =
      interest(trial.cent_days, account_.settings.funding_rate,
               priced ? window_.net + trial.more_net : Int128{1}, priced ? window_.net : Int128{1});
}

}  // namespace rendabel::rules
