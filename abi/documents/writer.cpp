#include "abi/documents/writer.hpp"

#include <array>
#include <iterator>

namespace rendabel::abi {

namespace {

constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

/// Appends whole.fraction with exactly `places` places; the sign is kept where whole is 0.
void append_fixed(fmt::memory_buffer& out, std::int64_t value, int places) {
  if (value < 0) out.push_back('-');
  const auto magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const auto power = static_cast<std::uint64_t>(powers[static_cast<std::size_t>(places)]);
  fmt::format_to(std::back_inserter(out), "{}", magnitude / power);
  if (places > 0) fmt::format_to(std::back_inserter(out), ".{:0{}}", magnitude % power, places);
}

void append_decimal(fmt::memory_buffer& out, std::int64_t millionths) {
  int places = 6;
  while (places > 0 && millionths % 10 == 0) {
    millionths /= 10;
    --places;
  }
  append_fixed(out, millionths, places);
}

}  // namespace

Writer& Writer::begin_object() {
  separate();
  out_.push_back('{');
  comma_ = false;
  return *this;
}

Writer& Writer::end_object() {
  out_.push_back('}');
  comma_ = true;
  return *this;
}

Writer& Writer::begin_array() {
  separate();
  out_.push_back('[');
  comma_ = false;
  return *this;
}

Writer& Writer::end_array() {
  out_.push_back(']');
  comma_ = true;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  out_.push_back('"');
  add(name);
  add("\":");
  comma_ = false;
  return *this;
}

Writer& Writer::key_text(std::string_view name) {
  separate();
  quote(name);
  out_.push_back(':');
  comma_ = false;
  return *this;
}

Writer& Writer::null() { return raw("null"); }

Writer& Writer::text(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

Writer& Writer::text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }

Writer& Writer::yes_no(std::optional<bool> value) { return raw(!value ? "null" : *value ? "true" : "false"); }

Writer& Writer::integer(std::optional<std::int64_t> value) {
  if (!value) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", *value);
  return *this;
}

Writer& Writer::money(std::optional<Cents> value) {
  if (!value) return null();
  separate();
  append_fixed(out_, *value, money_decimals_);
  return *this;
}

Writer& Writer::decimal(std::optional<Micro> value) {
  if (!value) return null();
  separate();
  append_decimal(out_, value->millionths);
  return *this;
}

Writer& Writer::halves(std::optional<std::int64_t> value) {
  if (!value) return null();
  return decimal(Micro{*value * (micro / 2)});
}

Writer& Writer::date(std::optional<Date> value) { return value ? text(to_text(*value)) : null(); }

Writer& Writer::moment(std::optional<Moment> value) { return value ? text(to_text(*value)) : null(); }

Writer& Writer::raw(std::string_view json) {
  separate();
  add(json);
  return *this;
}

Writer& Writer::new_line() {
  out_.push_back('\n');
  comma_ = false;
  return *this;
}

void Writer::quote(std::string_view text) {
  out_.push_back('"');
  std::size_t plain_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    add(text.substr(plain_from, i - plain_from));
    plain_from = i + 1;
    switch (byte) {
      case '"': add("\\\""); break;
      case '\\': add("\\\\"); break;
      case '\n': add("\\n"); break;
      case '\r': add("\\r"); break;
      case '\t': add("\\t"); break;
      default: fmt::format_to(std::back_inserter(out_), "\\u{:04x}", byte);
    }
  }
  add(text.substr(plain_from));
  out_.push_back('"');
}

std::string money_text(Cents amount, int decimals) {
  fmt::memory_buffer out;
  append_fixed(out, amount, decimals);
  return fmt::to_string(out);
}

std::string decimal_text(Micro value) {
  fmt::memory_buffer out;
  append_decimal(out, value.millionths);
  return fmt::to_string(out);
}

}  // namespace rendabel::abi
