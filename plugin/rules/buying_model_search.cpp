#include "plugin/rules/buying_model_search.hpp"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>
#include <optional>

namespace rendabel::rules {
namespace {

// Parameters between 1e-5 and 1e5: what lies outside is no rate or chance of buyers, but a likelihood without
// a top.
const double limit = std::log(1e5);

struct Climb {
  const Landscape& landscape;
  double scale;
  nlopt_opt search;
  std::exception_ptr fault;
};

// NLopt is C: an exception waits in `fault` until it has returned.
double scaled(unsigned count, const double* at, double* slope, void* data) {
  auto& climb = *static_cast<Climb*>(data);
  try {
    Point by(count);
    const double value = climb.landscape(Point(at, at + count), by) / climb.scale;
    if (slope != nullptr)
      std::transform(by.begin(), by.end(), slope, [&](double each) { return each / climb.scale; });
    return value;
  } catch (const std::exception&) {
    climb.fault = std::current_exception();
    nlopt_force_stop(climb.search);
    return -std::numeric_limits<double>::infinity();
  }
}

bool search(const Landscape& landscape, double scale, Point& point) {
  const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> optimiser(
      nlopt_create(NLOPT_LD_SLSQP, static_cast<unsigned>(point.size())), &nlopt_destroy);
  Climb climb{landscape, scale, optimiser.get(), nullptr};
  nlopt_set_max_objective(optimiser.get(), scaled, &climb);
  nlopt_set_lower_bounds1(optimiser.get(), -limit);
  nlopt_set_upper_bounds1(optimiser.get(), limit);
  nlopt_set_ftol_abs(optimiser.get(), 1e-12);
  nlopt_set_maxeval(optimiser.get(), 500);
  double value = 0;
  const nlopt_result result = nlopt_optimize(optimiser.get(), point.data(), &value);
  if (climb.fault) std::rethrow_exception(climb.fault);
  return (result > 0 && result != NLOPT_MAXEVAL_REACHED) || result == NLOPT_ROUNDOFF_LIMITED;
}

using Matrix = std::vector<Point>;

// −d² landscape, symmetric.
Matrix curvature(const Landscape& landscape, const Point& point) {
  const std::size_t count = point.size();
  constexpr double step = 1e-4;
  Matrix result(count, Point(count));
  for (std::size_t i = 0; i < count; ++i) {
    Point above = point, below = point, slope_above(count), slope_below(count);
    above[i] += step;
    below[i] -= step;
    landscape(above, slope_above);
    landscape(below, slope_below);
    for (std::size_t j = 0; j < count; ++j) result[i][j] = (slope_below[j] - slope_above[j]) / (2 * step);
  }
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < i; ++j) result[i][j] = result[j][i] = (result[i][j] + result[j][i]) / 2;
  return result;
}

// Cholesky: lower L with L Lᵀ = matrix; none if the matrix is not positive definite.
std::optional<Matrix> root(const Matrix& matrix) {
  const std::size_t count = matrix.size();
  Matrix lower(count, Point(count));
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = matrix[i][j];
      for (std::size_t m = 0; m < j; ++m) rest -= lower[i][m] * lower[j][m];
      if (i != j)
        lower[i][j] = rest / lower[j][j];
      else if (rest > 0)
        lower[i][i] = std::sqrt(rest);
      else
        return std::nullopt;
    }
  return lower;
}

// x with L Lᵀ x = right.
Point solve(const Matrix& lower, Point right) {
  const std::size_t count = right.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) right[i] -= lower[i][j] * right[j];
    right[i] /= lower[i][i];
  }
  for (std::size_t i = count; i-- > 0;) {
    for (std::size_t j = i + 1; j < count; ++j) right[i] -= lower[j][i] * right[j];
    right[i] /= lower[i][i];
  }
  return right;
}

double deviation(const Matrix& lower, const Point& direction) {
  const Point solved = solve(lower, direction);
  double variance = 0;
  for (std::size_t i = 0; i < direction.size(); ++i) variance += direction[i] * solved[i];
  return std::sqrt(variance);
}

FitState judge(const Landscape& landscape, const std::vector<Told>& must_tell, Top& top) {
  const auto at_limit = [](double each) { return std::abs(each) > limit - 0.1; };
  if (std::any_of(top.point.begin(), top.point.end(), at_limit)) return FitState::runaway;
  const auto lower = root(curvature(landscape, top.point));
  if (!lower) return FitState::flat;
  const std::size_t count = top.point.size();
  for (std::size_t i = 0; i < count; ++i) {
    Point unit(count);
    unit[i] = 1;
    top.spread.push_back(deviation(*lower, unit));
  }
  for (const Told& each : must_tell)
    if (!(deviation(*lower, each.direction) <= each.within)) return FitState::flat;
  Point slope(count);
  landscape(top.point, slope);
  const Point step = solve(*lower, slope);
  // The search ends within a small part of the spread; further off there was no top to find.
  for (std::size_t i = 0; i < count; ++i)
    if (!(std::abs(step[i]) <= 0.1 * top.spread[i])) return FitState::not_converged;
  for (std::size_t i = 0; i < count; ++i) top.point[i] += step[i];
  top.value = landscape(top.point, slope);
  return FitState::identified;
}

}  // namespace

std::vector<Told> told(const std::vector<Point>& directions, std::span<const LogPrior> priors,
                       bool prior_used) {
  std::vector<Told> result;
  for (const Point& direction : directions) {
    double variance = 0;
    for (std::size_t i = 0; i < priors.size(); ++i)
      variance += direction[i] * direction[i] * priors[i].deviation * priors[i].deviation;
    result.push_back({direction, std::sqrt(prior_used ? variance / 2 : variance)});
  }
  return result;
}

Landscape with_priors(Landscape landscape, std::span<const LogPrior> priors) {
  return [landscape = std::move(landscape), priors = std::vector(priors.begin(), priors.end())](
             const Point& point, Point& slope) {
    double value = landscape(point, slope);
    for (std::size_t i = 0; i < priors.size(); ++i) {
      const double off = (point[i] - std::log(priors[i].median)) / priors[i].deviation;
      value -= off * off / 2;
      slope[i] -= off / priors[i].deviation;
    }
    return value;
  };
}

Top climb(const Landscape& landscape, const Point& start, double scale, const std::vector<Told>& must_tell) {
  Top top;
  top.point = start;
  const bool found = search(landscape, scale, top.point);
  Point slope(start.size());
  top.value = landscape(top.point, slope);
  top.state = found ? FitState::identified : FitState::not_converged;
  if (!must_tell.empty() && found) top.state = judge(landscape, must_tell, top);
  return top;
}

}  // namespace rendabel::rules
