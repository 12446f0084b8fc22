// what_if: each thing that may be asked, against the statement of facts in which it was so.
#include "plugin/rules/what_if.hpp"

#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

/// Ten orders of list 125.00 at 20 % discount, all of which may be asked another way.
struct Asked : Bench {
  WhatIf asked;
  int orders = 10, visits = 4, calls = 10, days_late = 40;
  Cents list = 125'00, invoiced = 72'00;  // 72.00: × 9 / 8 is exact too
  std::int64_t discount_percent = 20;
  Cents charged = 0, fee = 0;
  std::string_view channel = "phone", delivery = "paper";
  std::int64_t lines = 2;

  Asked() {
    settings.activity_rates = Settings::default_rates();
    settings.activity_rates["visit"] = {Rate::Kind::money, {10 * micro}};
    settings.activity_rates["call"] = {Rate::Kind::money, {3 * micro}};
  }
  Snapshot facts() {
    book.orders().clear();
    book.invoices().clear();
    book.activities().clear();
    for (int i = 1; i <= orders; ++i) {
      order(as_of - days{i}, list - list * discount_percent / 100, 0);
      Order& added = book.orders().back();
      added.list_amount = list;
      added.cost_of_goods = 800'00 / orders;
      added.channel = channel;
      added.lines = Micro{lines * 10 * micro / orders};
      added.carriage_paid = true;
      added.freight_paid = 9'50;
      added.freight_charged = charged;
      added.contribution = fee;
      book.invoice(as_of - days{100}, invoiced, [&](Invoice& invoice) {
        invoice.delivery = delivery;
        invoice.due_date = as_of - days{80};
        invoice.payments = book.payments({{as_of - days{80 - days_late}, invoiced}});
      });
    }
    for (int i = 0; i < visits; ++i) book.activity(as_of, "visit");
    for (int i = 0; i < calls; ++i) book.activity(as_of, "call");
    return book.build();
  }
  WhatIfResult answer() {
    const Assessment made = pipeline::Assessor(settings).assess(facts(), {}, as_of, asked);
    REQUIRE(made.what_if);
    CHECK(made.what_if->before == made.result.net_result);
    return *made.what_if;
  }
  WhatIfChange change() {
    const auto changes = answer().changes;
    REQUIRE(changes.size() == 1);
    return changes[0];
  }
  Cents result() { return *pipeline::assess(facts(), settings, {}, as_of).result.net_result; }
  /// The answer, and what the facts come to once `change` was made to them.
  template <class Change>
  void same_as(Change change) {
    const WhatIfResult found = answer();
    const Cents before = *found.before;
    change(*this);
    CHECK(found.result.net_result == result());
    CHECK(found.result.net_result != before);
  }
};

TEST_CASE("another discount is another price of the same goods, with the interest on it") {
  Asked account;
  account.asked.discount_percent = whole(10);
  const WhatIfChange change = account.change();
  CHECK(change.unit == Unit::percent);
  CHECK(change.from == 20 * micro);
  CHECK(change.to == 10 * micro);
  account.same_as([](Asked& facts) {
    facts.discount_percent = 10;
    facts.invoiced = 81'00;
  });
}

