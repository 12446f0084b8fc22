// search.hpp — the edge of what still reaches a target, found by halving.
// In: a range, a test that holds up to an edge (or from one on).  Out: that edge.  Never: a guess.
#pragma once
#include <cstdint>

namespace rendabel::rules {

/// The largest number in [low, high] that reaches, where every smaller one does too; `low` when none does.
template <class Reaches>
std::int64_t largest(std::int64_t low, std::int64_t high, Reaches reaches) {
  while (low < high) {
    const std::int64_t middle = high - (high - low) / 2;
    if (reaches(middle))
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

/// The smallest number in [low, high] that reaches, where every larger one does too; `high` when none does.
template <class Reaches>
std::int64_t smallest(std::int64_t low, std::int64_t high, Reaches reaches) {
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (reaches(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return high;
}

}  // namespace rendabel::rules
