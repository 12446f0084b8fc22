// What the law lets us claim of a late payer, across changes of its rates; apart from what late money costs
// us.
#include "plugin/rules/statutory_claim.hpp"

#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

/// Owes 1,000.00 that fell due on 2026-08-15: a hundred days late on 2026-11-23.
struct Owing : Bench {
  Owing() {
    order(as_of - days{130}, 800'00, 400'00);
    owes("2026-08-15", 1000'00, {});
  }
  void owes(std::string_view due, Cents amount, const std::vector<std::pair<Date, Cents>>& paid) {
    book.invoice(on(due) - days{30}, amount, [&](Invoice& invoice) {
      invoice.due_date = on(due);
      invoice.payments = book.payments(paid);
    });
  }
  RemedyAdvice row() {
    const Assessment made = assess();
    const auto found = std::ranges::find(made.remedies, RemedyCode::enforce_terms, &RemedyAdvice::code);
    REQUIRE(found != made.remedies.end());
    return *found;
  }
};
constexpr Micro percent(std::int64_t tenths) { return {tenths * (micro / 1000)}; }

TEST_CASE("without a rate nothing is claimed, and the effect is what late money costs") {
  Owing account;
  CHECK_FALSE(account.row().statutory_rate);
  CHECK_FALSE(account.row().claimable);
  CHECK(account.row().effect == 16'44);  // 1,000.00 × 100 × 6 % / 365
  account.settings.statutory_rates = {{on("2020-01-01"), percent(100)}};
  CHECK(account.row().claimable == 27'40);
  CHECK(account.row().effect == 16'44);
}

TEST_CASE("each day is claimed at its own rate, in whatever order the table stands") {
  Owing account;
  // 46 days up to 30 September at 10 %, 54 days at 11.5 %: 1,000.00 × (4.6 + 6.21) / 365.
  account.settings.statutory_rates = {{on("2026-10-01"), percent(115)}, {on("2020-01-01"), percent(100)}};
  CHECK(account.row().claimable == 29'62);
  CHECK(account.row().statutory_rate == percent(115));
  account.settings.statutory_rates = {{on("2020-01-01"), percent(100)}, {on("2026-11-23"), percent(500)}};
  CHECK(account.row().claimable == 28'49);  // 99 days at 10 %, the last at 50 %
  account.settings.statutory_rates[1].from = on("2026-11-24");
  CHECK(account.row().claimable == 27'40);
  CHECK(account.row().statutory_rate == percent(100));
}

TEST_CASE("days before the first rate are not claimed") {
  Owing account;
  account.settings.statutory_rates = {{on("2026-11-14"), percent(365)}};
  CHECK(account.row().claimable == 10'00);  // 14 to 23 November
  account.settings.statutory_rates[0].from = on("2027-01-01");
  CHECK_FALSE(account.row().statutory_rate);
  CHECK(account.row().claimable == 0);
}

TEST_CASE("what was paid in between, what lies before the window and unknown settlements are left out") {
  Owing account;
  account.settings.statutory_rates = {{on("2020-01-01"), percent(365)}};
  CHECK(account.row().claimable == 100'00);
  account.owes("2026-11-03", 500'00, {{on("2026-11-08"), 200'00}});  // 5 days of 500, 15 of 300
  CHECK(account.row().claimable == 100'00 + 7'00);
  account.owes("2024-01-01", 10'00, {});  // out all year: 365 days of it
  CHECK(account.row().claimable == 107'00 + 3'65);
  account.owes("2026-11-03", 9000'00, {});
  account.book.invoices().back().payments = {};
  CHECK(account.row().claimable == 110'65);
}

TEST_CASE("with full credit too only days after the due date can be claimed") {
  Owing account;
  account.settings.late_payment_mode = LatePaymentMode::full_credit;
  account.settings.statutory_rates = {{on("2020-01-01"), percent(365)}};
  CHECK(account.row().claimable == 100'00);
  CHECK(account.row().effect == 16'44);
}

TEST_CASE("the claim stands with the remedy, in the plan or beside it, and with no other") {
  Owing account;
  account.settings.statutory_rates = {{on("2020-01-01"), percent(80)}};
  account.book.orders()[0].cost_of_goods = 900'00;
  account.book.orders()[0].carriage_paid = true;
  account.book.orders()[0].freight_paid = 30'00;
  for (const RemedyAdvice& row : account.assess().remedies)
    CHECK(row.claimable.has_value() == (row.code == RemedyCode::enforce_terms));
}

}  // namespace
}  // namespace rendabel::test
