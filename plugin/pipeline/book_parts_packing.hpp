// book_parts_packing.hpp — how the parts of the finished book are kept as bytes (base/packing.hpp).
// In: the structs of base/book_parts.hpp.  Out: their fields, in an order that is never changed.
#pragma once
#include "plugin/base/book_parts.hpp"
#include "plugin/base/packing.hpp"

namespace rendabel {

template <class Io>
void fields(Io& io, Window& x) {
  io(x.first, x.last);
}
template <class Io>
void fields(Io& io, CostLine& x) {
  io(x.code, x.quantity, x.amount);
}
template <class Io>
void fields(Io& io, WindowResult& x) {
  io(x.window, x.list_revenue, x.discount, x.credit_notes, x.net_revenue, x.cost_of_goods, x.gross_margin,
     x.cost_lines, x.contributions, x.net_result, x.freight_charged, x.net_margin_bp);
}
template <class Io>
void fields(Io& io, WhalePoint& x) {
  io(x.accounts, x.amount, x.share_bp);
}
template <class Io>
void fields(Io& io, WhaleCurve& x) {
  io(x.accounts, x.total, x.of_peak, x.peak, x.points);
}
template <class Io>
void fields(Io& io, VisitAccount& x) {
  io(x.account_id, x.name, x.owner, x.done, x.carried, x.advised, x.potential, x.potential_per_visit);
}
template <class Io>
void fields(Io& io, VisitSums& x) {
  io(x.customers, x.known, x.done, x.hours, x.carried, x.advised, x.calls, x.hours_freed, x.money_freed);
}
template <class Io>
void fields(Io& io, VisitOwner& x) {
  io(x.owner, x.sums, x.best);
}
template <class Io>
void fields(Io& io, VisitProgramme& x) {
  io(x.total, x.best, x.owners, x.owners_left_out);
}
template <class Io>
void fields(Io& io, RemedyHeadline& x) {
  io(x.code, x.advised, x.advised_effect, x.offered, x.agreed, x.refused, x.predicted, x.predicted_so_far,
     x.realised);
}
template <class Io>
void fields(Io& io, TrendAccount& x) {
  io(x.account_id, x.name, x.before, x.now);
}
template <class Io>
void fields(Io& io, BookTrend& x) {
  io(x.since, x.became_loss_making, x.repaired, x.left, x.became_rows, x.repaired_rows, x.predicted_so_far,
     x.realised);
}
template <class Io>
void fields(Io& io, WorstAccount& x) {
  io(x.account_id, x.name, x.layer, x.net_revenue, x.net_result, x.verdict, x.plan, x.result_after);
}
template <class Io>
void fields(Io& io, CapacityCheck& x) {
  io(x.drivers, x.cost, x.minutes, x.used_minutes, x.unused_minutes, x.used_cost, x.unused_cost,
     x.utilisation_bp, x.without_minutes, x.visit_hours_logged, x.visit_hours_paid);
}
template <class Io>
void fields(Io& io, LedgerTotal& x) {
  io(x.from, x.to, x.net_revenue);
}
template <class Io>
void fields(Io& io, LedgerCheck& x) {
  io(x.from, x.to, x.ledger, x.book, x.difference);
}
template <class Io>
void fields(Io& io, WaterfallStep& x) {
  io(x.code, x.amount, x.total);
}
template <class Io>
void fields(Io& io, BookFit::Parameter& x) {
  io(x.name, x.value, x.prior, x.spread);
}
template <class Io>
void fields(Io& io, BookFit& x) {
  io(x.state, x.buyers, x.events, x.parameters, x.log_likelihood);
}
template <class Io>
void fields(Io& io, BookModel& x) {
  io(x.timing, x.k, x.spend);
}
template <class Io>
void fields(Io& io, DiscountStep& x) {
  io(x.from_revenue, x.percent);
}
template <class Io>
void fields(Io& io, BookScale& x) {
  io(x.kind, x.steps);
}

}  // namespace rendabel
