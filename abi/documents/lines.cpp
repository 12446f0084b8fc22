#include "abi/documents/reader.hpp"

namespace rendabel::abi {

Lines::Lines(std::string_view text, Findings& findings) : rest_(text) {
  if (text.size() <= call_bytes_max) return;
  findings.add(1, "", "the call is over the limit of 256 MiB");
  rest_ = {};
}

bool Lines::next(Line& line) {
  while (!rest_.empty()) {
    const auto end = rest_.find('\n');
    line.json = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    ++record_;
    if (line.json.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    line.record = record_;
    return true;
  }
  return false;
}

}  // namespace rendabel::abi
