// cancel.hpp — how long work learns that the host wants it to stop.
// In: the ticket a call got when it entered its engine.  Out: Failure{cancelled} at the next check.
// Never: a callback, a signal, a lock.  Method: a cancel raises the engine's mark to the newest ticket, so it
// meets every call that had entered and none that enters later.
#pragma once
#include <atomic>
#include <cstdint>

#include "plugin/base/status.hpp"

namespace rendabel {

/// Ask in every loop that may take long, and before a commit; after the commit a call is done and says so.
class Cancel {
 public:
  Cancel() = default;  ///< work that nobody can cancel
  Cancel(const std::atomic<std::uint64_t>& mark, std::uint64_t ticket) : mark_(&mark), ticket_(ticket) {}

  bool asked() const noexcept {
    return mark_ != nullptr && ticket_ <= mark_->load(std::memory_order_acquire);
  }
  void check() const {
    if (asked()) throw Failure(Status::cancelled, "cancelled by the host");
  }

 private:
  const std::atomic<std::uint64_t>* mark_ = nullptr;
  std::uint64_t ticket_ = 0;
};

}  // namespace rendabel
