// model_packing.hpp — how the buying model, cross-sell and what accounts add to them are kept as bytes.
// In: the structs.  Out: their fields, in an order that is never changed (base/packing.hpp).
#pragma once
#include "plugin/base/account_statistic.hpp"
#include "plugin/base/cross_sell.hpp"
#include "plugin/base/packing.hpp"

namespace rendabel {

template <class Io>
void fields(Io& io, BuyingParameters& x) {
  io(x.r, x.alpha, x.a, x.b, x.k, x.dropout);
}
template <class Io>
void fields(Io& io, BuyingFit& x) {
  io(x.parameters, x.state, x.log_likelihood, x.log_prior, x.spread, x.buyers, x.repeats);
}
template <class Io>
void fields(Io& io, MarginParameters& x) {
  io(x.p, x.q, x.gamma);
}
template <class Io>
void fields(Io& io, MarginFit& x) {
  io(x.parameters, x.state, x.log_likelihood, x.spread, x.buyers, x.order_days);
}
template <class Io>
void fields(Io& io, BuyingModel& x) {
  io(x.timing, x.spend);
}
template <class Io>
void fields(Io& io, ProductGroup& x) {
  io(x.name, x.buyers);
}
template <class Io>
void fields(Io& io, BoughtBeside& x) {
  io(x.from, x.to, x.both, x.score_bp);
}
template <class Io>
void fields(Io& io, CrossSell& x) {
  io(x.buyers, x.groups, x.beside);
}
template <class Io>
void fields(Io& io, BuyerStatistic& x) {
  io(x.first, x.last, x.order_days, x.log_gaps, x.margin_days, x.margin, x.margin_known, x.margin_assumed);
}
template <class Io>
void fields(Io& io, AccountStatistic& x) {
  io(x.buyer, x.product_groups);
}

}  // namespace rendabel
