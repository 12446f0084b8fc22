// walker_read.hpp — the templates of walker.hpp: one reader per kind of field.
// Include it only where a whole document is read; each document is instantiated in one file.
#pragma once
#include <algorithm>
#include <type_traits>

#include "abi/documents/walker_members.hpp"
#include "plugin/base/currency.hpp"
#include "plugin/base/snapshot_fields.hpp"

namespace rendabel::abi {

/// |amount| ≤ 10^13 minor units, so that no sum of a book overflows (contract.md 3).
inline constexpr std::int64_t amount_max = 10'000'000'000'000;
inline constexpr std::int64_t rate_max = 1'000'000;  ///< money, minutes or money an hour
inline constexpr int text_list_bytes_max = 200;      ///< one text of a list
inline constexpr int attribute_bytes_max = 1000;     ///< one text among attributes

template <class T>
void Walker::nested(Item& item, T& out, const Place& at) {
  json::object object;
  if (!open(item, at, object, "an object")) return;
  members<Description<T>>(object, out, at);
  together(out, at);
  --level_;
}

template <class M>
void Walker::read(const Id&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "an id, which is a text,", text) || !id_is_good(text, at)) return;
  out = text;
}

template <class M>
void Walker::read(const Text& kind, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a text", text)) return;
  if (text.size() > static_cast<std::size_t>(kind.bytes_max))
    return report_.add(at, "is longer than " + std::to_string(kind.bytes_max) + " bytes");
  if (text.find('\0') != std::string_view::npos) return report_.add(at, "holds a zero byte");
  out = text;
}

template <class M>
void Walker::read(const CountryCode&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a country", text)) return;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() != 2 || !upper(text[0]) || !upper(text[1]))
    return report_.add(at, "is no country; two capitals of ISO 3166 are needed, such as NL");
  out = text;
}

template <class M>
void Walker::read(const CurrencyCode&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a currency", text)) return;
  if (!currency_decimals(text))
    return report_.add(at, "is no currency; three capitals of ISO 4217 are needed, such as EUR");
  out = text;
}

template <class M>
void Walker::read(const Amount& kind, Item& item, M& out, const Place& at) {
  std::int64_t amount = 0;
  if (!fixed(item, at, decimals_, amount_max, "an amount", amount)) return;
  if (kind.positive && amount < 0) return report_.add(at, "is negative; this amount never is");
  out = amount;
}

template <class M>
void Walker::read(const Decimal& kind, Item& item, M& out, const Place& at) {
  std::int64_t millionths = 0;
  if (!fixed(item, at, 6, 1'000'000'000 * micro, "a number", millionths)) return;
  if (millionths < kind.min * micro || millionths > kind.max * micro) return range(at, kind.min, kind.max);
  out = Micro{millionths};
}

template <class M>
void Walker::read(const Count& kind, Item& item, M& out, const Place& at) {
  std::int64_t count = 0;
  if (whole(item, at, kind.min, kind.max, count)) out = count;
}

template <class M>
void Walker::read(const YesNo&, Item& item, M& out, const Place& at) {
  const auto text = item.text;
  if (text != "true" && text != "false") return wrong_type(item, at, "true or false");
  out = text == "true";
}

template <class M>
void Walker::read(const OnDate&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a date, which is a text,", text)) return;
  const auto day = parse_date(text);
  if (!day) return report_.add(at, "is no day that exists, written YYYY-MM-DD, from 1900 to 2200");
  out = *day;
}

template <class M>
void Walker::read(const AtMoment&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a time, which is a text,", text)) return;
  if (const auto moment = parse_moment(text)) {
    out = *moment;
  } else if (parse_moment(std::string(text) + "Z")) {
    report_.add(at, "is a time without an offset, such as Z or +01:00");
  } else {
    report_.add(at, "is no time of RFC 3339, such as 2026-11-23T09:30:00+01:00");
  }
}

template <class E, class M>
void Walker::read(const Choice<E>&, Item& item, M& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a word", text)) return;
  const auto& words = Names<E>::values;
  const auto found = text.empty() ? words.end() : std::ranges::find(words, text);
  if (found != words.end()) {
    out = static_cast<E>(found - words.begin());
    return;
  }
  std::string why = "is none of";
  for (const auto word : words)
    if (!word.empty()) why.append(why.back() == 'f' && why.size() == 10 ? " " : ", ").append(word);
  report_.add(at, why);
}

template <class T>
void Walker::elements(json::array& array, std::vector<T>& out, const Place& at) {
  each_element(array, at, [&](Item& item, const Place& here) { nested(item, out.emplace_back(), here); });
}

template <class Items>
void Walker::unique_ids(const Items& items, const Place& at) {
  // Hosts mostly send ids in rising order, and then one comparison each settles it.
  const auto risen =
      std::ranges::adjacent_find(items, [](const auto& a, const auto& b) { return !(a.id < b.id); });
  if (risen == items.end()) return;
  std::vector<std::pair<std::string_view, std::int64_t>> ids;
  ids.reserve(items.size());
  for (const auto& item : items) ids.emplace_back(item.id, static_cast<std::int64_t>(ids.size()));
  std::ranges::sort(ids);
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (ids[i].first.empty() || ids[i].first != ids[i - 1].first) continue;
    const Place item{&at, {}, ids[i].second};
    report_.add(Place{&item, "id", -1}, "is the id of an earlier one in this array");
  }
}

template <class T>
void Walker::read(const ListOf& kind, Item& item, List<T>& out, const Place& at) {
  json::array array;
  if (!open(item, at, array, "an array")) return;
  auto& scratch = std::get<std::vector<T>>(scratch_);
  const std::size_t from = scratch.size();
  elements(array, scratch, at);
  out.items = arena_.template room<T>(scratch.size() - from);
  std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(from), scratch.end(), out.items.begin());
  scratch.resize(from);
  out.known = true;
  if constexpr (requires { T::id; })
    if (kind.unique_id) unique_ids(out.items, at);
  --level_;
}

template <class T>
void Walker::read(const ListOf& kind, Item& item, std::vector<T>& out, const Place& at) {
  json::array array;
  if (!open(item, at, array, "an array")) return;
  out.clear();
  elements(array, out, at);
  if constexpr (requires { T::id; })
    if (kind.unique_id) unique_ids(out, at);
  --level_;
}

template <class T>
void Walker::read(const ListOf& kind, Item& item, std::optional<std::vector<T>>& out, const Place& at) {
  read(kind, item, out.emplace(), at);
}

template <class K, class V>
void Walker::read(const MapOf<K>& kind, Item& item, std::map<std::string, V>& out, const Place& at) {
  json::object object;
  if (!open(item, at, object, "an object")) return;
  each_key(object, at, [&](Item& element, const Place& here) {
    const bool known = kind.names.empty() ? id_is_good(here.name, here)
                                          : std::ranges::find(kind.names, here.name) != kind.names.end();
    if (!known) {
      if (!kind.names.empty()) report_.add(here, "is no key of this document");
      skip(element, here);
    } else if (element.text != "null") {
      read(kind.kind, element, out[std::string(here.name)], here);
    }
  });
  --level_;
}

}  // namespace rendabel::abi
