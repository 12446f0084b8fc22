// losing_account.hpp — old customers of small margins, drawn by rapidcheck, who may lose money in many ways.
#pragma once
#include "tests/support/random_account.hpp"

namespace rendabel::test {

/// A customer since long with a first order before the window, so that no first order is in it.
inline SnapshotBuilder old_customer() {
  SnapshotBuilder book("A", "2026-11-23");
  book.account().since = on("2015-01-01");
  book.order(as_of - days{500}, 1'00, [](Order& order) { order.cost_of_goods = 0; });
  book.nothing_else();
  return book;
}
inline void add_order(SnapshotBuilder& book, int i, Cents net, Cents cost, Cents freight, int lines) {
  book.order(as_of - days{1 + i}, net, [&](Order& order) {
    order.cost_of_goods = cost;
    order.channel = "phone";
    order.carriage_paid = true;
    order.freight_paid = freight;
    order.freight_charged = 0;
    order.lines = whole(lines);
    order.contribution = 0;
  });
}

/// A customer of small margins who may lose money in many ways.
struct Losing {
  SnapshotBuilder book = old_customer();
  Settings settings = some_settings();

  Losing() {
    for (const auto driver : {"order", "invoice.paper", "visit"})
      settings.activity_rates[driver] = {Rate::Kind::money, {*rc::gen::inRange<std::int64_t>(0, 40) * micro}};
    settings.target_margin_bp = one_of<std::int64_t>({0, 0, 200, -100});
    settings.small_order_fee = *rc::gen::inRange<Cents>(0, 2'000);
    settings.carriage_paid_from = maybe(rc::gen::inRange<Cents>(10'000, 40'000));
    const Cents percent = *rc::gen::inRange(70, 98);
    for (int i = *rc::gen::inRange(1, 25); i > 0; --i) {
      const Cents net = *rc::gen::inRange<Cents>(5'000, 30'000);
      // Drawn one by one: compilers differ in the order in which they work out arguments.
      const Cents freight = *rc::gen::inRange<Cents>(0, 1'500);
      const int lines = *rc::gen::inRange(0, 4);
      add_order(book, i, net, net * percent / 100, freight, lines);
      book.orders().back().channel = one_of<std::string_view>({"phone", "email", "web"});
      book.orders().back().list_amount = net * *rc::gen::inRange(100, 120) / 100;
      book.invoice(as_of - days{100}, net, [&](Invoice& invoice) {
        invoice.delivery = one_of<std::string_view>({"paper", "pdf"});
        invoice.due_date = as_of - days{90};
        invoice.payments = book.payments({{as_of - days{*rc::gen::inRange(0, 95)}, net}});
      });
    }
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) book.activity(as_of - days{i}, "visit");
  }
};

}  // namespace rendabel::test
