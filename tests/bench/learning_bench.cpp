// The learner beside the moving base rate and naive Bayes on one stream of calls, each predicting before it
// learns: AUC pooled and within month, log-loss, calibration error, time. Argument: a CSV with the columns of
// UCI's Bank Marketing data (RENDABEL_LEARNING_CSV too); without one, what learning_stream.py makes up.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "plugin/rules/learning.hpp"

namespace {

using namespace rendabel;

/// One call of the stream. `duration` is left out: it is known after the call only.
struct Row {
  std::map<std::string, std::string> values;
  int month = 0;  ///< since the first row
  bool success = false;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::string cell;
  std::istringstream in(line);
  const char separator = line.find(';') != std::string::npos ? ';' : ',';
  while (std::getline(in, cell, separator)) {
    std::erase_if(cell, [](char each) { return each == '"' || each == '\r'; });
    cells.push_back(cell);
  }
  return cells;
}

std::vector<Row> read_stream(std::istream& in) {
  std::vector<Row> rows;
  std::string line;
  std::getline(in, line);
  const auto names = cells_of(line);
  std::string month_before;
  int month = 0;
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    if (cells.size() != names.size()) continue;
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row.values[names[i]] = cells[i];
    row.success = row.values["y"] == "yes" || row.values["y"] == "1";
    if (!month_before.empty() && row.values["month"] != month_before) ++month;
    month_before = row.values["month"];
    row.month = month;
    for (const auto* hidden : {"y", "duration", "month"}) row.values.erase(hidden);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> made_up(bool small) {
  const std::string command = fmt::format("python3 '{}' {}", LEARNING_STREAM, small ? 3000 : 40'000);
  const std::unique_ptr<FILE, int (*)(FILE*)> out(popen(command.c_str(), "r"), pclose);
  std::string text;
  char part[4096];
  while (out && std::fgets(part, sizeof part, out.get()) != nullptr) text += part;
  std::istringstream in(text);
  return read_stream(in);
}

/// A method: says a chance, then learns the outcome.
using Method = std::function<double(const Row&)>;

Method moving_base_rate() {
  return [rate = 0.07](const Row& row) mutable {
    const double said = rate;
    rate += 0.02 * ((row.success ? 1 : 0) - rate);
    return said;
  };
}

/// Counts per value of every column, Laplace's rule.
Method naive_bayes() {
  struct Counts {
    double yes = 0, no = 0;
  };
  return [all = Counts{}, values = std::map<std::string, Counts>{}](const Row& row) mutable {
    double score = std::log((all.yes + 1) / (all.no + 10));
    for (const auto& [name, value] : row.values) {
      const auto& seen = values[name + "=" + value];
      score += std::log((seen.yes + 1) / (all.yes + 2)) - std::log((seen.no + 1) / (all.no + 2));
    }
    for (const auto& [name, value] : row.values) {
      auto& seen = values[name + "=" + value];
      (row.success ? seen.yes : seen.no) += 1;
    }
    (row.success ? all.yes : all.no) += 1;
    return 1 / (1 + std::exp(-score));
  };
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos;
}

Method learner(const std::vector<Row>& rows) {
  auto settings = std::make_shared<Calls>();
  if (!rows.empty())
    for (const auto& [name, value] : rows.front().values)
      if (name != "campaign") settings->learn_attributes.push_back(name);
  return [settings, state = rules::new_learner(), day = Date{}](const Row& row) mutable {
    std::vector<Attribute> attributes;
    for (const auto& [name, value] : row.values)
      attributes.push_back({name, value, is_number(value) ? Attribute::Kind::number : Attribute::Kind::text});
    LearningCall call;
    call.reason = Reason::dormant;
    if (const auto tries = row.values.find("campaign"); tries != row.values.end())
      call.attempt = std::atoi(tries->second.c_str());
    call.attributes = {attributes, true};
    const auto said = rules::predict(state, call, *settings, 0).p_success;
    rules::learn(state, call, *settings, row.success, day + days{row.month * 30});
    return static_cast<double>(said.millionths) / 1e6;
  };
}

struct Pairs {
  double right = 0, all = 0;
};
/// Of all pairs of a success and a failure, those that the chances put in the right order; ties count half.
Pairs ordered_pairs(std::vector<std::pair<double, bool>> said) {
  std::ranges::sort(said);
  Pairs out;
  double failures = 0, successes = 0;
  for (std::size_t from = 0; from < said.size();) {
    std::size_t to = from;
    double yes = 0, no = 0;
    for (; to < said.size() && said[to].first == said[from].first; ++to) (said[to].second ? yes : no) += 1;
    out.right += yes * (failures + no / 2);
    failures += no, successes += yes;
    from = to;
  }
  out.all = failures * successes;
  return out;
}

void run(const std::string& name, const std::vector<Row>& rows, const Method& method) {
  std::vector<double> chances;
  const auto began = std::chrono::steady_clock::now();
  for (const Row& row : rows) chances.push_back(method(row));
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  std::vector<std::pair<double, bool>> pooled;
  std::map<int, std::vector<std::pair<double, bool>>> months;
  std::array<std::array<double, 3>, 10> tenths{};
  double loss = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double kept = std::clamp(chances[i], 1e-6, 1 - 1e-6);
    loss -= std::log(rows[i].success ? kept : 1 - kept);
    pooled.emplace_back(chances[i], rows[i].success);
    months[rows[i].month].emplace_back(chances[i], rows[i].success);
    auto& tenth = tenths[std::min<std::size_t>(static_cast<std::size_t>(chances[i] * 10), 9)];
    tenth[0] += 1, tenth[1] += chances[i], tenth[2] += rows[i].success;
  }
  Pairs within;
  for (const auto& [month, said] : months) {
    const auto found = ordered_pairs(said);
    within.right += found.right, within.all += found.all;
  }
  double error = 0;
  for (const auto& tenth : tenths) error += std::abs(tenth[1] - tenth[2]);
  const auto whole = ordered_pairs(pooled);
  const auto count = static_cast<double>(rows.size());
  fmt::print("{:<18}{:>12.4f}{:>14.4f}{:>10.4f}{:>13.4f}{:>14.2f}\n", name, whole.right / whole.all,
             within.right / within.all, loss / count, error / count, took.count() / count);
}

}  // namespace

int main(int count, char** arguments) {
  const char* file = count > 1 ? arguments[1] : std::getenv("RENDABEL_LEARNING_CSV");
  std::vector<Row> rows;
  if (file != nullptr) {
    std::ifstream in(file);
    rows = read_stream(in);
  } else {
    rows = made_up(std::getenv("RENDABEL_BENCH_SMALL") != nullptr);
  }
  if (rows.empty()) {
    fmt::print("no calls to learn from\n");
    return 1;
  }
  const auto successes = std::ranges::count_if(rows, [](const Row& row) { return row.success; });
  fmt::print("{}: {} calls, {} successes, {} months\n", file != nullptr ? file : "made up", rows.size(),
             successes, rows.back().month + 1);
  fmt::print("{:<18}{:>12}{:>14}{:>10}{:>13}{:>14}\n", "", "AUC pooled", "AUC in month", "log-loss",
             "calibration", "us a call");
  run("moving base rate", rows, moving_base_rate());
  run("naive Bayes", rows, naive_bayes());
  run("learner", rows, learner(rows));
  return 0;
}
