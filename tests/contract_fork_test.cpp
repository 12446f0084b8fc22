// A prefork host: what a child may do with its parent's engines and results, and what it may not.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <thread>

#include "contract_host.hpp"
#include "contract_walk.h"

namespace {

// Runs `work` in a child; true when it answered true. A child that hangs is ended by its alarm.
bool child_says(const std::function<bool()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(60);
    _exit(work() ? 0 : 1);
  }
  int state = 0;
  waitpid(child, &state, 0);
  return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

const contract_functions functions = {
#define CONTRACT_LINKED(type, name, arguments) rendabel_##name,
    CONTRACT_FUNCTIONS(CONTRACT_LINKED)
#undef CONTRACT_LINKED
};

}  // namespace

TEST_CASE("Every call on an inherited engine answers forked") {
  const Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  CHECK(child_says([&] {
    contract_all_calls(&functions, host.engine, RENDABEL_FORKED, "{}");
    return contract_faults == 0;
  }));
  CHECK(host.all().has("\"account_id\":\"C1\""));
}

TEST_CASE("A child frees its parent's engine without touching it and makes its own") {
  const Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  CHECK(child_says([&] {
    rendabel_engine_free(host.engine);
    const bool forgotten =
        Answer(rendabel_settings_get(host.engine, nullptr, 0)).status == RENDABEL_INVALID_HANDLE;
    rendabel_engine* own = opened(host.directory.file("store"));
    const std::string snapshot = snapshot_of("C2");
    const Answer saved(rendabel_account_save(own, snapshot.data(), -1, nullptr, 0));
    rendabel_engine_free(own);
    return forgotten && saved.status == RENDABEL_OK;
  }));
  CHECK(host.all().has("\"account_id\":\"C2\""));
  CHECK(host.save(snapshot_of("C3")).status == RENDABEL_OK);
  CHECK(Answer(rendabel_store_check(host.engine, nullptr, 0)).has("\"ok\":true"));
}

TEST_CASE("Results made before the fork may be read and freed by both") {
  const Host host;
  rendabel_result* kept = rendabel_settings_get(host.engine, nullptr, 0);
  CHECK(child_says([&] {
    const bool readable = Answer(kept).has("\"currency\"");
    return readable && rendabel_result_status(kept) == RENDABEL_INVALID_HANDLE;
  }));
  CHECK(Answer(kept).has("\"currency\""));
}

TEST_CASE("A child forked while other threads are inside the library does not hang") {
  const Host host;
  std::atomic<bool> stop{false};
  std::thread busy([&] {
    for (int number = 0; !stop; ++number) host.save(snapshot_of("B" + std::to_string(number % 10)));
  });
  for (int round = 0; round < 20; ++round) {
    CHECK(child_says([&] {
      const bool inherited = Answer(rendabel_settings_get(host.engine, nullptr, 0)).status == RENDABEL_FORKED;
      rendabel_engine_free(host.engine);
      rendabel_engine* own = rendabel_engine_new(RENDABEL_ABI_VERSION);
      const bool closed = Answer(rendabel_settings_get(own, nullptr, 0)).status == RENDABEL_STATE;
      rendabel_engine_free(own);
      return inherited && closed;
    }));
  }
  stop = true;
  busy.join();
  CHECK(host.all().status == RENDABEL_OK);
}

TEST_CASE("A grandchild's engine is its own as well") {
  const Host host;
  CHECK(child_says([&] {
    rendabel_engine* own = opened(host.directory.file("store"));
    const bool good =
        child_says([&] { return Answer(rendabel_settings_get(own, nullptr, 0)).status == RENDABEL_FORKED; });
    const bool still = Answer(rendabel_settings_get(own, nullptr, 0)).status == RENDABEL_OK;
    rendabel_engine_free(own);
    return good && still;
  }));
}
