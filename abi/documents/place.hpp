// place.hpp — where in a document we are, and the findings made there.
// Method: places are linked on the call stack and become text only when there is something to tell.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "abi/documents/simdjson.hpp"
#include "plugin/base/findings.hpp"

namespace rendabel::abi {

/// A step on the way down: a key (index < 0) or an element of an array.
struct Place {
  const Place* up = nullptr;
  std::string_view name;
  std::int64_t index = -1;
};

/// `orders[3].payments[0].date`; keys are cut at 128 bytes.
std::string path_text(const Place& place);

/// Collects the findings of one record.
class Report {
 public:
  Report(Findings& findings, std::int64_t record) : findings_(findings), record_(record) {}
  void add(const Place& at, std::string_view why);
  bool clean() const { return clean_; }

 private:
  Findings& findings_;
  std::int64_t record_;
  bool clean_ = true;
};

/// Thrown where the text is no JSON any more, after the finding was made; nothing behind it can be read.
struct Broken {};

/// Makes the finding and throws Broken.
[[noreturn]] void broken(Report& report, const Place& at, simdjson::error_code error);
/// Our sentence for simdjson's error.
std::string_view error_text(simdjson::error_code error);

}  // namespace rendabel::abi
