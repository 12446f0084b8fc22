// handles.hpp — the values a host holds for engines and results, and what stands behind them.
// In: a handle, which may be NULL, wild, freed, truncated, of another type or inherited by a fork.
// Out: its object, held as long as the Pin lives, or the reason why not.
// Never: dereferences a handle, takes a lock, uses a value twice.  Method: a value is type tag, place in a
// table and generation; one atomic word a place tells its generation, whether it lives and who uses it.
#pragma once
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

namespace rendabel::abi {

/// The layout of a handle, from the top: 8 bits tag, 20 bits place, 32 bits generation, 4 bits zero.
/// The upper half is never all zeros or ones, so a value cut to an int and widened again matches nothing.
struct HandleLayout {
  static constexpr int place_shift = 36, generation_shift = 4, tag_shift = 56;
  static constexpr std::uint64_t places = std::uint64_t{1} << 20;
};

enum class Lookup : std::uint8_t { found, unknown, inherited };

/// What a forked child may do with objects of its parent: plain memory it may use, open files it may not.
enum class AfterFork : std::uint8_t { usable, forbidden };

/// The state of a place, packed so that it changes in one step: generation, stage and number of users.
struct PlaceState {
  enum Stage : std::uint64_t { vacant, live, retired };
  std::uint32_t generation = 0;
  Stage stage = vacant;
  std::uint32_t users = 0;

  static constexpr std::uint32_t users_max = (1U << 30) - 1;
  static PlaceState from(std::uint64_t word) {
    return {static_cast<std::uint32_t>(word >> 32), static_cast<Stage>((word >> 30) & 3),
            static_cast<std::uint32_t>(word & users_max)};
  }
  std::uint64_t word() const { return std::uint64_t{generation} << 32 | stage << 30 | users; }
};

/// One place of a table. `next` links the vacant ones. `object` is written before the place goes live.
struct Place {
  std::atomic<std::uint64_t> word{0};
  std::uint32_t index = 0;
  std::atomic<std::uint32_t> next{0};
  std::atomic<pid_t> process{0};
  void* object = nullptr;
};

/// The table without the type of its objects. No destructor: at exit of a forked child nothing may be closed.
class Places {
 public:
  constexpr Places(std::uint8_t tag, AfterFork after_fork) : tag_(tag), after_fork_(after_fork) {}

  /// A new handle for `object`, or 0 when the table is full. Throws bad_alloc.
  std::uint64_t put(void* object);
  /// Finds the place and counts us in as a user; `unknown` and `inherited` count nothing.
  Lookup enter(std::uint64_t handle, Place*& place);
  /// Counts us out. The object, if it was retired and we were its last user: the caller deletes it.
  void* leave(Place& place);
  /// From now on the handle is unknown. False: somebody else was first. The caller must have entered.
  static bool retire(Place& place);
  /// Forgets an inherited handle: the object stays where it is, untouched.
  void forget(std::uint64_t handle);

 private:
  static constexpr std::uint64_t chunk_size = 1024;
  using Chunk = std::array<Place, chunk_size>;

  Place* place_of(std::uint64_t handle);
  Place& place_at(std::uint64_t index) { return (*chunks_[index / chunk_size].load())[index % chunk_size]; }
  std::uint64_t take_vacant();
  std::uint64_t take_fresh();
  void give_back(Place& place);

  std::uint8_t tag_;
  AfterFork after_fork_;
  std::array<std::atomic<Chunk*>, HandleLayout::places / chunk_size> chunks_{};
  std::atomic<std::uint64_t> used_{0};    // places ever handed out
  std::atomic<std::uint64_t> vacant_{0};  // count of changes << 32 | index of the first vacant place + 1
};

/// Holds an object in use: it is not deleted before the Pin goes, even when its handle is freed meanwhile.
template <class T>
class Pin {
 public:
  Pin() = default;
  Pin(Places& places, Place& place) : places_(&places), place_(&place) {}
  Pin(Pin&& other) noexcept : places_(other.places_), place_(std::exchange(other.place_, nullptr)) {}
  Pin& operator=(Pin&&) = delete;
  ~Pin() {
    if (place_ != nullptr) delete static_cast<T*>(places_->leave(*place_));
  }
  explicit operator bool() const { return place_ != nullptr; }
  T& operator*() const { return *static_cast<T*>(place_->object); }
  T* operator->() const { return static_cast<T*>(place_->object); }
  /// The handle dies now, the object with its last Pin. False: another thread freed it first.
  bool retire() { return Places::retire(*place_); }

 private:
  Places* places_ = nullptr;
  Place* place_ = nullptr;
};

/// The table of one type of objects. Constant-initialised: nothing happens at load.
template <class T>
class Handles {
 public:
  constexpr Handles(std::uint8_t tag, AfterFork after_fork) : places_(tag, after_fork) {}

  /// The new handle of `object`; bad_alloc when memory or places ran out.
  std::uint64_t put(std::unique_ptr<T> object) {
    const std::uint64_t handle = places_.put(object.get());
    if (handle == 0) throw std::bad_alloc();
    object.release();
    return handle;
  }
  /// The object, or an empty Pin; `lookup` says why.
  Pin<T> find(std::uint64_t handle, Lookup& lookup) {
    Place* place = nullptr;
    lookup = places_.enter(handle, place);
    return lookup == Lookup::found ? Pin<T>(places_, *place) : Pin<T>();
  }
  /// Takes the handle back; whatever it is, nothing bad happens. An inherited object is left untouched.
  void free(std::uint64_t handle) {
    Lookup lookup{};
    if (Pin<T> object = find(handle, lookup)) {
      object.retire();
    } else if (lookup == Lookup::inherited) {
      places_.forget(handle);
    }
  }

 private:
  Places places_;
};

}  // namespace rendabel::abi
