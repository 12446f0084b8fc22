// chance.hpp — numbers drawn from a seed that are the same on every machine, which std's distributions are
// not.
#pragma once
#include <cmath>
#include <cstdint>
#include <initializer_list>

namespace rendabel::test {

/// splitmix64.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  /// What depends on these numbers only, in whatever order others are drawn.
  Chance(std::uint64_t seed, std::initializer_list<std::int64_t> of) : state_(seed) {
    for (const auto one : of) state_ = next() ^ static_cast<std::uint64_t>(one);
  }
  std::uint64_t next() {
    auto z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  int below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
  double even() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  bool comes(double share) { return even() < share; }
  /// Median 1; `deviation` of its logarithm.
  double log_normal(double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - even()));
    return std::exp(deviation * radius * std::cos(6.283185307179586 * even()));
  }

 private:
  std::uint64_t state_;
};

}  // namespace rendabel::test
