// The n-th allocation fails, once or from then on, in every call of the contract: the answer is a status, the
// store as before (or, where only the answer found no room, whole), nothing leaks, and the engine goes on.
// A sample of the n by default; RENDABEL_LONG=1 tries every one.
#define CATCH_CONFIG_MAIN
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "contract_host.hpp"
#include "support/scarce_calls.hpp"

namespace {

// Sanitizers bring a malloc of their own.
[[maybe_unused]] const bool kept_out = [] {
  const char* sanitized = std::getenv("RENDABEL_SANITIZE");
  if (sanitized == nullptr || sanitized[0] == '\0') return false;
  std::puts("skipped: sanitizers bring a malloc of their own");
  std::exit(77);
}();

/// The scene that every call acts on: two accounts, a plan, a finished refresh of the day before.
void make_ready(Scene& scene) {
  REQUIRE(scene.open().status == RENDABEL_OK);
  scene.save("C1");
  scene.save("C2");
  for (int step = 0; step < 20; ++step)
    told([&] { return rendabel_book_refresh(scene.engine, "2026-11-22", 1000, nullptr, 0); });
  told([&] { return rendabel_calls_plan(scene.engine, day, nullptr, 0); });
}

/// Which requests of `count` are refused: the first, and so many spread over the others.
std::vector<std::int64_t> sample(std::int64_t count) {
  const bool all = std::getenv("RENDABEL_LONG") != nullptr;
  std::vector<std::int64_t> found;
  const std::int64_t first = std::min<std::int64_t>(count, 12),
                     step = all ? 1 : std::max<std::int64_t>(1, count / 12);
  for (std::int64_t at = 1; at <= first; ++at) found.push_back(at);
  for (std::int64_t at = first + 1; at <= count; at += step) found.push_back(at);
  return found;
}

/// One attempt with request `at` refused; true when the status and the store are as promised.
bool attempt(Scene& scene, const Call& call, std::int64_t at, bool forever, std::int32_t usual) {
  ++scene.attempt;
  call.before(scene);
  const std::string text = call.text(scene), before = scene.everything();
  scarce::start(at, forever);
  const Told answer = told([&] { return call.work(scene, text); });
  INFO(call.name << (forever ? ": from request " : ": request ") << at << " on refused (" << scarce::refused
                 << "): " << rendabel_status_name(answer.status) << ": " << answer.message);
  if (answer.status == usual) return true;  // it could do without
  CHECK(scarce::refused > 0);
  CHECK(answer.status == RENDABEL_NO_MEMORY);
  const std::string after = scene.everything();
  const bool unchanged = after == before;
  if (!unchanged) {  // then all of it is stored, and the same call again changes nothing
    const Told again = told([&] { return call.work(scene, text); });
    CHECK((again.status == usual || again.status == RENDABEL_NOT_FOUND));
    CHECK(scene.everything() == after);
  }
  return answer.status == RENDABEL_NO_MEMORY;
}

void try_call(const Call& call, bool refusing) {
  const std::int64_t held_before = scarce::held;
  {
    Scene scene;
    make_ready(scene);
    scene.attempt = 1;
    call.before(scene);
    const std::string text = call.text(scene);
    scarce::start(0, false);
    const std::int32_t usual = told([&] { return call.work(scene, text); }).status;
    const std::int64_t count = scarce::requests;
    REQUIRE(count > 0);
    // For good first, while no statement of a way out has been made by an earlier failure.
    for (const bool forever : {true, false})
      for (const std::int64_t at : sample(refusing ? count : 0)) attempt(scene, call, at, forever, usual);
    CHECK(told([&] { return rendabel_store_check(scene.engine, nullptr, 0); }).body ==
          R"({"ok":true,"problems":[]})");
  }
  INFO(call.name);
  if (refusing) CHECK(scarce::held == held_before);
}

}  // namespace

TEST_CASE("A refused allocation in any call is a status, stores nothing by halves and leaks nothing") {
  // The first round, with memory for all, makes what the process keeps for good.
  for (const bool refusing : {false, true})
    for (const Call& call : calls()) try_call(call, refusing);
}

TEST_CASE("A refused allocation while an engine opens leaves it closed, and it opens afterwards") {
  const std::int64_t held_before = scarce::held;
  {
    std::int64_t count = 0;
    {
      const Scene scene;
      scarce::start(0, false);
      REQUIRE(scene.open().status == RENDABEL_OK);
      count = scarce::requests;
    }
    for (const bool forever : {false, true}) {
      for (const std::int64_t at : sample(count)) {
        const Scene scene;
        scarce::start(at, forever);
        const Told opened = scene.open();
        INFO("request " << at << ": " << opened.message);
        CHECK((opened.status == RENDABEL_NO_MEMORY || opened.status == RENDABEL_OK));
        if (opened.status != RENDABEL_OK) CHECK(scene.open().status == RENDABEL_OK);
      }
    }
  }
  CHECK(scarce::held == held_before);
}
