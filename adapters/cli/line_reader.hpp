// line_reader.hpp — records of an NDJSON file or of stdin, one line each, with a fingerprint of what went by.
// In: a path or `-`.  Out: lines without their end; empty ones are counted and passed over.
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace rendabel::cli {

/// FNV-1a, 64 bits: tells whether a file is still the one that an interrupted import read.
class Fingerprint {
 public:
  void add(const char* bytes, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
      value_ = (value_ ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3U;
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// Opens a file for reading, or stdin for `-`. Throws Failure.
std::shared_ptr<std::FILE> open_input(const std::string& path);
/// Size in bytes of a plain file; 0 where unknown.
std::int64_t input_size(std::FILE* file);

class LineReader {
 public:
  /// A line longer than this is cut: the library refuses a document over 16 MiB anyway.
  static constexpr std::size_t line_max = 17U << 20U;

  explicit LineReader(const std::string& path) : file_(open_input(path)) {}
  /// The next line that is not blank; false at the end. Throws Failure when reading fails.
  bool next(std::string& line);
  /// Reads past one line, blank or not; false at the end.
  bool pass() { return read_line(passed_); }
  std::int64_t record() const { return record_; }  ///< number of the last line in the whole input, from 1
  std::int64_t bytes() const { return bytes_; }
  std::int64_t size() const { return input_size(file_.get()); }
  std::uint64_t fingerprint() const { return fingerprint_.value(); }

 private:
  bool read_line(std::string& line);
  bool fill();
  std::shared_ptr<std::FILE> file_;
  std::string buffer_, passed_;
  std::size_t at_ = 0;
  std::int64_t record_ = 0, bytes_ = 0;
  Fingerprint fingerprint_;
};

}  // namespace rendabel::cli
