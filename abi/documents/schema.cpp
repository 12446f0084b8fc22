#include "abi/documents/schema.hpp"

#include <algorithm>
#include <array>

#include "abi/documents/answers.hpp"
#include "abi/documents/schema_writer.hpp"
#include "abi/documents/settings_document.hpp"
#include "plugin/base/event_fields.hpp"
#include "plugin/base/outcome_fields.hpp"
#include "plugin/base/permission_asked_fields.hpp"

namespace rendabel::abi {

namespace {

/// A described document as keywords without the head.
template <class T>
std::string described(std::string_view meaning, const T* example = nullptr) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type").text("object");
  SchemaWriter(out).described(example);
  return out.end_object().text_copy();
}

std::string snapshot() { return described<Snapshot>("All that the host knows of one account (contract 3)"); }

std::string settings() {
  Settings defaults = default_settings("EUR");
  defaults.avoidable.insert_or_assign("other", defaults.avoidable_other);
  return described("What an owner may change; null is the default again, arrays are replaced whole",
                   &defaults);
}

std::string config() { return described<Config>("engine_open's document"); }
std::string options() {
  return described<Options>("The last document of every call; each call takes its own keys");
}
/// Of one kind: the event's members, and `kind` is that one.
template <class Record>
std::string event_of(EventKind kind) {
  Writer only;
  only.begin_object()
      .key("properties")
      .begin_object()
      .key("kind")
      .begin_object()
      .key("const")
      .text(name_of(kind));
  only.end_object().end_object();
  if (kind != EventKind::book_total) only.key("required").begin_array().text("account_id").end_array();
  only.end_object();
  return "{\"allOf\":[" + described<EventDocument<Record>>(name_of(kind)) + "," + only.text_copy() + "]}";
}

std::string event() {
  std::string kinds;
  [&]<std::size_t... Kind>(std::index_sequence<Kind...>) {
    ((kinds += (Kind == 0 ? "" : ",") +
               event_of<std::variant_alternative_t<Kind, EventRecord>>(static_cast<EventKind>(Kind))),
     ...);
  }
  (std::make_index_sequence<std::variant_size_v<EventRecord>>{});
  return R"({"description":"A line of events_record: what happened between two snapshots","type":"object","oneOf":[)" +
         kinds + "]}";
}

std::string outcome() { return described<Outcome>("call_report's document: what came of a call"); }
std::string permission_query() {
  return described<PermissionAsked>("permission_get's document: may we reach this person then");
}

std::string account_export() { return answers::account_export(snapshot()); }

struct Document {
  std::string_view name;
  std::string (*body)();
};

// clang-format off
constexpr std::array documents{
    Document{"account_export", account_export}, Document{"agent_erased", answers::agent_erased}, Document{"agent_export", answers::agent_export},
    Document{"assessment", answers::assessment}, Document{"assessment_summary", answers::assessment_summary},
    Document{"board", answers::board}, Document{"book", answers::book},
    Document{"book_refresh", answers::book_refresh}, Document{"call_list", answers::call_list},
    Document{"card", answers::card}, Document{"config", config}, Document{"erased", answers::erased},
    Document{"event", event}, Document{"findings", answers::findings}, Document{"index", answers::schema_index}, Document{"labels", answers::labels},
    Document{"learning", answers::learning}, Document{"learning_reset", answers::learning_reset}, Document{"next_call", answers::next_call},
    Document{"opened", answers::opened}, Document{"opened_call", answers::opened_call}, Document{"options", options},
    Document{"outcome", outcome}, Document{"permission", answers::explained_permission}, Document{"permission_query", permission_query},
    Document{"recorded", answers::recorded}, Document{"reported", answers::reported}, Document{"saved", answers::saved}, Document{"settings", settings},
    Document{"snapshot", snapshot}, Document{"store_backup", answers::store_backup}, Document{"store_check", answers::store_check}};
// clang-format on
static_assert(std::ranges::is_sorted(documents, {}, &Document::name));

constexpr auto names = [] {
  std::array<std::string_view, documents.size()> out{};
  std::ranges::transform(documents, out.begin(), &Document::name);
  return out;
}();

/// The end of an array or object without others in it, else nothing.
std::size_t flat_end(std::string_view json, std::size_t from) {
  bool in_text = false;
  for (std::size_t i = from + 1; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text) {
      if (c == ']' || c == '}') return i;
      if (c == '[' || c == '{') return 0;
    }
  }
  return 0;
}

/// The same JSON with a line a member, so that a change of one field is a change of few lines.
std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0, flat = 0;
  bool in_text = false;
  const auto line = [&] { out.append(1, '\n').append(2 * depth, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      out += c;
      if (c == '\\') out += json[++i];
      in_text = c != '"';
      continue;
    }
    in_text = c == '"';
    const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
    if (opens && flat == 0) flat = flat_end(json, i);
    if (closes && flat == 0) {
      --depth;
      line();
    }
    out += c;
    if (c == ':' || (c == ',' && flat != 0)) out += ' ';
    if (flat == 0 && opens) ++depth;
    if (flat == 0 && (opens || c == ',')) line();
    if (i == flat) flat = 0;
  }
  return out += '\n';
}

}  // namespace

std::span<const std::string_view> schema_names() { return names; }

std::string schema_text(std::string_view name) {
  const auto found = std::ranges::find(documents, name, &Document::name);
  if (found == documents.end()) return {};
  Writer head;
  head.begin_object().key("$schema").text("https://json-schema.org/draft/2020-12/schema");
  head.key("$id").text("urn:rendabel:1:" + std::string(name)).key("title").text(name);
  const std::string body = found->body();
  return indented(head.text_copy() + "," + body.substr(1));
}

}  // namespace rendabel::abi
