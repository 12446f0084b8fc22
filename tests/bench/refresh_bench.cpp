// A refresh of 100,000 accounts (RENDABEL_BENCH_ACCOUNTS: any number), beside a plain scan of the same rows,
// with the time of each phase and the peak of memory.
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string>

#include "abi/documents/reader.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "tests/bench/ratios.hpp"
#include "tests/bench/sample_account.hpp"
#include "tests/support/temp_store.hpp"

namespace {

using namespace rendabel;

const Date day{std::chrono::year{2026} / 11 / 23};

int accounts_wanted() {
  const char* wanted = std::getenv("RENDABEL_BENCH_ACCOUNTS");
  return bench::small() ? 50 : wanted != nullptr ? std::atoi(wanted) : 100'000;
}

/// Peak of the whole program so far.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// One store for all benchmarks of the run; making it takes longer than they do.
struct Book {
  test::TempStore home;
  store::Store store = home.open();
  int accounts = accounts_wanted();

  Book() {
    Arena arena;
    for (int first = 0; first < accounts; first += 1'000) {
      store::Change change(store);
      for (int n = first; n < std::min(first + 1'000, accounts); ++n) {
        arena.reset();
        const auto json = bench::sample_account(n, 0);
        Snapshot snapshot;
        Findings findings;
        abi::read_snapshot(json, 1, "EUR", arena, snapshot, findings);
        if (!findings.empty()) throw BadInput(findings);
        store::put_account(store, snapshot);
      }
      change.commit();
    }
  }
  static Book& of_this_run() {
    static Book book;
    return book;
  }
};

void scan(benchmark::State& state) {
  auto& store = Book::of_this_run().store;
  std::uint64_t sum = 0;
  for (auto _ : state) {
    store::scan_facts(store, 0, [&](store::AccountKey, std::string_view facts) {
      sum = std::accumulate(facts.begin(), facts.end(), sum);
      return true;
    });
    benchmark::DoNotOptimize(sum);
  }
  state.counters["accounts"] = Book::of_this_run().accounts;
}

void refresh(benchmark::State& state, Date as_of, bool from_nothing) {
  auto& store = Book::of_this_run().store;
  const Settings settings;
  for (auto _ : state) {
    if (from_nothing) {
      state.PauseTiming();
      store::Change change(store);
      store::drop_results(store);
      change.commit();
      state.ResumeTiming();
    }
    using Clock = std::chrono::steady_clock;
    int steps = 0;
    double longest = 0;
    RefreshProgress progress;
    for (progress.phase = "gather"; !progress.finished; ++steps) {
      const auto phase = progress.phase;
      const auto start = Clock::now();
      progress = pipeline::book_refresh(store, settings, as_of, std::chrono::milliseconds{200}, {});
      const std::chrono::duration<double, std::milli> took = Clock::now() - start;
      longest = std::max(longest, took.count());
      state.counters[phase + "_ms"] += took.count();
    }
    state.counters["steps"] = steps;
    state.counters["longest_step_ms"] = longest;
  }
}

void first_refresh(benchmark::State& state) { refresh(state, day, true); }
void refresh_again(benchmark::State& state) { refresh(state, day, false); }
/// The nightly one: another day, so every account is judged anew, and what differs is written.
void next_day(benchmark::State& state) {
  static int nights = 0;
  refresh(state, day + days{++nights}, false);
}

}  // namespace

int main(int argc, char** argv) {
  const auto add = [&](const char* name, auto* work) {
    benchmark::RegisterBenchmark(name, work)
        ->Iterations(1)
        ->Repetitions(bench::small() ? 1 : 3)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  };
  add("scan", scan);
  add("first_refresh", first_refresh);
  add("refresh_again", refresh_again);
  add("next_day", next_day);
  const int code = bench::run(
      argc, argv, {{"first_refresh", "scan", 3}, {"refresh_again", "scan", 3}, {"next_day", "scan", 3}});
  fmt::print("peak memory: {:.0f} MB at {} accounts (aim: at most 400 MB at 1,000,000)\n", peak_megabytes(),
             accounts_wanted());
  return code;
}
