#include "plugin/rules/holdout.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace rendabel::rules {

namespace {

constexpr double two_sided = 0.975;  // of the distribution, for 95 %
constexpr double normal_quantile = 1.959963984540054;

std::uint64_t place_of(std::string_view text, std::int64_t seed) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto take = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
  for (int shift = 0; shift < 64; shift += 8)
    take(static_cast<unsigned char>(static_cast<std::uint64_t>(seed) >> shift));
  for (const char byte : text) take(static_cast<unsigned char>(byte));
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33);
}

Micro to_micro(double value) { return {std::llround(value * micro)}; }

struct Bounds {
  double low = 0, high = 0;
};

/// Wilson's score interval of a share.
Bounds wilson(std::int64_t hits, std::int64_t of) {
  const double n = static_cast<double>(of), share = static_cast<double>(hits) / n;
  const double z = normal_quantile, middle = share + z * z / (2 * n), scale = 1 + z * z / n;
  const double spread = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {(middle - spread) / scale, (middle + spread) / scale};
}

Difference<Micro> of_shares(const HoldoutGroup& called, const HoldoutGroup& kept) {
  const double p = static_cast<double>(called.buyers) / static_cast<double>(called.accounts);
  const double q = static_cast<double>(kept.buyers) / static_cast<double>(kept.accounts);
  const auto first = wilson(called.buyers, called.accounts), second = wilson(kept.buyers, kept.accounts);
  const double low = p - q - std::hypot(p - first.low, second.high - q);
  const double high = p - q + std::hypot(first.high - p, q - second.low);
  return {to_micro(p), to_micro(q), to_micro(p - q), to_micro(low), to_micro(high)};
}

/// Mean and its squared standard error, from sums that are exact.
struct Mean {
  double value = 0, error_squared = 0, count = 0;
};
Mean mean_of(Int128 sum, Int128 squares, std::int64_t accounts) {
  const double n = static_cast<double>(accounts), total = static_cast<double>(sum);
  const double around = std::max(static_cast<double>(squares) - total * total / n, 0.0);
  return {total / n, around / (n - 1) / n, n};
}

struct MeanDifference {
  double called = 0, held_out = 0, spread = 0;
};
MeanDifference of_means(const Mean& called, const Mean& kept) {
  const double error = called.error_squared + kept.error_squared;
  if (error <= 0) return {called.value, kept.value, 0};
  // Welch–Satterthwaite.
  const double freedom = error * error /
                         (called.error_squared * called.error_squared / (called.count - 1) +
                          kept.error_squared * kept.error_squared / (kept.count - 1));
  const double quantile = boost::math::quantile(boost::math::students_t(freedom), two_sided);
  return {called.value, kept.value, quantile * std::sqrt(error)};
}

template <class Value, class Round>
Difference<Value> rounded(const MeanDifference& found, const Round& round) {
  const double difference = found.called - found.held_out;
  return {round(found.called), round(found.held_out), round(difference), round(difference - found.spread),
          round(difference + found.spread)};
}

}  // namespace

bool is_held_out(std::string_view account_id, std::int64_t seed, Micro share) {
  // 53 bits against a whole number of millionths: exact, so that a greater share holds all of a smaller one.
  const auto place = Int128{static_cast<std::int64_t>(place_of(account_id, seed) >> 11)};
  return place * micro < Int128{share.millionths} * (std::int64_t{1} << 53);
}

bool is_held_out(std::string_view account_id, Reason reason, Purpose purpose, const Calls& settings) {
  const bool measured = reason == Reason::dormant || reason == Reason::slipping ||
                        reason == Reason::cross_sell || reason == Reason::keep_in_touch;
  if (!measured || purpose == Purpose::asked) return false;
  return is_held_out(account_id, settings.holdout_seed, settings.holdout_share);
}

void HoldoutGroup::add(std::int64_t account_orders, std::optional<Cents> account_margin) {
  ++accounts;
  if (account_orders > 0) ++buyers;
  orders += account_orders;
  order_squares += Int128{account_orders} * account_orders;
  if (!account_margin) return;
  ++margin_accounts;
  margin += *account_margin;
  margin_squares += Int128{*account_margin} * *account_margin;
}

HoldoutComparison compare(const HoldoutGroup& called, const HoldoutGroup& held_out) {
  HoldoutComparison out;
  out.called_accounts = called.accounts;
  out.held_out_accounts = held_out.accounts;
  const auto fewest = std::min(called.accounts, held_out.accounts);
  if (fewest >= 1) out.buyers = of_shares(called, held_out);
  if (fewest < 2) return out;
  const auto to_cents = [](double value) { return static_cast<Cents>(std::llround(value)); };
  out.orders = rounded<Micro>(of_means(mean_of(called.orders, called.order_squares, called.accounts),
                                       mean_of(held_out.orders, held_out.order_squares, held_out.accounts)),
                              to_micro);
  if (std::min(called.margin_accounts, held_out.margin_accounts) < 2) return out;
  out.margin =
      rounded<Cents>(of_means(mean_of(called.margin, called.margin_squares, called.margin_accounts),
                              mean_of(held_out.margin, held_out.margin_squares, held_out.margin_accounts)),
                     to_cents);
  return out;
}

}  // namespace rendabel::rules
