// seats.hpp — step 7: whether those present can make the calls of a list, each in a language he speaks.
// In: agents with their places, calls one by one with who may make them.  Out: whether there is still a seat.
// Never: clock, store; who makes which call is not decided here.  Method: augmenting paths over the agents: a
// call is turned down only when no rearrangement of those before it makes room.
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "plugin/rules/agents_today.hpp"

namespace rendabel::rules {

/// Which of the agents, by their place in the list: true = he may.
using MayTake = std::vector<bool>;

class Seats {
 public:
  /// `places` an agent.
  explicit Seats(std::vector<std::int64_t> places) : free_(std::move(places)) {}

  /// Seats one more call, or answers false and changes nothing.
  bool take(const MayTake& may);

 private:
  bool find(const MayTake& may, std::vector<bool>& seen);

  std::vector<std::int64_t> free_;
  /// How many calls of each kind sit with each agent.
  std::map<MayTake, std::vector<std::int64_t>> seated_;
};

}  // namespace rendabel::rules
