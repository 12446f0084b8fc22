#include "abi/documents/walker.hpp"

#include <algorithm>
#include <cstring>

#include "abi/documents/reader.hpp"
#include "abi/documents/walker_read.hpp"

namespace rendabel::abi {

namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// What a token is, for a finding: the host sees what it sent instead of what was needed.
std::string_view kind_of(std::string_view token) {
  switch (token.front()) {
    case '{': return "an object";
    case '[': return "an array";
    case '"': return "a text";
    case 't':
    case 'f': return token == "true" || token == "false" ? "true or false" : "no JSON value";
    case 'n': return token == "null" ? "null" : "no JSON value";
    default: return check_number(token) == NumberFault::no_number ? "no JSON value" : "a number";
  }
}

}  // namespace

Item Walker::met(json::value& value, const Place& at) {
  const std::string_view raw = value.raw_json_token();
  // simdjson leaves it to us to see a value that begins with a separator.
  if (raw.empty() || raw.front() == ':' || raw.front() == ',' || raw.front() == '}' || raw.front() == ']')
    broken(report_, at, simdjson::TAPE_ERROR);
  return {value, trimmed(raw)};
}

void Walker::check_faults(const char* begin, const char* end, const Place& at) {
  for (auto fault = std::ranges::lower_bound(faults_, begin, {}, &Fault::byte);
       fault != faults_.end() && fault->byte < end; ++fault) {
    report_.add(at, error_text(fault->error));
    // One finding a text and kind is enough.
    while (fault + 1 != faults_.end() && (fault + 1)->byte < end && (fault + 1)->error == fault->error)
      ++fault;
  }
}

bool Walker::string(Item& item, const Place& at, std::string_view needed, std::string_view& out) {
  const std::string_view raw = item.text;
  if (raw.front() != '"') {
    wrong_type(item, at, needed);
    return false;
  }
  if (!faults_.empty()) check_faults(raw.data(), raw.data() + raw.size(), at);
  if (std::memchr(raw.data(), '\\', raw.size()) == nullptr) {
    json::raw_json_string consumed;
    if (const auto error = item.value.get_raw_json_string().get(consumed)) broken(report_, at, error);
    if (raw.size() < 2 || raw.back() != '"') broken(report_, at, simdjson::TAPE_ERROR);
    out = raw.substr(1, raw.size() - 2);
    return true;
  }
  std::string_view text;
  if (const auto error = item.value.get_string().get(text)) {
    if (error != simdjson::STRING_ERROR) broken(report_, at, error);
    report_.add(at, error_text(error));
    return false;
  }
  out = arena_.keep(text);
  return true;
}

std::string_view Walker::key(json::field& field, const Place& at) {
  const char* begin = field.key().raw();  // taken first: reading the key uses it up
  std::string_view text;
  if (const auto error = field.unescaped_key().get(text)) {
    if (error != simdjson::STRING_ERROR) broken(report_, at, error);
    report_.add(at, "holds a key with an escape that JSON does not have");
    return {};
  }
  if (!faults_.empty()) {
    const auto* end = static_cast<const char*>(std::memchr(begin, '"', text.size() * 6 + 1));
    check_faults(begin, end == nullptr ? begin : end, Place{&at, text, -1});
  }
  return arena_.keep(text);
}

bool Walker::digits(Item& item, const Place& at, std::string_view needed, bool may_be_text,
                    std::string_view& out) {
  const std::string_view raw = item.text;
  if (raw.front() == '"' && may_be_text) return string(item, at, needed, out);
  // NaN and the like go on as digits, so that the finding speaks of numbers.
  const char first = raw.front();
  if (first == '"' || first == '{' || first == '[' || first == 't' || first == 'f' || first == 'n') {
    wrong_type(item, at, needed);
    return false;
  }
  out = raw;
  return true;
}

void Walker::wrong_type(Item& item, const Place& at, std::string_view needed) {
  std::string why(kind_of(item.text));
  report_.add(at, why.append(" stands where ").append(needed).append(" is needed"));
  skip(item, at);
}

bool Walker::deeper(const Place& at) {
  if (level_ < levels_max) {
    ++level_;
    return true;
  }
  report_.add(at, "lies deeper than " + std::to_string(levels_max) + " levels");
  return false;
}

