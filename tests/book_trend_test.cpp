#include "plugin/rules/book_trend.hpp"

#include <catch2/catch.hpp>

#include "tests/support/book_rows.hpp"
#include "tests/support/build_snapshot.hpp"

using namespace rendabel;

namespace {

const Date day = test::BookTable::day;
constexpr std::uint32_t loss = 1U << static_cast<unsigned>(FlagCode::loss_making);

/// A customer with a result then and now; none then: it was not there.
void add(test::BookTable& table, const std::string& id, std::optional<Cents> before, Cents now) {
  auto& row = table.add(id, 1'000'00, now);
  if (before) row.before = rules::BookBefore{before, *before < -25'00 ? loss : 0};
  if (now < -25'00) row.flags.push_back({FlagCode::loss_making, -now});
}

}  // namespace

TEST_CASE("the trend tells who became loss-making, who was repaired and who left") {
  test::BookTable table;
  table.since = day - days{7};
  add(table, "fell", 10'00, -90'00);
  add(table, "fell further", 10'00, -95'00);
  add(table, "new and losing", std::nullopt, -30'00);
  add(table, "still losing", -80'00, -70'00);
  add(table, "mended", -80'00, 5'00);
  add(table, "fine", 10'00, 12'00);
  add(table, "gone", -60'00, 0);
  table.rows.back().result.net_revenue = 0;
  table.rows.back().bought = false;
  add(table, "cannot be told", -60'00, 0);
  table.rows.back().result.net_result.reset();
  const auto trend = table.book().trend;
  CHECK(trend.since == day - days{7});
  CHECK(trend.became_loss_making == 3);
  CHECK(trend.repaired == 1);
  CHECK(trend.left == 1);
  CHECK(trend.became_rows == std::vector<TrendAccount>{{"fell further", "", 10'00, -95'00},
                                                       {"fell", "", 10'00, -90'00},
                                                       {"new and losing", "", std::nullopt, -30'00}});
  CHECK(trend.repaired_rows == std::vector<TrendAccount>{{"mended", "", -80'00, 5'00}});
  CHECK(table.book(true).trend == trend);
}

TEST_CASE("the first refresh has no trend") {
  test::BookTable table;
  add(table, "losing", std::nullopt, -90'00);
  CHECK(table.book().trend == BookTrend{});
}

TEST_CASE("the worst accounts come with their plan, bounded, lowest first, ties by id") {
  test::BookTable table;
  for (int n = 0; n < 60; ++n) {
    auto& row = table.add("a" + std::to_string(100 + n), 500'00, -(n / 2) * 1'00 - 1);
    row.verdict = Verdict::repair;
    row.plan = {{RemedyCode::enforce_terms, 40}, {RemedyCode::replace_visits, 50}};
    row.plan_result = 7;
  }
  table.add("earns", 500'00, 1);
  table.add("bought nothing", 0, -999'00, true);
  const auto worst = table.book().worst;
  REQUIRE(worst.size() == 50);
  CHECK(worst[0].account_id == "a158");
  CHECK(worst[1].account_id == "a159");
  CHECK(worst[0].plan == std::vector<RemedyCode>{RemedyCode::enforce_terms, RemedyCode::replace_visits});
  CHECK(worst[0].result_after == 7);
  CHECK(worst[0].layer);
}

TEST_CASE("remedies are counted as advised, offered, agreed and refused, and collected where known") {
  test::BookTable table;
  using Told = rules::BookRemedy;
  table.add("a", 1, 1).remedies = {Told{RemedyCode::enforce_terms, RemedyStatus::accepted, 100, 50, 40}};
  table.add("b", 1, 1).remedies = {Told{RemedyCode::enforce_terms, RemedyStatus::accepted, {}, {}, {}}};
  table.add("c", 1, 1).remedies = {Told{RemedyCode::enforce_terms, RemedyStatus::refused, {}, {}, {}}};
  auto& last = table.add("d", 1, 1);
  last.remedies = {Told{RemedyCode::shift_invoice, RemedyStatus::offered, {}, {}, {}}};
  last.plan = {{RemedyCode::enforce_terms, 30}};
  const auto book = table.book();
  REQUIRE(book.remedies.size() == 2);
  CHECK(book.remedies[0] == RemedyHeadline{RemedyCode::enforce_terms, 1, 30, 0, 2, 1, 100, 50, 40});
  CHECK(book.remedies[1] == RemedyHeadline{RemedyCode::shift_invoice, 0, 0, 1, 0, 0, {}, {}, {}});
  CHECK(book.trend.predicted_so_far == 50);
  CHECK(book.trend.realised == 40);
}

TEST_CASE("of a remedy the last answer up to the day counts, on one day the harder one") {
  std::vector<Remedy> told(4);
  const auto set = [&](std::size_t n, const char* code, const char* on, RemedyStatus status) {
    told[n].code = code;
    told[n].date = test::on(on);
    told[n].status = status;
  };
  set(0, "enforce_terms", "2026-01-01", RemedyStatus::refused);
  set(1, "enforce_terms", "2026-05-01", RemedyStatus::offered);
  set(2, "enforce_terms", "2026-05-01", RemedyStatus::accepted);
  set(3, "enforce_terms", "2026-12-01", RemedyStatus::refused);
  Snapshot snapshot;
  snapshot.remedies = {told, true};
  Assessment made;
  made.as_of = day;
  const auto rows = rules::book_remedies(snapshot, made);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].status == RemedyStatus::accepted);
}
