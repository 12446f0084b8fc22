// documents.hpp — small documents for tests, and what the reader finds in them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "abi/documents/reader.hpp"

namespace rendabel::test {

/// A good snapshot with one member put beside account and as_of.
inline std::string snapshot_with(std::string_view member) {
  return R"({"account":{"id":"K1"},"as_of":"2026-11-23",)" + std::string(member) + "}";
}

inline std::vector<Finding> findings_of(std::string_view json, std::string_view currency = "EUR") {
  Arena arena;
  Snapshot snapshot;
  Findings findings;
  abi::read_snapshot(json, 1, currency, arena, snapshot, findings);
  return findings.kept();
}

/// The only finding as `field: why`; else how many there are.
inline std::string only_finding(std::string_view json, std::string_view currency = "EUR") {
  const auto found = findings_of(json, currency);
  if (found.size() != 1) {
    std::string all = std::to_string(found.size()) + " findings";
    for (const auto& finding : found) all += "\n  " + finding.field + ": " + finding.why;
    return all;
  }
  return found.front().field + ": " + found.front().why;
}

}  // namespace rendabel::test
