// facts_layout.hpp — how the bytes of facts lie; shared by the two files that write and read them.
// A struct is a mask with one bit a field (two for yes/no: known, value), lowest first, then the values of
// the known fields. Integers are varints, signed ones in zigzag; days count from 2020-01-01; decimals are
// whole units × 2, or millionths × 2 + 1; texts and arrays begin with their length. The first byte is the
// version.
#pragma once
#include <cstdint>
#include <tuple>

#include "plugin/base/snapshot_fields.hpp"

namespace rendabel::store::layout {

inline constexpr std::int64_t day_zero = 18'262;  // 2020-01-01

/// Bits of a field in its struct's mask.
template <class Kind>
constexpr int bits_of(const Kind&) {
  return 1;
}
constexpr int bits_of(const YesNo&) { return 2; }

/// Bytes of a struct's mask in a version of the encoding.
template <int version, class Struct>
constexpr int mask_bytes() {
  constexpr int bits = std::apply(
      [](const auto&... fields) { return ((fields.since <= version ? bits_of(fields.kind) : 0) + ...); },
      Description<Struct>::fields);
  static_assert(bits <= 64, "a mask is read as one number");
  return (bits + 7) / 8;
}

}  // namespace rendabel::store::layout
