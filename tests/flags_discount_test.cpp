// The stale discount: due at its own price, deserved once or never (domain.md 3).
#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

/// Bought at list 1,000.00 less `discount`; the scale gives 5 % from 0 and 15 % from 900.00.
Bench discounted(Cents discount) {
  Bench bench;
  bench.settings.scale = DiscountScale::steps;
  bench.settings.discount_scale = {{0, whole(5)}, {900'00, whole(15)}};
  bench.order(1000'00 - discount, 100'00);
  bench.book.orders()[0].list_amount = 1000'00;
  return bench;
}

TEST_CASE("stale_discount is raised from one point above the discount due, above a year of age") {
  CHECK_FALSE(discounted(59'99).raised(FlagCode::stale_discount));
  auto bench = discounted(60'00);
  REQUIRE(bench.raised(FlagCode::stale_discount));
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 10'00);
  CHECK(number(*bench.flag(FlagCode::stale_discount), "effective_discount_bp") == 600);
  CHECK(number(*bench.flag(FlagCode::stale_discount), "due_discount_bp") == 500);
  bench.book.account().since = as_of - days{366};
  CHECK(bench.raised(FlagCode::stale_discount));
  bench.book.account().since = as_of - days{365};
  CHECK_FALSE(bench.raised(FlagCode::stale_discount));
}

TEST_CASE("a step is due when it would be reached at its own price") {
  auto bench = discounted(150'00);
  bench.book.orders()[0].list_amount = 1058'82;  // × 85 % = 899.997
  CHECK(number(*bench.flag(FlagCode::stale_discount), "due_discount_bp") == 500);
  bench.book.orders()[0].list_amount = 1058'83;  // × 85 % = 900.0055
  bench.book.orders()[0].net_amount = 900'00;
  CHECK_FALSE(bench.raised(FlagCode::stale_discount));
  bench.book.credit_note("2026-11-15", 1, [](CreditNote& n) { n.kind = CreditKind::correction; });
  CHECK(bench.raised(FlagCode::stale_discount));
}

TEST_CASE("a bonus is a discount, and the amount shrinks with what credit notes took") {
  auto bench = discounted(50'00);
  bench.book.credit_note("2026-11-15", 100'00, [](CreditNote& n) { n.kind = CreditKind::bonus; });
  // 15 % against 5 %: 100.00, × (950 − 100) / 950.
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 89'47);
}

TEST_CASE("the year in which a discount was last deserved is named, or that it never was") {
  auto never = discounted(150'00);
  CHECK_FALSE(number(*never.flag(FlagCode::stale_discount), "last_deserved_window"));
  auto once = discounted(150'00);
  once.order(as_of - days{800}, 5000'00, 100'00);
  CHECK(number(*once.flag(FlagCode::stale_discount), "last_deserved_window") == 2);
  once.order(as_of - days{400}, 900'00, 100'00);
  CHECK(number(*once.flag(FlagCode::stale_discount), "last_deserved_window") == 1);
}

TEST_CASE("without list prices the standing discount counts, without either the flag is not assessable") {
  auto bench = discounted(150'00);
  bench.book.orders()[0].list_amount.reset();
  CHECK(bench.not_judged(FlagCode::stale_discount) == "list_unknown");
  bench.book.account().standing_discount_percent = whole(15);
  CHECK(bench.flag(FlagCode::stale_discount)->amount == 100'00);  // 850.00 / 85 % = 1,000.00
  bench.settings.scale = DiscountScale::none;
  CHECK(bench.not_judged(FlagCode::stale_discount) == "no_scale");
  bench.settings.scale = DiscountScale::inferred;
  CHECK(bench.not_judged(FlagCode::stale_discount) == "not_yet_inferred");
}

}  // namespace
}  // namespace rendabel::test