TEST_CASE("fewer orders are the same goods and lines with fewer orders, invoices and freight") {
  Asked account;
  account.asked.orders = 5;
  CHECK(account.change().from == 10);
  CHECK(account.change().to == 5);
  const auto halved = [](Asked& facts) {
    facts.orders = 5;
    facts.list *= 2;
    facts.invoiced *= 2;
  };
  account.same_as(halved);
  Asked by_value;
  by_value.asked.order_value = 200'00;
  CHECK(by_value.change().name == "order_value");
  CHECK(by_value.change().from == 100'00);
  by_value.asked.orders = 7;  // the value goes before
  CHECK(by_value.change().name == "order_value");
  by_value.same_as(halved);
}

TEST_CASE("days late, freight, channel, delivery, visits and calls as if they had been so") {
  Asked late;
  late.asked.days_late = whole(10);
  CHECK(late.change().from == 40 * micro);
  late.same_as([](Asked& facts) { facts.days_late = 10; });
  Asked freight;
  freight.asked.charge_shipping = true;
  CHECK(freight.change().to == 1);
  freight.same_as([](Asked& facts) { facts.charged = 9'50; });
  Asked channel;
  channel.asked.channel = "web";
  channel.same_as([](Asked& facts) { facts.channel = "web"; });
  Asked delivery;
  delivery.asked.delivery = "einvoice";
  delivery.same_as([](Asked& facts) { facts.delivery = "einvoice"; });
  Asked visits;
  visits.asked.visits = whole(1);
  CHECK(visits.change().from == 4 * micro);
  visits.same_as([](Asked& facts) { facts.visits = 1; });
  Asked calls;
  calls.asked.calls = whole(30);
  calls.same_as([](Asked& facts) { facts.calls = 30; });
}

TEST_CASE("a fee is asked for the orders below break-even, and nothing where none is") {
  Asked account;
  account.asked.small_order_fee = 4'00;
  account.same_as([](Asked& facts) { facts.fee = 4'00; });
  Asked large;
  large.asked.small_order_fee = 4'00;
  large.list = 2500'00;
  CHECK(large.answer().result.net_result == large.answer().before);
}

TEST_CASE("several things asked at once are one statement") {
  Asked account;
  account.asked.orders = 5;
  account.asked.channel = "web";
  account.asked.visits = whole(0);
  account.asked.charge_shipping = true;
  CHECK(account.answer().changes.size() == 4);
  account.same_as([](Asked& facts) {
    facts.orders = 5;
    facts.list *= 2;
    facts.invoiced *= 2;
    facts.channel = "web";
    facts.visits = 0;
    facts.charged = 9'50;
  });
}

TEST_CASE("larger orders that reach the carriage-paid value are not charged their freight") {
  Asked account;
  account.settings.carriage_paid_from = 200'00;
  account.asked.charge_shipping = true;
  const Cents all = *account.answer().result.net_result;
  account.asked.orders = 5;
  const Cents fewer = *account.answer().result.net_result;
  account.asked.charge_shipping.reset();
  CHECK(fewer == account.answer().result.net_result);
  CHECK(all != fewer);
}

TEST_CASE("what is not known is not changed, and has no from") {
  Bench account;
  account.order(100'00, 50'00);
  account.book.orders()[0].list_amount.reset();
  WhatIf asked;
  asked.discount_percent = whole(10);
  asked.days_late = whole(10);
  const auto made = pipeline::Assessor(account.settings).assess(account.book.build(), {}, as_of, asked);
  REQUIRE(made.what_if);
  CHECK(made.what_if->result.net_result == made.result.net_result);
  REQUIRE(made.what_if->changes.size() == 2);
  for (const WhatIfChange& change : made.what_if->changes) {
    CHECK_FALSE(change.from);
    CHECK_FALSE(change.break_even);
  }
  account.book.orders()[0].cost_of_goods.reset();
  const auto unknown = pipeline::Assessor(account.settings).assess(account.book.build(), {}, as_of, asked);
  CHECK_FALSE(unknown.what_if->before);
  CHECK_FALSE(unknown.what_if->result.net_result);
}

/// Where the one thing asked breaks even: there the target is reached, a step further it is not.
template <class Set>
void breaks_even(Asked& account, std::int64_t step, Set set) {
  account.asked = {};
  set(account.asked, 1);
  const auto even = account.change().break_even;
  INFO(account.change().name << " " << *account.answer().before);
  REQUIRE(even);
  const auto reaches = [&](std::int64_t value) {
    set(account.asked, value);
    const auto found = account.answer().result;
    return *found.net_result * 10'000 >= account.settings.target_margin_bp * *found.net_revenue;
  };
  INFO(*even);
  CHECK(reaches(*even));
  CHECK_FALSE(reaches(*even + step));
}

TEST_CASE("each break-even is the loosest value that still reaches the target") {
  for (const std::int64_t target : {0, 100}) {
    Asked account;
    account.settings.target_margin_bp = target;
    breaks_even(account, micro / 100,
                [](WhatIf& asked, std::int64_t v) { asked.discount_percent = Micro{v}; });
    breaks_even(account, -1, [](WhatIf& asked, std::int64_t v) { asked.small_order_fee = v; });
    breaks_even(account, 1, [](WhatIf& asked, std::int64_t v) { asked.orders = v; });
    breaks_even(account, -1, [](WhatIf& asked, std::int64_t v) { asked.order_value = v; });
    account.channel = "web";
    account.delivery = "einvoice";
    account.visits = 3;  // now −15.98
    breaks_even(account, micro, [](WhatIf& asked, std::int64_t v) { asked.visits = Micro{v}; });
    breaks_even(account, micro, [](WhatIf& asked, std::int64_t v) { asked.calls = Micro{v}; });
    account.visits = 0;  // now 14.02
    breaks_even(account, micro / 10, [](WhatIf& asked, std::int64_t v) { asked.days_late = Micro{v}; });
  }
}

TEST_CASE("where no value reaches the target, or every value does, nothing breaks even") {
  Asked account;
  account.list = 50'00;  // sold far below cost
  account.asked.visits = whole(2);
  CHECK_FALSE(account.change().break_even);
  account.list = 2500'00;
  account.asked = {};
  account.asked.days_late = whole(2);
  CHECK_FALSE(account.change().break_even);
}

}  // namespace
}  // namespace rendabel::test
