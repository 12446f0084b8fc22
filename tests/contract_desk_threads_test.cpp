// Agents in threads, on engines of their own and on one, ask and report at once.
#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "contract_desk.hpp"

namespace {

void fill(const Host& host, int accounts) {
  std::string lines;
  for (int n = 0; n < accounts; ++n)
    lines += with_quote("C" + std::to_string(n), "0401" + std::to_string(200000 + n)) + "\n";
  REQUIRE(host.set(R"({"calls":{"dials_per_hour":60}})").status == RENDABEL_OK);
  REQUIRE(host.save_many(lines).status == RENDABEL_OK);
  REQUIRE(listed(host).status == RENDABEL_OK);
}

/// One agent works through what he gets; every call he had, once.
struct Work {
  std::mutex lock;
  std::multiset<std::string> calls;
  std::atomic<int> faults{0};

  void day_of(rendabel_engine* engine, const std::string& agent) {
    for (int turn = 0;; ++turn) {
      const Answer card(rendabel_calls_next(engine, clock_of("10:00").c_str(), agent.c_str(), nullptr, 0));
      if (card.status != RENDABEL_OK) ++faults;
      const auto call = call_id(card);
      if (call == "none") return;
      {
        const std::scoped_lock hold(lock);
        calls.insert(call);
      }
      const auto document =
          outcome("R-" + agent + "-" + std::to_string(turn), call, "10:01", "no_answer", agent);
      if (Answer(rendabel_call_report(engine, document.data(), -1, nullptr, 0)).status != RENDABEL_OK)
        ++faults;
    }
  }
};

}  // namespace

TEST_CASE("agents in threads share the day's calls, each call once") {
  const Host host;
  constexpr int accounts = 24, agents = 4;
  fill(host, accounts);
  const bool own_engines = GENERATE(true, false);
  Work work;
  std::vector<std::thread> threads;
  for (int agent = 0; agent < agents; ++agent)
    threads.emplace_back([&, agent] {
      rendabel_engine* engine = own_engines ? opened(host.directory.file("store")) : host.engine;
      work.day_of(engine, "agent" + std::to_string(agent));
      if (own_engines) rendabel_engine_free(engine);
    });
  for (auto& thread : threads) thread.join();
  CHECK(work.faults == 0);
  CHECK(work.calls.size() == accounts);
  CHECK(std::set<std::string>(work.calls.begin(), work.calls.end()).size() == accounts);
}
