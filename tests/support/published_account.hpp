// published_account.hpp — accounts that have the quantities of a published case, and its rates as settings.
// In: one case of published_cases.json.  Out: Settings and a Snapshot.  Method: totals are spread over the
// documents.
#pragma once

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <string>

#include "abi/documents/simdjson.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

using simdjson::dom::element;

inline constexpr std::string_view published_as_of = "2026-11-23";

inline std::string vectors_path() {
  const char* shared = std::getenv("RENDABEL_SHARED_DIR");
  return std::string(shared != nullptr ? shared : "../shared") + "/vectors/published_cases.json";
}

inline double number(element parent, std::string_view key, double otherwise = 0) {
  element value;
  if (parent[key].get(value) != simdjson::SUCCESS) return otherwise;
  double found = 0;
  return value.get(found) == simdjson::SUCCESS ? found : otherwise;
}
// The vectors have two decimals at most, so the nearest whole number is the number that was meant.
inline Cents cents(double amount) { return static_cast<Cents>(std::llround(amount * 100)); }
inline std::int64_t millionths(double amount) {
  return static_cast<std::int64_t>(std::llround(amount * 1e6));
}
inline std::int64_t whole_number(double amount) { return static_cast<std::int64_t>(std::llround(amount)); }

inline Settings settings_of(element published) {
  Settings settings;
  for (auto& [driver, rate] : settings.activity_rates) rate = Rate{Rate::Kind::money, {0}};
  element rates;
  REQUIRE(published["rates"].get(rates) == simdjson::SUCCESS);
  for (const auto field : simdjson::dom::object(rates)) {
    std::string driver(field.key);
    double value = 0;
    REQUIRE(field.value.get(value) == simdjson::SUCCESS);
    if (driver == "minute") {
      settings.minute_rate = {millionths(value)};
    } else if (driver.ends_with("_minutes")) {
      driver.resize(driver.size() - 8);
      settings.activity_rates[driver] = {Rate::Kind::minutes, {millionths(value)}};
    } else {
      if (driver == "invoice_paper") driver = "invoice.paper";
      settings.activity_rates[driver] = {Rate::Kind::money, {millionths(value)}};
    }
  }
  return settings;
}

// Two years ago, so that no order is the account's first.
inline void add_earlier_order(SnapshotBuilder& book) { book.order("2024-01-15", 0); }

/// Spreads a total over n facts: the first takes what does not divide.
inline std::int64_t share(std::int64_t total, std::int64_t n, std::int64_t i) {
  return total / n + (i == 0 ? total % n : 0);
}

class PublishedAccount {
 public:
  PublishedAccount(element account, Settings& settings)
      : account_(account), settings_(settings), book_("P", published_as_of) {
    quantities_ = account["quantities"].value();
  }

  Snapshot build() {
    add_earlier_order(book_);
    add_orders();
    add_returns();
    add_invoices();
    add_activities();
    return book_.nothing_else().build();
  }

 private:
  std::int64_t quantity(std::string_view driver) const { return whole_number(number(quantities_, driver)); }

  void add_orders() {
    const std::int64_t n = quantity("order");
    const Cents list = cents(number(account_, "list_revenue")),
                discount = cents(number(account_, "discount"));
    for (std::int64_t i = 0; i < n; ++i)
      book_.order(on("2026-06-01"), 0, [&](Order& order) {
        order.net_amount.reset();
        order.list_amount = share(list, n, i);
        order.discount_amount = share(discount, n, i);
        order.cost_of_goods = share(cents(number(account_, "cost_of_goods")), n, i);
        order.items = Micro{share(quantity("item"), n, i) * micro};
        order.lines = Micro{share(quantity("order_line"), n, i) * micro};
        order.rush = i < quantity("rush_order");
        order.contribution = share(cents(number(account_, "contributions")), n, i);
        order.carriage_paid = quantity("shipment") > 0;
      });
  }

  void add_returns() {
    const Cents credited = cents(number(account_, "credit_notes"));
    const std::int64_t n = quantity("return");
    for (std::int64_t i = 0; i < n; ++i)
      book_.credit_note(on("2026-07-01"), share(credited, n, i), [&](CreditNote& note) {
        note.items = Micro{share(quantity("return_item"), n, i) * micro};
        note.cost_of_goods = 0;  // the published cost of goods is what remains
      });
    if (n == 0 && credited != 0)
      book_.credit_note(on("2026-07-01"), credited,
                        [](CreditNote& note) { note.kind = CreditKind::correction; });
  }

  // One invoice carries the receivable; the others are settled on their day and only cost their making.
  void add_invoices() {
    element receivable;
    const bool open = account_["receivable"].get(receivable) == simdjson::SUCCESS;
    const std::int64_t reminders = quantity("reminder");
    const std::int64_t n = std::max<std::int64_t>(quantity("invoice_paper"), open || reminders > 0 ? 1 : 0);
    for (std::int64_t i = 0; i < n; ++i)
      book_.invoice(on("2026-06-01"), 100, [&](Invoice& invoice) {
        invoice.delivery = "paper";
        invoice.reminders = i == 0 ? reminders : 0;
        invoice.due_date = on("2026-07-01");
        invoice.payments = book_.payments({{on("2026-06-01"), 100}});
        if (open && i == 0) add_receivable(invoice, receivable);
      });
  }

  void add_receivable(Invoice& invoice, element receivable) {
    std::string_view mode;
    REQUIRE(receivable["mode"].get(mode) == simdjson::SUCCESS);
    settings_.late_payment_mode = mode == "late" ? LatePaymentMode::late : LatePaymentMode::full_credit;
    settings_.funding_rate = {millionths(number(receivable, "rate"))};
    const Date from = mode == "late" ? *invoice.due_date : *invoice.date;
    invoice.amount_incl_tax = cents(number(receivable, "amount"));
    const auto late = days{static_cast<int>(whole_number(number(receivable, "days")))};
    invoice.payments = book_.payments({{from + late, *invoice.amount_incl_tax}});
  }

  void add_activities() {
    for (const auto field : simdjson::dom::object(quantities_)) {
      const std::string_view driver = field.key;
      static constexpr std::array<std::string_view, 9> in_documents{
          "order",       "order_line", "item",          "reminder", "return",
          "return_item", "rush_order", "invoice_paper", "shipment"};
      if (driver == "account_year") continue;
      if (std::find(in_documents.begin(), in_documents.end(), driver) != in_documents.end()) continue;
      if (quantity(driver) == 0) continue;
      book_.activity("2026-05-01", driver,
                     [&](Activity& activity) { activity.quantity = Micro{quantity(driver) * micro}; });
    }
  }

  element account_, quantities_;
  Settings& settings_;
  SnapshotBuilder book_;
};

}  // namespace rendabel::test
