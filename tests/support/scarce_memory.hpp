// scarce_memory.hpp — malloc under a test's thumb: counts what a library allocates while it is inside, and
// refuses the n-th request, once or from then on.
// In: Inside around calls, refuse_at.  Out: requests, and what is still held.  Include it in one file of a
// program only: its malloc takes the place of the system's, for the libraries of the process too.
#pragma once
#include <malloc.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RENDABEL_SANITIZED
#endif
#endif

extern "C" {
void* __libc_malloc(std::size_t size) noexcept;
void* __libc_calloc(std::size_t count, std::size_t size) noexcept;
void* __libc_realloc(void* old, std::size_t size) noexcept;
void* __libc_memalign(std::size_t alignment, std::size_t size) noexcept;
void __libc_free(void* old) noexcept;
}

namespace scarce {

inline bool inside = false;         ///< count and refuse only while this thread is in the library
inline std::int64_t held = 0;       ///< blocks that were allocated inside and not freed inside
inline std::int64_t requests = 0;   ///< since refuse_at
inline std::int64_t refuse_at = 0;  ///< this request gets nothing; 0: every request is met
inline bool ever_after = false;     ///< and so does every later one
inline std::int64_t refused = 0;

/// While it lives, requests are the library's.
struct Inside {
  Inside() { inside = true; }
  ~Inside() { inside = false; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

inline void start(std::int64_t at, bool forever) {
  requests = refused = 0;
  refuse_at = at;
  ever_after = forever;
}
inline void stop() { refuse_at = 0; }

/// True when this request gets nothing.
inline bool refuse() noexcept {
  if (!inside) return false;
  ++requests;
  if (refuse_at == 0 || (ever_after ? requests < refuse_at : requests != refuse_at)) return false;
  ++refused;
  errno = ENOMEM;
  return true;
}
inline void* given(void* block) noexcept {
  if (inside && block != nullptr) ++held;
  return block;
}

}  // namespace scarce

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(RENDABEL_SANITIZED)
#pragma GCC visibility push(default)  // or the libraries would not meet them
extern "C" {
void* malloc(std::size_t size) noexcept {
  return scarce::refuse() ? nullptr : scarce::given(__libc_malloc(size));
}
void* calloc(std::size_t count, std::size_t size) noexcept {
  return scarce::refuse() ? nullptr : scarce::given(__libc_calloc(count, size));
}
void* memalign(std::size_t alignment, std::size_t size) noexcept {
  return scarce::refuse() ? nullptr : scarce::given(__libc_memalign(alignment, size));
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return memalign(alignment, size); }
int posix_memalign(void** block, std::size_t alignment, std::size_t size) noexcept {
  *block = memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
void* realloc(void* old, std::size_t size) noexcept {
  if (scarce::refuse()) return nullptr;
  return old == nullptr ? scarce::given(__libc_realloc(old, size)) : __libc_realloc(old, size);
}
void free(void* old) noexcept {
  if (scarce::inside && old != nullptr) --scarce::held;
  __libc_free(old);
}
}
#pragma GCC visibility pop
#endif
