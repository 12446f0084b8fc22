// The stale discount [M1]: a discount that the revenue no longer earns.
#include <algorithm>

#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {
namespace {

constexpr std::int64_t points_whole = 100 * micro;  // 100 % in millionths of a point

bool inferred(const Judged& account) { return account.settings.scale == DiscountScale::inferred; }

std::int64_t bp_of(Micro percent) {
  return to_cents(round_half_away(Int128{percent.millionths} * 10'000, points_whole));
}

/// More than this above what is due is too much, in millionths of a point × list.
Int128 tolerance(const Judged& account, const ListPrice& price) {
  return checked_multiply(price.list, account.settings.thresholds.stale_discount_points.millionths);
}

// What window k earned. An inferred scale is one of revenues; so is a year whose prices nobody knows.
std::optional<Micro> due_in(const Judged& account, std::size_t k) {
  const auto revenue = account.revenue(k);
  if (!revenue) return std::nullopt;
  const Drivers& window = account.drivers.windows[k];
  const auto then = inferred(account) ? std::nullopt : list_price(window, account.snapshot.account);
  return then ? due_at_own_price(*then, window.credited, account.scale)
              : due_by_revenue(*revenue, account.scale);
}

// The window in which the discount was last due, to a point.
std::optional<std::int64_t> last_deserved(const Judged& account, const ListPrice& price) {
  for (std::size_t k = inferred(account) ? 1 : 0; k < account.drivers.windows.size(); ++k) {
    const auto percent = due_in(account, k);
    if (percent && price.excess(*percent) <= tolerance(account, price)) return static_cast<std::int64_t>(k);
  }
  return std::nullopt;
}

// A median alone would flag a third of an honest book: an inferred scale only tells who lost a discount that
// he once earned (domain.md 3).
bool may_be_raised(const Judged& account, std::optional<std::int64_t> deserved, Raised raised) {
  if (!inferred(account) || deserved) return true;
  if (!account.revenue(1) || !account.revenue(2))
    raised.not_assessable(FlagCode::stale_discount, why::before_history);
  return false;
}

/// Why no scale is there to judge by; empty when one is.
std::string_view no_scale_why(const Judged& account) {
  if (account.settings.scale == DiscountScale::none) return why::no_scale;
  if (!inferred(account) || !account.scale.empty()) return {};
  return account.book_refreshed ? why::too_few_to_infer : why::not_yet_inferred;
}

}  // namespace

std::optional<DiscountDue> discount_due(const Judged& account) {
  const Drivers& window = account.window();
  const auto price = list_price(window, account.snapshot.account);
  if (!price || !no_scale_why(account).empty()) return std::nullopt;
  const Micro percent = due_at_own_price(*price, window.credited, account.scale);
  return DiscountDue{
      price->effective_bp(), bp_of(percent),
      to_cents(round_half_away(price->excess(percent), checked_multiply(price->over, points_whole)))};
}

void flag_stale_discount(const Judged& account, Raised raised) {
  const Settings& settings = account.settings;
  const Drivers& window = account.window();
  if (const auto reason = no_scale_why(account); !reason.empty())
    return raised.not_assessable(FlagCode::stale_discount, reason);
  if (!window.orders_known) return raised.not_assessable(FlagCode::stale_discount, why::orders_left_out);
  if (window.orders == 0 || window.net <= 0) return;
  const auto price = list_price(window, account.snapshot.account);
  if (!price) return raised.not_assessable(FlagCode::stale_discount, why::list_unknown);
  if (price->assumed)
    raised.coverage.push_back({"stale_discount", CoverageState::assumed, {}, {}, why::standing_discount});
  if (!account.older_than(settings.thresholds.stale_discount_age_days)) return;
  const Micro percent = due_at_own_price(*price, window.credited, account.scale);
  const Int128 too_much = price->excess(percent);
  if (too_much < tolerance(account, *price)) return;
  const auto deserved = last_deserved(account, *price);
  if (!may_be_raised(account, deserved, raised)) return;

  const Int128 revenue = account.now.result.net_revenue.value_or(0);
  const Int128 numerator = checked_multiply(too_much, std::max<Int128>(revenue, 0));
  const Int128 divisor = checked_multiply(checked_multiply(price->over, points_whole), window.net);
  Flag& flag = raised.add(FlagCode::stale_discount, to_cents(round_half_away(numerator, divisor)));
  flag.evidence = {{"effective_discount_bp", Unit::basis_points, price->effective_bp()},
                   {"due_discount_bp", Unit::basis_points, bp_of(percent)},
                   {"list_revenue", Unit::money, to_cents(round_half_away(price->list, price->over))},
                   {"last_deserved_window", Unit::count, deserved},
                   {"inferred_scale", Unit::yes_no, inferred(account) ? 1 : 0}};
}

}  // namespace rendabel::rules
