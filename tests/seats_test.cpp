// Whether those present can make the calls of a list.
#include "plugin/rules/seats.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

using namespace rendabel::rules;

namespace {

const MayTake first{true, false}, second{false, true}, both{true, true}, nobody{false, false};

/// Whether all of them can sit, by trying every way.
bool all_fit(std::vector<std::int64_t> places, const std::vector<MayTake>& calls, std::size_t next = 0) {
  if (next == calls.size()) return true;
  for (std::size_t agent = 0; agent < places.size(); ++agent) {
    if (!calls[next][agent] || places[agent] == 0) continue;
    --places[agent];
    if (all_fit(places, calls, next + 1)) return true;
    ++places[agent];
  }
  return false;
}

}  // namespace

TEST_CASE("every agent takes as many calls as he has places") {
  Seats seats({2, 1});
  CHECK(seats.take(both));
  CHECK(seats.take(both));
  CHECK(seats.take(both));
  CHECK_FALSE(seats.take(both));
}

TEST_CASE("who can be taken by anybody makes room for who can be taken by one") {
  Seats seats({1, 1});
  CHECK(seats.take(both));
  CHECK(seats.take(first));
  CHECK_FALSE(seats.take(second));
}

TEST_CASE("nobody's call has no seat, and without agents there are none") {
  CHECK_FALSE(Seats({3, 3}).take(nobody));
  CHECK_FALSE(Seats({}).take({}));
  CHECK_FALSE(Seats({0, 0}).take(both));
}

TEST_CASE("a call is turned down only when no arrangement makes room") {
  rc::check([] {
    const auto agents = *rc::gen::inRange<std::size_t>(1, 4);
    std::vector<std::int64_t> places(agents);
    for (auto& each : places) each = *rc::gen::inRange(0, 3);
    Seats seats(places);
    std::vector<MayTake> seated;
    for (int calls = *rc::gen::inRange(0, 8); calls > 0; --calls) {
      MayTake may(agents);
      for (std::size_t i = 0; i < agents; ++i) may[i] = *rc::gen::arbitrary<bool>();
      auto with = seated;
      with.push_back(may);
      const bool fits = all_fit(places, with);
      RC_ASSERT(seats.take(may) == fits);
      if (fits) seated = with;
    }
  });
}
