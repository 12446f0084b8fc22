// describe.hpp — the one description of every input document: name, kind, limits and meaning of each field.
// The JSON reader checks with it, the JSON Schemas are written from it and the store's encoding walks it,
// so the three cannot drift.  In: a struct.  Out: Description<struct>::fields.  Never: JSON, SQL.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

#include "plugin/base/money.hpp"

namespace rendabel {

// clang-format off
// Kinds. The C++ member type follows from the kind; the comment names it (optional: unknown is possible).
struct Id {};                                                          // string_view, 1–128 bytes, no control characters
struct Text { int bytes_max = 1000; };                                 // string_view, empty = unknown
struct CountryCode {};                                                 // string_view, ISO 3166 alpha-2, upper case
struct CurrencyCode {};                                                // string_view, ISO 4217, upper case
struct Amount { bool positive = false; };                              // optional<Cents>, decimals of the currency
struct Decimal { std::int64_t min = 0, max = 1'000'000'000; };         // optional<Micro>, six decimals; limits in whole units
struct Count { std::int64_t min = 0, max = 1'000'000'000; };           // optional<int64_t>
struct YesNo {};                                                       // optional<bool>
struct OnDate {};                                                      // optional<Date>
struct AtMoment {};                                                    // optional<Moment>
template <class E> struct Choice {};                                   // E, its default = unknown
struct Nested {};                                                      // a described struct
struct ListOf { bool unique_id = true; };                              // List<described struct>
struct TextList {};                                                    // List<string_view>
struct Attributes {};                                                  // List<Attribute>: host's names → scalars

// Kinds of settings and options, whose members own their memory.
struct TimeOfDay {};                                                   // std::string, HH:MM
struct OneOf { std::span<const std::string_view> values; };            // std::string, empty = none of them
struct TextsOf { std::span<const std::string_view> values = {}; std::size_t count_min = 0; };  // vector<string>; no values: any text
struct Counts { std::int64_t min = 0, max = 1'000'000'000; };          // vector<int64_t>, rising
struct Rates {};                                                       // map<string, Rate>: driver or driver.variant
struct Steps {};                                                       // Settings: a scale of discounts, rising, or "inferred"
template <class Kind> struct MapOf { Kind kind; std::span<const std::string_view> names = {}; };  // map<string, …>; no names: any
// clang-format on

/// One field: where it lives, what it may hold and what it means. `since` is the version of the store's
/// encoding that first had it; fields are only ever appended.
template <class Kind, class Struct, class Member>
struct Field {
  Kind kind;
  std::string_view name;
  Member Struct::*member;
  std::string_view meaning;
  bool required = false;
  int since = 1;
};

template <class Kind, class S, class M>
constexpr auto field(Kind kind, std::string_view name, M S::*member, std::string_view meaning) {
  return Field<Kind, S, M>{kind, name, member, meaning};
}
template <class Kind, class S, class M>
constexpr auto required(Kind kind, std::string_view name, M S::*member, std::string_view meaning) {
  return Field<Kind, S, M>{kind, name, member, meaning, true};
}

/// A nested object whose members live in the same struct: Part::fields describes them.
template <class Part>
struct Group {
  std::string_view name;
  std::string_view meaning;
  bool required = false;
  int since = 1;
};
template <class Part>
constexpr auto group(std::string_view name, std::string_view meaning) {
  return Group<Part>{name, meaning};
}

/// A value that fills more than one member of its struct.
template <class Kind>
struct Whole {
  Kind kind;
  std::string_view name;
  std::string_view meaning;
  bool required = false;
  int since = 1;
};
template <class Kind>
constexpr auto whole(Kind kind, std::string_view name, std::string_view meaning) {
  return Whole<Kind>{kind, name, meaning};
}

/// Specialised per struct: `name` and `fields`, a tuple of Field in the contract's order.
template <class Struct>
struct Description;

/// Specialised per enum: `values`, the spelling of each enumerator in order of its number.
template <class Enum>
struct Names;

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return Names<Enum>::values[static_cast<std::size_t>(value)];
}

}  // namespace rendabel
