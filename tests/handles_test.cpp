// Handles that are wrong in every way a host can get them wrong.
#include "abi/handles.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <thread>
#include <vector>

using namespace rendabel::abi;

namespace {

struct Counted {
  explicit Counted(int number) : value(number) { ++alive; }
  ~Counted() { --alive; }
  int value;
  static std::atomic<int> alive;
};
std::atomic<int> Counted::alive{0};

constinit Handles<Counted> things{0x41, AfterFork::usable};
constinit Handles<Counted> others{0x42, AfterFork::usable};

bool found(Handles<Counted>& table, std::uint64_t handle) {
  Lookup lookup{};
  return static_cast<bool>(table.find(handle, lookup));
}

}  // namespace

TEST_CASE("A handle finds its object until it is freed, and nothing after") {
  const std::uint64_t handle = things.put(std::make_unique<Counted>(7));
  Lookup lookup{};
  CHECK(things.find(handle, lookup)->value == 7);
  things.free(handle);
  CHECK(Counted::alive == 0);
  CHECK_FALSE(found(things, handle));
  things.free(handle);
  CHECK(Counted::alive == 0);
}

TEST_CASE("NULL, wild, cut, widened and foreign handles find nothing") {
  const std::uint64_t handle = things.put(std::make_unique<Counted>(1));
  const auto cut = static_cast<std::uint32_t>(handle);
  const auto widened = static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(cut)));
  Counted on_the_stack(2);
  for (const std::uint64_t wrong :
       {std::uint64_t{0}, std::uint64_t{1}, UINT64_MAX, std::uint64_t{cut}, widened, handle + 1, handle - 16,
        handle + 16, handle ^ (std::uint64_t{1} << 36), handle ^ (std::uint64_t{1} << 63),
        reinterpret_cast<std::uint64_t>(&on_the_stack)}) {
    CHECK_FALSE(found(things, wrong));
    things.free(wrong);
  }
  CHECK_FALSE(found(others, handle));
  others.free(handle);
  CHECK(found(things, handle));
  things.free(handle);
}

TEST_CASE("Every wrong bit of a handle is noticed") {
  const std::uint64_t handle = things.put(std::make_unique<Counted>(1));
  for (int bit = 0; bit < 64; ++bit) CHECK_FALSE(found(things, handle ^ (std::uint64_t{1} << bit)));
  CHECK(found(things, handle));
  things.free(handle);
}

TEST_CASE("A value is never given twice, however often its place is") {
  std::set<std::uint64_t> seen;
  for (int round = 0; round < 20'000; ++round) {
    const std::uint64_t handle = things.put(std::make_unique<Counted>(round));
    REQUIRE(seen.insert(handle).second);
    things.free(handle);
  }
  for (const std::uint64_t old : seen) REQUIRE_FALSE(found(things, old));
}

TEST_CASE("Many live objects keep their own handles") {
  std::vector<std::uint64_t> handles;
  for (int number = 0; number < 5'000; ++number)
    handles.push_back(things.put(std::make_unique<Counted>(number)));
  for (int number = 0; number < 5'000; ++number) {
    Lookup lookup{};
    REQUIRE(things.find(handles[static_cast<std::size_t>(number)], lookup)->value == number);
  }
  for (const std::uint64_t handle : handles) things.free(handle);
  CHECK(Counted::alive == 0);
}

TEST_CASE("An object in use outlives its handle until its last user goes") {
  const std::uint64_t handle = things.put(std::make_unique<Counted>(3));
  Lookup lookup{};
  {
    const Pin<Counted> in_use = things.find(handle, lookup);
    things.free(handle);
    CHECK_FALSE(found(things, handle));
    CHECK(in_use->value == 3);
    CHECK(Counted::alive == 1);
  }
  CHECK(Counted::alive == 0);
}

TEST_CASE("Threads that make, use and free handles beside each other lose and mix up none") {
  std::atomic<int> wrong{0};
  const auto work = [&](int thread) {
    for (int round = 0; round < 5'000; ++round) {
      const int number = thread * 1'000'000 + round;
      const std::uint64_t handle = things.put(std::make_unique<Counted>(number));
      Lookup lookup{};
      {
        const Pin<Counted> object = things.find(handle, lookup);
        if (!object || object->value != number) ++wrong;
      }
      things.free(handle);
      if (found(things, handle)) ++wrong;
    }
  };
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) threads.emplace_back(work, thread);
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(Counted::alive == 0);
}

TEST_CASE("A handle that two threads free beside a user is freed once") {
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t handle = things.put(std::make_unique<Counted>(round));
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 2; ++thread) threads.emplace_back([&] { things.free(handle); });
    threads.emplace_back([&] {
      Lookup lookup{};
      const Pin<Counted> object = things.find(handle, lookup);
      if (object) CHECK(object->value == round);
    });
    for (std::thread& thread : threads) thread.join();
    REQUIRE(Counted::alive == 0);
  }
}
