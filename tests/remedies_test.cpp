// The remedies: the published ones by name, each one's condition and reach, the plan, what was put before.
#include "plugin/rules/remedies.hpp"

#include <rapidcheck.h>

#include <filesystem>

#include "tests/support/flag_bench.hpp"
#include "tests/support/published_account.hpp"

namespace rendabel::test {
namespace {

std::optional<RemedyAdvice> remedy(const Assessment& made, RemedyCode code) {
  const auto found = std::ranges::find(made.remedies, code, &RemedyAdvice::code);
  return found == made.remedies.end() ? std::nullopt : std::optional(*found);
}

/// One account of a published case under a discount scale; none where there are no vectors.
std::optional<Assessment> published(std::string_view name, std::size_t account,
                                    const std::vector<DiscountStep>& scale) {
  if (!std::filesystem::exists(vectors_path())) return std::nullopt;
  simdjson::dom::parser parser;
  for (const element found : simdjson::dom::array(parser.load(vectors_path()).value())) {
    std::string_view its_name;
    if (found["name"].get(its_name) != simdjson::SUCCESS || its_name != name) continue;
    Settings settings = settings_of(found);
    settings.scale = DiscountScale::steps;
    settings.discount_scale = scale;
    PublishedAccount builder(simdjson::dom::array(found["accounts"].value()).at(account).value(), settings);
    const Snapshot snapshot = builder.build();
    return pipeline::assess(snapshot, settings, {}, *snapshot.as_of);
  }
  FAIL("no case " << name);
  return std::nullopt;
}

TEST_CASE("spring_distribution: resetting T's discount gives the published results", "[published]") {
  const auto due = published("spring_distribution", 4, {{0, {1'666'667}}});
  if (!due) return;
  const auto reset = remedy(*due, RemedyCode::reset_discount);
  REQUIRE(reset);
  CHECK(reset->result_after == 1334'00);
  CHECK(reset->effect == 4680'00);
  CHECK(reset->in_plan);
  CHECK(remedy(*published("spring_distribution", 4, {{0, {0}}}), RemedyCode::reset_discount)->result_after ==
        2270'00);
}

TEST_CASE("meijer_constructed: the discount brings less than its leak, order size is not advised",
          "[published]") {
  const auto made = published("meijer_constructed", 0, {{0, {5 * micro}}, {50'000'00, {15 * micro}}});
  if (!made) return;
  const auto reset = remedy(*made, RemedyCode::reset_discount);
  REQUIRE(reset);
  CHECK(reset->effect == 2388'06);
  CHECK(reset->result_after == 2162'62);
  CHECK(reset->from == 1500);
  CHECK(reset->to == 500);
  CHECK_FALSE(remedy(*made, RemedyCode::raise_order_size));
  CHECK_FALSE(remedy(*made, RemedyCode::charge_small_order));
  CHECK(made->verdict == Verdict::repair);
}

/// An old customer who loses money in several ways.
struct Losing : Bench {
  Losing() {
    settings.activity_rates["order.phone"] = {Rate::Kind::money, {20 * micro}};
    settings.activity_rates["order.web"] = {Rate::Kind::money, {2 * micro}};
    settings.activity_rates["invoice.paper"] = {Rate::Kind::money, {10 * micro}};
    settings.activity_rates["invoice.einvoice"] = {Rate::Kind::money, {2'500'000}};
    for (int i = 1; i <= 10; ++i) order(as_of - days{i}, 100'00, 20'00);  // gross margin 200.00
  }
  void visits(int n) {
    for (int i = 0; i < n; ++i) book.activity(as_of - days{5}, "visit");
  }
};

TEST_CASE("a remedy is offered only where its condition holds") {
  Losing account;
  account.visits(1);  // 200 − 200 − 400 = −400
  const Assessment made = account.assess();
  CHECK(made.result.net_result == -400'00);
  CHECK(remedy(made, RemedyCode::shift_channel)->effect == 180'00);
  CHECK(remedy(made, RemedyCode::shift_channel)->from == 10);
  CHECK_FALSE(remedy(made, RemedyCode::shift_invoice));
  CHECK_FALSE(remedy(made, RemedyCode::enforce_terms));
  CHECK_FALSE(remedy(made, RemedyCode::charge_shipping));
  CHECK_FALSE(remedy(made, RemedyCode::reset_discount));
}

TEST_CASE("the plan goes no further than the target and leaves out what the rest can do without") {
  Losing account;
  account.visits(1);
  const Assessment made = account.assess();
  // Without replacing the visit no remedy on orders makes up for its 400.00.
  const auto visit = remedy(made, RemedyCode::replace_visits);
  REQUIRE(visit);
  CHECK(visit->in_plan);
  CHECK(visit->to == 0);
  Cents result = *made.result.net_result;
  for (const RemedyAdvice& row : made.remedies) {
    if (!row.in_plan) continue;
    result += row.effect;
    CHECK(row.result_after == result);
  }
  CHECK(result >= 0);
  for (const RemedyAdvice& row : made.remedies)
    if (!row.in_plan) CHECK(row.result_after == result + row.effect);
  CHECK(made.verdict == Verdict::repair);
}

TEST_CASE("order size goes down to the most orders that reach the target, and never below half") {
  Bench account;
  account.settings.activity_rates["order"] = {Rate::Kind::money, {30 * micro}};
  for (int i = 1; i <= 9; ++i) account.order(as_of - days{i}, 100'00, 25'00);  // 225 − 270 = −45
  auto made = account.assess();
  auto raise = remedy(made, RemedyCode::raise_order_size);
  REQUIRE(raise);
  CHECK(raise->from == 9);
  CHECK(raise->to == 7);  // 225 − 7 × 30 = 15
  CHECK(raise->result_after == 15'00);
  account.settings.activity_rates["order"] = {Rate::Kind::money, {60 * micro}};
  raise = remedy(account.assess(), RemedyCode::raise_order_size);
  CHECK(raise->to == 5);  // 225 − 5 × 60 is still a loss, and half of nine rounded up is five
}

TEST_CASE("what the customer answered changes what is offered") {
  Losing account;
  account.visits(1);
  Snapshot snapshot = account.book.build();
  const auto told = [&](RemedyStatus status, int days_ago) {
    std::vector<Remedy> remedies{{"R", "shift_channel", as_of - days{days_ago}, status}};
    snapshot.remedies = {remedies, true};
    return pipeline::assess(snapshot, account.settings, {}, as_of);
  };
  CHECK(remedy(told(RemedyStatus::offered, 10), RemedyCode::shift_channel)->status == "offered");
  CHECK_FALSE(remedy(told(RemedyStatus::refused, 364), RemedyCode::shift_channel));
  CHECK(remedy(told(RemedyStatus::refused, 365), RemedyCode::shift_channel));
  const Assessment agreed = told(RemedyStatus::accepted, 10);
  CHECK_FALSE(remedy(agreed, RemedyCode::shift_channel));
  CHECK(agreed.verdict == Verdict::repair);
  CHECK(agreed.verdict_reasons == std::vector<std::string_view>{"agreed"});
}

TEST_CASE("an agreed remedy is held against what was predicted, in proportion to the days") {
  Losing account;
  account.visits(1);
  Snapshot snapshot = account.book.build();
  std::vector<Remedy> told{{"R", "shift_channel", as_of - days{73}, RemedyStatus::accepted, true, 365'00}};
  snapshot.remedies = {told, true};
  const Assessment made = pipeline::assess(snapshot, account.settings, {}, as_of);
  REQUIRE(made.agreed.size() == 1);
  CHECK(made.agreed[0].days == 73);
  CHECK(made.agreed[0].predicted == 365'00);
  CHECK(made.agreed[0].predicted_so_far == 73'00);
}

TEST_CASE("what_if answers beside the assessment, with the number of visits that breaks even") {
  Losing account;
  account.settings.activity_rates["order.phone"] = {Rate::Kind::money, {0}};
  account.settings.activity_rates["visit"] = {Rate::Kind::money, {100 * micro}};
  account.visits(4);  // 200 − 400 = −200
  WhatIf asked;
  asked.visits = whole(3);
  const Settings& settings = account.settings;
  const Assessment made = pipeline::Assessor(settings).assess(account.book.build(), {}, as_of, asked);
  CHECK(made.result.net_result == -200'00);
  REQUIRE(made.what_if);
  CHECK(made.what_if->before == -200'00);
  CHECK(made.what_if->result.net_result == -100'00);
  REQUIRE(made.what_if->changes.size() == 1);
  CHECK(made.what_if->changes[0].from == 4 * micro);
  CHECK(made.what_if->changes[0].break_even == 2 * micro);
}

/// A healthy account of many kinds of orders: its plan is empty, so each remedy stands alone.
SnapshotBuilder mixed(int size) {
  SnapshotBuilder book("A", "2026-11-23");
  book.account().since = on("2020-01-01");
  static constexpr std::array<std::string_view, 4> channels{"phone", "email", "visit", "web"};
  for (int i = 0; i < size; ++i) {
    const Cents list = 500'00 + 37'13 * i;
    book.order(as_of - days{3 + i}, list - list / 5, [&](Order& o) {
      o.list_amount = list;
      o.cost_of_goods = list / 3;
      o.channel = channels[static_cast<std::size_t>(i) % 4];
      o.lines = whole(1 + i % 3);
      o.carriage_paid = i % 2 == 0;
      o.freight_paid = 9'00 + i;
      o.freight_charged = i % 3 == 0 ? 12'00 : 2'00;
    });
    book.invoice(as_of - days{100 + i}, 900'00, [&](Invoice& invoice) {
      invoice.delivery = i % 2 == 0 ? "paper" : "pdf";
      invoice.due_date = as_of - days{80 + i};
      invoice.payments = book.payments({{as_of - days{20}, 900'00}});
    });
  }
  book.nothing_else();
  return book;
}

/// The same facts after the remedy was carried out.
void carry_out(RemedyCode code, SnapshotBuilder& book) {
  for (Order& order : book.orders()) {
    if (code == RemedyCode::shift_channel) order.channel = "web";
    if (code == RemedyCode::charge_shipping)
      order.freight_charged = std::max(*order.freight_paid, *order.freight_charged);
  }
  for (Invoice& invoice : book.invoices()) {
    if (code == RemedyCode::shift_invoice && invoice.delivery == "paper") invoice.delivery = "einvoice";
    if (code == RemedyCode::enforce_terms)
      invoice.payments = book.payments({{*invoice.due_date, *invoice.amount_incl_tax}});
  }
}

TEST_CASE("a remedy's effect is what the changed input brings") {
  const bool holds = rc::check("effect equals recomputation", [] {
    const int size = *rc::gen::inRange(4, 40);
    const Settings settings;
    SnapshotBuilder book = mixed(size);
    const Assessment before = pipeline::assess(book.build(), settings, {}, as_of);
    for (const auto code : {RemedyCode::shift_channel, RemedyCode::shift_invoice, RemedyCode::charge_shipping,
                            RemedyCode::enforce_terms}) {
      const auto row = remedy(before, code);
      RC_ASSERT(row.has_value());
      RC_ASSERT(!row->in_plan);
      SnapshotBuilder changed = mixed(size);
      carry_out(code, changed);
      const Assessment after = pipeline::assess(changed.build(), settings, {}, as_of);
      RC_ASSERT(row->result_after == *after.result.net_result);
      RC_ASSERT(row->effect == *after.result.net_result - *before.result.net_result);
    }
  });
  CHECK(holds);
}

}  // namespace
}  // namespace rendabel::test
