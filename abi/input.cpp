#include "abi/input.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <cstring>

#include "abi/documents/reader.hpp"
#include "plugin/base/findings.hpp"
#include "plugin/base/status.hpp"

namespace rendabel::abi {
namespace {

constexpr std::size_t id_bytes_max = 128, path_bytes_max = 4095, word_bytes_max = 64, day_bytes = 10,
                      moment_bytes_max = 40;
constexpr std::int64_t budget_ms_max = 24LL * 60 * 60 * 1000;

[[noreturn]] void refuse(const char* name, const char* why) {
  throw Failure(Status::invalid_argument, std::string(name) + " " + why);
}

// A text that ends at its NUL; a longer one is cut at bytes_max + 1, so that we never read on for ever.
std::string_view terminated(const char* text, std::size_t bytes_max) {
  return {text, strnlen(text, bytes_max + 1)};
}

using Utf8 = boost::locale::utf::utf_traits<char>;

/// Walks the characters of `text`; false at the first that is no UTF-8 or that `good` refuses.
template <class Good>
bool all_characters(std::string_view text, Good good) {
  for (const char* place = text.data(); place != text.data() + text.size();) {
    const boost::locale::utf::code_point character = Utf8::decode(place, text.data() + text.size());
    if (!boost::locale::utf::is_valid_codepoint(character) || !good(character)) return false;
  }
  return true;
}

bool is_utf8(std::string_view text) {
  return all_characters(text, [](boost::locale::utf::code_point) { return true; });
}

bool has_control(std::string_view text) {
  return !all_characters(text, [](boost::locale::utf::code_point character) {
    return character >= 0x20 && (character < 0x7f || character > 0x9f);
  });
}

}  // namespace

std::string_view document(const char* text, std::int64_t size, std::size_t bytes_max, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  if (size < -1) refuse(name, "has a negative size other than -1");
  const std::string_view whole =
      size == -1 ? terminated(text, bytes_max) : std::string_view(text, static_cast<std::size_t>(size));
  if (whole.size() > bytes_max) {
    Findings findings;
    findings.add(1, name, "is over the limit of " + std::to_string(bytes_max) + " bytes");
    throw BadInput(std::move(findings));
  }
  return whole;
}

std::string_view options_document(const char* text, std::int64_t size) {
  if (text == nullptr && (size == 0 || size == -1)) return {};
  return document(text, size, document_bytes_max, "options");
}

std::string_view id_text(const char* text, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  const std::string_view id = terminated(text, id_bytes_max);
  if (id.empty() || id.size() > id_bytes_max) refuse(name, "must have 1 to 128 bytes");
  if (!is_utf8(id)) refuse(name, "is not UTF-8");
  if (has_control(id)) refuse(name, "has a control character");
  return id;
}

Date day(const char* text, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  const std::optional<Date> found = parse_date(terminated(text, day_bytes));
  if (!found) refuse(name, "is no day such as 2026-11-23");
  return *found;
}

Moment moment(const char* text, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  const std::optional<Moment> found = parse_moment(terminated(text, moment_bytes_max));
  if (!found) refuse(name, "is no time with its offset, such as 2026-11-23T09:30:00+01:00");
  return *found;
}

std::chrono::milliseconds budget(std::int64_t milliseconds, const char* name) {
  if (milliseconds < 0) refuse(name, "is negative");
  return std::chrono::milliseconds(std::min(milliseconds, budget_ms_max));
}

std::string path_text(const char* text, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  const std::string_view path = terminated(text, path_bytes_max);
  if (path.empty() || path.size() > path_bytes_max) refuse(name, "must have 1 to 4095 bytes");
  if (!is_utf8(path)) refuse(name, "is not UTF-8");
  return std::string(path);
}

std::string_view word_text(const char* text, const char* name) {
  if (text == nullptr) refuse(name, "is NULL");
  return terminated(text, word_bytes_max);
}

}  // namespace rendabel::abi