bool Walker::open(Item& item, const Place& at, json::object& out, std::string_view needed) {
  if (item.text.front() != '{') {
    wrong_type(item, at, needed);
    return false;
  }
  if (!deeper(at)) return false;
  if (const auto error = item.value.get_object().get(out)) broken(report_, at, error);
  return true;
}

bool Walker::open(Item& item, const Place& at, json::array& out, std::string_view needed) {
  if (item.text.front() != '[') {
    wrong_type(item, at, needed);
    return false;
  }
  if (!deeper(at)) return false;
  if (const auto error = item.value.get_array().get(out)) broken(report_, at, error);
  return true;
}

void Walker::skip(Item& item, const Place& at) {
  const std::string_view raw = item.text;
  switch (raw.front()) {
    case '{': return skip_object(item, at);
    case '[': {
      json::array array;
      if (!open(item, at, array, "an array")) return;
      each_element(array, at, [this](Item& element, const Place& here) { skip(element, here); });
      --level_;
      return;
    }
    case '"': {
      std::string_view text;
      string(item, at, "a text", text);
      return;
    }
    default:
      if (raw == "true" || raw == "false" || raw == "null") return;
      if (const auto fault = check_number(raw); fault != NumberFault::none)
        report_.add(at, fault_text(fault));
  }
}

void Walker::skip_object(Item& item, const Place& at) {
  json::object object;
  if (!open(item, at, object, "an object")) return;
  each_key(object, at, [this](Item& element, const Place& here) { skip(element, here); });
  --level_;
}

void Walker::unique_keys(std::vector<std::string_view>& keys, const Place& at) {
  if (keys.size() < 2) return;
  std::ranges::sort(keys);
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (keys[i] == keys[i - 1]) report_.add(Place{&at, keys[i], -1}, "stands here twice");
}

bool Walker::fixed(Item& item, const Place& at, int places, std::int64_t limit, std::string_view needed,
                   std::int64_t& out) {
  std::string_view text;
  if (!digits(item, at, needed, true, text)) return false;
  const auto fault = parse_fixed(text, places, limit, out);
  if (fault == NumberFault::none) return true;
  if (fault == NumberFault::too_many_places)
    report_.add(at, "has more than " + std::to_string(places) + " decimals; round it first");
  else
    report_.add(at, fault_text(fault));
  return false;
}

bool Walker::whole(Item& item, const Place& at, std::int64_t min, std::int64_t max, std::int64_t& out) {
  std::string_view text;
  if (!digits(item, at, "a whole number", false, text)) return false;
  const auto fault = parse_whole(text, out);
  if (fault == NumberFault::too_many_places)
    report_.add(at, "is not a whole number");
  else if (fault != NumberFault::none)
    report_.add(at, fault_text(fault));
  else if (out < min || out > max)
    range(at, min, max);
  else
    return true;
  return false;
}

void Walker::range(const Place& at, std::int64_t min, std::int64_t max) {
  report_.add(at, "must lie between " + std::to_string(min) + " and " + std::to_string(max));
}

bool Walker::id_is_good(std::string_view id, const Place& at) {
  constexpr std::size_t id_bytes_max = 128;
  if (id.empty()) {
    report_.add(at, "is an empty id");
    return false;
  }
  if (id.size() > id_bytes_max) {
    report_.add(at, "is an id of more than 128 bytes");
    return false;
  }
  for (std::size_t i = 0; i < id.size(); ++i) {
    const auto byte = static_cast<unsigned char>(id[i]);
    // U+0080 to U+009F are control characters too: C2 80 to C2 9F in UTF-8.
    const bool c1 = byte == 0xC2 && i + 1 < id.size() && static_cast<unsigned char>(id[i + 1]) < 0xA0;
    if (byte >= 0x20 && byte != 0x7F && !c1) continue;
    report_.add(at, "is an id with a control character");
    return false;
  }
  return true;
}

void Walker::together(const Order& order, const Place& at) {
  if (!order.list_amount || !order.discount_amount || !order.net_amount) return;
  if (*order.list_amount - *order.discount_amount != *order.net_amount)
    report_.add(Place{&at, "net_amount", -1},
                "does not add up: list_amount − discount_amount is not net_amount");
}

}  // namespace rendabel::abi
