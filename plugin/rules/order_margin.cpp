#include "plugin/rules/order_margin.hpp"

#include <algorithm>

namespace rendabel::rules {

const WindowResult* telling_window(const Assessment& assessment) {
  for (const auto* result : {&assessment.result, &assessment.previous})
    if (result->gross_margin && result->net_revenue && *result->net_revenue > 0) return result;
  return nullptr;
}

std::optional<Cents> order_margin_mean(const Snapshot& snapshot, const Assessment& assessment) {
  const WindowResult* result = telling_window(assessment);
  if (result == nullptr) return std::nullopt;
  // An order known by its list amount alone counts as one above zero.
  const auto orders = std::ranges::count_if(snapshot.orders, [&](const Order& order) {
    return order.date && result->window.contains(*order.date) && order.net_amount.value_or(1) > 0;
  });
  if (orders == 0) return std::nullopt;
  return scaled(*result->gross_margin, 1, orders);
}

MarginFacts margin_facts(const Snapshot& snapshot, const Assessment& assessment,
                         std::optional<Cents> book_median) {
  MarginFacts out;
  out.potential = assessment.potential.amount;
  out.order_mean = order_margin_mean(snapshot, assessment);
  out.book_median = book_median;
  const WindowResult* result = telling_window(assessment);
  if (result == nullptr) return out;
  const auto goods = std::ranges::find(assessment.coverage, "cost_of_goods", &Coverage::line);
  const bool assumed = result == &assessment.result && goods != assessment.coverage.end() &&
                       goods->state == CoverageState::assumed;
  if (!assumed) out.ratio_margin = result->gross_margin, out.ratio_revenue = result->net_revenue;
  return out;
}

}  // namespace rendabel::rules
