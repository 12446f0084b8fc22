// arena.hpp — memory of one document: everything read from it lives here and goes at once.
// Documents are plain views into an arena, so that reading a million of them allocates next to nothing.
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rendabel {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// A copy of `text` that lives as long as the arena (or until reset).
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* place = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }
  template <class T>
  std::span<T> keep(const std::vector<T>& items) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    if (items.empty()) return {};
    auto* place = static_cast<T*>(memory_.allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  }
  /// Uninitialised room for `count` items, for a reader that knows the number beforehand.
  template <class T>
  std::span<T> room(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    auto* place = static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(place, count);
    return {place, count};
  }
  /// Forgets everything at once and keeps the first block for the next document.
  void reset() { memory_.release(); }

 private:
  alignas(std::max_align_t) std::byte first_[32 * 1024];
  std::pmr::monotonic_buffer_resource memory_{first_, sizeof first_};
};

/// An array of a document. Left out or null is unknown, [] is known to be none (domain.md 1).
template <class T>
struct List {
  std::span<T> items;
  bool known = false;

  auto begin() const { return items.begin(); }
  auto end() const { return items.end(); }
  std::size_t size() const { return items.size(); }
  bool empty() const { return items.empty(); }
  T& operator[](std::size_t i) const { return items[i]; }
};

}  // namespace rendabel
