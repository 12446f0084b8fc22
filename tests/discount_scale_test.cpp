// The scale that a book itself shows: ten groups by revenue, medians, pooled until they rise (domain.md 3).
#include "plugin/rules/discount_scale.hpp"

#include <rapidcheck.h>

#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

using rules::DiscountPoint;
using rules::infer_scale;

DiscountPoint point(int number, Cents r0, std::int32_t effective_bp) {
  return {std::to_string(1000 + number), r0, effective_bp};
}

/// `count` accounts of 1.00, 2.00, 3.00 … with a discount by their place.
template <class Discount>
std::vector<DiscountPoint> book_of(int count, Discount discount_bp) {
  std::vector<DiscountPoint> points;
  for (int i = 0; i < count; ++i) points.push_back(point(i, (i + 1) * 1'00, discount_bp(i)));
  return points;
}

TEST_CASE("fewer than a hundred accounts show no scale") {
  const auto flat = [](int) { return 500; };
  CHECK(infer_scale(book_of(99, flat)).empty());
  CHECK(infer_scale({}).empty());
  CHECK(infer_scale(book_of(100, flat)) == std::vector<DiscountStep>{{1'00, whole(5)}});
}

TEST_CASE("each of ten groups gives a step at its lowest revenue with its lower median") {
  const auto scale = infer_scale(book_of(100, [](int i) { return 100 * (i / 10) + i % 10; }));
  REQUIRE(scale.size() == 10);
  for (int group = 0; group < 10; ++group) {
    const auto& step = scale[static_cast<std::size_t>(group)];
    CHECK(step.from_revenue == (10 * group + 1) * 1'00);
    CHECK(step.percent == Micro{(100 * group + 4) * micro / 100});  // of ten the fifth
  }
}

TEST_CASE("the groups that are one larger come first") {
  const auto scale = infer_scale(book_of(103, [](int i) { return i; }));
  REQUIRE(scale.size() == 10);
  CHECK(scale[1].from_revenue == 12'00);
  CHECK(scale[2].from_revenue == 23'00);
  CHECK(scale[3].from_revenue == 34'00);
  CHECK(scale[4].from_revenue == 44'00);
  CHECK(scale[0].percent == Micro{5 * micro / 100});  // of eleven the sixth
}

TEST_CASE("a group with less discount than a smaller one is pooled with it to the median of both") {
  // Groups at 1, 2, 9, 3, 4 … %: the third and fourth are one, and of their twenty the tenth counts.
  const auto scale = infer_scale(book_of(100, [](int i) {
    const int group = i / 10;
    return group == 2 ? 900 : group == 3 ? 300 + i % 10 : 100 * (group + (group < 3 ? 1 : 0));
  }));
  REQUIRE(scale.size() == 9);
  CHECK(scale[2] == DiscountStep{21'00, {309 * micro / 100}});
  CHECK(scale[3] == DiscountStep{41'00, whole(4)});
}

TEST_CASE("a scale that falls all the way is one step") {
  const auto scale = infer_scale(book_of(100, [](int i) { return 1000 - 10 * i; }));
  CHECK(scale == std::vector<DiscountStep>{{1'00, whole(5)}});
}

TEST_CASE("a surcharge is no discount due, and groups that begin at one revenue are one step") {
  CHECK(infer_scale(book_of(100, [](int) { return -300; })) == std::vector<DiscountStep>{{1'00, {}}});
  auto points = book_of(100, [](int i) { return i < 50 ? 100 : 200; });
  for (auto& one : points) one.r0 = 7'00;
  CHECK(infer_scale(points) == std::vector<DiscountStep>{{7'00, whole(2)}});
}

TEST_CASE("a scale rises, and the order of the accounts does not matter") {
  CHECK(rc::check("rising, in any order", [] {
    const auto count = *rc::gen::inRange(100, 260);
    std::vector<DiscountPoint> points;
    for (int i = 0; i < count; ++i)
      points.push_back(point(i, *rc::gen::inRange(1, 50) * 1'00, *rc::gen::inRange(-100, 4000)));
    const auto scale = infer_scale(points);
    RC_ASSERT(!scale.empty());
    for (std::size_t i = 1; i < scale.size(); ++i) {
      RC_ASSERT(scale[i - 1].from_revenue < scale[i].from_revenue);
      RC_ASSERT(scale[i - 1].percent < scale[i].percent);
    }
    std::reverse(points.begin(), points.end());
    RC_ASSERT(infer_scale(points) == scale);
  }));
}

/// The drivers of window 0 of one account.
rules::Drivers window_of(Bench& bench) {
  const rules::Rates rates(bench.settings);
  const Snapshot snapshot = bench.book.build();
  return rules::collect_drivers(snapshot, bench.settings, rates, as_of).windows[0];
}

TEST_CASE("an account tells of the scale where its list prices are known and it has revenue") {
  Bench bench;
  bench.order(880'00, 100'00);
  CHECK_FALSE(rules::discount_point_of(window_of(bench), "A"));
  bench.book.orders()[0].list_amount = 1000'00;
  const auto point = rules::discount_point_of(window_of(bench), "A");
  REQUIRE(point);
  CHECK(point->account_id == "A");
  CHECK(point->r0 == 880'00);
  CHECK(point->effective_bp == 1200);
  bench.order(220'00, 10'00);  // without a list price; 880 of 1,100 is 80 %
  CHECK(rules::discount_point_of(window_of(bench), "A")->r0 == 1100'00);
  bench.order(1, 0);
  CHECK_FALSE(rules::discount_point_of(window_of(bench), "A"));
}

TEST_CASE("a bonus counts as discount, and who gave all back tells nothing") {
  Bench bench;
  bench.order(900'00, 100'00);
  bench.book.orders()[0].list_amount = 1000'00;
  bench.book.credit_note("2026-11-15", 50'00, [](CreditNote& note) { note.kind = CreditKind::bonus; });
  CHECK(rules::discount_point_of(window_of(bench), "A")->effective_bp == 1500);
  CHECK(rules::discount_point_of(window_of(bench), "A")->r0 == 850'00);
  bench.book.credit_note("2026-11-16", 850'00, [](CreditNote& note) { note.kind = CreditKind::correction; });
  CHECK_FALSE(rules::discount_point_of(window_of(bench), "A"));
}

/// Bought at 15 % discount in a book whose inferred scale gives 5 %, and 15 % from 900.00.
struct Inferred : Bench {
  BookContext book_known;

  Inferred() {
    settings.scale = DiscountScale::inferred;
    book_known.as_of = as_of;
    book_known.inferred_scale = {{0, whole(5)}, {900'00, whole(15)}};
    order(850'00, 100'00);
    book.orders()[0].list_amount = 1000'00;
  }
  std::optional<Flag> stale() {
    const Assessment made = pipeline::assess(book.build(), settings, book_known, as_of);
    const auto found = std::ranges::find(made.flags, FlagCode::stale_discount, &Flag::code);
    return found == made.flags.end() ? std::nullopt : std::optional(*found);
  }
  std::string_view not_judged() {
    for (const Coverage& row : pipeline::assess(book.build(), settings, book_known, as_of).coverage)
      if (row.line == "stale_discount" && row.state == CoverageState::not_assessable) return row.reason;
    return {};
  }
};

TEST_CASE("by an inferred scale only who once earned his discount is flagged, and the flag says inferred") {
  Inferred never;
  CHECK_FALSE(never.stale());
  CHECK(never.not_judged().empty());
  Inferred once;
  once.order(as_of - days{400}, 900'00, 100'00);
  REQUIRE(once.stale());
  CHECK(once.stale()->amount == 100'00);
  CHECK(number(*once.stale(), "inferred_scale") == 1);
  CHECK(number(*once.stale(), "last_deserved_window") == 1);
  Inferred almost;
  almost.order(as_of - days{400}, 899'99, 100'00);
  CHECK_FALSE(almost.stale());
  Inferred before;
  before.order(as_of - days{800}, 900'00, 100'00);
  CHECK(number(*before.stale(), "last_deserved_window") == 2);
}

TEST_CASE("a step within a point of the discount was reached: it counts as once earned") {
  Inferred account;
  account.order(as_of - days{400}, 900'00, 100'00);
  account.book.orders()[0].net_amount = 840'00;  // 16 %
  CHECK(account.stale());
  account.book.orders()[0].net_amount = 839'99;
  CHECK_FALSE(account.stale());
}

TEST_CASE("revenue before the history cannot have earned a discount, and that is said") {
  Inferred account;
  account.book.account().history_from = as_of - days{500};
  CHECK_FALSE(account.stale());
  CHECK(account.not_judged() == "before_history");
}

TEST_CASE("without a finished refresh, or with too few accounts, no scale is inferred and that is said") {
  Inferred account;
  account.book_known = {};
  CHECK(account.not_judged() == "not_yet_inferred");
  account.book_known.as_of = as_of;
  CHECK(account.not_judged() == "too_few_to_infer");
}

}  // namespace
}  // namespace rendabel::test
