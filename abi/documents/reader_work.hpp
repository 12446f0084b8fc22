// reader_work.hpp — the working memory of a Reader and the frame of every read: index, walk, look behind the
// end. Include it in the files that implement Reader; nobody else needs simdjson.
#pragma once
#include <cstring>
#include <new>
#include <vector>

#include "abi/documents/faults.hpp"
#include "abi/documents/reader.hpp"
#include "abi/documents/walker_read.hpp"

namespace rendabel::abi {

/// simdjson would pick its code by an environment variable; a host's environment is none of our business.
inline void choose_by_cpu() {
  static const bool chosen = [] {
    simdjson::get_active_implementation() = simdjson::get_available_implementations().detect_best_supported();
    return true;
  }();
  static_cast<void>(chosen);
}

/// A copy with the padding that simdjson reads behind the end; zeros, so that nothing there looks like JSON.
inline std::span<char> padded(std::string_view text, Arena& arena) {
  const auto room = arena.room<char>(text.size() + simdjson::SIMDJSON_PADDING);
  if (!text.empty()) std::memcpy(room.data(), text.data(), text.size());
  std::memset(room.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
  return room;
}

namespace simdjson_inside {
/// simdjson goes on without the buffer that it unescapes strings into when there was no memory for it.
struct Unescaping : simdjson::ondemand::document {
  static bool has_room(simdjson::ondemand::document& document) {
    return (document.*&simdjson_inside::Unescaping::iter).string_buf_loc() != nullptr;
  }
};
}  // namespace simdjson_inside

template <class T>
void clear(std::vector<T>& list) {
  list.clear();
}

struct Reader::Work {
  simdjson::ondemand::parser parser{document_bytes_max};
  Scratch scratch;
  std::vector<Fault> faults;

  Work() { choose_by_cpu(); }

  /// Indexes the text; bytes that make this impossible become faults, found again where they stand.
  simdjson::error_code start(std::span<char> text, std::size_t size, json::document& document) {
    faults.clear();
    auto error = parser.iterate(text.data(), size, text.size()).get(document);
    if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS) {
      put_aside(text.first(size), faults);
      error = parser.iterate(text.data(), size, text.size()).get(document);
    }
    const bool no_room = error == simdjson::SUCCESS && !simdjson_inside::Unescaping::has_room(document);
    if (error == simdjson::MEMALLOC || no_room) throw std::bad_alloc();
    return error;
  }

  /// Runs `walk` over the object that is the whole text.
  template <class Walk>
  void read(std::string_view text, std::int64_t record, Arena& arena, Findings& findings, int decimals,
            Walk walk) {
    Report report(findings, record);
    const Place top;
    if (text.size() > document_bytes_max) return report.add(top, "is over the limit of 16 MiB");
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::apply([](auto&... lists) { (clear(lists), ...); }, scratch);
    try {
      json::document document;
      const auto copy = padded(text, arena);
      if (const auto error = start(copy, text.size(), document)) broken(report, top, error);
      json::object object;
      if (const auto error = document.get_object().get(object)) {
        if (error != simdjson::INCORRECT_TYPE) broken(report, top, error);
        return report.add(top, "the document is not an object");
      }
      Walker walker(scratch, arena, report, faults, decimals);
      walk(walker, object, top, report);
      if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        report.add(top, "something follows the document");
      if (!faults.empty() && report.clean()) report.add(top, error_text(faults.front().error));
    } catch (const Broken&) {
      return;  // the finding is made
    }
  }
};

}  // namespace rendabel::abi
