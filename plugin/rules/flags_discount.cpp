// The stale discount [M1]: a discount that the revenue no longer earns.
#include <numeric>

#include "plugin/rules/flags.hpp"

namespace rendabel::rules {
namespace {

constexpr std::int64_t points_whole = 100 * micro;  // 100 % in millionths of a point

/// List and discount of a window as numerators over one denominator, so that a standing percent stays exact.
struct Price {
  Int128 list = 0, given = 0, over = 1;
  bool assumed = false;
};

// Σ (discount + bonus) / Σ list, where orders with a list price carry ≥ 80 % of the net; else the standing
// percent.
std::optional<Price> price_of(const Drivers& window, const Account& account) {
  if (window.list > 0 && window.listed_orders > 0 && window.listed_net * 5 >= window.net * 4)
    return Price{window.list, window.discount + window.bonus, 1, false};
  if (!account.standing_discount_percent || window.net <= 0) return std::nullopt;
  const std::int64_t percent = account.standing_discount_percent->millionths;
  if (percent >= points_whole) return std::nullopt;
  const std::int64_t common = std::gcd(percent, points_whole);
  return Price{window.net * (points_whole / common), window.net * (percent / common),
               (points_whole - percent) / common, true};
}

// The highest step that is still reached at its own price: list × (1 − percent) − credit notes ≥
// from_revenue.
Micro due(const Price& price, Int128 credited, const std::vector<DiscountStep>& scale) {
  const DiscountStep* highest = nullptr;
  for (const DiscountStep& step : scale) {
    const Int128 left = checked_multiply(price.list, points_whole - step.percent.millionths);
    const Int128 right =
        checked_multiply(checked_multiply(credited + step.from_revenue, points_whole), price.over);
    if (left < right) continue;
    if (highest == nullptr || step.from_revenue > highest->from_revenue) highest = &step;
  }
  return highest == nullptr ? Micro{} : highest->percent;
}

// Without a price of that year, the revenue as it was.
Micro due_by_revenue(Cents revenue, const std::vector<DiscountStep>& scale) {
  const DiscountStep* highest = nullptr;
  for (const DiscountStep& step : scale)
    if (revenue >= step.from_revenue && (highest == nullptr || step.from_revenue > highest->from_revenue))
      highest = &step;
  return highest == nullptr ? Micro{} : highest->percent;
}

/// effective − percent, in millionths of a point × list.
Int128 excess(const Price& price, Micro percent) {
  return checked_add(checked_multiply(price.given, points_whole),
                     -checked_multiply(price.list, percent.millionths));
}

// The window in which the discount was last due, to a point.
std::optional<std::int64_t> last_deserved(const Judged& account, const Price& price) {
  const auto& scale = account.settings.discount_scale;
  const Int128 margin =
      checked_multiply(price.list, account.settings.thresholds.stale_discount_points.millionths);
  for (std::size_t k = 0; k < account.drivers.windows.size(); ++k) {
    const Drivers& window = account.drivers.windows[k];
    const auto revenue = account.revenue(k);
    if (!revenue) continue;
    const auto then = price_of(window, account.snapshot.account);
    const Micro percent = then ? due(*then, window.credited, scale) : due_by_revenue(*revenue, scale);
    if (excess(price, percent) <= margin) return static_cast<std::int64_t>(k);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DiscountDue> discount_due(const Judged& account) {
  const Drivers& window = account.window();
  const auto price = price_of(window, account.snapshot.account);
  if (!price || account.settings.scale != DiscountScale::steps) return std::nullopt;
  const Micro percent = due(*price, window.credited, account.settings.discount_scale);
  const auto bp = [](Int128 part, Int128 whole) { return to_cents(round_half_away(part * 10'000, whole)); };
  return DiscountDue{
      bp(price->given, price->list), bp(percent.millionths, points_whole),
      to_cents(round_half_away(excess(*price, percent), checked_multiply(price->over, points_whole)))};
}

void flag_stale_discount(const Judged& account, Raised raised) {
  const Settings& settings = account.settings;
  const Drivers& window = account.window();
  if (settings.scale == DiscountScale::none)
    return raised.not_assessable(FlagCode::stale_discount, why::no_scale);
  if (settings.scale == DiscountScale::inferred)
    return raised.not_assessable(FlagCode::stale_discount, why::not_yet_inferred);
  if (!window.orders_known) return raised.not_assessable(FlagCode::stale_discount, why::orders_left_out);
  if (window.orders == 0 || window.net <= 0) return;
  const auto price = price_of(window, account.snapshot.account);
  if (!price) return raised.not_assessable(FlagCode::stale_discount, why::list_unknown);
  if (price->assumed)
    raised.coverage.push_back({"stale_discount", CoverageState::assumed, {}, {}, why::standing_discount});
  if (!account.older_than(settings.thresholds.stale_discount_age_days)) return;
  const Micro percent = due(*price, window.credited, settings.discount_scale);
  const Int128 too_much = excess(*price, percent);
  if (too_much < checked_multiply(price->list, settings.thresholds.stale_discount_points.millionths)) return;

  const Int128 revenue = account.now.result.net_revenue.value_or(0);
  const Int128 numerator = checked_multiply(too_much, revenue > 0 ? revenue : 0);
  const Int128 divisor = checked_multiply(checked_multiply(price->over, points_whole), window.net);
  Flag& flag = raised.add(FlagCode::stale_discount, to_cents(round_half_away(numerator, divisor)));
  const auto bp = [](Int128 part, Int128 whole) { return to_cents(round_half_away(part * 10'000, whole)); };
  flag.evidence = {{"effective_discount_bp", Unit::basis_points, bp(price->given, price->list)},
                   {"due_discount_bp", Unit::basis_points, bp(percent.millionths, points_whole)},
                   {"list_revenue", Unit::money, to_cents(round_half_away(price->list, price->over))},
                   {"last_deserved_window", Unit::count, last_deserved(account, *price)}};
}

}  // namespace rendabel::rules
