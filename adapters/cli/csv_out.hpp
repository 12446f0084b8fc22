// csv_out.hpp — RFC 4180 for programs and spreadsheets.
// A text that a spreadsheet would run as a formula (= + - @, tab, carriage return in front) gets a leading
// quote mark '. Numbers stay numbers: a negative amount is no formula.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::cli {

struct CsvCell {
  std::string text;
  bool number = false;  ///< written by the library as a number; never guarded
};

class CsvOut {
 public:
  explicit CsvOut(const std::vector<std::string_view>& header);
  void row(const std::vector<CsvCell>& cells);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace rendabel::cli
