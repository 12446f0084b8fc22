// findings.hpp — what is wrong with a document: every fault, by record and field.
// The first 1,000 are kept and all are counted, so that a bad file of a million lines stays readable.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "plugin/base/status.hpp"

namespace rendabel {

/// One fault. `record` counts lines from 1 (a single document is record 1); `field` is a path whose
/// indexes count from 0, such as `invoices[3].due_date`; `why` is an English sentence.
struct Finding {
  std::int64_t record = 1;
  std::string field;
  std::string why;
  bool operator==(const Finding&) const = default;
};

class Findings {
 public:
  static constexpr std::size_t kept_max = 1000;

  void add(std::int64_t record, std::string field, std::string why) {
    ++total_;
    if (kept_.size() < kept_max) kept_.push_back({record, std::move(field), std::move(why)});
  }
  bool empty() const { return total_ == 0; }
  std::int64_t total() const { return total_; }
  const std::vector<Finding>& kept() const { return kept_; }

 private:
  std::vector<Finding> kept_;
  std::int64_t total_ = 0;
};

/// A document was refused; nothing of it was stored.
class BadInput : public Failure {
 public:
  explicit BadInput(Findings found)
      : Failure(Status::bad_input, std::to_string(found.total()) + " finding(s); first: record " +
                                       std::to_string(found.kept().front().record) + ", " +
                                       found.kept().front().field + ": " + found.kept().front().why),
        findings(std::move(found)) {}
  Findings findings;
};

}  // namespace rendabel
