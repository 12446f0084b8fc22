// Many threads on one engine and on several, cancels beside calls, freeing beside calls, pthread_cancel
// inside.
#include <pthread.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>
#include <vector>

#include "contract_host.hpp"

namespace {

template <class Work>
void in_threads(int count, Work work) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < count; ++thread) threads.emplace_back(work, thread);
  for (std::thread& thread : threads) thread.join();
}

std::string many(int accounts) {
  std::string lines;
  for (int number = 0; number < accounts; ++number) lines += snapshot_of("M" + std::to_string(number)) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("Threads on one engine each get their own answer") {
  const Host host;
  std::atomic<int> wrong{0};
  in_threads(4, [&](int thread) {
    for (int round = 0; round < 20; ++round) {
      const std::string id = "T" + std::to_string(thread);
      const Answer saved = host.save(snapshot_of(id));
      if (saved.status != RENDABEL_OK || !saved.has("\"account_id\":\"" + id + "\"")) ++wrong;
      if (Answer(rendabel_account_get(host.engine, id.c_str(), "2026-11-23", nullptr, 0)).status !=
          RENDABEL_OK)
        ++wrong;
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("Engines of one process share a store") {
  const Host host;
  std::atomic<int> wrong{0};
  in_threads(3, [&](int thread) {
    rendabel_engine* engine = opened(host.directory.file("store"));
    for (int round = 0; round < 10; ++round) {
      const std::string snapshot = snapshot_of("E" + std::to_string(thread * 100 + round));
      if (Answer(rendabel_account_save(engine, snapshot.data(), -1, nullptr, 0)).status != RENDABEL_OK)
        ++wrong;
    }
    rendabel_engine_free(engine);
  });
  CHECK(wrong == 0);
  CHECK(host.all().has("\"account_id\":\"E209\""));
}

TEST_CASE("Another engine sees changed settings at its next call") {
  const Host host;
  rendabel_engine* other = opened(host.directory.file("store"));
  REQUIRE(host.set(R"({"loss_min":99})").status == RENDABEL_OK);
  CHECK(Answer(rendabel_settings_get(other, nullptr, 0)).has("\"loss_min\":99"));
  rendabel_engine_free(other);
}

TEST_CASE("A cancel stops a call that has entered, stores nothing of it and leaves later calls alone") {
  const std::string lines = many(3'000);
  bool stopped = false;
  // A busy machine may let the call end before the first cancel; then another round shows it.
  for (int round = 0; round < 10 && !stopped; ++round) {
    const Host host;
    std::atomic<std::int32_t> status{1};
    std::thread saving([&] { status = host.save_many(lines).status; });
    while (status == 1) {
      CHECK(Answer(rendabel_engine_cancel(host.engine)).status == RENDABEL_OK);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    saving.join();
    CHECK((status == RENDABEL_OK || status == RENDABEL_CANCELLED));
    stopped = status == RENDABEL_CANCELLED;
    if (stopped) CHECK(host.all().body.empty());
    CHECK(host.save(snapshot_of("L1")).status == RENDABEL_OK);
  }
  CHECK(stopped);
}

TEST_CASE("A cancel without a call running changes nothing") {
  const Host host;
  for (int round = 0; round < 5; ++round) {
    CHECK(Answer(rendabel_engine_cancel(host.engine)).status == RENDABEL_OK);
    CHECK(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  }
}

TEST_CASE("Cancels beside many calls end each of them in ok or cancelled") {
  const Host host;
  std::atomic<int> wrong{0};
  std::atomic<bool> stop{false};
  std::thread cancelling([&] {
    while (!stop) {
      Answer(rendabel_engine_cancel(host.engine));
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  in_threads(3, [&](int thread) {
    for (int round = 0; round < 30; ++round) {
      const Answer answer = host.save(snapshot_of("C" + std::to_string(thread)));
      if (answer.status != RENDABEL_OK && answer.status != RENDABEL_CANCELLED) ++wrong;
    }
  });
  stop = true;
  cancelling.join();
  CHECK(wrong == 0);
  CHECK(Answer(rendabel_store_check(host.engine, nullptr, 0)).has("\"ok\":true"));
}

TEST_CASE("An engine freed beside a running call lets it end") {
  const TestDirectory directory;
  rendabel_engine* engine = opened(directory.file("store"));
  const std::string lines = many(300);
  std::int32_t status = RENDABEL_OK;
  std::atomic<bool> begun{false};
  std::thread saving([&] {
    begun = true;
    status = Answer(rendabel_accounts_save(engine, lines.data(), static_cast<std::int64_t>(lines.size()),
                                           nullptr, 0))
                 .status;
  });
  while (!begun) std::this_thread::yield();
  rendabel_engine_free(engine);
  saving.join();
  CHECK((status == RENDABEL_OK || status == RENDABEL_INVALID_HANDLE));
  CHECK(Answer(rendabel_settings_get(engine, nullptr, 0)).status == RENDABEL_INVALID_HANDLE);
}

// AddressSanitizer does not see a cancel unwind the thread's stack and takes its own farewell for a fault.
#ifndef __SANITIZE_ADDRESS__
TEST_CASE("pthread_cancel waits until the call is over") {
  const Host host;
  struct Work {
    const Host* host;
    std::atomic<bool> begun{false}, done{false};
  } work{&host, {}, {}};
  pthread_t thread;
  const auto run = [](void* argument) -> void* {
    auto& mine = *static_cast<Work*>(argument);
    mine.begun = true;
    mine.host->save_many(many(200));
    mine.done = true;
    while (true) pthread_testcancel();
  };
  REQUIRE(pthread_create(&thread, nullptr, run, &work) == 0);
  while (!work.begun) std::this_thread::yield();
  pthread_cancel(thread);
  void* ended = nullptr;
  pthread_join(thread, &ended);
  CHECK(ended == PTHREAD_CANCELED);
  // Whether the cancel met the thread before or after the call, the engine's lock is free and the store
  // sound.
  CHECK(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  CHECK(Answer(rendabel_store_check(host.engine, nullptr, 0)).has("\"ok\":true"));
}
#endif
