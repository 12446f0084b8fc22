// What holds for every account: sums, scale, one more visit, the order of facts, words.
#include <rapidcheck/catch.h>

#include <algorithm>

#include "plugin/pipeline/assess.hpp"
#include "plugin/report/sentences.hpp"
#include "plugin/rules/cost_to_serve.hpp"
#include "tests/support/random_account.hpp"

namespace rendabel::test {
namespace {

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

TEST_CASE("an outline has the layer and the proposals of the whole assessment") {
  rc::prop("for any account, also before a refresh", [] {
    auto book = some_account();
    const Settings settings = some_settings();
    const Snapshot snapshot = book.build();
    const auto whole = assessed(snapshot, settings);
    BookContext context;
    if (*rc::gen::arbitrary<bool>()) {
      context.as_of = whole.as_of;
      context.layers.top = 5'000'00;
      context.layers.large = 1'000'00;
      context.layers.medium = 100'00;
    }
    const pipeline::Assessor assessor(settings);
    const auto outline = assessor.outline(snapshot, context, whole.as_of);
    const auto judged = assessor.assess(snapshot, context, whole.as_of, {}, pipeline::Depth::verdict);
    RC_ASSERT(outline.layer == judged.layer);
    RC_ASSERT(outline.cross_sell.size() == judged.cross_sell.size());
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
