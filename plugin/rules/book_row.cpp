#include <algorithm>

#include "plugin/base/exact.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/book_trend.hpp"
#include "plugin/rules/capacity_check.hpp"
#include "plugin/rules/order_margin.hpp"
#include "plugin/rules/visit_programme.hpp"

namespace rendabel::rules {
namespace {

void take(const WindowResult& from, BookStatement& to) {
  to.list_revenue = from.list_revenue;
  to.discount = from.discount;
  to.credit_notes = from.credit_notes;
  to.net_revenue = from.net_revenue;
  to.cost_of_goods = from.cost_of_goods;
  to.gross_margin = from.gross_margin;
  to.contributions = from.contributions;
  to.net_result = from.net_result;
  to.freight_charged = from.freight_charged;
  to.cost_lines.clear();
  for (const auto& line : from.cost_lines) to.cost_lines.push_back({line.code, line.quantity, line.amount});
}

bool ordered_in(const Snapshot& snapshot, Window span) {
  return std::any_of(snapshot.orders.begin(), snapshot.orders.end(),
                     [&](const Order& order) { return order.date && span.contains(*order.date); });
}

void take_plan(const Assessment& assessment, BookRow& row) {
  row.plan.clear();
  row.plan_result.reset();
  for (const RemedyAdvice& remedy : assessment.remedies) {
    if (!remedy.in_plan) continue;
    row.plan.push_back({remedy.code, remedy.effect});
    row.plan_result = remedy.result_after;
  }
}

}  // namespace

Cents booked_revenue(const Snapshot& snapshot, Window span) {
  Int128 sum = 0;
  for (const auto& order : snapshot.orders) {
    if (!order.date || !span.contains(*order.date)) continue;
    if (order.net_amount)
      sum += *order.net_amount;
    else if (order.list_amount)
      sum += *order.list_amount - order.discount_amount.value_or(0);
  }
  for (const auto& note : snapshot.credit_notes)
    if (note.date && span.contains(*note.date)) sum -= note.amount.value_or(0);
  return to_cents(sum);
}

void book_row(const Assessment& assessment, const Snapshot& snapshot, const BookTerms& terms, BookRow& row) {
  const Window now = window(assessment.as_of, 0);
  row.account_id = snapshot.account.id;
  row.owner = snapshot.account.owner;
  row.unassigned = snapshot.account.unassigned.value_or(false);
  row.bought = ordered_in(snapshot, now);
  row.booked = booked_revenue(snapshot, now);
  row.ledger.clear();
  for (const auto& period : terms.ledger)
    row.ledger.push_back(booked_revenue(snapshot, {period.from, period.to}));
  take(assessment.result, row.result);
  take(assessment.previous, row.previous);
  row.layer = assessment.layer;
  row.verdict = assessment.verdict;
  row.potential = assessment.potential.amount;
  row.order_margin = row.unassigned ? std::nullopt : order_margin_mean(snapshot, assessment);
  row.flags.clear();
  for (const auto& flag : assessment.flags) row.flags.push_back({flag.code, flag.amount});
  row.coverage.clear();
  for (const auto& line : assessment.coverage) row.coverage.push_back({line.line, line.state});
  row.visits = book_visits(snapshot, assessment, terms.rates);
  take_plan(assessment, row);
  row.remedies = book_remedies(snapshot, assessment);
  row.pools.clear();
  if (!terms.settings.capacity.empty())
    row.pools = pool_use(collect_drivers(snapshot, terms.settings, terms.rates, assessment.as_of).windows[0],
                         terms.rates, terms.settings);
}

}  // namespace rendabel::rules
