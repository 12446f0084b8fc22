// writer.hpp — writes the JSON of every answer: commas, escapes, money with exactly the currency's decimals.
// In: values in the order of the document.  Out: one UTF-8 text, the same bytes for the same values.
// Never: locale, floating point.  Absent optionals become null, because unknown is not zero.
#pragma once
#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"

namespace rendabel::abi {

class Writer {
 public:
  /// `money_decimals`: of the book currency (base/currency.hpp), 0–4.
  explicit Writer(int money_decimals = 2) : money_decimals_(money_decimals) {}

  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  /// The next value's name; `name` is written as it stands, so it must be a plain literal or go through
  /// key_text.
  Writer& key(std::string_view name);
  /// A name that may need escapes, such as a driver's or agent's.
  Writer& key_text(std::string_view name);

  Writer& null();
  Writer& text(std::string_view value);
  /// Empty texts are unknown: null.
  Writer& text_or_null(std::string_view value);
  Writer& yes_no(std::optional<bool> value);
  Writer& integer(std::optional<std::int64_t> value);
  Writer& money(std::optional<Cents> value);
  /// A decimal without trailing zeros, such as 0.75 or 12.
  Writer& decimal(std::optional<Micro> value);
  /// Halves, such as a median gap of 10.5 days.
  Writer& halves(std::optional<std::int64_t> value);
  Writer& date(std::optional<Date> value);
  Writer& moment(std::optional<Moment> value);
  /// A finished JSON value.
  Writer& raw(std::string_view json);
  /// A line feed between NDJSON documents.
  Writer& new_line();

  std::string_view view() const { return {out_.data(), out_.size()}; }
  std::string text_copy() const { return std::string(view()); }
  void clear() {
    out_.clear();
    comma_ = false;
  }

 private:
  void separate() {
    if (comma_) out_.push_back(',');
    comma_ = true;
  }
  void quote(std::string_view text);
  void add(std::string_view text) { out_.append(text.data(), text.data() + text.size()); }

  fmt::memory_buffer out_;
  int money_decimals_;
  bool comma_ = false;  // a value stands before the next one in the same object or array
};

/// The digits of an amount in minor units: (-12345, 2) → "-123.45".
std::string money_text(Cents amount, int decimals);
/// The shortest digits of a decimal: 750000 millionths → "0.75".
std::string decimal_text(Micro value);

}  // namespace rendabel::abi
