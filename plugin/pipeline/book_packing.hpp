// book_packing.hpp — how rows of the book and the finished book are kept as bytes (base/packing.hpp).
// In: the structs.  Out: their fields, in an order that is never changed.  A new order gets a new name in the
// store.
#pragma once
#include "plugin/base/book.hpp"
#include "plugin/base/packing.hpp"
#include "plugin/pipeline/book_parts_packing.hpp"
#include "plugin/pipeline/model_packing.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/gathered.hpp"

namespace rendabel {

template <class Io>
void fields(Io& io, LayerThresholds& x) {
  io(x.top, x.large, x.medium, x.top_tie, x.large_tie, x.medium_tie);
}
template <class Io>
void fields(Io& io, BookAccounts& x) {
  io(x.all, x.customers, x.inactive, x.prospects, x.unassigned, x.assessable, x.not_assessable);
}
template <class Io>
void fields(Io& io, BookLayer& x) {
  io(x.layer, x.accounts, x.revenue, x.revenue_share_bp, x.net_result, x.net_margin_bp, x.assessable,
     x.cost_lines);
}
template <class Io>
void fields(Io& io, Pareto& x) {
  io(x.customers, x.of, x.revenue_share_bp);
}
template <class Io>
void fields(Io& io, Tail& x) {
  io(x.customers, x.revenue, x.net_result, x.net_margin_bp, x.assessable, x.revenue_share_bp);
}
template <class Io>
void fields(Io& io, FlagHeadline& x) {
  io(x.code, x.accounts, x.amount);
}
template <class Io>
void fields(Io& io, BookCoverage& x) {
  io(x.line, x.accounts);
}
template <class Io>
void fields(Io& io, Reconciliation& x) {
  io(x.accounts, x.unassigned, x.book, x.difference, x.ledger);
}
template <class Io>
void fields(Io& io, Book& x) {
  io(x.as_of, x.rules_version, x.currency, x.accounts, x.result, x.previous, x.unassigned_result,
     x.unassigned_previous, x.pyramid, x.pareto, x.tail, x.flags, x.coverage, x.reconciliation, x.thresholds,
     x.order_margin_median, x.whale, x.waterfall, x.visit_programme, x.remedies, x.trend, x.worst, x.capacity,
     x.model, x.scale);
}
template <class Io>
void fields(Io& io, BookContext& x) {
  io(x.as_of, x.layers, x.order_margin_median, x.model, x.cross_sell, x.inferred_scale);
}

namespace rules {

template <class Io>
void fields(Io& io, BookLine& x) {
  io(x.code, x.quantity, x.amount);
}
template <class Io>
void fields(Io& io, BookStatement& x) {
  io(x.list_revenue, x.discount, x.credit_notes, x.net_revenue, x.cost_of_goods, x.gross_margin,
     x.contributions, x.net_result, x.freight_charged, x.cost_lines);
}
template <class Io>
void fields(Io& io, BookFlag& x) {
  io(x.code, x.amount);
}
template <class Io>
void fields(Io& io, BookLineState& x) {
  io(x.line, x.state);
}
template <class Io>
void fields(Io& io, BookVisits& x) {
  io(x.done, x.carried, x.advised, x.hours, x.calls, x.hours_freed, x.money_freed);
}
template <class Io>
void fields(Io& io, BookPlanStep& x) {
  io(x.code, x.effect);
}
template <class Io>
void fields(Io& io, BookRemedy& x) {
  io(x.code, x.status, x.predicted, x.predicted_so_far, x.realised);
}
template <class Io>
void fields(Io& io, BookPool& x) {
  io(x.minutes, x.visit_minutes, x.visit_charged, x.without);
}
/// Without place and before, which stand in columns.
template <class Io>
void fields(Io& io, BookRow& x) {
  io(x.account_id, x.owner, x.unassigned, x.bought, x.booked, x.ledger, x.result, x.previous, x.layer,
     x.verdict, x.potential, x.flags, x.coverage, x.order_margin, x.visits, x.plan, x.plan_result, x.remedies,
     x.pools);
}
template <class Io>
void fields(Io& io, Gathered& x) {
  io(x.net_revenue, x.account_id, x.discount_bp, x.statistic);
}

}  // namespace rules
}  // namespace rendabel
