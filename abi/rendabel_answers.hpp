// rendabel_answers.hpp — the C++ face's way to look into an answer without copying it.
// In: JSON text of the library.  Out: Values; what is not there is absent, never an error.
// Never: a copy of the document, a float, a look outside the text.  Method: each access scans on from its
// place.
#ifndef RENDABEL_ANSWERS_HPP
#define RENDABEL_ANSWERS_HPP
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "rendabel_documents.hpp"

namespace rendabel {
inline namespace face {

/// One value of an answer: a view that lives as long as the text it looks into.
class Value {
 public:
  enum class Kind { absent, null, boolean, number, text, array, object };
  class Iterator;

  Value() = default;
  explicit Value(std::string_view json) : raw_(value_at(json, skip_space(json, 0))) {}

  Kind kind() const {
    if (raw_.empty()) return Kind::absent;
    switch (raw_.front()) {
      case '{': return Kind::object;
      case '[': return Kind::array;
      case '"': return Kind::text;
      case 'n': return Kind::null;
      case 't':
      case 'f': return Kind::boolean;
      default: return Kind::number;
    }
  }
  /// Neither absent nor null.
  bool known() const { return kind() != Kind::absent && kind() != Kind::null; }
  /// The JSON as it is written.
  std::string_view raw() const { return raw_; }
  /// The member's name, where this is a member that was iterated over.
  std::string key() const { return unescaped(key_); }

  /// The member of an object; absent when there is none.
  Value operator[](std::string_view name) const;
  /// The element of an array, from 0; absent when there is none.
  Value operator[](std::size_t index) const;
  /// Elements of an array or members of an object.
  Iterator begin() const;
  Iterator end() const;
  std::size_t size() const;

  std::optional<std::string> text() const {
    if (kind() != Kind::text) return {};
    return unescaped(raw_);
  }
  /// text(), or "" when it is none.
  std::string text_or_empty() const { return text().value_or(""); }
  std::optional<bool> boolean() const {
    if (kind() != Kind::boolean) return {};
    return raw_ == "true";
  }
  std::optional<std::int64_t> integer() const { return scaled(0); }
  /// An amount in minor units, exactly; `decimals` of the book's currency. None when it has more decimals.
  std::optional<Money> money(int decimals = 2) const {
    const auto minor = scaled(decimals);
    if (!minor) return {};
    return Money{*minor};
  }

 private:
  Value(std::string_view raw, std::string_view key) : raw_(raw), key_(key) {}

  static std::size_t skip_space(std::string_view json, std::size_t at) {
    while (at < json.size() && (json[at] == ' ' || json[at] == '\n' || json[at] == '\t' || json[at] == '\r'))
      ++at;
    return at;
  }
  static std::size_t text_end(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at)
      if (json[at] == '\\') ++at;
    return at < json.size() ? at + 1 : json.size();
  }
  /// The value that begins at `at`; empty when none does.
  static std::string_view value_at(std::string_view json, std::size_t at) {
    std::size_t depth = 0, end = at;
    while (end < json.size()) {
      const char c = json[end];
      if (c == '"') {
        end = text_end(json, end);
      } else if (c == '{' || c == '[') {
        ++depth;
        ++end;
      } else if (c == '}' || c == ']') {
        if (depth == 0) break;
        --depth;
        ++end;
      } else if (depth == 0 && (c == ',' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
        break;
      } else {
        ++end;
        continue;
      }
      if (depth == 0) break;
    }
    return at < json.size() ? json.substr(at, end - at) : std::string_view{};
  }
  static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 0;
  }
  static std::uint32_t code_unit(std::string_view text, std::size_t at) {
    std::uint32_t unit = 0;
    for (std::size_t i = at; i < at + 4 && i < text.size(); ++i)
      unit = unit * 16 + static_cast<std::uint32_t>(hex_digit(text[i]));
    return unit;
  }
  static void append(std::string& out, std::uint32_t point) {
    const auto byte = [&out](std::uint32_t value) {
      out += static_cast<char>(static_cast<unsigned char>(value));
    };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
      byte(0xC0 | point >> 6);
    } else if (point < 0x10000) {
      byte(0xE0 | point >> 12);
      byte(0x80 | (point >> 6 & 0x3F));
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
      byte(0x80 | (point >> 6 & 0x3F));
    }
    byte(0x80 | (point & 0x3F));
  }
  /// Text with its quotes → the text itself.
  static std::string unescaped(std::string_view quoted) {
    std::string out;
    if (quoted.size() < 2) return out;
    const std::string_view text = quoted.substr(1, quoted.size() - 2);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '\\' || at + 1 == text.size()) {
        out += text[at];
        continue;
      }
      const char c = text[++at];
      if (c == 'u') {
        std::uint32_t point = code_unit(text, at + 1);
        at += 4;
        if (point >= 0xD800 && point < 0xDC00 &&
            text.substr(at + 1, 2) == "\\u") {  // the first half of a pair
          point = 0x10000 + ((point - 0xD800) << 10) + (code_unit(text, at + 3) - 0xDC00);
          at += 6;
        }
        append(out, point);
      } else {
        const std::size_t which = std::string_view("bfnrt").find(c);
        out += which == std::string_view::npos ? c : "\b\f\n\r\t"[which];
      }
    }
    return out;
  }
  /// A number × 10^places as a whole number; none when it is no number, has more places or is too large.
  std::optional<std::int64_t> scaled(int places) const {
    if (kind() != Kind::number) return {};
    const bool below = raw_.front() == '-';
    std::uint64_t size = 0;
    const std::uint64_t most =
        static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) + (below ? 1 : 0);
    int after_point = -1;
    const auto put = [&](std::uint64_t digit) {
      if (size > (most - digit) / 10) return false;
      size = size * 10 + digit;
      return true;
    };
    for (const char c : raw_.substr(below ? 1 : 0)) {
      if (c == '.' && after_point < 0) {
        after_point = 0;
        continue;
      }
      if (c < '0' || c > '9') return {};
      if (after_point >= 0 && ++after_point > places) {
        if (c != '0') return {};
        continue;
      }
      if (!put(static_cast<std::uint64_t>(c - '0'))) return {};
    }
    for (int place = after_point < 0 ? 0 : after_point; place < places; ++place)
      if (!put(0)) return {};
    return static_cast<std::int64_t>(below ? 0 - size : size);
  }

  std::string_view raw_, key_;
};

