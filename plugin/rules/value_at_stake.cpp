#include "plugin/rules/value_at_stake.hpp"

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

/// 2^(−numerator / denominator) in units of 2^−60, for a fraction below 1: the series of e^(−x ln 2) in whole
/// numbers, so that every machine finds the same.
std::int64_t halved(std::int64_t numerator, std::int64_t denominator) {
  constexpr Int128 one = Int128{1} << 60;
  constexpr Int128 ln_2 = 799'144'290'325'165'979;  // × 2^−60
  const Int128 x = ((Int128{numerator} << 60) / denominator * ln_2) >> 60;
  Int128 term = one, sum = one;
  for (int k = 1; term != 0; ++k) {
    term = -(term * x >> 60) / k;
    sum += term;
  }
  return static_cast<std::int64_t>(sum);
}

/// 2^(−days / half-life) in units of 2^−50.
std::int64_t decay(const Case& found, const Settings& settings, Date day) {
  constexpr std::int64_t whole = std::int64_t{1} << decay_bits;
  const auto setting = settings.calls.half_life_days.find(std::string(name_of(found.reason)));
  const std::int64_t waited = (day - found.since).count();
  if (setting == settings.calls.half_life_days.end() || waited <= 0) return whole;
  const std::int64_t half_life = setting->second.millionths;
  if (half_life <= 0) return whole;
  const std::int64_t halvings = waited * micro / half_life;
  if (halvings >= decay_bits) return 0;
  const int shift = 60 - decay_bits + static_cast<int>(halvings);
  return (halved(waited * micro % half_life, half_life) + (std::int64_t{1} << (shift - 1))) >> shift;
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
                            const Settings& settings, Cents cost, Date day, std::optional<Micro> chance) {
  const auto prior = settings.calls.priors.find(std::string(name_of(found.reason)));
  ValueAtStake out;
  out.p_success = prior == settings.calls.priors.end() ? Micro{50'000} : prior->second;
  if (chance) out.p_success = *chance;
  const Margin margin = margin_of(found, quote_margin, facts, settings);
  out.margin_from = margin.from;
  if (margin.from == "unknown") return out;
  out.margin = to_cents(round_half_away(margin.numerator, margin.denominator));
  const auto decayed = decay(found, settings, day);
  out.decay =
      Micro{static_cast<std::int64_t>(round_half_away(Int128{decayed} * micro, Int128{1} << decay_bits))};
  out.value = expected(margin, out.p_success, decayed) - cost;
  return out;
}

bool not_worth(const ValueAtStake& stake, Reason reason, Purpose purpose, Lane lane) {
  const bool asked = purpose == Purpose::asked || reason == Reason::problem;
  return stake.value && *stake.value <= 0 && !asked && lane != Lane::now;
}

}  // namespace rendabel::rules
