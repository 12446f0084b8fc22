#include "plugin/report/table.hpp"

#include <fmt/format.h>

#include <array>

#include "plugin/base/currency.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

// Full-width forms too: some spreadsheets fold them into the plain signs.
constexpr std::array<std::string_view, 11> formula_signs{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                         "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};

bool is_formula(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with("\u00a0")) text.remove_prefix(text.front() == ' ' ? 1 : 2);
  for (const auto sign : formula_signs)
    if (text.starts_with(sign)) return true;
  return false;
}

void append_csv(std::string& out, std::string_view text, bool number) {
  const bool formula = !number && is_formula(text);
  if (!formula && text.find_first_of(",;\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (const char byte : text) out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  out += '"';
}

/// value / 10^places with a point: -12345, 2 → -123.45.
std::string plain(std::int64_t value, int places) {
  std::uint64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  const auto size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string text = fmt::format("{}{}", value < 0 ? "-" : "", size / unit);
  if (places > 0) text += fmt::format(".{:0{}}", size % unit, places);
  return text;
}

Values cell_values(const Cell& cell, const Column& column, bool first) {
  Values values;
  values.set("shown", cell.shown.empty() ? "–" : cell.shown);
  values.set("data", cell.data);
  values.set("note", cell.note.empty() ? Values(false) : Values(cell.note));
  values.set("title", column.title);
  values.set("code", column.code);
  values.set("kind", column.number ? "number" : "words");
  values.set("names_row", first);
  return values;
}

}  // namespace

Values table_values(const Table& table) {
  Values columns{Values::type::list}, rows{Values::type::list};
  for (const Column& column : table.columns) {
    if (column.csv_only) continue;
    Values values;
    values.set("title", column.title);
    values.set("kind", column.number ? "number" : "words");
    columns << values;
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    Values cells{Values::type::list};
    bool first = true;
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (table.columns[j].csv_only) continue;
      cells << cell_values(table.rows[i][j], table.columns[j], first);
      first = false;
    }
    Values row;
    row.set("cells", cells);
    row.set("total", table.last_is_total && i + 1 == table.rows.size());
    rows << row;
  }
  Values values;
  values.set("part", table.part);
  values.set("caption", table.caption);
  values.set("columns", columns);
  values.set("rows", rows);
  values.set("wide", columns.list_value().size() > 3);
  return values;
}

std::string table_csv(const Table& table) {
  std::string out;
  for (std::size_t j = 0; j < table.columns.size(); ++j) {
    if (j > 0) out += ',';
    append_csv(out, table.columns[j].code, false);
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (j > 0) out += ',';
      append_csv(out, row[j].data, table.columns[j].number);
    }
    out += "\r\n";
  }
  return out;
}

Cells::Cells(Language language, std::string currency)
    : language_(language),
      currency_(std::move(currency)),
      decimals_(currency_decimals(currency_).value_or(2)) {}

Cell Cells::money(std::optional<Cents> amount) const {
  if (!amount) return {};
  return {amount_text(*amount, currency_, language_), plain_money(*amount), {}};
}

Cell Cells::count(std::optional<std::int64_t> number) const {
  if (!number) return {};
  return {count_text(*number, language_), fmt::format("{}", *number), {}};
}

Cell Cells::percent(std::optional<std::int64_t> basis_points) const {
  if (!basis_points) return {};
  return {percent_text(*basis_points, language_), fmt::format("{}", *basis_points), {}};
}

Cell Cells::decimal(std::optional<Micro> number) const {
  if (!number) return {};
  std::string data = plain(number->millionths, 6);
  data.erase(data.find_last_not_of('0') + 1);
  if (data.back() == '.') data.pop_back();
  return {decimal_text(number->millionths, 2, language_), std::move(data), {}};
}

Cell Cells::date(std::optional<Date> day) const {
  if (!day) return {};
  return {date_text(*day, language_), to_text(*day), {}};
}

std::string Cells::plain_money(Cents amount) const { return plain(amount, decimals_); }

}  // namespace rendabel::report
