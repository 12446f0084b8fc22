// buying_model.hpp — what the fits of a book's buyers found (domain.md 5), and what one buyer adds to them.
// Plain data: rules/buying_model fits and forecasts, pipeline keeps, the border reports. Times are weeks,
// margins minor units. Chances are double; money that is reported is rounded once, elsewhere.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/money.hpp"

namespace rendabel {

/// Whether a fit tells its parameters apart, and if not, why.
enum class FitState : std::uint8_t {
  identified,
  too_few,        ///< fewer buyers than the model needs
  no_repeats,     ///< nobody bought twice: nothing tells a rhythm
  runaway,        ///< a parameter ran to its limit: the likelihood has no top
  flat,           ///< the top is so flat that a parameter could as well be many times as large
  not_converged,  ///< the search ended without a top
};
template <>
struct Names<FitState> {
  static constexpr std::array<std::string_view, 6> values{"identified", "too_few", "no_repeats",
                                                          "runaway",    "flat",    "not_converged"};
};

/// A normal prior on the logarithm of a parameter.
struct LogPrior {
  double median = 1, deviation = 1;
};
/// Of r, alpha (weeks), a, b: weak, for plain maximum likelihood runs away on real wholesale data [domain 5].
inline constexpr std::array<LogPrior, 4> timing_priors{{{0.5, 1.5}, {10, 1.5}, {0.8, 1}, {2.5, 1}}};
/// Of p, q and gamma / mean margin, so that they hold in every currency.
inline constexpr std::array<LogPrior, 3> spend_priors{{{4, 1.5}, {4, 1.5}, {0.75, 1.5}}};
/// Buyers that a fit needs at least [domain 5].
inline constexpr std::int64_t model_buyers_min = 200;

/// When a buyer may stop: after every order (MBG), or after every order but the first (BG).
enum class Dropout : std::uint8_t { after_every_order, after_repeats };

/// Rate of k stages an order in weeks⁻¹, chance to stop after an order.
struct BuyingParameters {
  double r = 0.5, alpha = 10, a = 0.8, b = 2.5;
  std::int32_t k = 1;
  Dropout dropout = Dropout::after_every_order;
};

struct BuyingFit {
  BuyingParameters parameters;
  FitState state = FitState::too_few;
  double log_likelihood = 0;   ///< of all buyers, without the prior
  double log_prior = 0;        ///< up to a constant; 0 when switched off
  std::vector<double> spread;  ///< standard deviation of ln r, ln alpha, ln a, ln b
  double buyers = 0, repeats = 0;
  bool identified() const { return state == FitState::identified; }
};

/// p and q have no unit; gamma has that of the margins.
struct MarginParameters {
  double p = 1, q = 1, gamma = 1;
};

struct MarginFit {
  MarginParameters parameters;
  FitState state = FitState::too_few;
  double log_likelihood = 0;
  std::vector<double> spread;  ///< standard deviation of ln p, ln q, ln gamma
  double buyers = 0, order_days = 0;
  bool identified() const { return state == FitState::identified; }
};

/// The model of one book on one day. With `!timing.identified()` there is no forecast: the rule alone judges.
struct BuyingModel {
  BuyingFit timing;
  MarginFit spend;
};

/// What one buyer adds to the fits. Nothing here changes while the buyer does nothing: his age is taken at
/// the fit.
struct BuyerStatistic {
  Date first{}, last{};          ///< order days
  std::int64_t order_days = 0;   ///< at least 1
  double log_gaps = 0;           ///< Σ ln of the gaps between order days, in days
  std::int64_t margin_days = 0;  ///< order days whose margin is known and above 0
  Cents margin = 0;              ///< their Σ margin
  bool margin_known = false;     ///< of at least one order day, whatever its sign
  bool margin_assumed = false;   ///< some of it by `gross_margin_assumed`
  bool operator==(const BuyerStatistic&) const = default;
};

}  // namespace rendabel
