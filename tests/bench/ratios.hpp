// ratios.hpp — runs benchmarks and prints each beside its floor of the same run.
// In: pairs of names.  Out: Google Benchmark's table, then one line a pair.  RENDABEL_BENCH_SMALL=1: just
// once, small.
#pragma once
#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace rendabel::bench {

inline bool small() { return std::getenv("RENDABEL_BENCH_SMALL") != nullptr; }

struct Pair {
  std::string name, floor;
  double aim;  ///< at most so many times the floor
};

class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs)
      if (run.error_occurred)
        failed = true;
      else if (run.run_type == Run::RT_Aggregate && run.aggregate_name == "median")
        seconds[run.run_name.function_name] = run.GetAdjustedRealTime();
      else if (run.run_type == Run::RT_Iteration)
        seconds.emplace(run.run_name.function_name, run.GetAdjustedRealTime());
    ConsoleReporter::ReportRuns(runs);
  }
  std::map<std::string, double> seconds;
  bool failed = false;
};

/// Exit code: fails when a benchmark did, never because of speed: machines differ.
inline int run(int argc, char** argv, const std::vector<Pair>& pairs) {
  benchmark::Initialize(&argc, argv);
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  for (const auto& [name, floor, aim] : pairs) {
    if (!reporter.seconds.contains(name) || !reporter.seconds.contains(floor)) continue;
    const auto ratio = reporter.seconds[name] / reporter.seconds[floor];
    fmt::print("{} = {:.2f} x {} (aim: at most {:.1f} x){}\n", name, ratio, floor, aim,
               small() ? ", small run: of no meaning" : "");
  }
  return reporter.failed || reporter.seconds.empty() ? 1 : 0;
}

}  // namespace rendabel::bench
