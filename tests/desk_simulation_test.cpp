// A small team's days at the desk through the contract, with kills, objections, questions and callbacks: what
// holds after every step.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/desk_quarter.hpp"

using namespace rendabel;

TEST_CASE("Over weeks of calls, killed processes and objections no rule of the desk is broken") {
  test::DeskQuarter quarter({300, 3, 10, 11, test::Order::ranked});
  quarter.run();
  std::string broken;
  for (const auto& what : quarter.broken) broken += what + "\n";
  INFO(broken);
  CHECK(quarter.broken.empty());
  CHECK(quarter.attempts > 150);
  CHECK(quarter.marketing > 0);
  CHECK(quarter.killed > 0);
  CHECK(quarter.returned > 0);
  CHECK(quarter.objections > 0);
  CHECK(quarter.callbacks > 0);
  CHECK(quarter.callbacks_kept > 0);
  CHECK(quarter.margin_cents > 0);
}
