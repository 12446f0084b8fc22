// The learner alone, on a made-up team's calls: outcomes a second of processor time (aim: 200,000), the bytes
// of its state (aim: 2 MB at most), and after how many outcomes it is three quarters of the way of a step in
// the chance (aim: 500).
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <random>
#include <utility>
#include <vector>

#include "plugin/rules/learning.hpp"

namespace {

using namespace rendabel;

/// A team's calls: half of them quotes, the others dormant and slipping customers.
std::vector<std::pair<LearningCall, bool>> desk_calls(std::size_t count, double of_quotes, double of_others) {
  std::mt19937 draw(5);
  std::vector<std::pair<LearningCall, bool>> out(count);
  for (auto& [call, success] : out) {
    constexpr std::array reasons{Reason::quote, Reason::quote, Reason::dormant, Reason::slipping};
    call.reason = reasons[draw() % 4];
    call.attempt = 1 + draw() % 3;
    call.part = draw() % 2 == 0 ? DayPart::morning : DayPart::afternoon;
    call.days_waiting = draw() % 30;
    const double chance = call.reason == Reason::quote ? of_quotes : of_others;
    success = draw() % 10'000 < static_cast<unsigned>(chance * 10'000);
  }
  return out;
}

void learner_alone(bool small) {
  const Calls settings;
  const Date start{std::chrono::year{2026} / 1 / 5};
  auto state = rules::new_learner();
  const auto calls = desk_calls(small ? 5'000 : 1'000'000, 0.3, 0.1);
  const auto began = std::clock();
  for (std::size_t n = 0; n < calls.size(); ++n)
    rules::learn(state, calls[n].first, settings, calls[n].second, start + days{n / 48});
  const auto took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  fmt::print("learner alone: {:.0f} outcomes a second of processor time, {} bytes of state\n",
             static_cast<double>(calls.size()) / took, sizeof state);
  struct Step {
    const char* what;
    double from, to, others_from, others_to;
  };
  for (const auto& step : {Step{"everybody's chance falls", 0.30, 0.10, 0.10, 0.03},
                           {"everybody's chance rises", 0.10, 0.40, 0.05, 0.25},
                           {"only that of quotes falls", 0.30, 0.10, 0.10, 0.10},
                           {"only that of quotes rises", 0.10, 0.40, 0.10, 0.10}}) {
    state = rules::new_learner();
    std::int64_t n = 0, recovered = 0, count = 0;
    for (const auto& [call, success] : desk_calls(5'000, step.from, step.others_from))
      rules::learn(state, call, settings, success, start + days{n++ / 48});
    for (const auto& [call, success] : desk_calls(3'000, step.to, step.others_to)) {
      rules::learn(state, call, settings, success, start + days{n++ / 48});
      LearningCall quote;
      quote.reason = Reason::quote;
      const auto said = rules::predict(state, quote, settings, 0).p_success.millionths;
      ++count;
      const double left = std::abs(static_cast<double>(said) / 1e6 - step.to);
      if (recovered == 0 && left < std::abs(step.from - step.to) / 4) recovered = count;
    }
    fmt::print("{}, of quotes from {:.2f} to {:.2f}: three quarters of the step after {} outcomes\n",
               step.what, step.from, step.to, recovered);
  }
}

}  // namespace

int main() {
  learner_alone(std::getenv("RENDABEL_BENCH_SMALL") != nullptr);
  return 0;
}
