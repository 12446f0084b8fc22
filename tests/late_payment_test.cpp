// Interest on late money: exact cent-days, compared with a count of every single day.
#include "plugin/rules/late_payment.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/cost_to_serve.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

const Date as_of = on("2026-11-23");

/// Day by day, in the words of the rule: the amount outstanding at the start of each day after `from`.
Int128 counted_daily(Cents amount, const std::vector<std::pair<Date, Cents>>& paid, Date from,
                     const Window& in) {
  Int128 sum = 0;
  for (Date day = in.first; day <= in.last; day += days{1}) {
    if (day <= from) continue;
    Int128 outstanding = amount;
    for (const auto& [on_day, settled] : paid)
      if (on_day < day) outstanding -= settled;
    if (outstanding > 0) sum += outstanding;
  }
  return sum;
}

Settings at_ten_percent(LatePaymentMode mode = LatePaymentMode::late) {
  Settings settings;
  settings.funding_rate = {micro / 10};
  settings.late_payment_mode = mode;
  return settings;
}

std::optional<Cents> interest_of(SnapshotBuilder& book, const Settings& settings, int year = 0) {
  const Assessment made = pipeline::assess(book.build(), settings, {}, as_of);
  return rules::line_amount(year == 0 ? made.result : made.previous, "late_payment");
}

/// 3,650.00 at 10 % a year is 1.00 a day.
SnapshotBuilder one_invoice(const std::function<void(Invoice&, SnapshotBuilder&)>& change) {
  SnapshotBuilder book("A", "2026-11-23");
  book.no_orders().no_activities();
  book.invoice("2026-03-01", 3650'00, [&](Invoice& invoice) {
    invoice.due_date = on("2026-03-31");
    change(invoice, book);
  });
  return book;
}

TEST_CASE("a payment on the due date costs nothing, one day later one day") {
  for (const int late : {-20, -1, 0}) {
    auto book = one_invoice([&](Invoice& i, SnapshotBuilder& b) {
      i.payments = b.payments({{*i.due_date + days{late}, 3650'00}});
    });
    CHECK(interest_of(book, at_ten_percent()) == 0);
  }
  for (const int late : {1, 7, 60}) {
    auto book = one_invoice([&](Invoice& i, SnapshotBuilder& b) {
      i.payments = b.payments({{*i.due_date + days{late}, 3650'00}});
    });
    CHECK(interest_of(book, at_ten_percent()) == late * 100);
  }
}

TEST_CASE("full credit counts from the invoice date") {
  auto book = one_invoice([](Invoice& i, SnapshotBuilder& b) {
    i.payments = b.payments({{*i.date + days{45}, 3650'00}});
  });
  CHECK(interest_of(book, at_ten_percent(LatePaymentMode::full_credit)) == 45'00);
  CHECK(interest_of(book, at_ten_percent()) == 15'00);
}

TEST_CASE("an unpaid invoice runs up to as_of and a payment after it does not count") {
  const auto open_days = (as_of - on("2026-03-31")).count();
  auto unpaid = one_invoice([](Invoice& i, SnapshotBuilder& b) { i.payments = b.payments({}); });
  CHECK(interest_of(unpaid, at_ten_percent()) == open_days * 100);
  auto later = one_invoice([](Invoice& i, SnapshotBuilder& b) {
    i.payments = b.payments({{as_of + days{1}, 3650'00}});
  });
  CHECK(interest_of(later, at_ten_percent()) == open_days * 100);
}

TEST_CASE("payments in parts lower what is outstanding from the day after each") {
  auto book = one_invoice([](Invoice& i, SnapshotBuilder& b) {
    i.payments = b.payments({{*i.due_date + days{20}, 1650'00}, {*i.due_date + days{10}, 2000'00}});
  });
  CHECK(interest_of(book, at_ten_percent()) == 10'00 + 452);  // 10 × 1,650 × 10 % / 365 = 4.52
}

TEST_CASE("a year's interest is that of its own days") {
  SnapshotBuilder book("A", "2026-11-23");
  book.no_orders();
  book.invoice(as_of - days{400}, 3650'00, [&](Invoice& i) {
    i.due_date = as_of - days{380};
    i.payments = book.payments({});
  });
  CHECK(interest_of(book, at_ten_percent(), 0) == 365'00);
  CHECK(interest_of(book, at_ten_percent(), 1) == 15'00);
}

TEST_CASE("without payments an invoice is left out, and without any the line has no amount") {
  auto book = one_invoice([](Invoice&, SnapshotBuilder&) {});
  CHECK_FALSE(interest_of(book, at_ten_percent()));
  book.invoice("2026-03-01", 3650'00, [&](Invoice& i) {
    i.due_date = on("2026-03-31");
    i.payments = book.payments({{on("2026-04-10"), 3650'00}});
  });
  CHECK(interest_of(book, at_ten_percent()) == 10'00);
}

TEST_CASE("without a due date the account's payment days count, without those the invoice is left out") {
  auto book = one_invoice([](Invoice& i, SnapshotBuilder& b) {
    i.due_date.reset();
    i.payments = b.payments({{on("2026-04-10"), 3650'00}});
  });
  CHECK_FALSE(interest_of(book, at_ten_percent()));
  CHECK(interest_of(book, at_ten_percent(LatePaymentMode::full_credit)) == 40'00);
  book.account().payment_days = 30;  // due 2026-03-31
  CHECK(interest_of(book, at_ten_percent()) == 10'00);
}

TEST_CASE("credit invoices bear no interest") {
  SnapshotBuilder book("A", "2026-11-23");
  book.no_orders().invoice("2026-03-01", -3650'00, [&](Invoice& i) {
    i.due_date = on("2026-03-31");
    i.payments = book.payments({});
  });
  CHECK(interest_of(book, at_ten_percent()) == 0);
}

TEST_CASE("cent-days equal a count of every single day, whatever the payments") {
  rc::prop("both windows, both modes", [] {
    const auto day = [] { return as_of - days{*rc::gen::inRange(-40, 1200)}; };
    const Cents amount = *rc::gen::inRange<Cents>(1, 1'000'000);
    std::vector<std::pair<Date, Cents>> paid;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) paid.emplace_back(day(), *rc::gen::inRange<Cents>(-100'000, 600'000));
    Invoice invoice;
    invoice.date = day();
    invoice.due_date = *invoice.date + days{*rc::gen::inRange(0, 90)};
    invoice.amount_incl_tax = amount;
    SnapshotBuilder owner("A", "2026-11-23");
    invoice.payments = owner.payments(paid);
    for (const int k : {0, 1}) {
      const Window in = window(as_of, k);
      const auto late = rules::lateness(invoice, Account{}, LatePaymentMode::late, in);
      const auto full = rules::lateness(invoice, Account{}, LatePaymentMode::full_credit, in);
      RC_ASSERT(late.cent_days == counted_daily(amount, paid, *invoice.due_date, in));
      RC_ASSERT(full.cent_days == counted_daily(amount, paid, *invoice.date, in));
      RC_ASSERT(full.cent_days_late == late.cent_days);
    }
  });
}

}  // namespace
}  // namespace rendabel::test
