// Flags on the way an account goes, on silence, and on who never began (domain.md 3).
#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

TEST_CASE("declining is below 80 % of last year, or a fall of two years below 80 % of the first") {
  CHECK_FALSE(Bench().years(800'00, 1000'00, 0).raised(FlagCode::declining));
  const auto flag = Bench().years(799'98, 1000'00, 0).flag(FlagCode::declining);
  REQUIRE(flag);
  CHECK(flag->amount == 100'01);  // 200.02 at half
  CHECK(Bench().years(850'00, 950'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(880'00, 950'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(850'00, 850'00, 1100'00).raised(FlagCode::declining));
  CHECK_FALSE(Bench().years(0, 0, 1000'00).raised(FlagCode::declining));
  const auto gone = Bench().years(0, 1000'00, 0).flag(FlagCode::declining);
  CHECK(gone->amount == 500'00);  // at last year's ratio: this year has none

  Bench truncated;
  truncated.years(500'00, 1000'00, 0);
  truncated.book.account().history_from = window(as_of, 1).first + days{1};
  CHECK_FALSE(truncated.raised(FlagCode::declining));
  CHECK(truncated.not_judged(FlagCode::declining) == "before_history");
  truncated.book.account().history_from = window(as_of, 1).first;
  CHECK(truncated.raised(FlagCode::declining));
}

TEST_CASE("eroding is a net margin 500 basis points below last year's, if both are equally known") {
  const auto margins = [](Cents now, Cents before) {
    Bench bench;
    bench.order(as_of - days{20}, 1000'00, now).order(as_of - days{380}, 1000'00, before);
    return bench;
  };
  CHECK(margins(150'04, 200'00).raised(FlagCode::eroding));        // 1500.4 bp, reported as 1500
  CHECK_FALSE(margins(150'05, 200'00).raised(FlagCode::eroding));  // 1501
  CHECK(margins(150'00, 200'00).flag(FlagCode::eroding)->amount == 50'00);
  auto uneven = margins(100'00, 200'00);
  uneven.book.orders()[0].lines.reset();
  CHECK_FALSE(uneven.raised(FlagCode::eroding));
  CHECK(uneven.not_judged(FlagCode::eroding) == "coverage_differs");
}

TEST_CASE("stagnant is within 5 % of the year before, twice, and only informs") {
  CHECK(Bench().years(1050'00, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1050'01, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK(Bench().years(950'00, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(949'99, 1000'00, 1000'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1000'00, 1000'00, 900'00).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(0, 0, 0).raised(FlagCode::stagnant));
  CHECK_FALSE(Bench().years(1000'00, 1000'00, 1000'00).flag(FlagCode::stagnant)->amount);
  Bench truncated;
  truncated.years(1000'00, 1000'00, 1000'00);
  truncated.book.account().history_from = window(as_of, 2).first + days{1};
  CHECK(truncated.not_judged(FlagCode::stagnant) == "before_history");
}

TEST_CASE("slipping and dormant carry the potential") {
  Bench bench;
  for (const int age : {40, 47, 54}) bench.order(as_of - days{age}, 100'00, 50'00);
  CHECK(bench.flag(FlagCode::slipping)->amount == 150'00);
  CHECK(number(*bench.flag(FlagCode::slipping), "silent_days") == 40);
  CHECK(number(*bench.flag(FlagCode::slipping), "median_gap_days") == 7 * micro);
  Bench asleep;
  for (const int age : {100, 107, 114}) asleep.order(as_of - days{age}, 100'00, 50'00);
  CHECK(asleep.raised(FlagCode::dormant));
  CHECK_FALSE(asleep.raised(FlagCode::slipping));
}

TEST_CASE("never_bought asked for quotes or information and has no order") {
  Bench bench;
  CHECK_FALSE(bench.raised(FlagCode::never_bought));
  bench.book.quote("2026-11-01", 1000'00, [](Quote& q) { q.margin = 250'00; });
  CHECK(bench.flag(FlagCode::never_bought)->amount == 250'00);
  bench.settings.gross_margin_assumed = Micro{400'000};
  bench.book.quote("2026-11-02", 100'00);
  bench.book.quote("2026-11-03", 100'00, [](Quote& q) { q.status = QuoteStatus::lost; });
  bench.book.quote("2026-11-04", 100'00, [](Quote& q) { q.valid_until = as_of - days{1}; });
  bench.book.quote("2026-11-24", 100'00);
  CHECK(bench.flag(FlagCode::never_bought)->amount == 290'00);
  CHECK(number(*bench.flag(FlagCode::never_bought), "quotes") == 4);
  bench.order(as_of + days{1}, 1'00, 0);  // not yet
  CHECK(bench.raised(FlagCode::never_bought));
  bench.book.account().history_from = on("2020-01-01");
  CHECK(bench.not_judged(FlagCode::never_bought) == "before_history");
  bench.book.account().history_from.reset();
  bench.order(as_of - days{1500}, 1'00, 0);
  CHECK_FALSE(bench.raised(FlagCode::never_bought));

  Bench asked;
  asked.book.inquiry("2026-11-24T00:30:00+01:00");  // as_of is over by then
  CHECK_FALSE(asked.raised(FlagCode::never_bought));
  asked.book.inquiry("2026-11-23T22:00:00Z");
  CHECK(asked.flag(FlagCode::never_bought)->amount == 0);
}

}  // namespace
}  // namespace rendabel::test
