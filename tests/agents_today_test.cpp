// Who calls on a day, and how many calls that makes.
#include "plugin/rules/agents_today.hpp"

#include <catch2/catch.hpp>

#include "plugin/base/status.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using rules::agents_on;
using rules::capacity_on;
using test::on;

namespace {

const Date monday = on("2026-11-23");

Calls team() {
  Calls calls;
  calls.agents["jan"].minutes = 90;
  calls.agents["piet"].days = {"mon", "wed"};
  calls.agents["els"].absent = {{on("2026-11-23"), on("2026-11-24")}};
  return calls;
}
std::string here(const Calls& calls, Date day) {
  std::string out;
  for (const auto& agent : agents_on(calls, day, {}))
    out += agent.id + ":" + std::to_string(agent.places) + " ";
  return out;
}

}  // namespace

TEST_CASE("an agent is here on his days, unless he is absent") {
  CHECK(here(team(), monday) == "jan:12 piet:8 ");
  CHECK(here(team(), monday + days{1}) == "jan:12 ");
  CHECK(here(team(), monday + days{2}) == "els:8 jan:12 piet:8 ");
  CHECK(here(team(), monday - days{2}).empty());  // a Saturday
}

TEST_CASE("capacity is the sum of whole calls an agent") {
  auto calls = team();
  CHECK(capacity_on(calls, monday, {}) == 20);
  calls.dials_per_hour = Micro{7'500'000};
  CHECK(capacity_on(calls, monday, {}) == 18);  // 11.25 and 7.5
}

TEST_CASE("without agents in the settings there is one nobody names, every day") {
  CHECK(agents_on(Calls{}, monday, {}).empty());
  CHECK(capacity_on(Calls{}, monday - days{1}, {}) == 8);
}

TEST_CASE("who is said to be present counts, also on a day off or an absence") {
  const std::vector<Present> present{{"els", 30}, {"piet", std::nullopt}};
  CHECK(capacity_on(team(), monday + days{1}, present) == 12);
  CHECK(capacity_on(team(), monday, std::vector<Present>{}) == 0);
}

TEST_CASE("a stranger or the same agent twice is refused") {
  const auto status = [](std::vector<Present> present) {
    return test::status_of([&] { agents_on(team(), monday, present); });
  };
  CHECK(status({{"tom", 60}}) == Status::invalid_argument);
  CHECK(status({{"jan", 60}, {"jan", 60}}) == Status::invalid_argument);
  CHECK(status({{"jan", 60}}) == Status::ok);
}

TEST_CASE("a pilot is one hour a day, whoever has more") {
  auto calls = team();
  calls.preset = "pilot";
  CHECK(here(calls, monday) == "jan:8 piet:8 ");
  calls.hour_minutes = 30;
  CHECK(here(calls, monday) == "jan:4 piet:4 ");
  CHECK(capacity_on(Calls{}, monday, {}) == 8);
}

TEST_CASE("a pilot calls on the days of its hour, but for whom the team leader says is here") {
  auto calls = team();
  calls.preset = "pilot";
  calls.hour_days = {"tue", "thu"};
  CHECK(here(calls, monday).empty());
  CHECK(capacity_on(calls, monday, {}) == 0);
  CHECK(capacity_on(calls, monday + days{1}, {}) > 0);
  CHECK(capacity_on(calls, monday, std::vector<Present>{{"jan", 60}}) == 8);
  Calls nobody_named;
  nobody_named.preset = "pilot";
  nobody_named.hour_days = {"tue"};
  CHECK(capacity_on(nobody_named, monday, {}) == 0);
  CHECK(capacity_on(nobody_named, monday + days{1}, {}) == 8);
  nobody_named.preset.clear();
  CHECK(capacity_on(nobody_named, monday, {}) == 8);  // only a pilot is bound to them
}
