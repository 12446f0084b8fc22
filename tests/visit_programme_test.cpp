#include "plugin/rules/visit_programme.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "tests/support/book_rows.hpp"
#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using test::SnapshotBuilder;

namespace {

const Date day = test::BookTable::day;

rules::BookVisits visits(std::int64_t done, std::int64_t advised, Cents freed) {
  const auto calls = std::max<std::int64_t>(done - advised, 0);
  return {Micro{done * micro},  9,    advised, Micro{done * micro}, Micro{calls * micro},
          Micro{calls * micro}, freed};
}

}  // namespace

TEST_CASE("visits above the advice become calls and free their hours and their part of the line") {
  SnapshotBuilder builder("a", "2026-11-23");
  builder.order("2025-01-01", 100'00).order("2026-06-01", 10'000'00, [](Order& order) {
    order.cost_of_goods = 6'000'00;
  });
  for (const auto* on : {"2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"})
    builder.activity(on, "visit", [](Activity& visit) { visit.minutes = Micro{90 * micro}; });
  builder.activity("2026-12-10", "visit").nothing_else();
  builder.activities().back().planned = true;
  const auto snapshot = builder.build();
  const Settings settings;
  const pipeline::Assessor assessor(settings);
  const auto made = assessor.assess(snapshot, {}, day);
  REQUIRE(made.visits.advised == 2);  // 25 % of 4,000.00 at 400.00 a visit
  const auto row = rules::book_visits(snapshot, made, assessor.rates());
  CHECK(row.done == Micro{4 * micro});
  CHECK(row.hours == Micro{6 * micro});
  CHECK(row.calls == Micro{2 * micro});
  CHECK(row.hours_freed == Micro{3 * micro});
  CHECK(row.money_freed == 2 * 400'00 - 2 * 6'00);
}

TEST_CASE("the programme adds up per owner and shows where a visit meets most potential") {
  test::BookTable table;
  const auto add = [&](const char* id, const char* owner, rules::BookVisits of,
                       std::optional<Cents> potential) {
    auto& row = table.add(id, 100'00, 1);
    row.owner = owner;
    row.visits = of;
    row.potential = potential;
  };
  add("often", "els", visits(10, 4, 2'364'00), 5'000'00);
  add("never", "els", visits(0, 3, 0), 4'000'00);
  add("untold", "jan", {}, 9'000'00);
  add("equal", "jan", visits(0, 1, 0), 4'000'00);
  table.add("gone", 0, 1, true).owner = "jan";
  const auto programme = table.book().visit_programme;
  CHECK(programme.total == VisitSums{4, 3, Micro{10 * micro}, Micro{10 * micro}, 27, 8, Micro{6 * micro},
                                     Micro{6 * micro}, 2'364'00});
  REQUIRE(programme.owners.size() == 2);
  CHECK(programme.owners[0].owner == "els");
  CHECK(programme.owners[0].sums.advised == 7);
  CHECK(programme.owners[1].sums.known == 1);
  std::vector<std::string> best;
  for (const auto& row : programme.best) best.push_back(row.account_id);
  CHECK(best == std::vector<std::string>{"untold", "equal", "never", "often"});  // equal ones by id
  CHECK(programme.best.back().potential_per_visit == 500'00);
  CHECK(table.book(true).visit_programme == programme);
}

TEST_CASE("rows stay bounded and the totals do not") {
  test::BookTable table;
  std::vector<std::string> owners;
  for (int n = 0; n < 120; ++n) owners.push_back("owner " + std::to_string(n));
  for (int n = 0; n < 250; ++n) {
    auto& row = table.add("a" + std::to_string(n), 100, 1);
    row.owner = owners[static_cast<std::size_t>(n) % owners.size()];
    row.visits = visits(1, 0, 5);
    row.potential = 100 + n;
  }
  const auto programme = table.book().visit_programme;
  CHECK(programme.total.customers == 250);
  CHECK(programme.total.money_freed == 1'250);
  CHECK(programme.best.size() == 20);
  CHECK(programme.best.front().account_id == "a249");
  CHECK(programme.owners.size() == 100);
  CHECK(programme.owners_left_out == 20);
}
