#include "plugin/base/exact.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/order_margin.hpp"

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

/// Whether there ever was an order; with a history cut off, none found says nothing.
std::optional<bool> ever_ordered(const Snapshot& snapshot, Date as_of) {
  if (!snapshot.orders.known) return std::nullopt;
  for (const auto& order : snapshot.orders)
    if (order.date && *order.date <= as_of) return true;
  if (snapshot.account.history_from) return std::nullopt;
  return false;
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

void book_row(const Assessment& assessment, const Snapshot& snapshot, BookRow& row) {
  row.account_id = snapshot.account.id;
  row.unassigned = snapshot.account.unassigned.value_or(false);
  row.ordered = ever_ordered(snapshot, assessment.as_of);
  row.booked = booked_revenue(snapshot, window(assessment.as_of, 0));
  take(assessment.result, row.result);
  take(assessment.previous, row.previous);
  row.order_margin = row.unassigned ? std::nullopt : order_margin_mean(snapshot, assessment);
  row.flags.clear();
  for (const auto& flag : assessment.flags) row.flags.push_back({flag.code, flag.amount});
  row.coverage.clear();
  for (const auto& line : assessment.coverage) row.coverage.push_back({line.line, line.state});
}

}  // namespace rendabel::rules
