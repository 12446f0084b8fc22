// random_account.hpp — accounts drawn by rapidcheck, some facts unknown; and the same with all money doubled.
#pragma once
#include <rapidcheck.h>

#include <algorithm>
#include <optional>

#include "plugin/pipeline/assess.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

inline const Date as_of = on("2026-11-23");

template <class T>
std::optional<T> maybe(rc::Gen<T> gen) {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return *gen;
}
inline Date some_day() { return as_of - days{*rc::gen::inRange(-30, 1300)}; }
inline Cents some_amount() { return *rc::gen::inRange<Cents>(0, 500'000); }
template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

inline void add_facts(SnapshotBuilder& book) {
  const auto times = [] { return *rc::gen::inRange(0, 8); };
  for (int i = times(); i > 0; --i)
    book.order(some_day(), some_amount() - 20'000, [](Order& o) {
      o.list_amount =
          maybe(rc::gen::map(rc::gen::inRange<Cents>(0, 90'000), [&](Cents d) { return *o.net_amount + d; }));
      o.cost_of_goods = maybe(rc::gen::inRange<Cents>(0, 400'000));
      o.channel = one_of<std::string_view>({"", "phone", "web", "edi", "visit"});
      o.carriage_paid = maybe(rc::gen::arbitrary<bool>());
      o.freight_paid = maybe(rc::gen::inRange<Cents>(0, 3'000));
      o.freight_charged = maybe(rc::gen::inRange<Cents>(0, 3'000));
      o.contribution = maybe(rc::gen::inRange<Cents>(0, 2'000));
      o.lines = maybe(rc::gen::map(rc::gen::inRange<std::int64_t>(0, 12), whole));
      o.rush = maybe(rc::gen::arbitrary<bool>());
    });
  for (int i = times(); i > 0; --i)
    book.credit_note(some_day(), some_amount() / 10, [&](CreditNote& n) {
      n.kind = one_of({CreditKind::none, CreditKind::return_, CreditKind::correction, CreditKind::bonus});
      n.cost_of_goods = maybe(rc::gen::inRange<Cents>(0, 30'000));
      if (!book.orders().empty() && *rc::gen::arbitrary<bool>())
        n.order_id = book.orders()[*rc::gen::inRange<std::size_t>(0, book.orders().size())].id;
    });
  for (int i = times(); i > 0; --i)
    book.invoice(some_day(), some_amount(), [&](Invoice& v) {
      v.due_date = *v.date + days{*rc::gen::inRange(0, 60)};
      v.delivery = one_of<std::string_view>({"", "paper", "pdf"});
      std::vector<std::pair<Date, Cents>> paid;
      for (int k = *rc::gen::inRange(0, 3); k > 0; --k) paid.emplace_back(some_day(), some_amount());
      if (*rc::gen::inRange(0, 4) > 0) v.payments = book.payments(paid);
    });
  for (int i = times(); i > 0; --i)
    book.activity(some_day(), one_of<std::string_view>({"visit", "call", "km", "fair"}), [](Activity& a) {
      a.cost = maybe(rc::gen::inRange<Cents>(0, 50'000));
      a.quantity = maybe(rc::gen::map(rc::gen::inRange<std::int64_t>(0, 9), whole));
    });
}

inline SnapshotBuilder some_account() {
  SnapshotBuilder book("A", "2026-11-23");
  if (*rc::gen::inRange(0, 3) > 0) book.account().since = some_day();
  add_facts(book);
  if (*rc::gen::arbitrary<bool>()) book.nothing_else();
  return book;
}

inline Settings some_settings() {
  Settings settings;
  settings.activity_rates["km"] = {Rate::Kind::money, {300'000}};
  settings.gross_margin_assumed = maybe(rc::gen::just(Micro{300'000}));
  settings.scale = DiscountScale::steps;
  settings.discount_scale = {{0, whole(2)}, {3000'00, whole(5)}, {9000'00, whole(12)}};
  return settings;
}

inline Assessment assessed(const Snapshot& snapshot, const Settings& settings) {
  return pipeline::assess(snapshot, settings, {}, as_of);
}

inline void double_money(SnapshotBuilder& book, Settings& settings) {
  const auto twice = [](std::optional<Cents>& amount) {
    if (amount) amount = *amount * 2;
  };
  for (Order& o : book.orders())
    for (auto* amount : {&o.list_amount, &o.discount_amount, &o.net_amount, &o.cost_of_goods, &o.freight_paid,
                         &o.freight_charged, &o.contribution})
      twice(*amount);
  for (CreditNote& n : book.credit_notes()) twice(n.amount), twice(n.cost_of_goods);
  for (Invoice& i : book.invoices()) {
    twice(i.amount_incl_tax);
    for (Payment& p : i.payments) twice(p.amount);
  }
  for (Activity& a : book.activities()) twice(a.cost);
  for (auto& [driver, rate] : settings.activity_rates)
    if (rate.kind != Rate::Kind::minutes) rate.value.millionths *= 2;
  settings.minute_rate.millionths *= 2;
}

}  // namespace rendabel::test
