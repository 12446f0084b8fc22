// What holds for every account: sums, scale, one more visit, the order of facts, words.
#include <rapidcheck/catch.h>

#include <algorithm>

#include "plugin/pipeline/assess.hpp"
#include "plugin/report/sentences.hpp"
#include "plugin/rules/cost_to_serve.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

const Date as_of = on("2026-11-23");

template <class T>
std::optional<T> maybe(rc::Gen<T> gen) {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return *gen;
}
Date some_day() { return as_of - days{*rc::gen::inRange(-30, 1300)}; }
Cents some_amount() { return *rc::gen::inRange<Cents>(0, 500'000); }
template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

void add_facts(SnapshotBuilder& book) {
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

SnapshotBuilder some_account() {
  SnapshotBuilder book("A", "2026-11-23");
  if (*rc::gen::inRange(0, 3) > 0) book.account().since = some_day();
  add_facts(book);
  if (*rc::gen::arbitrary<bool>()) book.nothing_else();
  return book;
}

Settings some_settings() {
  Settings settings;
  settings.activity_rates["km"] = {Rate::Kind::money, {300'000}};
  settings.gross_margin_assumed = maybe(rc::gen::just(Micro{300'000}));
  settings.scale = DiscountScale::steps;
  settings.discount_scale = {{0, whole(2)}, {3000'00, whole(5)}, {9000'00, whole(12)}};
  return settings;
}

Assessment assessed(const Snapshot& snapshot, const Settings& settings) {
  return pipeline::assess(snapshot, settings, {}, as_of);
}

Cents sum_of_lines(const WindowResult& result) {
  Cents sum = 0;
  for (const CostLine& line : result.cost_lines) sum += line.amount.value_or(0);
  return sum;
}

TEST_CASE("the statement adds up") {
  rc::prop("list − discount − credit notes − goods − lines + contributions = result", [] {
    auto book = some_account();
    const Assessment made = assessed(book.build(), some_settings());
    for (const WindowResult* r : {&made.result, &made.previous}) {
      if (r->list_revenue) RC_ASSERT(*r->list_revenue - *r->discount - *r->credit_notes == *r->net_revenue);
      RC_ASSERT(r->net_result.has_value() == r->gross_margin.has_value());
      if (!r->gross_margin) continue;
      RC_ASSERT(*r->net_revenue - *r->cost_of_goods == *r->gross_margin);
      RC_ASSERT(*r->gross_margin - sum_of_lines(*r) + r->contributions.value_or(0) == *r->net_result);
    }
  });
}

/// Amounts rounded once may differ by a cent when all money doubles: 2 × 0.5 cent is 1, not 2.
void assert_double(std::optional<Cents> once, std::optional<Cents> twice, Cents slack) {
  RC_ASSERT(once.has_value() == twice.has_value());
  if (once) RC_ASSERT(std::abs(*twice - 2 * *once) <= slack);
}

void double_money(SnapshotBuilder& book, Settings& settings) {
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

TEST_CASE("doubling all money doubles all money") {
  rc::prop("every line, to its one rounding", [] {
    auto book = some_account();
    Settings settings = some_settings();
    const Assessment once = assessed(book.build(), settings);
    double_money(book, settings);
    const Assessment twice = assessed(book.build(), settings);
    assert_double(once.result.net_revenue, twice.result.net_revenue, 0);
    assert_double(once.result.contributions, twice.result.contributions, 0);
    assert_double(once.result.cost_of_goods, twice.result.cost_of_goods, 1);
    RC_ASSERT(once.result.cost_lines.size() == twice.result.cost_lines.size());
    for (std::size_t i = 0; i < once.result.cost_lines.size(); ++i)
      assert_double(once.result.cost_lines[i].amount, twice.result.cost_lines[i].amount, 1);
    RC_ASSERT(once.rhythm == twice.rhythm);
  });
}

TEST_CASE("an extra visit lowers the result by exactly its rate") {
  rc::prop("400.00", [] {
    auto book = some_account();
    book.no_activities();
    const Settings settings = some_settings();
    const Assessment before = assessed(book.build(), settings);
    book.activity(as_of, "visit");
    const Assessment after = assessed(book.build(), settings);
    if (before.result.net_result) RC_ASSERT(*before.result.net_result - *after.result.net_result == 400'00);
    RC_ASSERT(before.previous == after.previous);
  });
}

TEST_CASE("the order of facts does not matter") {
  rc::prop("reversed and rotated", [] {
    auto book = some_account();
    const Settings settings = some_settings();
    const Assessment before = assessed(book.build(), settings);
    const auto mix = [](auto& facts) {
      std::reverse(facts.begin(), facts.end());
      if (facts.size() > 2) std::rotate(facts.begin(), facts.begin() + 1, facts.end());
    };
    mix(book.orders());
    mix(book.credit_notes());
    mix(book.invoices());
    mix(book.activities());
    for (Invoice& i : book.invoices()) std::reverse(i.payments.begin(), i.payments.end());
    const Assessment after = assessed(book.build(), settings);
    RC_ASSERT(before.result == after.result);
    RC_ASSERT(before.previous == after.previous);
    RC_ASSERT(before.flags == after.flags);
    RC_ASSERT(before.coverage == after.coverage);
    RC_ASSERT(before.rhythm == after.rhythm);
  });
}

TEST_CASE("everything that is said is said in both languages") {
  rc::prop("no empty sentence", [] {
    auto book = some_account();
    book.quote("2026-10-01", 100'00);
    const Settings settings = some_settings();
    const Assessment made = assessed(book.build(), settings);
    for (const auto language : {"nl", "en"}) {
      RC_ASSERT(!report::assessment_text(made, settings, language).empty());
      for (const Flag& flag : made.flags)
        RC_ASSERT(!report::flag_text(flag, made, settings, language).empty());
      for (const Coverage& row : made.coverage)
        RC_ASSERT(!report::coverage_text(row, settings, language).empty());
    }
  });
}

}  // namespace
}  // namespace rendabel::test
