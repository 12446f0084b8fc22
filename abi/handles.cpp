#include "abi/handles.hpp"

namespace rendabel::abi {
namespace {

constexpr std::uint64_t no_place = UINT64_MAX;

std::uint32_t generation_of(std::uint64_t handle) {
  return static_cast<std::uint32_t>(handle >> HandleLayout::generation_shift);
}

}  // namespace

std::uint64_t Places::put(void* object) {
  std::uint64_t index = take_vacant();
  if (index == no_place) index = take_fresh();
  if (index == no_place) return 0;
  Place& place = place_at(index);
  PlaceState state = PlaceState::from(place.word.load());
  place.object = object;
  place.process.store(getpid());
  ++state.generation;
  state.stage = PlaceState::live;
  place.word.store(state.word());
  return std::uint64_t{tag_} << HandleLayout::tag_shift | index << HandleLayout::place_shift |
         std::uint64_t{state.generation} << HandleLayout::generation_shift;
}

Lookup Places::enter(std::uint64_t handle, Place*& place) {
  place = place_of(handle);
  if (place == nullptr) return Lookup::unknown;
  std::uint64_t word = place->word.load();
  while (true) {
    PlaceState state = PlaceState::from(word);
    const bool alive = state.stage == PlaceState::live && state.generation == generation_of(handle);
    if (!alive || state.users == PlaceState::users_max) return Lookup::unknown;
    if (after_fork_ == AfterFork::forbidden && place->process.load() != getpid()) return Lookup::inherited;
    ++state.users;
    if (place->word.compare_exchange_weak(word, state.word())) return Lookup::found;
  }
}

void* Places::leave(Place& place) {
  std::uint64_t word = place.word.load();
  while (true) {
    PlaceState state = PlaceState::from(word);
    --state.users;
    const bool last = state.users == 0 && state.stage == PlaceState::retired;
    if (last) state.stage = PlaceState::vacant;
    if (!place.word.compare_exchange_weak(word, state.word())) continue;
    if (!last) return nullptr;
    void* object = std::exchange(place.object, nullptr);
    give_back(place);
    return object;
  }
}

bool Places::retire(Place& place) {
  std::uint64_t word = place.word.load();
  while (true) {
    PlaceState state = PlaceState::from(word);
    if (state.stage != PlaceState::live) return false;
    state.stage = PlaceState::retired;
    if (place.word.compare_exchange_weak(word, state.word())) return true;
  }
}

void Places::forget(std::uint64_t handle) {
  Place* place = place_of(handle);
  std::uint64_t word = place->word.load();
  PlaceState state = PlaceState::from(word);
  if (state.stage != PlaceState::live || state.generation != generation_of(handle)) return;
  state.stage = PlaceState::retired;  // never vacant again: the parent's threads may have been counted in
  place->word.compare_exchange_strong(word, state.word());
}

Place* Places::place_of(std::uint64_t handle) {
  const std::uint64_t index = (handle >> HandleLayout::place_shift) & (HandleLayout::places - 1);
  const bool ours = handle >> HandleLayout::tag_shift == tag_ && (handle & 15) == 0;
  if (!ours) return nullptr;
  Chunk* chunk = chunks_[index / chunk_size].load();
  return chunk == nullptr ? nullptr : &(*chunk)[index % chunk_size];
}

std::uint64_t Places::take_vacant() {
  std::uint64_t head = vacant_.load();
  while (static_cast<std::uint32_t>(head) != 0) {
    const std::uint64_t index = static_cast<std::uint32_t>(head) - 1;
    // The count keeps a slow thread from putting back a chain that others changed and restored meanwhile.
    const std::uint64_t rest = ((head >> 32) + 1) << 32 | place_at(index).next.load();
    if (vacant_.compare_exchange_weak(head, rest)) return index;
  }
  return no_place;
}

std::uint64_t Places::take_fresh() {
  std::uint64_t index = used_.load();
  do {
    if (index == HandleLayout::places) return no_place;
    std::atomic<Chunk*>& chunk = chunks_[index / chunk_size];
    if (chunk.load() == nullptr) {
      auto made = std::make_unique<Chunk>();
      Chunk* none = nullptr;
      if (chunk.compare_exchange_strong(none, made.get())) made.release();
    }
  } while (!used_.compare_exchange_weak(index, index + 1));
  place_at(index).index = static_cast<std::uint32_t>(index);
  return index;
}

void Places::give_back(Place& place) {
  if (PlaceState::from(place.word.load()).generation == UINT32_MAX) return;  // its values are used up
  std::uint64_t head = vacant_.load();
  std::uint64_t changed = 0;
  do {
    place.next.store(static_cast<std::uint32_t>(head));
    changed = ((head >> 32) + 1) << 32 | (place.index + 1);
  } while (!vacant_.compare_exchange_weak(head, changed));
}

}  // namespace rendabel::abi
