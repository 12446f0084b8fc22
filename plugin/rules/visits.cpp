#include "plugin/rules/visits.hpp"

#include <algorithm>

#include "plugin/rules/cost_to_serve.hpp"

namespace rendabel::rules {
namespace {

std::int64_t whole_visits(Exact money, Exact cost) {
  const Int128 visits = money.parts <= 0 ? 0 : money.parts / cost.parts;
  return static_cast<std::int64_t>(std::min<Int128>(visits, INT64_MAX));
}

}  // namespace

std::optional<Exact> visit_cost(const Drivers& drivers, const Rates& rates) {
  Int128 parts = rates.visit.unit * micro;
  if (rates.visit.per_hour) {
    if (drivers.visits.quantity <= 0 || drivers.visits.costed < drivers.visits.count) return std::nullopt;
    parts = checked_multiply(done_cost(drivers.visits, rates.visit, rates).parts, micro) /
            drivers.visits.quantity;
  }
  if (parts <= 0) return std::nullopt;
  return Exact{parts};
}

Visits visits_of(const Drivers& drivers, const WindowResult& result, const Potential& potential,
                 const Rates& rates, const Settings& settings) {
  Visits visits;
  if (drivers.activities_known)
    visits.done = Micro{static_cast<std::int64_t>(std::min<Int128>(drivers.visits.quantity, INT64_MAX))};
  const auto cost = visit_cost(drivers, rates);
  if (drivers.orders == 0 || !result.gross_margin || !cost) return visits;
  Int128 left = Int128{*result.gross_margin} + result.contributions.value_or(0);
  for (const CostLine& line : result.cost_lines)
    if (line.code != "visits") left -= line.amount.value_or(0);
  visits.carried = whole_visits(Exact::of_minor(left, rates.minor_per_major), *cost);
  const Cents margin = std::max(*result.gross_margin, potential.amount.value_or(*result.gross_margin));
  const Exact whole_share = Exact::of_minor(margin, rates.minor_per_major);
  const Exact share{checked_multiply(whole_share.parts / micro, settings.visit_share.millionths)};
  visits.advised = std::min({*visits.carried, whole_visits(share, *cost), settings.visits_max});
  return visits;
}

}  // namespace rendabel::rules
