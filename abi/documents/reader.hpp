// reader.hpp — reads the documents of hosts: checks every value, reports every fault by record and field.
// In: JSON text of any origin.  Out: structs of plugin/base (views into an Arena) or findings, never half.
// Never: rules, SQL, environment.  Method: simdjson on demand, walking Description<T>; numbers from their
// digits.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "plugin/base/arena.hpp"
#include "plugin/base/events.hpp"
#include "plugin/base/findings.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/outcome.hpp"
#include "plugin/base/permission_asked.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::abi {

inline constexpr std::size_t document_bytes_max = std::size_t{16} << 20;  ///< one snapshot
inline constexpr std::size_t call_bytes_max = std::size_t{256} << 20;     ///< all of a call
inline constexpr int levels_max = 64;  ///< objects and arrays in each other

/// Reads many documents with the same working memory. Not for two threads at once; an engine owns one.
class Reader {
 public:
  Reader();
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// Reads one snapshot in the book currency into `arena`. With new findings, `out` must not be used.
  void snapshot(std::string_view json, std::int64_t record, std::string_view currency, Arena& arena,
                Snapshot& out, Findings& findings);
  /// Reads one event; its record is checked as its kind asks. With new findings, `out` must not be used.
  void event(std::string_view json, std::int64_t record, std::string_view currency, Arena& arena, Event& out,
             Findings& findings);
  /// Reads one outcome in the book currency. With new findings it must not be used.
  Outcome outcome(std::string_view json, std::string_view currency, Findings& findings);
  /// Reads the question of permission_get. With new findings it must not be used.
  PermissionAsked permission_query(std::string_view json, Findings& findings);
  Config config(std::string_view json, Findings& findings);
  /// Empty text: no options. `allowed` names the keys this call takes beside language and text.
  Options options(std::string_view json, std::initializer_list<std::string_view> allowed, Findings& findings);
  /// An owner's sparse document → all effective values; null is the default again.
  Settings settings(std::string_view json, Findings& findings);

 private:
  struct Work;
  struct Events;
  std::unique_ptr<Work> work_;
};

/// The same with working memory of their own.
void read_snapshot(std::string_view json, std::int64_t record, std::string_view currency, Arena& arena,
                   Snapshot& out, Findings& findings);
Config read_config(std::string_view json, Findings& findings);
Options read_options(std::string_view json, std::initializer_list<std::string_view> allowed,
                     Findings& findings);
Settings read_settings(std::string_view json, Findings& findings);

/// All effective values, spelt as the settings document.
std::string settings_json(const Settings& settings);

/// One document of an NDJSON text. `record` counts lines from 1, blank ones too.
struct Line {
  std::int64_t record = 0;
  std::string_view json;
};

/// Walks an NDJSON text without copying it. Blank lines are skipped; the last may end without a line feed.
class Lines {
 public:
  /// A text over call_bytes_max is one finding and has no lines.
  Lines(std::string_view text, Findings& findings);
  /// False at the end.
  bool next(Line& line);

 private:
  std::string_view rest_;
  std::int64_t record_ = 0;
};

}  // namespace rendabel::abi
