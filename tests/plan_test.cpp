#include "plugin/rules/plan.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

const Date today = parse_date("2026-11-23").value();  // a Monday

Candidate a_candidate(std::string account, Reason reason, Cents value, std::string number = {}) {
  Candidate out;
  out.account_id = std::move(account);
  out.reason.code = reason;
  out.reason.value_at_stake = value;
  out.due_from = out.due_to = today;
  out.contact_id = "c-" + out.account_id;
  out.may_reach = {out.contact_id};
  out.phone_e164 = number.empty() ? "31" + out.account_id : std::move(number);
  out.permission = {Allowed::allowed, "NL5"};
  return out;
}

DayPlan planned(std::vector<Candidate> candidates, std::int64_t capacity,
                std::map<std::string, Micro> reserve = {}) {
  return plan_of(std::move(candidates), {today, capacity, std::move(reserve), {}, {}, {}, false});
}

std::string accounts(const DayPlan& plan) {
  std::string out;
  for (const auto& call : plan.calls) out += call.account_id + " ";
  return out;
}
std::string left_out(const DayPlan& plan) {
  std::string out;
  for (const auto& row : plan.left_out) out += row.account_id + ":" + std::string(row.why) + " ";
  return out;
}

}  // namespace

TEST_CASE("Calls go by value, then due day, then account id") {
  auto late = a_candidate("D", Reason::slipping, 50);
  late.due_from = today - days{3};
  const auto plan = planned({a_candidate("B", Reason::slipping, 50), a_candidate("A", Reason::slipping, 50),
                             late, a_candidate("C", Reason::dormant, 90)},
                            10);
  CHECK(accounts(plan) == "C D A B ");
  for (std::size_t i = 0; i < plan.calls.size(); ++i)
    CHECK(plan.calls[i].rank == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("Who finds no place is left out for capacity") {
  const auto plan = planned({a_candidate("A", Reason::slipping, 10), a_candidate("B", Reason::slipping, 30),
                             a_candidate("C", Reason::slipping, 20)},
                            2);
  CHECK(accounts(plan) == "B C ");
  CHECK(left_out(plan) == "A:capacity ");
  CHECK(accounts(planned({a_candidate("A", Reason::slipping, 10)}, 0)).empty());
}

TEST_CASE("Half of the places are kept for quotes, and free when there are none") {
  std::vector<Candidate> all;
  for (int i = 0; i < 6; ++i) all.push_back(a_candidate("S" + std::to_string(i), Reason::slipping, 1000 - i));
  const std::map<std::string, Micro> half{{"quote", Micro{500'000}}};
  CHECK(accounts(planned(all, 5, half)) == "S0 S1 S2 S3 S4 ");
  for (int i = 0; i < 4; ++i) all.push_back(a_candidate("Q" + std::to_string(i), Reason::quote, 10 - i));
  CHECK(accounts(planned(all, 5, half)) == "S0 S1 S2 Q0 Q1 ");  // floor(0.5 × 5) = 2
  CHECK(accounts(planned(all, 1, half)) == "S0 ");
  for (auto& each : all)
    if (each.reason.code == Reason::quote) each.reason.value_at_stake += 5000;
  CHECK(accounts(planned(all, 5, half)) == "Q0 Q1 Q2 Q3 S0 ");  // the share is a floor, no ceiling
}

TEST_CASE("Reserved shares of more than everything do not make more places") {
  std::vector<Candidate> all;
  for (int i = 0; i < 4; ++i) {
    all.push_back(a_candidate("Q" + std::to_string(i), Reason::quote, 10));
    all.push_back(a_candidate("D" + std::to_string(i), Reason::dormant, 10));
  }
  const auto plan = planned(all, 4, {{"quote", Micro{micro}}, {"dormant", Micro{micro}}});
  CHECK(plan.calls.size() == 4);
}

TEST_CASE("The reasons of an account make one call, the strongest leads") {
  const auto plan = planned({a_candidate("A", Reason::dormant, 10), a_candidate("A", Reason::quote, 50),
                             a_candidate("B", Reason::slipping, 30)},
                            10);
  REQUIRE(plan.calls.size() == 2);
  CHECK(plan.calls[0].account_id == "A");
  CHECK(plan.calls[0].value_at_stake == 50);
  REQUIRE(plan.calls[0].reasons.size() == 2);
  CHECK(plan.calls[0].reasons[0].code == Reason::quote);
  CHECK(plan.calls[0].reasons[1].code == Reason::dormant);
}

TEST_CASE("A reason that may not be raised with the person called does not ride along") {
  auto quote = a_candidate("A", Reason::quote, 50);
  auto dormant = a_candidate("A", Reason::dormant, 10);
  dormant.contact_id = "other";
  dormant.may_reach = {"other"};
  const auto plan = planned({quote, dormant}, 10);
  REQUIRE(plan.calls.size() == 1);
  CHECK(plan.calls[0].reasons.size() == 1);
  CHECK(left_out(plan) == "A:other_contact ");
}

TEST_CASE("A number is planned once a day, whatever accounts share it") {
  const auto plan = planned({a_candidate("A", Reason::slipping, 10, "31201234567"),
                             a_candidate("B", Reason::slipping, 20, "31201234567")},
                            10);
  CHECK(accounts(plan) == "B ");
  CHECK(left_out(plan) == "A:same_number ");
}

TEST_CASE("The now-lane is outside capacity, goes first and carries the account's other reasons") {
  auto problem = a_candidate("Z", Reason::problem, -600);
  problem.lane = Lane::now;
  const auto plan =
      planned({a_candidate("A", Reason::slipping, 100), problem, a_candidate("Z", Reason::quote, 900)}, 1);
  CHECK(accounts(plan) == "Z A ");
  CHECK(plan.calls[0].lane == Lane::now);
  REQUIRE(plan.calls[0].reasons.size() == 2);
  CHECK(plan.calls[0].reasons[0].code == Reason::problem);
  CHECK(plan.calls[1].rank == 2);
}

TEST_CASE("A call whose value nobody can tell ranks behind those of known value") {
  auto unknown = a_candidate("A", Reason::quote, 0);
  unknown.known_value = false;
  CHECK(accounts(planned({unknown, a_candidate("B", Reason::slipping, 1)}, 10)) == "B A ");
}

TEST_CASE("Who was left out before keeps the reason and the law's rule") {
  auto denied = a_candidate("A", Reason::dormant, 0);
  denied.left_out = "denied";
  denied.permission = {Allowed::no, "NL9"};
  const auto plan = planned({denied}, 10);
  CHECK(plan.calls.empty());
  REQUIRE(plan.left_out.size() == 1);
  CHECK(plan.left_out[0].why == "denied");
  CHECK(plan.left_out[0].rule == "NL9");
}

TEST_CASE(
    "A plan keeps capacity, account and number, plans nothing denied, and any order gives the same list") {
  rc::check([] {
    const auto count = *rc::gen::inRange(0, 40);
    std::vector<Candidate> all;
    for (int i = 0; i < count; ++i) {
      auto each =
          a_candidate("A" + std::to_string(*rc::gen::inRange(0, 15)),
                      *rc::gen::element(Reason::quote, Reason::dormant, Reason::problem, Reason::slipping),
                      *rc::gen::inRange<Cents>(-5, 20), "31" + std::to_string(*rc::gen::inRange(0, 12)));
      each.reason.source_id = std::to_string(i);
      if (*rc::gen::inRange(0, 4) == 0) each.left_out = *rc::gen::element("denied", "not_due");
      if (each.reason.code == Reason::problem && *rc::gen::arbitrary<bool>()) each.lane = Lane::now;
      all.push_back(each);
    }
    const auto capacity = *rc::gen::inRange<std::int64_t>(0, 10);
    const std::map<std::string, Micro> reserve{
        {"quote", Micro{*rc::gen::inRange<std::int64_t>(0, micro + 1)}}};
    const auto plan = planned(all, capacity, reserve);

    std::set<std::string> seen, numbers;
    std::size_t places = 0, told = plan.left_out.size();
    for (const auto& call : plan.calls) {
      RC_ASSERT(seen.insert(call.account_id).second);
      RC_ASSERT(numbers.insert(call.phone_e164).second || call.lane == Lane::now);
      if (call.lane == Lane::today) ++places;
      told += call.reasons.size();
      for (const auto& reason : call.reasons) {
        const auto& source = all[static_cast<std::size_t>(std::stoi(reason.source_id))];
        RC_ASSERT(source.left_out.empty());
      }
    }
    RC_ASSERT(static_cast<std::int64_t>(places) <= capacity);
    RC_ASSERT(told == all.size());  // no case vanishes in silence

    std::shuffle(all.begin(), all.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
    const auto again = planned(all, capacity, reserve);
    RC_ASSERT(accounts(plan) == accounts(again));
    RC_ASSERT(left_out(plan) == left_out(again));
  });
}
