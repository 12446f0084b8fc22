#include "plugin/rules/value_at_stake.hpp"

#include <cmath>

#include "plugin/base/exact.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

namespace {

/// A margin that is not rounded yet.
struct Margin {
  Int128 numerator = 0, denominator = 1;
  std::string_view from = "unknown";
};

std::optional<Margin> of_amount(const Case& found, const MarginFacts& facts, const Settings& settings) {
  if (!found.amount) return std::nullopt;
  const Int128 amount{*found.amount};
  if (facts.ratio_margin && facts.ratio_revenue && *facts.ratio_revenue > 0)
    return Margin{amount * *facts.ratio_margin, Int128{*facts.ratio_revenue}, "own_ratio"};
  if (settings.gross_margin_assumed)
    return Margin{amount * settings.gross_margin_assumed->millionths, Int128{micro}, "assumed_ratio"};
  return std::nullopt;
}

Margin margin_of(const Case& found, std::optional<Cents> quote_margin, const MarginFacts& facts,
                 const Settings& settings) {
  if (found.reason == Reason::quote) {
    if (quote_margin) return {Int128{*quote_margin}, 1, "quote"};
    if (auto margin = of_amount(found, facts, settings)) return *margin;
  } else if (facts.potential) {
    return {Int128{*facts.potential} * settings.calls.value_horizon_days, 365, "potential"};
  }
  if (facts.order_mean) return {Int128{*facts.order_mean}, 1, "order_mean"};
  if (facts.book_median) return {Int128{*facts.book_median}, 1, "book_median"};
  return {};
}

constexpr int decay_bits = 50;

/// 2^(−days / half-life) in units of 2^−50; the only double here, and the same wherever exp2 is right to its
/// last bit.
std::int64_t decay(const Case& found, const Settings& settings, Date day) {
  constexpr std::int64_t whole = std::int64_t{1} << decay_bits;
  const auto half_life = settings.calls.half_life_days.find(std::string(name_of(found.reason)));
  const auto waited = (day - found.since).count();
  if (half_life == settings.calls.half_life_days.end() || half_life->second.millionths <= 0 || waited <= 0)
    return whole;
  const double halvings = static_cast<double>(waited) * static_cast<double>(micro) /
                          static_cast<double>(half_life->second.millionths);
  return std::llround(std::exp2(-halvings) * static_cast<double>(whole));
}

/// margin × P × decay, rounded once. The whole part and the rest go apart, so that nothing overflows.
Cents expected(const Margin& margin, Micro p_success, std::int64_t decayed) {
  const Int128 numerator = checked_multiply(margin.numerator, p_success.millionths);
  const Int128 denominator = margin.denominator * micro;
  const Int128 whole = numerator / denominator, rest = numerator % denominator;
  const Int128 parts = checked_multiply(whole, decayed) + checked_multiply(rest, decayed) / denominator;
  return to_cents(round_half_away(parts, Int128{1} << decay_bits));
}

}  // namespace

Cents call_cost(const Settings& settings) {
  const Rates rates(settings);
  Int128 quantity = micro;
  if (rates.call.per_hour) {
    const Int128 dials = settings.calls.dials_per_hour.millionths;
    quantity = dials > 0 ? round_half_away(Int128{60} * micro * micro, dials) : Int128{0};
  }
  return Exact{checked_multiply(rates.call.unit, quantity)}.rounded(rates.minor_per_major);
}

ValueAtStake value_at_stake(const Case& found, std::optional<Cents> quote_margin, const MarginFacts& facts,
                            const Settings& settings, Cents cost, Date day) {
  const auto prior = settings.calls.priors.find(std::string(name_of(found.reason)));
  ValueAtStake out;
  out.p_success = prior == settings.calls.priors.end() ? Micro{50'000} : prior->second;
  const Margin margin = margin_of(found, quote_margin, facts, settings);
  out.margin_from = margin.from;
  if (margin.from == "unknown") return out;
  out.margin = to_cents(round_half_away(margin.numerator, margin.denominator));
  out.value = expected(margin, out.p_success, decay(found, settings, day)) - cost;
  return out;
}

bool not_worth(const ValueAtStake& stake, Purpose purpose, Lane lane) {
  return stake.value && *stake.value <= 0 && purpose != Purpose::asked && lane != Lane::now;
}

}  // namespace rendabel::rules
