#include <catch2/catch.hpp>

#include "plugin/base/status.hpp"
#include "plugin/rules/plan.hpp"

using namespace rendabel;
using namespace rendabel::rules;

namespace {
const Date today = parse_date("2026-11-23").value();  // a Monday
}

TEST_CASE("Capacity is what each agent present can dial") {
  Calls calls;
  CHECK(capacity_on(calls, today, {}) == 8);
  CHECK(capacity_on(calls, today + days{5}, {}) == 8);  // nobody named: somebody is there every day
  calls.agents["jan"].minutes = 50;                     // floor(50 × 8 / 60) = 6
  calls.agents["piet"].days = {"mon"};
  CHECK(capacity_on(calls, today, {}) == 14);
  CHECK(capacity_on(calls, today + days{1}, {}) == 6);
  CHECK(capacity_on(calls, today + days{5}, {}) == 0);  // Saturday
  calls.agents["jan"].absent = {{today, today}};
  CHECK(capacity_on(calls, today, {}) == 8);
  calls.dials_per_hour = Micro{7'500'000};
  CHECK(capacity_on(calls, today, {}) == 7);
}

TEST_CASE("Who is present goes before who should be") {
  Calls calls;
  calls.agents["jan"].minutes = 30;
  using Here = std::vector<Present>;
  CHECK(capacity_on(calls, today, Here{{"jan", {}}}) == 4);
  CHECK(capacity_on(calls, today, Here{{"jan", 120}}) == 16);
  CHECK(capacity_on(calls, today, Here{}) == 0);
  CHECK_THROWS_AS(capacity_on(calls, today, Here{{"kees", {}}}), Failure);
  CHECK_THROWS_AS(capacity_on(calls, today, (Here{{"jan", {}}, {"jan", {}}})), Failure);
  calls.agents.clear();
  CHECK(capacity_on(calls, today, Here{{"kees", {}}}) == 8);
}
