// any_snapshot.hpp — random snapshots for properties, and their exact comparison; both follow the
// description. In: a seed.  Out: every field now unknown, now any value it may hold.
#pragma once
#include <cstdint>
#include <random>
#include <string>

#include "plugin/base/snapshot_fields.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

using Random = std::mt19937_64;

inline std::int64_t between(Random& random, std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(random);
}
inline std::string_view any_text(Random& random, Arena& arena) {
  std::string text;
  for (auto size = between(random, 0, 200) == 0 ? 300 : between(random, 1, 20); size > 0; --size)
    text.push_back(static_cast<char>(between(random, 0, 255)));
  return arena.keep(text);
}

/// A snapshot with every field now unknown, now any value it may hold; follows the description.
struct Maker {
  Random& random;
  Arena& arena;

  bool known() { return between(random, 0, 3) != 0; }
  template <class Struct>
  void structure(Struct& out) {
    std::apply(
        [&](const auto&... fields) { ((known() ? value(fields.kind, out.*fields.member) : void()), ...); },
        Description<Struct>::fields);
  }
  template <class Kind>
  void value(const Kind&, std::string_view& out) {
    out = any_text(random, arena);
  }
  void value(const Amount&, std::optional<Cents>& out) {
    out = between(random, 0, 9) == 0 ? 10'000'000'000'000 : between(random, -1'000'000, 1'000'000);
  }
  void value(const Count& kind, std::optional<std::int64_t>& out) {
    out = between(random, kind.min, kind.max);
  }
  void value(const Decimal&, std::optional<Micro>& out) {
    out = Micro{between(random, 0, 1) == 0 ? between(random, -1'000'000'000, 1'000'000'000) * micro
                                           : between(random, -1'000'000'000'000'000, 1'000'000'000'000'000)};
  }
  void value(const YesNo&, std::optional<bool>& out) { out = between(random, 0, 1) == 1; }
  void value(const OnDate&, std::optional<Date>& out) {
    out = Date{days{between(random, on("1900-01-01").time_since_epoch().count(),
                            on("2200-12-31").time_since_epoch().count())}};
  }
  void value(const AtMoment&, std::optional<Moment>& out) {
    out = Moment{between(random, -2'000'000'000, 4'000'000'000),
                 static_cast<std::int32_t>(between(random, -1439, 1439))};
  }
  template <class E>
  void value(const Choice<E>&, E& out) {
    out = static_cast<E>(between(random, 0, static_cast<std::int64_t>(Names<E>::values.size()) - 1));
  }
  template <class Struct>
  void value(const Nested&, Struct& out) {
    structure(out);
  }
  template <class Struct>
  void value(const ListOf&, List<Struct>& out) {
    out = {arena.room<Struct>(static_cast<std::size_t>(between(random, 0, 5))), true};
    for (auto& item : out) structure(item);
  }
  void value(const TextList&, List<std::string_view>& out) {
    out = {arena.room<std::string_view>(static_cast<std::size_t>(between(random, 0, 3))), true};
    for (auto& item : out) item = any_text(random, arena);
  }
  void value(const Attributes&, List<Attribute>& out) {
    out = {arena.room<Attribute>(static_cast<std::size_t>(between(random, 0, 3))), true};
    for (auto& item : out)
      item = {any_text(random, arena), any_text(random, arena),
              static_cast<Attribute::Kind>(between(random, 0, 2))};
  }
};

template <class Struct>
bool same(const Struct& a, const Struct& b);
template <class T>
inline bool same_value(const T& a, const T& b) {
  return a == b;
}
inline bool same_value(const std::optional<Moment>& a, const std::optional<Moment>& b) {
  return a == b && (!a || a->offset_minutes == b->offset_minutes);
}
inline bool same_value(const List<std::string_view>& a, const List<std::string_view>& b) {
  return a.known == b.known && std::equal(a.begin(), a.end(), b.begin(), b.end());
}
inline bool same_value(const List<Attribute>& a, const List<Attribute>& b) {
  return a.known == b.known &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
           return x.name == y.name && x.value == y.value && x.kind == y.kind;
         });
}
inline bool same_value(const Account& a, const Account& b) { return same(a, b); }
template <class Item>
inline bool same_value(const List<Item>& a, const List<Item>& b) {
  return a.known == b.known && std::equal(a.begin(), a.end(), b.begin(), b.end(), same<Item>);
}
template <class Struct>
bool same(const Struct& a, const Struct& b) {
  return std::apply(
      [&](const auto&... fields) { return (same_value(a.*fields.member, b.*fields.member) && ...); },
      Description<Struct>::fields);
}

inline Snapshot any_snapshot(std::uint64_t seed, Arena& arena) {
  Random random(seed);
  Snapshot snapshot;
  Maker{random, arena}.structure(snapshot);
  return snapshot;
}

}  // namespace rendabel::test
