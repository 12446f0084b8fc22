// net_result.hpp — step cost to serve: the statement of one window (domain.md 2).
// In: drivers, rates, settings.  Out: list − discount − credit notes = net revenue; − cost of goods = gross
// margin; − Σ cost lines + contributions = net result; with a coverage row for every line. Never: a sum over
// unknown lines passed off as known.  Method: each line rounded once; totals add rounded lines.
#pragma once
#include <optional>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/rules/coverage.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

struct Statement {
  WindowResult result;
  std::vector<Coverage> coverage;
};

/// The statement of a window. net_result is none only without a gross margin; it adds the lines that are
/// known.
Statement statement(const Drivers& drivers, const Rates& rates, const Settings& settings);

/// known + assumed − given back, one rounding; none when an order or return has no cost and nothing to go by.
std::optional<Cents> cost_of_goods(const Drivers& drivers, const Settings& settings);

/// Order net − credit notes; none when orders were left out or none has an amount.
std::optional<Cents> net_revenue(const Drivers& drivers);

/// Net revenue − cost of goods, alone: for a potential no more is needed.
std::optional<Cents> gross_margin(const Drivers& drivers, const Settings& settings);

}  // namespace rendabel::rules
