// report.hpp — faults as people and editors read them: `file:record: field: why`, one a line, on stderr.
#pragma once
#include <string>

#include "adapters/cli/failure.hpp"
#include "adapters/cli/words.hpp"

namespace rendabel::cli {

/// All findings, and how many more there are than the library kept.
void print_findings(const std::string& file, const Findings& findings, Language language);

/// The same as a JSON object on stdout, for --json.
void print_failure_document(const Failure& failure);

}  // namespace rendabel::cli
