// The book's refresh through the contract: cancelled from another thread, stepped by two engines at once,
// begun anew for another day, and overtaken by saves; what it ends with is the same book.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>
#include <vector>

#include "contract_host.hpp"

namespace {

constexpr const char* today = "2026-11-23";

std::string many(int accounts) {
  std::string lines;
  for (int number = 0; number < accounts; ++number) lines += snapshot_of("M" + std::to_string(number)) + "\n";
  return lines;
}

Answer step(rendabel_engine* engine, std::int64_t budget_ms, const char* day = today) {
  return Answer(rendabel_book_refresh(engine, day, budget_ms, nullptr, 0));
}
void to_the_end(rendabel_engine* engine, std::int64_t budget_ms, const char* day = today) {
  for (;;) {
    const Answer answer = step(engine, budget_ms, day);
    INFO(answer.message);
    REQUIRE(answer.status == RENDABEL_OK);
    if (answer.has(R"("finished":true)")) return;
  }
}
std::int64_t done_of(const Answer& answer) {
  const std::string key = R"("done":)";
  return std::stoll(answer.body.substr(answer.body.find(key) + key.size()));
}
std::string book_of(rendabel_engine* engine, const char* day = today) {
  const Answer answer(rendabel_book_get(engine, day, nullptr, 0));
  INFO(answer.message);
  REQUIRE(answer.status == RENDABEL_OK);
  return answer.body;
}
/// The model was fitted before the last saves came; all else counts them.
std::string but_the_model(const std::string& book) {
  const auto from = book.find(R"("model":)"), to = book.find(R"("scale":)");
  return book.substr(0, from) + book.substr(to);
}
std::string calm_book(int accounts) {
  const Host host;
  REQUIRE(host.save_many(many(accounts)).status == RENDABEL_OK);
  to_the_end(host.engine, 1'000);
  return book_of(host.engine);
}

}  // namespace

TEST_CASE("A refresh cancelled from another thread says so, and the next step goes on where it stood") {
  constexpr int accounts = 2'000;
  const Host host;
  REQUIRE(host.save_many(many(accounts)).status == RENDABEL_OK);
  std::int64_t before = 0;
  int cancelled = 0;
  bool finished = false;
  for (int round = 0; round < 200 && !finished; ++round) {
    std::atomic<bool> begun{false}, over{false};
    std::thread other([&] {
      while (!begun) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(2 + round));
      while (!over) {
        Answer(rendabel_engine_cancel(host.engine));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
    begun = true;
    const Answer answer = step(host.engine, 60'000);
    over = true;
    other.join();
    INFO(answer.message);
    REQUIRE((answer.status == RENDABEL_OK || answer.status == RENDABEL_CANCELLED));
    finished = answer.status == RENDABEL_OK && answer.has(R"("finished":true)");
    if (answer.status == RENDABEL_CANCELLED) ++cancelled;
    if (finished || round > 5) break;
    const Answer next = step(host.engine, 0);
    REQUIRE(next.status == RENDABEL_OK);
    CHECK(done_of(next) >= before);
    before = done_of(next);
  }
  CHECK(cancelled > 0);
  if (!finished) to_the_end(host.engine, 1'000);
  CHECK(book_of(host.engine) == calm_book(accounts));
}

TEST_CASE("Engines that step at once share the work and end with one book") {
  constexpr int accounts = 300;
  const Host host;
  REQUIRE(host.save_many(many(accounts)).status == RENDABEL_OK);
  std::vector<std::thread> threads;
  std::atomic<int> wrong{0};
  for (int thread = 0; thread < 3; ++thread)
    threads.emplace_back([&] {
      rendabel_engine* engine = opened(host.directory.file("store"));
      for (bool finished = false; !finished;) {
        const Answer answer = step(engine, 0);
        if (answer.status != RENDABEL_OK) ++wrong;
        finished = answer.status != RENDABEL_OK || answer.has(R"("finished":true)");
      }
      rendabel_engine_free(engine);
    });
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(book_of(host.engine) == calm_book(accounts));
}

TEST_CASE("Another day starts anew, and until it is finished the last book stays") {
  const Host host;
  REQUIRE(host.save_many(many(20)).status == RENDABEL_OK);
  CHECK(Answer(rendabel_book_get(host.engine, today, nullptr, 0)).status == RENDABEL_STATE);
  to_the_end(host.engine, 1'000);
  for (int n = 0; n < 9; ++n) REQUIRE(step(host.engine, 0, "2026-11-24").status == RENDABEL_OK);
  const Answer anew = step(host.engine, 0, "2026-11-25");
  CHECK(done_of(anew) == 0);
  CHECK(anew.has(R"("as_of":"2026-11-25")"));
  CHECK(anew.has(R"("phase":"gather")"));
  CHECK_FALSE(book_of(host.engine).empty());
  to_the_end(host.engine, 1'000, "2026-11-25");
  CHECK(Answer(rendabel_book_get(host.engine, today, nullptr, 0)).status == RENDABEL_STATE);
  CHECK_FALSE(book_of(host.engine, "2026-11-25").empty());
}

TEST_CASE("Saves beside a refresh are in its book, and wrong arguments are refused") {
  constexpr int accounts = 60;
  const Host host;
  REQUIRE(host.save_many(many(accounts / 2)).status == RENDABEL_OK);
  rendabel_engine* other = opened(host.directory.file("store"));
  const std::string all = many(accounts);
  for (int n = 0; n < 45; ++n) REQUIRE(step(host.engine, 0).status == RENDABEL_OK);
  REQUIRE(Answer(rendabel_accounts_save(other, all.data(), static_cast<std::int64_t>(all.size()), nullptr, 0))
              .status == RENDABEL_OK);
  to_the_end(host.engine, 0);
  CHECK(but_the_model(book_of(host.engine)) == but_the_model(calm_book(accounts)));
  rendabel_engine_free(other);
  CHECK(step(host.engine, -1).status == RENDABEL_INVALID_ARGUMENT);
  CHECK(step(host.engine, 0, "2026-02-30").status == RENDABEL_INVALID_ARGUMENT);
}
