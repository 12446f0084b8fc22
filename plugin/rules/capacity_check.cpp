#include "plugin/rules/capacity_check.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

constexpr std::size_t named_max = 32;  ///< drivers of a pool that `without` can name

/// What a window used of one driver or variant. `logged`: minutes of activities, where known.
struct Use {
  std::string_view driver, variant;
  Int128 quantity = 0, logged = 0;
};

std::vector<Use> uses(const Drivers& window, const Rates& rates) {
  std::vector<Use> all;
  const auto count = [&](std::string_view driver, Int128 number, std::string_view variant = {}) {
    if (number > 0) all.push_back({driver, variant, number * micro, 0});
  };
  const auto done = [&](std::string_view driver, const Done& one) {
    if (one.quantity > 0) all.push_back({driver, {}, one.quantity, one.minutes});
  };
  for (std::size_t i = 0; i < window.orders_by_channel.size(); ++i)
    count("order", window.orders_by_channel[i], rates.order.name(i));
  for (std::size_t i = 0; i < window.lines_by_channel.size(); ++i)
    if (window.lines_by_channel[i] > 0)
      all.push_back({"order_line", rates.order_line.name(i), window.lines_by_channel[i], 0});
  for (std::size_t i = 0; i < window.invoices_by_delivery.size(); ++i)
    count("invoice", window.invoices_by_delivery[i], rates.invoice.name(i));
  if (window.items > 0) all.push_back({"item", {}, window.items, 0});
  count("first_order", window.first_order ? 1 : 0);
  count("rush_order", window.rush_orders);
  count("reminder", window.reminders);
  count("shipment", window.freight_assumed);
  count("return", window.returns);
  if (window.return_items > 0) all.push_back({"return_item", {}, window.return_items, 0});
  done("visit", window.visits);
  done("call", window.calls);
  for (std::size_t i = 0; i < window.own.size(); ++i) done(rates.own[i].name, window.own[i]);
  for (const auto& [name, one] : window.unrated) done(name, one);
  return all;
}

std::string key_of(const Use& use) {
  return std::string(use.driver) + (use.variant.empty() ? "" : "." + std::string(use.variant));
}

/// Minutes in millionths; none at a rate without minutes. What costs nothing takes nobody's time.
std::optional<Int128> minutes_of(const Use& use, const Settings& settings) {
  auto rate = settings.activity_rates.find(key_of(use));
  if (rate == settings.activity_rates.end()) rate = settings.activity_rates.find(use.driver);
  if (rate != settings.activity_rates.end()) {
    if (rate->second.kind == Rate::Kind::minutes)
      return round_half_away(checked_multiply(use.quantity, rate->second.value.millionths), micro);
    if (rate->second.value.millionths == 0 && use.logged == 0) return 0;
  }
  if (use.logged > 0) return use.logged;
  return std::nullopt;
}

Micro quantity(Int128 millionths) { return {to_cents(millionths)}; }

}  // namespace

std::vector<BookPool> pool_use(const Drivers& window, const Rates& rates, const Settings& settings) {
  std::vector<BookPool> pools;
  if (settings.capacity.empty()) return pools;
  const auto all = uses(window, rates);
  for (const CapacityPool& pool : settings.capacity) {
    auto& row = pools.emplace_back();
    for (const Use& use : all) {
      const auto& names = pool.drivers;
      const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return name == use.driver || (!use.variant.empty() && name == key_of(use));
      });
      if (found == names.end()) continue;
      const auto minutes = minutes_of(use, settings);
      const auto place = static_cast<std::size_t>(found - names.begin());
      if (!minutes && place < named_max) row.without |= 1U << place;
      row.minutes.millionths = to_cents(row.minutes.millionths + minutes.value_or(0));
      if (use.driver != "visit") continue;
      row.visit_minutes = quantity(use.logged);
      row.visit_charged = quantity(minutes.value_or(0));
    }
  }
  return pools;
}

void CapacityBook::add(const BookRow& row) {
  for (std::size_t i = 0; i < std::min(sums_.size(), row.pools.size()); ++i) {
    sums_[i].minutes += row.pools[i].minutes.millionths;
    sums_[i].visit_minutes += row.pools[i].visit_minutes.millionths;
    sums_[i].visit_charged += row.pools[i].visit_charged.millionths;
    sums_[i].without |= row.pools[i].without;
  }
}

std::vector<CapacityCheck> CapacityBook::checks() const {
  std::vector<CapacityCheck> checks;
  for (std::size_t i = 0; i < pools_.size(); ++i) {
    const auto& pool = pools_[i];
    const auto& sum = sums_[i];
    auto& check = checks.emplace_back();
    check.drivers = pool.drivers;
    check.cost = pool.cost;
    check.minutes = pool.minutes;
    check.used_minutes = quantity(sum.minutes);
    check.unused_minutes = quantity(pool.minutes.millionths - sum.minutes);
    if (pool.minutes.millionths > 0) {
      check.used_cost =
          to_cents(round_half_away(checked_multiply(pool.cost, sum.minutes), pool.minutes.millionths));
      check.utilisation_bp = basis_points(check.used_minutes.millionths, pool.minutes.millionths);
    }
    check.unused_cost = pool.cost - check.used_cost;
    for (std::size_t name = 0; name < std::min(pool.drivers.size(), named_max); ++name)
      if ((sum.without >> name & 1U) != 0) check.without_minutes.push_back(pool.drivers[name]);
    if (std::find(pool.drivers.begin(), pool.drivers.end(), "visit") == pool.drivers.end()) continue;
    const Int128 others = sum.minutes - sum.visit_charged;
    check.visit_hours_logged = quantity(round_half_away(sum.visit_minutes, 60));
    check.visit_hours_paid =
        quantity(round_half_away(std::max<Int128>(pool.minutes.millionths - others, 0), 60));
  }
  return checks;
}

}  // namespace rendabel::rules
