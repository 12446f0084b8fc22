// What an accepted remedy brought: each by the quantity it was to change, so that what two of them brought
// adds up as a controller's differences in quantity and in price do.
#include "plugin/rules/agreed.hpp"
#include "plugin/rules/cost_to_serve.hpp"

namespace rendabel::rules {
namespace {

/// amount × numerator / denominator; none without a denominator.
std::optional<Exact> in_proportion(Exact amount, Int128 numerator, Int128 denominator) {
  if (denominator <= 0 || numerator < 0) return std::nullopt;
  // Whole and rest apart, so that the product stays within 128 bits.
  const Int128 whole = checked_multiply(amount.parts / denominator, numerator);
  const Int128 rest = checked_multiply(amount.parts % denominator, numerator) / denominator;
  return Exact{checked_add(whole, rest)};
}

class Realised {
 public:
  Realised(const Drivers& before, const Drivers& since, const Rates& rates, const Settings& settings)
      : before_(before), since_(since), rates_(rates), settings_(settings) {}

  std::optional<Exact> of(RemedyCode code) const {
    switch (code) {
      case RemedyCode::reset_discount: return discount();
      case RemedyCode::raise_order_size: return order_size();
      case RemedyCode::enforce_terms: return interest_saved();
      case RemedyCode::charge_shipping: return freight_saved();
      case RemedyCode::charge_small_order: return fees();
      case RemedyCode::shift_channel: return channels();
      case RemedyCode::shift_invoice: return invoices();
      case RemedyCode::replace_visits: return visits();
    }
    return std::nullopt;
  }

 private:
  Exact money(Int128 minor) const { return Exact::of_minor(minor, rates_.minor_per_major); }
  bool listed(const Drivers& drivers) const { return drivers.listed_orders == drivers.orders; }

  // The discount that the list revenue since would have had, less the one it had; bonuses count.
  std::optional<Exact> discount() const {
    if (!listed(before_) || !listed(since_)) return std::nullopt;
    const auto then = in_proportion(money(before_.discount + before_.bonus), since_.list, before_.list);
    return then ? std::optional(*then - money(since_.discount + since_.bonus)) : std::nullopt;
  }

  // Orders saved by the revenue since, at what an order, its invoice and freight came to before.
  std::optional<Exact> order_size() const {
    if (!before_.invoices_known || before_.positive_orders == 0 || since_.positive_net < 0)
      return std::nullopt;
    const Exact cost = order_handling_costs(before_, rates_).by_orders.sum +
                       invoicing_costs(before_, rates_).by_orders.sum + freight(before_, rates_).sum;
    const auto then = in_proportion(cost, since_.positive_net, before_.positive_net);
    const auto now = in_proportion(cost, since_.positive_orders, before_.positive_orders);
    return then && now ? std::optional(*then - *now) : std::nullopt;
  }

  // Interest on days after the due date by the revenue since, less what it came to.
  std::optional<Exact> interest_saved() const {
    if (!all_receivables(before_) || !all_receivables(since_)) return std::nullopt;
    const auto yearly = [&](const Drivers& drivers) {
      const Int128 parts = checked_multiply(drivers.cent_days_late, settings_.funding_rate.millionths);
      return *in_proportion(money(1), parts, Int128{365} * micro);
    };
    const auto then = in_proportion(yearly(before_), since_.net, before_.net);
    return then ? std::optional(*then - yearly(since_)) : std::nullopt;
  }
  static bool all_receivables(const Drivers& drivers) {
    return drivers.invoices_known && drivers.receivables == drivers.receivables_known;
  }

  std::optional<Exact> freight_saved() const {
    const auto then =
        in_proportion(freight(before_, rates_).sum, since_.freight_known, before_.freight_known);
    return then ? std::optional(*then - freight(since_, rates_).sum) : std::nullopt;
  }

  // Contributions above those that the orders since would have brought.
  std::optional<Exact> fees() const {
    const auto then = in_proportion(money(before_.contributions), since_.orders, before_.orders);
    return then ? std::optional(money(since_.contributions) - *then) : std::nullopt;
  }

  // The orders and lines since at the mean rates of before, less their own.
  std::optional<Exact> channels() const {
    const auto orders = [&](const Drivers& drivers) {
      return channel_costs(drivers.orders_by_channel, rates_.order);
    };
    const auto lines = [&](const Drivers& drivers) {
      return channel_costs(drivers.lines_by_channel, rates_.order_line);
    };
    const auto then_orders = in_proportion(orders(before_).cost, orders(since_).units, orders(before_).units);
    const auto then_lines = in_proportion(lines(before_).cost, lines(since_).units, lines(before_).units);
    if (!then_orders || !then_lines) return std::nullopt;
    return *then_orders + *then_lines - orders(since_).cost - lines(since_).cost;
  }
  struct Handled {
    Int128 units = 0;  ///< orders, or millionths of lines
    Exact cost;
  };
  template <class Units>
  static Handled channel_costs(const std::vector<Units>& by_place, const VariantRates& rates) {
    constexpr Int128 unit = std::is_same_v<Units, std::int64_t> ? micro : 1;
    Handled sum;
    CostSum cost;
    for (std::size_t i = 0; i < by_place.size(); ++i) {
      sum.units += by_place[i];
      cost.add(Int128{by_place[i]} * unit, rates.cost(i));
    }
    sum.cost = cost.sum;
    return sum;
  }

  std::optional<Exact> invoices() const {
    if (!before_.invoices_known) return std::nullopt;
    const auto cost = [&](const Drivers& drivers) { return invoicing_costs(drivers, rates_).by_orders.sum; };
    const auto then = in_proportion(cost(before_), since_.invoices, before_.invoices);
    return then ? std::optional(*then - cost(since_)) : std::nullopt;
  }

  // Visits and calls by the days since; the programme is one of time, not of revenue.
  std::optional<Exact> visits() const {
    if (!before_.activities_known) return std::nullopt;
    const auto cost = [&](const Drivers& drivers) {
      return done_cost(drivers.visits, rates_.visit, rates_) + done_cost(drivers.calls, rates_.call, rates_);
    };
    const auto length = [](const Window& window) { return (window.last - window.first).count() + 1; };
    return *in_proportion(cost(before_), length(since_.window), length(before_.window)) - cost(since_);
  }

  const Drivers& before_;
  const Drivers& since_;
  const Rates& rates_;
  const Settings& settings_;
};

}  // namespace

std::optional<Cents> realised(RemedyCode code, const Drivers& before, const Drivers& since,
                              const Rates& rates, const Settings& settings) {
  if (!before.orders_known || !before.complete || !since.complete) return std::nullopt;
  const auto brought = Realised(before, since, rates, settings).of(code);
  return brought ? std::optional(brought->rounded(rates.minor_per_major)) : std::nullopt;
}

}  // namespace rendabel::rules
