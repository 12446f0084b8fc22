// guard.hpp — the one guard around every entry of the contract.
// In: the work of a call, which answers a Result or throws.  Out: always a handle to a result.
// Never: lets an exception cross, or a thread be cancelled inside (its cleanup would skip ours).
#pragma once
#include <pthread.h>

#include <exception>
#include <new>

#include "abi/render_findings.hpp"
#include "abi/result.hpp"
#include "plugin/base/findings.hpp"

namespace rendabel::abi {

/// While it lives, pthread_cancel of this thread waits.
class CancellationOff {
 public:
  CancellationOff() noexcept { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
  ~CancellationOff() { pthread_setcancelstate(before_, nullptr); }
  CancellationOff(const CancellationOff&) = delete;
  CancellationOff& operator=(const CancellationOff&) = delete;

 private:
  int before_ = PTHREAD_CANCEL_ENABLE;
};

/// The answer to whatever is being thrown; call it inside a catch block. May throw bad_alloc.
Result result_of_exception();

template <class Work>
rendabel_result* guarded(Work&& work) noexcept {
  const CancellationOff off;
  try {
    try {
      return hand_over(work());
    } catch (...) {
      return hand_over(result_of_exception());
    }
  } catch (...) {
    return hand_over_no_memory();
  }
}

/// The same for entries that answer a plain value; `otherwise` when the work throws.
template <class Work, class Value>
Value guarded_value(Work&& work, Value otherwise) noexcept {
  const CancellationOff off;
  try {
    return work();
  } catch (...) {
    return otherwise;
  }
}

}  // namespace rendabel::abi
