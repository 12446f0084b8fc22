#include "plugin/rules/what_if.hpp"

#include <algorithm>
#include <numeric>

#include "plugin/rules/cost_to_serve.hpp"
#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/search.hpp"

namespace rendabel::rules {
namespace {

constexpr std::int64_t orders_most = 100'000, days_late_most = 3650, visits_most = 1000, calls_most = 10'000;
constexpr std::int64_t fee_most = 1'000'000;  ///< minor units

/// Another value of one thing asked, all else as it was.
template <class Value>
WhatIf with(WhatIf asked, std::optional<Value> WhatIf::*field, Value value) {
  asked.*field = value;
  return asked;
}

class Asker {
 public:
  Asker(const Judged& account, const WhatIf& asked) : account_(account), asked_(asked) {}

  WhatIfResult answer() {
    answer_.before = account_.now.result.net_result;
    answer_.result = statement_of(asked_).result;
    discount();
    order_size();
    late();
    if (asked_.charge_shipping) add("charge_shipping", Unit::yes_no, 0, *asked_.charge_shipping ? 1 : 0, {});
    fee();
    if (!asked_.channel.empty()) add("channel", Unit::count, {}, {}, {});
    if (!asked_.delivery.empty()) add("delivery", Unit::count, {}, {}, {});
    activities("visits", account_.window().visits, &WhatIf::visits, visits_most);
    activities("calls", account_.window().calls, &WhatIf::calls, calls_most);
    return std::move(answer_);
  }

 private:
  Statement statement_of(const WhatIf& asked) const {
    return statement(changed_drivers(account_, asked), account_.rates, account_.settings);
  }
  bool reaches(const WhatIf& asked) const {
    const WindowResult result = statement_of(asked).result;
    const Int128 net = std::max<Cents>(result.net_revenue.value_or(0), 0);
    return result.net_result &&
           Int128{*result.net_result} * 10'000 >= checked_multiply(account_.settings.target_margin_bp, net);
  }
  void add(std::string_view name, Unit unit, std::optional<std::int64_t> from, std::optional<std::int64_t> to,
           std::optional<std::int64_t> break_even) {
    answer_.changes.push_back({name, unit, from, to, break_even});
  }

  /// The loosest value, from 0 to `most` in steps of `unit`; none where none reaches the target or all do.
  template <class Value, class Make>
  std::optional<std::int64_t> loosest(std::optional<Value> WhatIf::*field, std::int64_t least,
                                      std::int64_t most, std::int64_t unit, Make make) const {
    const auto good = [&](std::int64_t steps) { return reaches(with(asked_, field, make(steps * unit))); };
    if (!answer_.before || !good(least) || good(most)) return std::nullopt;
    return largest(least, most, good) * unit;
  }

  void discount() {
    if (!asked_.discount_percent) return;
    const auto price = list_price(account_.window(), account_.snapshot.account);
    const auto as_is = [&]() -> std::optional<std::int64_t> {
      if (!price) return std::nullopt;
      const Int128 given = price->assumed ? price->given : account_.window().discount;
      return to_cents(round_half_away(checked_multiply(given, 100 * micro), price->list));
    };
    const auto micros = [](std::int64_t millionths) { return Micro{millionths}; };
    add("discount_percent", Unit::percent, as_is(), asked_.discount_percent->millionths,
        price ? loosest(&WhatIf::discount_percent, 0, 10'000, micro / 100, micros) : std::nullopt);
  }

  void order_size() {
    const Drivers& window = account_.window();
    const auto orders = window.positive_orders > 0 ? std::optional(window.positive_orders) : std::nullopt;
    const auto count = [](std::int64_t number) { return number; };
    if (asked_.orders && !asked_.order_value)
      add("orders", Unit::count, orders, *asked_.orders, loosest(&WhatIf::orders, 1, orders_most, 1, count));
    if (!asked_.order_value) return;
    std::optional<std::int64_t> mean, even;
    if (orders) mean = to_cents(round_half_away(window.positive_net, *orders));
    const auto good = [&](Cents value) { return reaches(with(asked_, &WhatIf::order_value, value)); };
    const Cents most = std::max<Cents>(to_cents(window.positive_net), 1);
    if (orders && answer_.before && good(most) && !good(1)) even = smallest(1, most, good);
    add("order_value", Unit::money, mean, *asked_.order_value, even);
  }

  void late() {
    if (!asked_.days_late) return;
    const Drivers& window = account_.window();
    std::optional<std::int64_t> mean;
    if (window.due_amount > 0)
      mean = to_cents(round_half_away(checked_multiply(window.due_cent_days, micro), window.due_amount));
    const auto micros = [](std::int64_t millionths) { return Micro{millionths}; };
    add("days_late", Unit::decimal, mean, asked_.days_late->millionths,
        mean ? loosest(&WhatIf::days_late, 0, days_late_most * 10, micro / 10, micros) : std::nullopt);
  }

  void fee() {
    if (!asked_.small_order_fee) return;
    const auto good = [&](Cents value) { return reaches(with(asked_, &WhatIf::small_order_fee, value)); };
    std::optional<std::int64_t> even;
    if (answer_.before && good(fee_most)) even = smallest(0, fee_most, good);
    add("small_order_fee", Unit::money, {}, *asked_.small_order_fee, even);
  }

  void activities(std::string_view name, const Done& done, std::optional<Micro> WhatIf::*field,
                  std::int64_t most) {
    if (!(asked_.*field)) return;
    std::optional<std::int64_t> as_is;
    if (account_.window().activities_known) as_is = to_cents(done.quantity);
    const auto micros = [](std::int64_t millionths) { return Micro{millionths}; };
    add(name, Unit::decimal, as_is, (asked_.*field)->millionths, loosest(field, 0, most, micro, micros));
  }

  const Judged& account_;
  const WhatIf& asked_;
  WhatIfResult answer_;
};

}  // namespace

WhatIfResult what_if(const Judged& account, const WhatIf& asked) { return Asker(account, asked).answer(); }

}  // namespace rendabel::rules
