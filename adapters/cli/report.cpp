#include "adapters/cli/report.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "adapters/cli/json.hpp"

namespace rendabel::cli {

void print_findings(const std::string& file, const Findings& findings, Language language) {
  for (const Finding& finding : findings.items) {
    const std::string field = finding.field.empty() ? "" : finding.field + ": ";
    fmt::print(stderr, "{}:{}: {}{}\n", file, finding.record, field, finding.why);
  }
  const auto more = findings.total - static_cast<std::int64_t>(findings.items.size());
  if (more > 0)
    fmt::print(stderr, "{}\n", fmt::format(fmt::runtime(words::more_findings.in(language)), file, more));
}

void print_failure_document(const Failure& failure) {
  std::string list;
  std::int64_t total = 0;
  if (const auto* bad = dynamic_cast<const BadInput*>(&failure)) {
    total = bad->findings.total;
    for (const Finding& finding : bad->findings.items) {
      list += fmt::format(R"({}{{"record":{},"field":{},"why":{}}})", list.empty() ? "" : ",", finding.record,
                          json_text(finding.field), json_text(finding.why));
    }
  }
  fmt::print(R"({{"failed":{},"exit_code":{},"findings":[{}],"total":{}}})"
             "\n",
             json_text(failure.what()), static_cast<int>(failure.code), list, total);
}

}  // namespace rendabel::cli
