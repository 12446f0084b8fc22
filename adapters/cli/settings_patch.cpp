#include "adapters/cli/settings_patch.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/cli/failure.hpp"

namespace rendabel::cli {
namespace {

/// A patch under construction: an object of objects, with JSON texts as leaves.
struct Node {
  std::string value;  // JSON; empty: an object
  std::vector<std::string> names;
  std::vector<Node> members;
};

Node& member(Node& node, const std::string& name) {
  const auto found = std::find(node.names.begin(), node.names.end(), name);
  if (found != node.names.end()) return node.members[static_cast<std::size_t>(found - node.names.begin())];
  node.names.push_back(name);
  return node.members.emplace_back();
}

std::string text_of(const Node& node) {
  if (!node.value.empty()) return node.value;
  std::string text;
  for (std::size_t i = 0; i < node.members.size(); ++i) {
    text += (i == 0 ? "" : ",") + json_text(node.names[i]) + ":" + text_of(node.members[i]);
  }
  return "{" + text + "}";
}

/// Digits as JSON has them: 008 is none, a country code or number of the owner's then.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || (digits > 1 && text.front() == '0')) return false;
  text.remove_prefix(digits);
  if (!text.starts_with('.')) return text.empty() || text.front() == 'e' || text.front() == 'E';
  return text.size() > 1 && text[1] >= '0' && text[1] <= '9';
}

std::string json_value(const std::string& text) {
  try {
    // In an array, so that a number on its own and an empty text are told from JSON too.
    const Json parsed = parse_json("[" + text + "]");
    const bool one = parsed.items.size() == 1;
    if (one && (parsed.items[0].kind != Json::Kind::number || is_number(parsed.items[0].text))) return text;
  } catch (const Failure&) {
    // No JSON: a text then, so that currency=GBP needs no quotes.
  }
  return json_text(text);
}

/// activity_rates: its keys are driver.variant, so points there part nothing but minutes and per_hour.
void join_driver(std::vector<std::string>& names) {
  if (names.size() < 3 || names.front() != "activity_rates") return;
  const bool part = names.back() == "minutes" || names.back() == "per_hour";
  const auto end = names.end() - (part ? 1 : 0);
  const std::string driver = fmt::format("{}", fmt::join(names.begin() + 1, end, "."));
  names.erase(names.begin() + 1, end);
  names.insert(names.begin() + 1, driver);
}

std::string json_of(const Json& value) {
  if (value.kind == Json::Kind::null) return "null";
  if (value.kind == Json::Kind::text) return json_text(value.text);
  if (value.kind != Json::Kind::array && value.kind != Json::Kind::object) return value.text;
  const bool object = value.kind == Json::Kind::object;
  std::string text;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    text += (text.empty() ? "" : ",") + (object ? json_text(value.keys[i]) + ":" : std::string()) +
            json_of(value.items[i]);
  }
  return object ? "{" + text + "}" : "[" + text + "]";
}

void flatten(const Json& value, const std::string& key,
             std::vector<std::pair<std::string, std::string>>& flat) {
  if (value.kind != Json::Kind::object || (value.items.empty() && !key.empty())) {
    flat.emplace_back(key, value.kind == Json::Kind::text ? value.text : json_of(value));
    return;
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const bool quoted = value.keys[i].find('.') != std::string::npos && key != "activity_rates";
    const std::string name = quoted ? "\"" + value.keys[i] + "\"" : value.keys[i];
    flatten(value.items[i], key.empty() ? name : key + "." + name, flat);
  }
}

}  // namespace

std::vector<std::string> key_names(const std::string& key) {
  std::vector<std::string> names(1);
  bool quoted = false;
  for (const char letter : key) {
    if (letter == '"') {
      quoted = !quoted;
    } else if (letter == '.' && !quoted) {
      names.emplace_back();
    } else {
      names.back() += letter;
    }
  }
  const bool hole =
      std::any_of(names.begin(), names.end(), [](const std::string& name) { return name.empty(); });
  if (quoted || hole) throw Failure(Exit::usage, fmt::format("no key: {}", key));
  join_driver(names);
  return names;
}

std::string settings_patch(const std::vector<std::string>& pairs) {
  Node patch;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos) throw Failure(Exit::usage, fmt::format("not KEY=VALUE: {}", pair));
    Node* place = &patch;
    for (const std::string& name : key_names(pair.substr(0, equals))) {
      if (!place->value.empty())
        throw Failure(Exit::usage, fmt::format("{} stands below a key that has a value", pair));
      place = &member(*place, name);
    }
    if (!place->members.empty())
      throw Failure(Exit::usage, fmt::format("{} replaces keys given before it", pair));
    place->value = json_value(pair.substr(equals + 1));
  }
  return text_of(patch);
}

std::vector<std::pair<std::string, std::string>> flat_settings(const Json& settings) {
  std::vector<std::pair<std::string, std::string>> flat;
  flatten(settings, "", flat);
  return flat;
}

}  // namespace rendabel::cli
