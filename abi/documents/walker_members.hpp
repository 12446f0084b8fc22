// walker_members.hpp — the templates that walk an object: which field a key names, what is missing or double.
// Include it through walker_read.hpp.
#pragma once
#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

#include "abi/documents/walker.hpp"

namespace rendabel::abi {

namespace detail {

template <class Part>
inline constexpr std::size_t field_count = std::tuple_size_v<std::remove_cvref_t<decltype(Part::fields)>>;

template <class Part>
inline constexpr auto field_names = std::apply(
    [](const auto&... field) { return std::array<std::string_view, field_count<Part>>{field.name...}; },
    Part::fields);

template <class Part>
inline constexpr std::uint64_t required_fields = std::apply(
    [](const auto&... field) {
      std::uint64_t bits = 0, bit = 1;
      ((bits |= field.required ? bit : 0, bit <<= 1), ...);
      return bits;
    },
    Part::fields);

/// The first eight bytes of a name with its closing quote, and which of them count: most keys differ there.
struct Prefix {
  std::uint64_t bytes = 0, mask = 0;
};
constexpr Prefix prefix_of(std::string_view name) {
  Prefix out;
  for (std::size_t i = 0; i < 8 && i <= name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(i < name.size() ? name[i] : '"');
    const std::size_t shift = 8 * (std::endian::native == std::endian::little ? i : 7 - i);
    out.bytes |= std::uint64_t{byte} << shift;
    out.mask |= std::uint64_t{0xFF} << shift;
  }
  return out;
}

template <class Part>
inline constexpr auto field_prefixes = std::apply(
    [](const auto&... field) { return std::array<Prefix, field_count<Part>>{prefix_of(field.name)...}; },
    Part::fields);

template <class T>
struct is_group : std::false_type {};
template <class Part>
struct is_group<Group<Part>> : std::true_type {
  using part = Part;
};
template <class T>
struct is_whole : std::false_type {};
template <class Kind>
struct is_whole<Whole<Kind>> : std::true_type {};

}  // namespace detail

template <class Each>
void Walker::each_element(json::array& array, const Place& at, Each&& each) {
  Place here{&at, {}, -1};
  for (auto entry : array) {
    ++here.index;
    if (const auto error = entry.error()) broken(report_, here, error);
    // A reference, for moving these small objects about takes longer than reading them.
    json::value&& value = std::move(entry).value_unsafe();
    Item item = met(value, here);
    each(item, here);
  }
}

template <class Each>
void Walker::each_key(json::object& object, const Place& at, Each&& each) {
  std::vector<std::string_view> keys;
  for (auto entry : object) {
    if (const auto error = entry.error()) broken(report_, at, error);
    json::field&& field = std::move(entry).value_unsafe();
    const Place here{&at, key(field, at), -1};
    keys.push_back(here.name);
    Item item = met(field.value(), here);
    each(item, here);
  }
  unique_keys(keys, at);
}

template <class Part, class T, std::size_t I>
void Walker::member(Walker& walker, Item& item, T& out, const Place& at) {
  constexpr auto field = std::get<I>(Part::fields);
  using F = std::remove_cv_t<decltype(field)>;
  if constexpr (detail::is_group<F>::value) {
    json::object object;
    if (!walker.open(item, at, object, "an object")) return;
    walker.members<typename detail::is_group<F>::part>(object, out, at);
    --walker.level_;
  } else if constexpr (detail::is_whole<F>::value) {
    walker.read(field.kind, item, out, at);
  } else {
    walker.read(field.kind, item, out.*(field.member), at);
  }
}

/// The field that a key names; field_count if none. Hosts write keys in one order, so the next one is tried
/// first.
template <class Part>
std::size_t Walker::find(json::field& field, std::size_t next, std::string_view& name, const Place& at) {
  constexpr auto& names = detail::field_names<Part>;
  constexpr std::size_t count = detail::field_count<Part>;
  const char* raw = field.key().raw();
  // The padding behind every document makes it safe to look as far as our longest name.
  std::uint64_t first = 0;
  std::memcpy(&first, raw, sizeof first);
  for (std::size_t step = 0, i = next; step < count; ++step, i = i + 1 < count ? i + 1 : 0) {
    const auto& prefix = detail::field_prefixes<Part>[i];
    if ((first & prefix.mask) != prefix.bytes) continue;
    const std::string_view known = names[i];
    if (known.size() >= 8 &&
        (std::memcmp(raw + 8, known.data() + 8, known.size() - 8) != 0 || raw[known.size()] != '"'))
      continue;
    name = known;
    return i;
  }
  name = key(field, at);
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

template <class Part, class T>
void Walker::members(json::object& object, T& out, const Place& at) {
  constexpr std::size_t count = detail::field_count<Part>;
  static_assert(count <= 64, "one bit a field");
  using Member = void (*)(Walker&, Item&, T&, const Place&);
  static constexpr auto table = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<Member, count>{&Walker::member<Part, T, I>...};
  }
  (std::make_index_sequence<count>{});

  const bool outermost = level_ == 1;
  std::uint64_t seen = 0, known = 0;
  std::vector<std::string_view> strangers;
  std::size_t next = 0;
  for (auto entry : object) {
    if (const auto error = entry.error()) broken(report_, at, error);
    json::field&& field = std::move(entry).value_unsafe();
    Place here{&at, {}, -1};
    std::size_t i = find<Part>(field, next, here.name, at);
    Item item = met(field.value(), here);
    if (i < count && outermost && !allowed_.empty() &&
        std::ranges::find(allowed_, here.name) == allowed_.end())
      i = count;
    if (i == count) {
      report_.add(here, "is no key of this document");
      strangers.push_back(here.name);
      skip(item, here);
      continue;
    }
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((seen & bit) != 0) report_.add(here, "stands here twice");
    seen |= bit;
    next = i + 1 < count ? i + 1 : 0;
    if (item.text == "null") continue;
    known |= bit;
    table[i](*this, item, out, here);
  }
  unique_keys(strangers, at);
  const std::uint64_t missing = detail::required_fields<Part> & ~known;
  for (std::size_t i = 0; missing != 0 && i < count; ++i)
    if ((missing >> i & 1) != 0)
      report_.add(Place{&at, detail::field_names<Part>[i], -1}, "is required and is not there");
}

}  // namespace rendabel::abi
