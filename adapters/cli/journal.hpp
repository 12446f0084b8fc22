// journal.hpp — how far an import came, so that it can go on there after a kill.
// Tied to the bytes that were read and to the store; removed when the import is done.
// Method: a small JSON file, written beside and renamed after each batch that the store has on disk.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace rendabel::cli {

struct Mark {
  std::string store;          ///< the store's absolute path
  std::int64_t record = 0;    ///< the last line that is dealt with
  std::string fingerprint;    ///< of all bytes up to its end
  std::string account_id;     ///< an account saved then: a store that lacks it is another one
  std::int64_t saved = 0;     ///< accounts saved so far
  std::int64_t left_out = 0;  ///< records with faults left out so far
};

class Journal {
 public:
  /// `must_write`: the user named the file, so failing to write it is a failure; otherwise the import goes on
  /// without.
  Journal(std::string path, bool must_write) : path_(std::move(path)), must_write_(must_write) {}
  /// The mark of an interrupted import. Throws Failure when the file is something else: it is not ours to
  /// overwrite.
  std::optional<Mark> read() const;
  void write(const Mark& mark);
  void remove();

 private:
  std::string path_;  // empty: no journal
  bool must_write_;
};

}  // namespace rendabel::cli
