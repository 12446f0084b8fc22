// A refresh of 100,000 accounts, beside a plain scan of the same rows.
#include <cstdint>
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

/// One store for all benchmarks of the run; making it takes longer than they do.
struct Book {
  test::TempStore home;
  store::Store store = home.open();
  int accounts = bench::small() ? 50 : 100'000;

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
    int steps = 1;
    while (!pipeline::book_refresh(store, settings, as_of, std::chrono::milliseconds{200}, {}).finished)
      ++steps;
    state.counters["steps"] = steps;
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
  return bench::run(argc, argv,
                    {{"first_refresh", "scan", 3}, {"refresh_again", "scan", 3}, {"next_day", "scan", 3}});
}
