// A refresh of 100,000 accounts (RENDABEL_BENCH_ACCOUNTS: any number), beside a plain scan of the same rows,
// with the time of each phase, the longest write transaction and the peak of memory.
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "abi/documents/reader.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/store/facts.hpp"
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

/// How long the write transactions of a store keep others waiting, from their begin to the end of their
/// commit.
class Writes {
 public:
  explicit Writes(store::Store& store) : connection_(store.database().connection()) {
    ::sqlite3_trace_v2(connection_, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, &Writes::seen, this);
  }
  ~Writes() { ::sqlite3_trace_v2(connection_, 0, nullptr, nullptr); }
  Writes(const Writes&) = delete;
  Writes& operator=(const Writes&) = delete;
  double longest_ms = 0;
  int count = 0;

 private:
  using Clock = std::chrono::steady_clock;
  static int seen(unsigned kind, void* self, void* statement, void*) {
    // SQLite's own statements have no text.
    const char* sql = ::sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
    if (sql != nullptr) static_cast<Writes*>(self)->seen(kind, sql);
    return 0;
  }
  void seen(unsigned kind, std::string_view sql) {
    if (kind == SQLITE_TRACE_STMT && sql == "BEGIN IMMEDIATE") begun_ = Clock::now(), open_ = true;
    if (kind != SQLITE_TRACE_PROFILE || sql != "COMMIT" || !open_) return;
    const std::chrono::duration<double, std::milli> took = Clock::now() - begun_;
    longest_ms = std::max(longest_ms, took.count());
    ++count;
    open_ = false;
  }
  sqlite3* connection_;
  Clock::time_point begun_;
  bool open_ = false;
};

/// Processor time: machines are shared, and a refresh has one thread.
struct PhaseTime {
  std::string run, phase;
  double cpu_ms = 0;
};
std::vector<PhaseTime>& phases() {
  static std::vector<PhaseTime> all;
  return all;
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

double scan_cpu_ms = 0;

void scan(benchmark::State& state) {
  auto& store = Book::of_this_run().store;
  std::uint64_t sum = 0;
  const auto cpu = std::clock();
  for (auto _ : state) {
    store::scan_facts(store, 0, [&](store::AccountKey, std::string_view facts) {
      sum = std::accumulate(facts.begin(), facts.end(), sum);
      return true;
    });
    benchmark::DoNotOptimize(sum);
  }
  scan_cpu_ms = static_cast<double>(std::clock() - cpu) * 1e3 / CLOCKS_PER_SEC;
  state.counters["accounts"] = Book::of_this_run().accounts;
}

/// What any judge of all accounts has to do first.
void scan_and_decode(benchmark::State& state) {
  auto& store = Book::of_this_run().store;
  Arena arena;
  std::size_t orders = 0;
  for (auto _ : state)
    store::scan_facts(store, 0, [&](store::AccountKey, std::string_view facts) {
      arena.reset();
      orders += store::decode_facts(facts, arena).orders.size();
      return true;
    });
  benchmark::DoNotOptimize(orders);
}

void refresh(benchmark::State& state, const char* name, Date as_of, bool from_nothing) {
  auto& store = Book::of_this_run().store;
  const Settings settings;
  const Writes writes(store);
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
    std::map<std::string, double> cpu_ms;
    double longest = 0;
    RefreshProgress progress;
    for (progress.phase = "gather"; !progress.finished; ++steps) {
      const auto phase = progress.phase;
      const auto start = Clock::now();
      const auto cpu = std::clock();
      progress = pipeline::book_refresh(store, settings, as_of, std::chrono::milliseconds{200}, {});
      const std::chrono::duration<double, std::milli> took = Clock::now() - start;
      longest = std::max(longest, took.count());
      state.counters[phase + "_ms"] += took.count();
      cpu_ms[phase] += static_cast<double>(std::clock() - cpu) * 1e3 / CLOCKS_PER_SEC;
    }
    for (const auto& [phase, ms] : cpu_ms) phases().push_back({name, phase, ms});
    state.counters["steps"] = steps;
    state.counters["longest_step_ms"] = longest;
    state.counters["longest_write_ms"] = writes.longest_ms;
    state.counters["writes"] = writes.count;
  }
}

void first_refresh(benchmark::State& state) { refresh(state, "first_refresh", day, true); }
void refresh_again(benchmark::State& state) { refresh(state, "refresh_again", day, false); }
/// The nightly one: another day, so every account is judged anew, and what differs is written.
void next_day(benchmark::State& state) {
  static int nights = 0;
  refresh(state, "next_day", day + days{++nights}, false);
}

}  // namespace

int main(int argc, char** argv) {
  const auto add = [&](const char* name, auto* work) {
    benchmark::RegisterBenchmark(name, work)
        ->Iterations(1)
        ->Repetitions(bench::small() || accounts_wanted() > 300'000 ? 1 : 3)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  };
  add("scan", scan);
  add("scan_and_decode", scan_and_decode);
  add("first_refresh", first_refresh);
  add("refresh_again", refresh_again);
  add("next_day", next_day);
  const int code = bench::run(
      argc, argv, {{"first_refresh", "scan", 3}, {"refresh_again", "scan", 3}, {"next_day", "scan", 3}});
  for (const auto& [run, phase, ms] : phases())
    if (scan_cpu_ms > 0)
      fmt::print("{} {}: {:.0f} ms of processor time, {:.2f} x scan\n", run, phase, ms, ms / scan_cpu_ms);
  fmt::print("peak memory: {:.0f} MB at {} accounts (aim: at most 400 MB at 1,000,000)\n", peak_megabytes(),
             accounts_wanted());
  return code;
}
