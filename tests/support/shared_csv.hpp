// shared_csv.hpp — rows of a data set that lies outside this repository (RENDABEL_SHARED_DIR, else
// ../shared). In: its path there.  Out: rows by column name; none, with a warning, where the file is not.
// Never: quotes with commas in them.
#pragma once
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/shared_path.hpp"

namespace rendabel::test {

inline bool shared_there(const std::string& file) {
  if (std::filesystem::exists(shared_path(file))) return true;
  WARN("skipped: no " << shared_path(file));
  return false;
}

struct CsvRow {
  std::map<std::string, std::string> fields;
  const std::string& text(const std::string& column) const { return fields.at(column); }
  double number(const std::string& column) const { return std::strtod(text(column).c_str(), nullptr); }
};

inline std::vector<std::string> split_csv(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ',');) {
    std::erase_if(field, [](char c) { return c == '"' || c == '\r'; });
    fields.push_back(field);
  }
  return fields;
}

inline std::vector<CsvRow> shared_csv(const std::string& file) {
  std::ifstream in(shared_path(file));
  std::string line;
  std::getline(in, line);
  const auto columns = split_csv(line);
  std::vector<CsvRow> rows;
  while (std::getline(in, line)) {
    const auto fields = split_csv(line);
    CsvRow row;
    for (std::size_t i = 0; i < columns.size() && i < fields.size(); ++i) row.fields[columns[i]] = fields[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace rendabel::test
