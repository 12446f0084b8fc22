// buying_model_search.hpp — the highest point of a function of a few logarithms of parameters, and how sharp
// it is. In: value and slope as a function, a start.  Out: the point, the value, a spread per direction, a
// state. Never: chance, time limits: the same function gives the same point.  Method: NLopt's SLSQP
// (quasi-Newton), then one Newton step; the curvature by differences of slopes.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "plugin/base/buying_model.hpp"

namespace rendabel::rules {

using Point = std::vector<double>;
/// Value and slope at a point of logarithms; writes the slope into its second argument.
using Landscape = std::function<double(const Point&, Point&)>;

/// A sum of logarithms that a fit must tell: its standard deviation may be `within` at most.
struct Told {
  Point direction;
  double within = 0;
};
/// What the data must tell: of each direction at least as much as the prior does, so that a fit is more than
/// the prior said again. With normal curvatures that is half the prior's variance where the prior took part,
/// and the prior's own where it was switched off.
std::vector<Told> told(const std::vector<Point>& directions, std::span<const LogPrior> priors,
                       bool prior_used);

struct Top {
  Point point;
  double value = 0;
  std::vector<double> spread;  ///< per logarithm: its standard deviation by the curvature; empty if none
  FitState state = FitState::not_converged;
};

/// `landscape` plus the normal priors, if any.
Landscape with_priors(Landscape landscape, std::span<const LogPrior> priors);

/// Climbs from `start`. `scale`: about the number of observations, so that steps are of a fit size.
/// `must_tell`: also finds the spread and judges the state: flat where a direction is not told; when empty,
/// the state is only identified or not_converged.
Top climb(const Landscape& landscape, const Point& start, double scale, const std::vector<Told>& must_tell);

}  // namespace rendabel::rules
