// table.hpp — one table of a report: on the page for people, as CSV for spreadsheets.
// In: columns with their code and title, cells as shown and as data.  Out: values of a template, CSV.
// Never: a cell that a spreadsheet takes for a formula.  Method: RFC 4180; text that begins like a formula
// gets an apostrophe in front [OWASP, CSV injection]; numbers stay numbers.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/report/templates.hpp"

namespace rendabel::report {

struct Column {
  std::string code;   ///< heads the CSV, spelt as in the documents
  std::string title;  ///< heads the page's table
  bool number = false;
  bool csv_only = false;
};

/// One cell. Both texts empty: unknown, shown as a dash.
struct Cell {
  std::string shown;  ///< in the reader's language
  std::string data;   ///< a code, a host's text, or a number with a decimal point
  std::string note;   ///< below what is shown; on the page only
};

struct Table {
  std::string part;     ///< its name in options and ids
  std::string caption;  ///< what it says and in which currency
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< a cell a column; the first one shown names the row
  bool last_is_total = false;
};

/// What table.html shows.
Values table_values(const Table& table);
/// The table as RFC 4180 text in UTF-8, codes in its header.
std::string table_csv(const Table& table);

/// Makes cells in one language and currency.
class Cells {
 public:
  Cells(Language language, std::string currency);
  Language language() const { return language_; }
  const std::string& currency() const { return currency_; }

  /// A code with its words.
  static Cell code(std::string_view code, std::string_view words) {
    return {std::string(words), std::string(code), {}};
  }
  /// A host's own text.
  static Cell text(std::string_view text) { return {std::string(text), std::string(text), {}}; }
  Cell money(std::optional<Cents> amount) const;  ///< without the currency, which the caption names
  Cell count(std::optional<std::int64_t> number) const;
  Cell percent(std::optional<std::int64_t> basis_points) const;
  Cell decimal(std::optional<Micro> number) const;
  Cell date(std::optional<Date> day) const;

  /// An amount as data: "-1234.50".
  std::string plain_money(Cents amount) const;

 private:
  Language language_;
  std::string currency_;
  int decimals_;
};

}  // namespace rendabel::report
