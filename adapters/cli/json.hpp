// json.hpp — the library's answers as a tree that keeps every number as it was written.
// In: a JSON document.  Out: Json.  Never: a double; an amount of money goes from text to text.
// Method: one pass of simdjson.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::cli {

struct Json {
  enum class Kind { null, yes_no, number, text, array, object };
  Kind kind = Kind::null;
  std::string text;               ///< a text decoded, a number or true/false as written; empty otherwise
  std::vector<std::string> keys;  ///< of an object, in document order, one for each item
  std::vector<Json> items;        ///< of an array or object

  /// The member of that name; a null Json where there is none or this is no object.
  const Json& operator[](std::string_view key) const;
  bool known() const { return kind != Kind::null; }
  bool yes() const { return kind == Kind::yes_no && text == "true"; }
  /// The number's whole part; 0 where it is no number.
  std::int64_t whole() const;
};

/// Throws Failure when `document` is no JSON.
Json parse_json(std::string_view document);

/// `text` quoted and escaped as a JSON string. Bytes that are no UTF-8 pass through: the library names them.
std::string json_text(std::string_view text);

}  // namespace rendabel::cli
