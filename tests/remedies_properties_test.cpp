// What holds for every plan: an effect is what changed facts bring, the plan reaches the target or the
// verdict says so, nothing in it can be spared, money doubles, and the order of facts does not matter.
#include <rapidcheck/catch.h>

#include "plugin/rules/remedies.hpp"
#include "tests/support/losing_account.hpp"

namespace rendabel::test {
namespace {

std::optional<RemedyAdvice> remedy(const Assessment& made, RemedyCode code) {
  const auto found = std::ranges::find(made.remedies, code, &RemedyAdvice::code);
  return found == made.remedies.end() ? std::nullopt : std::optional(*found);
}

/// Judged with every remedy refused but those of `left`.
Assessment judged_with(const Snapshot& facts, const Settings& settings, const std::vector<RemedyCode>& left) {
  Snapshot snapshot = facts;
  std::vector<Remedy> told;
  for (std::size_t i = 0; i < Names<RemedyCode>::values.size(); ++i)
    if (std::ranges::find(left, static_cast<RemedyCode>(i)) == left.end())
      told.push_back({Names<RemedyCode>::values[i], Names<RemedyCode>::values[i], as_of - days{9},
                      RemedyStatus::refused});
  snapshot.remedies = {told, true};
  return assessed(snapshot, settings);
}

TEST_CASE("reset_discount brings what the same orders bring at the discount due") {
  rc::prop("with the interest on the higher price", [] {
    Settings settings;
    settings.scale = DiscountScale::steps;
    settings.discount_scale = {{0, whole(5)}};
    const int count = *rc::gen::inRange(1, 12);
    std::vector<Cents> lists;
    for (int i = 0; i < count; ++i) lists.push_back(*rc::gen::inRange(1, 90) * 100'00);
    const auto facts = [&](Cents percent, Cents invoice) {
      auto book = old_customer();
      book.orders().clear();
      for (int i = 0; i < count; ++i) {
        const Cents list = lists[static_cast<std::size_t>(i)];
        add_order(book, i, list * (100 - percent) / 100, list / 2, 9'00, 2);
        book.orders().back().list_amount = list;
        book.invoice(as_of - days{200}, invoice * (i + 1), [&](Invoice& late) {
          late.due_date = as_of - days{170};
          late.payments = book.payments({{as_of - days{100 + i}, invoice * (i + 1)}});
        });
      }
      return book;
    };
    auto before = facts(25, 75'00), after = facts(5, 95'00);
    const auto row = remedy(judged_with(before.build(), settings, {RemedyCode::reset_discount}),
                            RemedyCode::reset_discount);
    RC_ASSERT(row.has_value());
    RC_ASSERT(row->result_after == *assessed(after.build(), settings).result.net_result);
  });
}

TEST_CASE("raise_order_size brings what the same goods bring in half the orders") {
  rc::prop("rush, invoices and freight halve; lines, items, reminders and contributions stay", [] {
    const Settings settings;
    const int half = *rc::gen::inRange(1, 15), lines = *rc::gen::inRange(0, 6);
    const Cents net = *rc::gen::inRange(10, 60) * 1'00, freight = *rc::gen::inRange(1, 2000);
    const bool rush = *rc::gen::arbitrary<bool>(), paper = *rc::gen::arbitrary<bool>();
    const auto facts = [&](int orders, int size) {
      auto book = old_customer();
      for (int i = 0; i < orders; ++i) {
        add_order(book, i, net * size, net * size * 9 / 10, freight, lines * size);
        book.orders().back().rush = rush;
        book.orders().back().contribution = 75 * size;
        book.invoice(as_of - days{40}, net * size, [&](Invoice& invoice) {
          invoice.delivery = paper ? "paper" : "pdf";
          invoice.due_date = as_of - days{10};
          invoice.payments = book.payments({{as_of - days{30}, net * size}});
          invoice.reminders = size;
        });
      }
      return book;
    };
    auto before = facts(2 * half, 1), after = facts(half, 2);
    const auto row = remedy(judged_with(before.build(), settings, {RemedyCode::raise_order_size}),
                            RemedyCode::raise_order_size);
    RC_ASSERT(row.has_value());
    RC_ASSERT(row->to == half);
    RC_ASSERT(row->result_after == *assessed(after.build(), settings).result.net_result);
  });
}

TEST_CASE("charge_small_order brings what a contribution on each small order brings") {
  rc::prop("of those below break-even", [] {
    Settings settings;
    settings.small_order_fee = *rc::gen::inRange<Cents>(1, 3000);
    const int count = *rc::gen::inRange(2, 20);
    auto book = old_customer();
    for (int i = 0; i < count; ++i) {
      const Cents net = *rc::gen::inRange<Cents>(500, 9000);
      add_order(book, i, net, net * 8 / 10, 5'00, 1);
    }
    const Assessment made = judged_with(book.build(), settings, {RemedyCode::charge_small_order});
    const auto row = remedy(made, RemedyCode::charge_small_order);
    RC_PRE(row.has_value());
    const auto flag = std::ranges::find(made.flags, FlagCode::costly_orders, &Flag::code);
    const auto even = std::ranges::find(flag->evidence, "break_even_order_value", &Evidence::name)->value;
    for (Order& order : book.orders())
      if (*order.date > as_of - days{365} && *order.net_amount < *even)
        order.contribution = settings.small_order_fee;
    RC_ASSERT(row->result_after == *assessed(book.build(), settings).result.net_result);
  });
}

TEST_CASE("replace_visits brings what calls in place of those visits bring") {
  rc::prop("each visit less is a call more", [] {
    Settings settings;
    settings.activity_rates["visit"] = {Rate::Kind::money,
                                        {*rc::gen::inRange<std::int64_t>(50, 500) * micro}};
    const int visits = *rc::gen::inRange(1, 12);
    const Cents margin = *rc::gen::inRange<Cents>(1'00, 1500'00);
    const auto facts = [&](int done, int called) {
      auto book = old_customer();
      add_order(book, 1, 2000'00, 2000'00 - margin, 0, 1);
      for (int i = 0; i < done; ++i) book.activity(as_of - days{i}, "visit");
      for (int i = 0; i < called; ++i) book.activity(as_of - days{i}, "call");
      return book;
    };
    auto before = facts(visits, 3);
    const auto row = remedy(judged_with(before.build(), settings, {RemedyCode::replace_visits}),
                            RemedyCode::replace_visits);
    RC_PRE(row.has_value());
    const auto left = static_cast<int>(row->to / micro);
    auto after = facts(left, 3 + visits - left);
    RC_ASSERT(row->result_after == *assessed(after.build(), settings).result.net_result);
    if (!row->in_plan || left == visits - 1) return;
    auto more = facts(left + 1, 2 + visits - left);
    RC_ASSERT(*assessed(more.build(), settings).result.net_result < 0);  // no visit too few
  });
}

TEST_CASE("the plan reaches the target exactly where the verdict is repair") {
  rc::prop("and its results follow from each other", [] {
    Losing account;
    account.settings.target_margin_bp = 0;
    const Assessment made = assessed(account.book.build(), account.settings);
    if (made.verdict != Verdict::repair && made.verdict != Verdict::hold && made.verdict != Verdict::goodbye)
      return;
    Cents result = *made.result.net_result;
    for (const RemedyAdvice& row : made.remedies) {
      RC_ASSERT(row.effect > 0);
      if (!row.in_plan) continue;
      RC_ASSERT(row.result_after == result + row.effect);
      result = row.result_after;
    }
    for (const RemedyAdvice& row : made.remedies)
      if (!row.in_plan) RC_ASSERT(row.result_after == result + row.effect);
    RC_ASSERT((result >= 0) == (made.verdict == Verdict::repair));
  });
}

TEST_CASE("nothing in a plan that reaches the target can be spared") {
  int found = 0;
  rc::prop("without any one of them it is not reached", [&found] {
    Losing account;
    const Snapshot facts = account.book.build();
    const Assessment made = assessed(facts, account.settings);
    if (made.verdict != Verdict::repair) return;
    ++found;
    std::vector<RemedyCode> plan;
    for (const RemedyAdvice& row : made.remedies)
      if (row.in_plan) plan.push_back(row.code);
    RC_ASSERT(!plan.empty());
    RC_ASSERT(judged_with(facts, account.settings, plan).verdict == Verdict::repair);
    for (const RemedyCode spared : plan) {
      auto rest = plan;
      std::erase(rest, spared);
      RC_ASSERT(judged_with(facts, account.settings, rest).verdict != Verdict::repair);
    }
  });
  CHECK(found > 0);
}

TEST_CASE("the order of facts changes no remedy, no verdict and nothing agreed") {
  rc::prop("reversed", [] {
    Losing account;
    std::vector<Remedy> told;
    for (int i = 0; i < 6; ++i)
      told.push_back({one_of<std::string_view>({"1", "2", "3"}),
                      one_of<std::string_view>({"shift_channel", "enforce_terms"}),
                      as_of - days{*rc::gen::inRange(-5, 400)},
                      one_of({RemedyStatus::offered, RemedyStatus::accepted, RemedyStatus::refused})});
    Snapshot snapshot = account.book.build();
    snapshot.remedies = {told, true};
    const Assessment before = assessed(snapshot, account.settings);
    std::ranges::reverse(account.book.orders());
    std::ranges::reverse(account.book.credit_notes());
    std::ranges::reverse(account.book.invoices());
    std::ranges::reverse(account.book.activities());
    snapshot = account.book.build();
    std::ranges::reverse(told);
    snapshot.remedies = {told, true};
    const Assessment after = assessed(snapshot, account.settings);
    RC_ASSERT(before.remedies == after.remedies);
    RC_ASSERT(before.verdict == after.verdict);
    RC_ASSERT(before.verdict_reasons == after.verdict_reasons);
    RC_ASSERT(before.agreed == after.agreed);
  });
}

}  // namespace
}  // namespace rendabel::test
