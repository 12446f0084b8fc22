#include "abi/documents/reader.hpp"

#include <cstring>
#include <new>

#include "abi/documents/faults.hpp"
#include "abi/documents/settings_document.hpp"
#include "abi/documents/walker_read.hpp"
#include "plugin/base/options_fields.hpp"
#include "plugin/base/settings_fields.hpp"

namespace rendabel::abi {

namespace {

/// simdjson would pick its code by an environment variable; a host's environment is none of our business.
void choose_by_cpu() {
  static const bool chosen = [] {
    simdjson::get_active_implementation() = simdjson::get_available_implementations().detect_best_supported();
    return true;
  }();
  static_cast<void>(chosen);
}

/// A copy with the padding that simdjson reads behind the end; zeros, so that nothing there looks like JSON.
std::span<char> padded(std::string_view text, Arena& arena) {
  const auto room = arena.room<char>(text.size() + simdjson::SIMDJSON_PADDING);
  if (!text.empty()) std::memcpy(room.data(), text.data(), text.size());
  std::memset(room.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
  return room;
}

template <class T>
void clear(std::vector<T>& list) {
  list.clear();
}

}  // namespace

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
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
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

Reader::Reader() : work_(std::make_unique<Work>()) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

void Reader::snapshot(std::string_view text, std::int64_t record, std::string_view currency, Arena& arena,
                      Snapshot& out, Findings& findings) {
  out = {};
  const int decimals = currency_decimals(currency).value_or(2);
  work_->read(text, record, arena, findings, decimals,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                if (out.account.currency.empty() || out.account.currency == currency) return;
                const Place account{&top, "account", -1};
                report.add(Place{&account, "currency", -1},
                           "is not the currency of the book, " + std::string(currency));
              });
}

Config Reader::config(std::string_view text, Findings& findings) {
  Arena arena;
  Config out;
  work_->read(text, 1, arena, findings, 2,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                if (report.clean() && out.store.empty())
                  report.add(Place{&top, "store", -1}, "is empty; a directory is needed");
              });
  return out;
}

Options Reader::options(std::string_view text, std::initializer_list<std::string_view> allowed,
                        Findings& findings) {
  Options out;
  if (text.empty()) return out;
  std::vector<std::string_view> names{"language", "text"};
  names.insert(names.end(), allowed.begin(), allowed.end());
  Arena arena;
  work_->read(text, 1, arena, findings, 2,
              [&](Walker& walker, json::object& object, const Place& top, Report&) {
                walker.allow(names);
                walker.root(object, out, top);
              });
  return out;
}

Settings Reader::settings(std::string_view text, Findings& findings) {
  Arena arena;
  // The currency says how many decimals the amounts before it may have, so it is read first.
  struct Currency {
    std::string currency = Settings{}.currency;
  } first;
  Findings ignored;
  work_->read(text, 1, arena, ignored, 2, [&](Walker&, json::object& object, const Place&, Report&) {
    std::string_view found;
    if (!object.find_field_unordered("currency").get_string().get(found) && currency_decimals(found))
      first.currency = found;
  });
  arena.reset();
  Settings out = default_settings(first.currency);
  const int decimals = currency_decimals(first.currency).value_or(2);
  work_->read(text, 1, arena, findings, decimals,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                check_settings(out, report, top);
              });
  settle_settings(out);
  return out;
}

void read_snapshot(std::string_view json, std::int64_t record, std::string_view currency, Arena& arena,
                   Snapshot& out, Findings& findings) {
  Reader().snapshot(json, record, currency, arena, out, findings);
}
Config read_config(std::string_view json, Findings& findings) { return Reader().config(json, findings); }
Options read_options(std::string_view json, std::initializer_list<std::string_view> allowed,
                     Findings& findings) {
  return Reader().options(json, allowed, findings);
}
Settings read_settings(std::string_view json, Findings& findings) {
  return Reader().settings(json, findings);
}

}  // namespace rendabel::abi
