#include "plugin/rules/rates.hpp"

#include <algorithm>
#include <array>

#include "plugin/base/currency.hpp"

namespace rendabel::rules {
namespace {

// Drivers that documents give or that have a line of their own; every other rate is a host's own driver.
constexpr std::array<std::string_view, 13> our_drivers{
    "account_year", "call",   "first_order", "invoice",    "item",     "order", "order_line",
    "reminder",     "return", "return_item", "rush_order", "shipment", "visit"};

bool is_ours(std::string_view key) {
  const auto driver = key.substr(0, key.find('.'));
  return std::find(our_drivers.begin(), our_drivers.end(), driver) != our_drivers.end();
}

UnitCost unit_cost(const Rate& rate, const Settings& settings) {
  const Int128 value = rate.value.millionths;
  switch (rate.kind) {
    case Rate::Kind::money: return {value * (60 * micro), false};
    case Rate::Kind::minutes:
      return {checked_multiply(value, Int128{60} * settings.minute_rate.millionths), false};
    case Rate::Kind::per_hour: return {value * micro, true};
  }
  return {};
}

// A driver nobody set a rate for costs nothing: item and return_item are charged only by who wants them.
UnitCost rate_of(const Settings& settings, std::string_view key) {
  const auto found = settings.activity_rates.find(key);
  return found == settings.activity_rates.end() ? UnitCost{} : unit_cost(found->second, settings);
}

}  // namespace

VariantRates::VariantRates(const Settings& settings, std::string_view driver,
                           std::vector<std::string_view> usual)
    : names_{""}, costs_{rate_of(settings, driver)} {
  const auto add = [&](std::string_view variant) {
    if (std::find(names_.begin(), names_.end(), variant) != names_.end()) return;
    const auto own = settings.activity_rates.find(std::string(driver) + "." + std::string(variant));
    names_.emplace_back(variant);
    costs_.push_back(own == settings.activity_rates.end() ? costs_.front()
                                                          : unit_cost(own->second, settings));
  };
  for (const auto variant : usual) add(variant);
  for (const auto& [key, rate] : settings.activity_rates)
    if (key.size() > driver.size() + 1 && key.starts_with(driver) && key[driver.size()] == '.')
      add(std::string_view(key).substr(driver.size() + 1));
}

Rates::Rates(const Settings& settings)
    : minor_per_major(1),
      order(settings, "order", {"phone", "email", "visit", "web", "edi"}),
      order_line(settings, "order_line", {"phone", "email", "visit", "web", "edi"}),
      invoice(settings, "invoice", {"paper", "pdf", "einvoice"}),
      first_order(rate_of(settings, "first_order")),
      rush_order(rate_of(settings, "rush_order")),
      item(rate_of(settings, "item")),
      reminder(rate_of(settings, "reminder")),
      shipment(rate_of(settings, "shipment")),
      visit(rate_of(settings, "visit")),
      call(rate_of(settings, "call")),
      return_(rate_of(settings, "return")),
      return_item(rate_of(settings, "return_item")),
      account_year(rate_of(settings, "account_year")),
      carriage_paid_from(settings.carriage_paid_from) {
  for (int i = currency_decimals(settings.currency).value_or(2); i > 0; --i) minor_per_major *= 10;
  for (const auto& [key, rate] : settings.activity_rates)
    if (key != "visit" && key != "call") own.push_back({key, unit_cost(rate, settings), !is_ours(key)});
}

std::optional<std::size_t> Rates::own_place(std::string_view name) const {
  const auto found =
      std::lower_bound(own.begin(), own.end(), name,
                       [](const OwnRate& rate, std::string_view key) { return rate.name < key; });
  if (found == own.end() || found->name != name) return std::nullopt;
  return static_cast<std::size_t>(found - own.begin());
}

}  // namespace rendabel::rules
