// table.hpp — tables for people: columns as wide as what stands in them, one of them wrapped to the screen.
// In: texts in UTF-8.  Out: lines.  Method: display width by code point, wide and combining ones counted as
// such.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::cli {

/// Columns that `text` takes on a terminal: 0 for combining marks, 2 for East Asian wide and emoji, else 1.
std::size_t display_width(std::string_view text);

struct Column {
  std::string title;
  enum class Kind { text, number, wrapped } kind = Kind::text;
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  /// One cell a column; line breaks and control characters become spaces.
  void row(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  /// The whole table, title row first, fitted into `screen` columns where a column is wrapped.
  std::string text(std::size_t screen) const;

 private:
  std::vector<std::size_t> widths(std::size_t screen) const;
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace rendabel::cli
