// leaving_account.hpp — an account that loses money and refused everything: one step from goodbye.
#pragma once
#include <vector>

#include "tests/support/flag_bench.hpp"

namespace rendabel::test {

using Reasons = std::vector<std::string_view>;

/// Loses 400.00 on freight; every remedy was refused, nothing speaks for him.
struct Leaving : Bench {
  std::vector<Remedy> told;

  Leaving() {
    settings.activity_rates["shipment"] = {Rate::Kind::money, {50 * micro}};
    settings.activity_rates["order.web"] = {Rate::Kind::money, {0}};
    for (int i = 1; i <= 10; ++i) {
      order(as_of - days{i}, 100'00, 10'00);  // gross margin 100.00, freight 500.00
      book.orders().back().channel = "web";
      book.orders().back().carriage_paid = true;
    }
    for (const auto code : {"raise_order_size", "charge_shipping", "charge_small_order"})
      told.push_back({code, code, as_of - days{200}, RemedyStatus::refused});
  }
  Assessment judged() {
    Snapshot snapshot = book.build();
    snapshot.remedies = {told, true};
    return pipeline::assess(snapshot, settings, {}, as_of);
  }
};

}  // namespace rendabel::test