/// Goes through an array or object once.
class Value::Iterator {
 public:
  Iterator() = default;
  explicit Iterator(std::string_view container) : rest_(container) {
    if (!rest_.empty()) next(1);
  }
  Value operator*() const { return current_; }
  Iterator& operator++() {
    next(at_);
    return *this;
  }
  bool operator!=(const Iterator& other) const { return at_ != other.at_; }
  bool operator==(const Iterator& other) const { return at_ == other.at_; }

 private:
  void next(std::size_t at) {
    while (at < rest_.size() && (rest_[at] == ',' || Value::skip_space(rest_, at) != at)) ++at;
    std::string_view key, value = Value::value_at(rest_, at);
    if (!value.empty() && rest_.front() == '{') {
      key = value;
      at = Value::skip_space(rest_, at + key.size());
      if (at < rest_.size() && rest_[at] == ':') ++at;
      at = Value::skip_space(rest_, at);
      value = Value::value_at(rest_, at);
    }
    current_ = Value(value, key);
    at_ = value.empty() ? 0 : at + value.size();
  }

  std::string_view rest_;
  std::size_t at_ = 0;  ///< after the current value; 0: the end
  Value current_;
};

inline Value::Iterator Value::begin() const {
  return kind() == Kind::array || kind() == Kind::object ? Iterator(raw_) : Iterator();
}
inline Value::Iterator Value::end() const { return {}; }
inline std::size_t Value::size() const {
  std::size_t count = 0;
  for (Iterator at = begin(); at != end(); ++at) ++count;
  return count;
}
inline Value Value::operator[](std::string_view name) const {
  if (kind() != Kind::object) return {};
  for (const Value member : *this) {
    const std::string_view bare = member.key_.substr(1, member.key_.size() < 2 ? 0 : member.key_.size() - 2);
    if (bare == name || (bare.find('\\') != std::string_view::npos && member.key() == name)) return member;
  }
  return {};
}
inline Value Value::operator[](std::size_t index) const {
  if (kind() != Kind::array) return {};
  for (const Value element : *this)
    if (index-- == 0) return element;
  return {};
}

/// The documents of an NDJSON answer, a line each.
class Lines {
 public:
  class Iterator {
   public:
    explicit Iterator(std::string_view rest) : rest_(rest) { skip(); }
    Value operator*() const { return Value(rest_.substr(0, rest_.find('\n'))); }
    Iterator& operator++() {
      const std::size_t line = rest_.find('\n');
      rest_.remove_prefix(line == std::string_view::npos ? rest_.size() : line);
      skip();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return rest_.size() != other.rest_.size(); }

   private:
    void skip() {
      while (!rest_.empty() && rest_.front() == '\n') rest_.remove_prefix(1);
    }
    std::string_view rest_;
  };

  explicit Lines(std::string_view ndjson) : text_(ndjson) {}
  Iterator begin() const { return Iterator(text_); }
  Iterator end() const { return Iterator({}); }

 private:
  std::string_view text_;
};

}  // namespace face
}  // namespace rendabel
#endif
