// saver.hpp — hands snapshots to the library in batches and keeps count of what became of them.
// In: one snapshot a line, with its number in the whole input.  Out: saved, stale, findings by that number.
// Never: part of a bad batch, unless the caller asked to leave out only the bad records.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "adapters/cli/failure.hpp"
#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// Snapshots on their way: one a line, `records[i]` is the number of the i-th in the whole input.
struct Batch {
  static constexpr std::size_t records_max = 500;       // contract.md 2: polite
  static constexpr std::size_t bytes_max = 64U << 20U;  // a call may hold 256 MiB
  std::vector<std::string> lines;
  std::vector<std::int64_t> records;
  std::size_t bytes = 0;

  void add(std::string line, std::int64_t record);
  bool full() const { return lines.size() >= records_max || bytes >= bytes_max; }
  void clear() { *this = {}; }
};

class Saver {
 public:
  Saver(const Host& host, bool keep_going) : host_(&host), keep_going_(keep_going) {}

  /// Saves the batch as a whole. With faults: nothing of it — or, when going on, all but the bad records —
  /// and the findings are in found(). False when it was refused.
  bool save(Batch batch);
  /// Only looks for faults, one record after another; stores nothing.
  void check(const Batch& batch);

  std::int64_t saved() const { return saved_; }
  std::int64_t left_out() const { return left_out_; }
  const std::vector<std::string>& stale() const { return stale_; }
  const std::string& last_account_id() const { return last_account_id_; }
  /// What was found since the last call, numbered in the whole input.
  Findings take_findings() { return std::exchange(found_, {}); }

 private:
  void note_findings(const Findings& findings, const Batch& batch);
  void accept(const Answer& answer, const Batch& batch);
  Batch without_bad(const Batch& batch, const Findings& findings);
  const Host* host_;
  bool keep_going_;
  std::int64_t saved_ = 0, left_out_ = 0;
  std::vector<std::string> stale_;
  std::string last_account_id_;
  Findings found_;
};

}  // namespace rendabel::cli
