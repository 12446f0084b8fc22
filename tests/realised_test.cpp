// What an accepted remedy brought: each of the eight against a reckoning by hand, and where it cannot be
// told.
#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

const Date agreed_on = as_of - days{73};
const Date earlier = as_of - days{200}, later = as_of - days{20};

/// Ten orders of 100.00 in the year before the agreement; tests add what came since.
struct Agreed : Bench {
  std::string_view code;
  Date accepted = agreed_on;

  explicit Agreed(std::string_view remedy) : code(remedy) { many(10, earlier, 100'00); }
  template <class Change = void (*)(Order&)>
  void many(
      int count, Date day, Cents net, Change change = [](Order&) {}) {
    for (int i = 0; i < count; ++i) {
      order(day, net, net / 2);
      change(book.orders().back());
    }
  }
  void invoices(int count, Date day, std::string_view delivery) {
    for (int i = 0; i < count; ++i)
      book.invoice(day, 100'00, [&](Invoice& invoice) {
        invoice.delivery = delivery;
        invoice.due_date = day;
        invoice.payments = book.payments({{day, 100'00}});
      });
  }
  void late_invoice(Date day, Cents amount, int days_late) {
    book.invoice(day, amount, [&](Invoice& invoice) {
      invoice.due_date = day;
      invoice.payments = book.payments({{day + days{days_late}, amount}});
    });
  }
  void rate(const char* driver, std::int64_t hundredths) {
    settings.activity_rates[driver] = {Rate::Kind::money, {hundredths * (micro / 100)}};
  }
  AgreedRemedy row() {
    Snapshot snapshot = book.build();
    std::vector<Remedy> told{{"R", code, accepted, RemedyStatus::accepted, true, 730'00}};
    snapshot.remedies = {told, true};
    return pipeline::assess(snapshot, settings, {}, as_of).agreed.at(0);
  }
  std::optional<Cents> realised() { return row().realised; }
};

void at_discount(Agreed& account, std::size_t first, Cents discount) {
  for (std::size_t i = first; i < account.book.orders().size(); ++i)
    account.book.orders()[i].list_amount = *account.book.orders()[i].net_amount + discount;
}

TEST_CASE("reset_discount: the discount that the list revenue since would have had, less the one it had") {
  Agreed account("reset_discount");
  at_discount(account, 0, 25'00);  // 250 of 1,250: with the bonus 25 %
  account.book.credit_note(earlier, 62'50, [](CreditNote& note) { note.kind = CreditKind::bonus; });
  account.many(4, later, 95'00);
  at_discount(account, 10, 5'00);  // 20 of 400, and a bonus of 10
  account.book.credit_note(later, 10'00, [](CreditNote& note) { note.kind = CreditKind::bonus; });
  CHECK(account.realised() == 70'00);  // 25 % of 400 − 30
  account.book.orders().back().list_amount.reset();
  CHECK_FALSE(account.realised());
}

TEST_CASE("raise_order_size: orders saved by the revenue since, at what an order came to before") {
  Agreed account("raise_order_size");
  account.rate("order.phone", 10'00);
  account.rate("invoice.pdf", 5'00);
  account.invoices(10, earlier, "pdf");
  account.many(2, later, 300'00);      // six of those before
  CHECK(account.realised() == 60'00);  // (6 − 2) × 15.00
  account.many(10, later, 10'00);      // 700.00 in twelve orders: seven would have done
  CHECK(account.realised() == -75'00);
}

TEST_CASE("raise_order_size: lines and the first order are no matter of the order's size") {
  Agreed account("raise_order_size");
  account.rate("order.phone", 10'00);
  account.rate("order_line.phone", 3'00);
  account.rate("first_order", 99'00);
  account.rate("rush_order", 4'00);
  account.book.orders()[0].rush = true;
  account.many(1, later, 200'00);
  CHECK(account.realised() == 10'40);  // one order of two saved, at (10 × 10 + 4) / 10
}

TEST_CASE("enforce_terms: interest by the revenue since, less what it came to") {
  Agreed account("enforce_terms");
  account.late_invoice(earlier, 1000'00, 73);  // 1,000.00 × 73 days × 6 % / 365 = 12.00
  account.many(1, later, 500'00);
  CHECK(account.realised() == 6'00);
  account.late_invoice(later, 500'00, 10);  // 82.19 cents
  CHECK(account.realised() == 5'18);
  account.book.invoices().back().payments = {};
  CHECK_FALSE(account.realised());
}

TEST_CASE("charge_shipping: freight not charged, by the orders since") {
  Agreed account("charge_shipping");
  const auto carried = [](Cents charged) {
    return [=](Order& order) {
      order.carriage_paid = true;
      order.freight_paid = 10'00;
      order.freight_charged = charged;
    };
  };
  for (Order& order : account.book.orders()) carried(0)(order);
  account.many(4, later, 100'00, carried(8'00));
  CHECK(account.realised() == 32'00);
  account.many(1, later, 100'00, [](Order& order) { order.carriage_paid.reset(); });
  CHECK(account.realised() == 32'00);  // an order of which nothing is known tells nothing
}

TEST_CASE("charge_small_order: contributions above those that the orders since would have brought") {
  Agreed account("charge_small_order");
  for (Order& order : account.book.orders()) order.contribution = 2'00;
  account.many(4, later, 100'00, [](Order& order) { order.contribution = 17'00; });
  CHECK(account.realised() == 60'00);
}

TEST_CASE("shift_channel: the orders and lines since at the rates of before, not what they grew by") {
  Agreed account("shift_channel");
  account.rate("order.phone", 4'00);
  account.rate("order_line.phone", 1'00);
  account.rate("order.web", 2'00);
  account.rate("order_line.web", 10);
  account.many(4, later, 900'00, [](Order& order) {
    order.channel = "web";
    order.lines = whole(5);
  });
  CHECK(account.realised() == 26'00);  // 4 × 4 + 20 × 1 − 4 × 2 − 20 × 0.10
}

TEST_CASE("shift_invoice: the invoices since at the mean cost of before") {
  Agreed account("shift_invoice");
  account.invoices(5, earlier, "paper");
  account.invoices(5, earlier, "pdf");
  account.invoices(4, later, "einvoice");
  CHECK(account.realised() == 20'00);  // 4 × 7.50 − 4 × 2.50
}

TEST_CASE("replace_visits: visits and calls by the days since, whatever was sold") {
  Agreed account("replace_visits");
  for (int i = 0; i < 10; ++i) account.book.activity(earlier, "visit");
  for (int i = 0; i < 5; ++i) account.book.activity(earlier, "call");
  account.book.activity(later, "visit");
  for (int i = 0; i < 3; ++i) account.book.activity(later, "call");
  CHECK(account.realised() == 388'00);  // (4,000 + 30) × 73 / 365 − 418
  account.many(9, later, 9000'00);
  CHECK(account.realised() == 388'00);
}

TEST_CASE(
    "a year counts: after 365 days the days, the share of the prediction and what came of it stand still") {
  Agreed account("charge_small_order");
  account.accepted = as_of - days{365};
  account.book.orders().clear();
  account.many(10, as_of - days{365}, 100'00);  // the day of the agreement is one of before
  account.many(2, as_of - days{364}, 100'00, [](Order& order) { order.contribution = 5'00; });
  account.many(2, as_of, 100'00, [](Order& order) { order.contribution = 5'00; });
  CHECK(account.row().days == 365);
  CHECK(account.row().predicted_so_far == 730'00);
  CHECK(account.realised() == 20'00);
  account.accepted = as_of - days{366};
  CHECK(account.row().days == 365);
  CHECK_FALSE(account.realised());  // nothing was ordered before that
  account.book.order(as_of - days{366}, 100'00, [](Order& order) { order.contribution = 1'00; });
  CHECK(account.realised() == 10'00 - 12'00);  // until yesterday: twelve orders, of which ten gave nothing
}

TEST_CASE("on the day itself and where the year before is not known nothing can be told") {
  Agreed account("shift_channel");
  account.many(1, as_of, 100'00);
  CHECK(account.realised());
  CHECK(account.row().predicted_so_far == 146'00);
  account.book.account().history_from = agreed_on - days{364};
  CHECK(account.realised());
  account.book.account().history_from = agreed_on - days{363};
  CHECK_FALSE(account.realised());
  account.book.account().history_from.reset();
  account.accepted = as_of;
  CHECK_FALSE(account.realised());
  CHECK(account.row().predicted_so_far == 0);
}

}  // namespace
}  // namespace rendabel::test
