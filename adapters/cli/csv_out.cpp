#include "adapters/cli/csv_out.hpp"

namespace rendabel::cli {
namespace {

void append_cell(std::string& out, std::string_view text, bool number) {
  const bool formula =
      !number && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (const char byte : text) {
    if (byte == '"') out += '"';
    out += byte;
  }
  out += '"';
}

}  // namespace

CsvOut::CsvOut(const std::vector<std::string_view>& header) {
  std::vector<CsvCell> cells;
  for (const std::string_view name : header) cells.push_back({std::string(name)});
  row(cells);
}

void CsvOut::row(const std::vector<CsvCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text_ += ',';
    append_cell(text_, cells[i].text, cells[i].number);
  }
  text_ += "\r\n";
}

}  // namespace rendabel::cli
