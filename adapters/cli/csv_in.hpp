// csv_in.hpp — reads RFC 4180 from a file or stdin, row by row, through libcsv.
// In: a path or `-`.  Out: each row with its number (the title row is 1).  Never: a whole file in memory.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::cli {

/// One row's cells; valid during the call it is handed to.
struct CsvRow {
  std::int64_t record = 0;
  const std::vector<std::string_view>& cells;
};

/// Calls `row` for every row that is not blank; `progress` now and then with the bytes read and the size (0 =
/// unknown). Throws Failure when the file cannot be read, BadInput at a quote that does not close.
void read_csv(const std::string& path, char delimiter, const std::function<void(const CsvRow&)>& row,
              const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace rendabel::cli
