#include "abi/documents/place.hpp"

namespace rendabel::abi {

namespace {

/// The first bytes of a key, cut between characters, so that the findings stay readable UTF-8.
std::string_view short_name(std::string_view name) {
  constexpr std::size_t bytes_max = 128;
  if (name.size() <= bytes_max) return name;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return name.substr(0, end);
}

void append_path(std::string& out, const Place& place) {
  if (place.up != nullptr) append_path(out, *place.up);
  if (place.index >= 0) {
    out += '[' + std::to_string(place.index) + ']';
  } else if (!place.name.empty()) {
    if (!out.empty()) out += '.';
    out += short_name(place.name);
  }
}

}  // namespace

std::string path_text(const Place& place) {
  std::string out;
  append_path(out, place);
  return out;
}

void Report::add(const Place& at, std::string_view why) {
  clean_ = false;
  if (findings_.kept().size() >= Findings::kept_max)
    findings_.add(record_, {}, {});  // only counted: not worth its text
  else
    findings_.add(record_, path_text(at), std::string(why));
}

void broken(Report& report, const Place& at, simdjson::error_code error) {
  report.add(at, error_text(error));
  throw Broken{};
}

std::string_view error_text(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY: return "the document is empty";
    case simdjson::UTF8_ERROR: return "the text is not UTF-8";
    case simdjson::UNESCAPED_CHARS: return "a control character stands in a text without an escape";
    case simdjson::UNCLOSED_STRING: return "the document ends inside a text";
    case simdjson::STRING_ERROR: return "a text holds an escape that JSON does not have";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return "the document ends too early, or something follows it";
    case simdjson::MEMALLOC: return "there is not enough memory for the document";
    default: return "the text is no JSON here: a comma, colon, bracket or value is missing or too many";
  }
}

}  // namespace rendabel::abi
