// The day's list and the team: pins, assignments, languages, own accounts, why a place.
#include <catch2/catch.hpp>

#include "plugin/rules/plan.hpp"

using namespace rendabel;
using namespace rendabel::rules;

namespace {

const Date today = parse_date("2026-11-23").value();

Candidate candidate(std::string account, Cents value, Reason reason = Reason::slipping) {
  Candidate out;
  out.account_id = account;
  out.reason.code = reason;
  out.reason.value_at_stake = value;
  out.contact_id = out.phone_e164 = account;
  out.may_reach = {account};
  return out;
}
Candidate of(std::string account, Cents value, std::string agent) {
  auto out = candidate(std::move(account), value);
  out.agent = std::move(agent);
  return out;
}
Candidate speaking(std::string account, Cents value, std::string language) {
  auto out = candidate(std::move(account), value);
  out.language = std::move(language);
  return out;
}

PlanTerms terms(std::vector<AgentToday> agents) {
  PlanTerms out;
  out.day = today;
  for (const auto& agent : agents) out.capacity += agent.places;
  out.agents = std::move(agents);
  return out;
}
std::string told(const DayPlan& plan) {
  std::string out;
  for (const auto& call : plan.calls)
    out += call.account_id + (call.agent.empty() ? "" : "@" + call.agent) + "=" +
           std::string(name_of(call.place)) + " ";
  return out;
}

}  // namespace

TEST_CASE("an owner's accounts are his while he has places, then anybody's") {
  const auto plan = plan_of({of("A", 40, "jan"), of("B", 30, "jan"), of("C", 20, "jan"), of("D", 10, "piet")},
                            terms({{"jan", 2, {}, true}, {"piet", 2, {}, true}}));
  CHECK(told(plan) == "A@jan=value B@jan=value C=value D@piet=value ");
}

TEST_CASE("an absent owner's account is anybody's") {
  CHECK(told(plan_of({of("A", 40, "els")}, terms({{"jan", 2, {}, true}}))) == "A=value ");
}

TEST_CASE("what the team leader assigned stays with the agent, and waits when his day is full") {
  auto first = of("A", 40, "jan"), second = of("B", 30, "jan");
  first.assigned = second.assigned = true;
  const auto plan = plan_of({first, second}, terms({{"jan", 1, {}, true}, {"piet", 5, {}, true}}));
  CHECK(told(plan) == "A@jan=value ");
  REQUIRE(plan.left_out.size() == 1);
  CHECK(plan.left_out[0].why == "capacity");
}

TEST_CASE("a call in a language is made by who speaks it; there are no more of them than he has places") {
  const std::vector<AgentToday> team{{"jan", 3, {"nl"}, true}, {"marie", 1, {"fr", "nl"}, true}};
  const auto plan = plan_of({speaking("A", 50, "fr"), speaking("B", 40, "fr"), speaking("C", 30, "nl"),
                             speaking("D", 20, ""), speaking("E", 10, "de")},
                            terms(team));
  CHECK(told(plan) == "A=value C=value D=value ");
  REQUIRE(plan.left_out.size() == 2);
  CHECK(plan.left_out[0].why == "capacity");     // B
  CHECK(plan.left_out[1].why == "no_language");  // E
}

TEST_CASE("agents who name no language take any") {
  CHECK(told(plan_of({speaking("A", 50, "fr")}, terms({{"jan", 1, {}, true}}))) == "A=value ");
}

TEST_CASE("a call pinned by the team leader comes first, whatever it is worth, also where the day is full") {
  auto pinned = candidate("Z", -600);
  pinned.pinned = true;
  CHECK(told(plan_of({candidate("A", 50), candidate("B", 40), pinned}, terms({{"jan", 2, {}, true}}))) ==
        "Z=pinned A=value ");
  CHECK(told(plan_of({pinned}, terms({{"jan", 0, {}, true}}))) == "Z=pinned ");
}

TEST_CASE("each place says what gave it") {
  auto now = candidate("N", 1, Reason::problem);
  now.lane = Lane::now;
  auto wanted = terms({{"jan", 2, {}, true}});
  wanted.reserve["quote"] = Micro{500'000};
  const auto plan =
      plan_of({now, candidate("A", 50), candidate("B", 40), candidate("Q", 10, Reason::quote)}, wanted);
  CHECK(told(plan) == "N=now A=value Q=reserved ");
  CHECK(plan.calls[2].reserved_for == Reason::quote);
  CHECK_FALSE(plan.calls[1].reserved_for);
}

TEST_CASE(
    "what comes up during the day is added while there is room, and in a language that has a seat left") {
  auto later = terms({{"jan", 1, {"nl"}, true}, {"marie", 1, {"fr"}, true}});
  later.during_day = true;
  later.capacity = 1;
  later.seated = {"fr"};
  CHECK(told(plan_of({speaking("A", 50, "fr"), speaking("B", 40, "nl")}, later)) == "B=added ");
}

TEST_CASE("calls of the now-lane go to an owner only when he takes such calls") {
  auto now = of("A", 1, "jan");
  now.lane = Lane::now;
  CHECK(told(plan_of({now}, terms({{"jan", 2, {}, false}}))) == "A=now ");
  CHECK(told(plan_of({now}, terms({{"jan", 0, {}, true}}))) == "A@jan=now ");
}
