#include "adapters/cli/json.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <charconv>

#include "adapters/cli/failure.hpp"

namespace rendabel::cli {
namespace {

namespace ondemand = simdjson::ondemand;

std::string token(std::string_view raw) {
  const auto end = raw.find_last_not_of(" \t\r\n");
  return std::string{raw.substr(0, end == std::string_view::npos ? 0 : end + 1)};
}

template <class Value>
Json read(Value& value) {
  Json tree;
  switch (ondemand::json_type(value.type())) {
    case ondemand::json_type::object:
      tree.kind = Json::Kind::object;
      for (auto field : value.get_object()) {
        tree.keys.emplace_back(std::string_view(field.unescaped_key()));
        ondemand::value member = field.value();
        tree.items.push_back(read(member));
      }
      break;
    case ondemand::json_type::array:
      tree.kind = Json::Kind::array;
      for (auto element : value.get_array()) {
        ondemand::value item = element.value();
        tree.items.push_back(read(item));
      }
      break;
    case ondemand::json_type::string:
      tree.kind = Json::Kind::text;
      tree.text = std::string_view(value.get_string());
      break;
    case ondemand::json_type::number:
      tree.kind = Json::Kind::number;
      tree.text = token(std::string_view(value.raw_json_token()));
      break;
    case ondemand::json_type::boolean:
      tree.kind = Json::Kind::yes_no;
      tree.text = bool(value.get_bool()) ? "true" : "false";
      break;
    case ondemand::json_type::null: break;
  }
  return tree;
}

}  // namespace

const Json& Json::operator[](std::string_view key) const {
  static const Json none;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return items[i];
  }
  return none;
}

std::int64_t Json::whole() const {
  std::int64_t number = 0;
  if (kind == Kind::number) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json parse_json(std::string_view document) {
  try {
    ondemand::parser parser;
    const simdjson::padded_string padded(document);
    ondemand::document parsed = parser.iterate(padded);
    return read(parsed);
  } catch (const simdjson::simdjson_error& error) {
    throw Failure(Exit::failed, fmt::format("no JSON: {}", error.what()));
  }
}

std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') {
      quoted += '\\';
      quoted += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    } else {
      quoted += byte;
    }
  }
  return quoted + '"';
}

}  // namespace rendabel::cli
