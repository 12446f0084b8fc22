// statement.hpp — a result statement and its coverage, as `assess` and `book` both show them.
// In: the result documents of contract.md 3.  Out: tables for people, rows for programs.
#pragma once
#include <string>

#include "adapters/cli/csv_out.hpp"
#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// List revenue down to net margin, beside the year before.
std::string result_text(const Host& host, const Json& result, const Json& previous);
/// The lines that are not wholly known, and why.
std::string coverage_text(const Host& host, const Json& coverage);

/// Rows `part,code,quantity,amount,previous,text` for programs.
void add_result_rows(CsvOut& csv, const Json& result, const Json& previous);
void add_coverage_rows(CsvOut& csv, const Json& coverage);

}  // namespace rendabel::cli
