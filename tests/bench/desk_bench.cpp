// What an agent waits for: calls_next with 20 agents in 4 processes on one store, a report between two asks.
// Floor, in the same run: a plain SQLite transaction (BEGIN IMMEDIATE, one row updated, commit) by as many
// processes. Shows p50 and p99 of both in milliseconds, alone and all at once (target: p50 <= 1, p99 <= 10).
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "plugin/pipeline/desk.hpp"
#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/save.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

namespace {

using namespace rendabel;
using Clock = std::chrono::steady_clock;

constexpr int agents = 20;

bool small() { return std::getenv("RENDABEL_BENCH_SMALL") != nullptr; }

struct Sizes {
  int accounts = small() ? 300 : 20'000;
  int asks = small() ? 3 : 40;          ///< per agent
  int pause_us = small() ? 0 : 20'000;  ///< between two asks of a process: five agents who talk
};

Settings settings_of_day() {
  Settings settings;
  settings.calls.dials_per_hour = Micro{60 * micro};
  for (int agent = 0; agent < agents; ++agent) settings.calls.agents["agent" + std::to_string(agent)] = {};
  return settings;
}

void fill(store::Store& store, const Settings& settings, int accounts) {
  const auto day = test::on("2026-11-23");
  for (int from = 0; from < accounts; from += 500) {
    std::deque<test::SnapshotBuilder> books;
    std::deque<std::string> phones;
    std::vector<Snapshot> snapshots;
    for (int n = from; n < std::min(from + 500, accounts); ++n) {
      auto& book = books.emplace_back("A" + std::to_string(n), "2026-11-23");
      book.account().person_kind = PersonKind::legal;
      book.account().phone = phones.emplace_back("0401" + std::to_string(200'000 + n));
      for (int order = 0; order < 6; ++order)
        book.order(day - days{400 + 35 * order - n % 300}, 400'00 + n % 1000 * 100);
      if (n % 3 == 0) book.quote(to_text(day - days{n % 12 + 3}), 2'000'00 + n * 10);
      snapshots.push_back(book.build());
    }
    pipeline::save_many(store, settings, snapshots, {});
  }
}

/// Runs `work(process)` in `processes` children at once; the milliseconds that they wrote, sorted.
std::vector<double> in_processes(int processes,
                                 const std::function<void(int, const std::function<void(double)>&)>& work) {
  std::vector<int> pipes;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const auto child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      int code = 0;
      try {
        work(process, [&](double ms) {
          if (::write(ends[1], &ms, sizeof ms) != sizeof ms) ::_exit(98);
        });
      } catch (const std::exception& fault) {
        fmt::print(stderr, "{}\n", fault.what());
        code = 99;
      }
      ::_exit(code);
    }
    ::close(ends[1]);
    pipes.push_back(ends[0]);
    children.push_back(child);
  }
  std::vector<double> all;
  for (const int end : pipes) {
    for (double ms = 0; ::read(end, &ms, sizeof ms) == sizeof ms;) all.push_back(ms);
    ::close(end);
  }
  for (const auto child : children) {
    int state = 0;
    ::waitpid(child, &state, 0);
    if (state != 0) throw std::runtime_error("a process failed");
  }
  std::sort(all.begin(), all.end());
  return all;
}

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

void show(const char* what, const std::vector<double>& all) {
  const auto at = [&](double share) {
    return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
  };
  fmt::print("{:<44} n {:>5}   p50 {:8.3f} ms   p99 {:8.3f} ms   most {:8.3f} ms\n", what, all.size(),
             at(0.5), at(0.99), all.back());
}

std::vector<double> desk(const test::TempStore& home, const Settings& settings, int processes,
                         const Sizes& sizes, int run) {
  return in_processes(processes, [&](int process, const auto& say) {
    auto store = home.open();
    const BookContext book;
    for (int ask = 0; ask < sizes.asks; ++ask)
      for (int own = 0; own < agents / processes; ++own) {
        const auto agent = "agent" + std::to_string(process * agents / processes + own);
        auto now = *parse_moment("2026-11-23T10:00:00+01:00");
        now.utc_seconds += ask + run * 1000;
        const auto start = Clock::now();
        const auto next = pipeline::calls_next(store, settings, book, now, agent, {});
        say(milliseconds(start));
        if (!next.card) continue;
        Outcome told;
        told.id = fmt::format("{}-{}-{}", run, agent, ask);
        told.call_id = next.card->call.call_id;
        told.agent = agent;
        told.at = now;
        told.outcome = OutcomeCode::no_answer;
        pipeline::call_report(store, settings, book, told, {});
        if (processes > 1 && sizes.pause_us > 0)
          ::usleep(static_cast<useconds_t>(sizes.pause_us / (agents / processes)));
      }
  });
}

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
}

std::vector<double> plain(const std::string& file, int processes, const Sizes& sizes) {
  return in_processes(processes, [&](int process, const auto& say) {
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) throw std::runtime_error("no database");
    sqlite3_busy_timeout(database, 5000);
    run(database, "PRAGMA synchronous = NORMAL");
    for (int ask = 0; ask < sizes.asks * agents / processes; ++ask) {
      const auto start = Clock::now();
      run(database, "BEGIN IMMEDIATE");
      run(database, fmt::format("UPDATE row SET value = value + 1 WHERE key = {}", process).c_str());
      run(database, "COMMIT");
      say(milliseconds(start));
      if (processes > 1 && sizes.pause_us > 0)
        ::usleep(static_cast<useconds_t>(sizes.pause_us / (agents / processes)));
    }
    sqlite3_close(database);
  });
}

}  // namespace

int main() {
  const Sizes sizes;
  const auto settings = settings_of_day();
  test::TempStore home;
  home.config.busy_timeout_ms = Config{}.busy_timeout_ms;
  {
    auto store = home.open();
    fill(store, settings, sizes.accounts);
    const auto list = pipeline::calls_plan(store, settings, test::on("2026-11-23"), {}, {});
    fmt::print("{} accounts, {} calls on the day's list\n", sizes.accounts, list.calls.size());
  }
  const auto file = home.directory.path + "/plain.sqlite";
  sqlite3* database = nullptr;
  if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) return 1;
  run(database,
      "PRAGMA journal_mode = WAL; CREATE TABLE row(key INTEGER PRIMARY KEY, value INTEGER);"
      "INSERT INTO row VALUES (0, 0), (1, 0), (2, 0), (3, 0)");
  sqlite3_close(database);
  show("floor: plain SQLite, 1 process", plain(file, 1, sizes));
  show("calls_next, 20 agents in 1 process", desk(home, settings, 1, sizes, 0));
  show("floor: plain SQLite, 4 processes", plain(file, 4, sizes));
  show("calls_next, 20 agents in 4 processes", desk(home, settings, 4, sizes, 1));
  return 0;
}
