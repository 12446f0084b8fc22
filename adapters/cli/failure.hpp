// failure.hpp — how a command can end other than well, and the exit code that says so.
// Thrown anywhere in the command line, caught once in main.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace rendabel::cli {

/// What the shell sees; documented in --help.
enum class Exit : int { ok = 0, failed = 1, usage = 2, bad_input = 3 };

class Failure : public std::runtime_error {
 public:
  Failure(Exit exit, const std::string& message) : std::runtime_error(message), code(exit) {}
  Exit code;
};

/// One fault in what was handed over; `record` counts from 1 in the whole file.
struct Finding {
  std::int64_t record = 1;
  std::string field;
  std::string why;
};

/// `total` may exceed the items: the library keeps the first thousand of a call.
struct Findings {
  std::vector<Finding> items;
  std::int64_t total = 0;
};

/// Input that was refused; `file` is what it was read from.
class BadInput : public Failure {
 public:
  BadInput(std::string source, Findings found, const std::string& message)
      : Failure(Exit::bad_input, message), file(std::move(source)), findings(std::move(found)) {}
  std::string file;
  Findings findings;
};

}  // namespace rendabel::cli
