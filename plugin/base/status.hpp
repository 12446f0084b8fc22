// status.hpp — how a call can end.
// The numbers are the ABI's; abi/rendabel.cpp asserts that they equal those of rendabel.h.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

namespace rendabel {

/// Outcome of a call. `ok` is 0, every failure is negative; append only.
enum class Status : std::int32_t {
  ok = 0,
  no_memory = -1,
  invalid_handle = -2,
  invalid_argument = -3,
  bad_input = -4,
  state = -5,
  unsupported = -6,
  too_new = -7,
  busy = -8,
  io = -9,
  corrupt = -10,
  forked = -11,
  cancelled = -12,
  not_found = -13,
  stale = -14,
  internal = -15,
};

/// Thrown inside the library, turned into a result at the border, never seen by a host.
/// The message is English and carries ids, never names or numbers of people (law.md).
class Failure : public std::runtime_error {
 public:
  Failure(Status status, const std::string& message) : std::runtime_error(message), status_(status) {}
  Status status() const noexcept { return status_; }

 private:
  Status status_;
};

}  // namespace rendabel
