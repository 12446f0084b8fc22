// buying_model_search.hpp — the highest point of a function of a few logarithms of parameters, and how sharp
// it is. In: value and slope as a function, a start.  Out: the point, the value, a spread per direction, a
// state. Never: chance, time limits: the same function gives the same point.  Method: NLopt's SLSQP
// (quasi-Newton), then one Newton step; the curvature by differences of slopes.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace rendabel::rules {

/// Whether a fit tells its parameters apart, and if not, why.
enum class FitState {
  identified,
  too_few,        ///< fewer buyers than the model needs
  no_repeats,     ///< nobody bought twice: nothing tells a rhythm
  runaway,        ///< a parameter ran to its limit: the likelihood has no top
  flat,           ///< the top is so flat that a parameter could as well be many times as large
  not_converged,  ///< the search ended without a top
};
/// The state's code, for results and labels.
std::string_view code(FitState state);

/// A normal prior on the logarithm of a parameter.
struct LogPrior {
  double median = 1, deviation = 1;
};

using Point = std::vector<double>;
/// Value and slope at a point of logarithms; writes the slope into its second argument.
using Landscape = std::function<double(const Point&, Point&)>;

struct Top {
  Point point;
  double value = 0;
  std::vector<double> spread;  ///< per logarithm: its standard deviation by the curvature; empty if none
  FitState state = FitState::not_converged;
};

/// `landscape` plus the normal priors, if any.
Landscape with_priors(Landscape landscape, const std::vector<LogPrior>& priors);

/// Climbs from `start`. `scale`: about the number of observations, so that steps are of a fit size.
/// `known_within`: also finds the spread and judges the state: flat where one is larger than it may be; when
/// empty, the state is only identified or not_converged.
Top climb(const Landscape& landscape, const Point& start, double scale, const Point& known_within);

}  // namespace rendabel::rules
