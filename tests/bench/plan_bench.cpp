// The day's list of a book of 1,000,000 accounts (RENDABEL_BENCH_ACCOUNTS: any number) of which 2 % have an
// open case, beside plain SQLite reads of the rows it has to look at. Twenty agents are present: 160 calls. A
// second book has 30 % asleep, as one that nobody called for years. Aim: a plan within 1 s.
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "plugin/pipeline/follow.hpp"
#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/store/facts.hpp"
#include "tests/bench/ratios.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

namespace {

using namespace rendabel;

const Date day{std::chrono::year{2026} / 11 / 23};

int accounts_wanted() {
  const char* wanted = std::getenv("RENDABEL_BENCH_ACCOUNTS");
  return bench::small() ? 2'000 : wanted != nullptr ? std::atoi(wanted) : 1'000'000;
}

/// An account of eight orders and one number; of every hundred one has a quote, some a question, some sleep.
Snapshot& account(test::SnapshotBuilder& book, Snapshot& made, int n, int asleep_percent) {
  auto& account = book.account();
  account.person_kind = n % 5 == 0 ? PersonKind::natural : PersonKind::legal;
  account.phone = book.keep("020-" + std::to_string(1'000'000 + n));
  account.owner = book.keep("agent-" + std::to_string(10 + n % 20));
  const int place = n % 1000;
  const bool asleep = place >= 20 && place < 20 + 10 * asleep_percent;
  for (int order = 0; order < 8; ++order)
    book.order(day - days{(asleep ? 150 : 10) + 45 * order}, (200 + n % 700) * 100,
               [&](Order& it) { it.cost_of_goods = (120 + n % 400) * 100; });
  book.activity(day - days{5 + n % 400}, "call", [](Activity& call) { call.reached = true; });
  if (place < 10)
    book.quote("2026-11-16", (500 + n % 5000) * 100, [&](Quote& quote) { quote.margin = 150'00 + n % 900; });
  if (place >= 10 && place < 12) book.inquiry("2026-11-20T16:00:00+01:00");
  book.nothing_else();
  return made = book.build();
}

/// A book with everything that a plan reads; made once a run, for it takes longer than the plans do.
struct Book {
  test::TempStore home;
  store::Store store = home.open();
  Settings settings;

  explicit Book(int asleep_percent) {
    for (int n = 10; n < 30; ++n) settings.calls.agents["agent-" + std::to_string(n)].minutes = 60;
    const int all = accounts_wanted();
    add(0, std::min(all, 500), asleep_percent);
    // Layers and medians of a part of the book will do: all of it is alike.
    while (!pipeline::book_refresh(store, settings, day, std::chrono::seconds{60}, {}).finished) {
    }
    for (int first = 500; first < all; first += 10'000)
      add(first, std::min(all, first + 10'000), asleep_percent);
    store.database().script("ANALYZE");
  }

 private:
  void add(int from, int to, int asleep_percent) {
    store::Change change(store);
    Snapshot made;
    for (int n = from; n < to; ++n) {
      test::SnapshotBuilder book("account-" + std::to_string(10'000'000 + n), "2026-11-23");
      const auto& snapshot = account(book, made, n, asleep_percent);
      const auto key = store::put_account(store, snapshot).row.account;
      store::put_sleep_spans(store, key, pipeline::sleep_of(snapshot, day));
      store::put_numbers(store, key, pipeline::numbers_of(snapshot, settings));
      store::put_cases(
          store, key, {},
          pipeline::followed_cases(snapshot, settings, day, rules::cases_of(snapshot, settings, day), {}));
      store::put_touch(
          store, key,
          store::Touch{day - days{5 + n % 400}, 8 * (200 + n % 700) * 100, 8 * (80 + n % 300) * 100, {}});
    }
    change.commit();
  }
};
Book& usual() {
  static Book book(0);
  return book;
}
Book& sleepy() {
  static Book book(30);
  return book;
}

/// What any plan has to read: the facts of accounts with an open case, and who was long not spoken to.
void read_rows(benchmark::State& state) {
  auto& database = usual().store.database();
  std::int64_t sum = 0, rows_read = 0;
  for (auto _ : state) {
    rows_read = 0;
    auto facts = database.rows(
        "SELECT account.account_id, facts.facts FROM cases JOIN account USING (account) JOIN facts USING "
        "(account) "
        "WHERE closed_why IS NULL ORDER BY account");
    for (; facts.next(); ++rows_read) sum += static_cast<std::int64_t>(facts.blob(1).size());
    auto touch = database.rows("SELECT account, since, revenue, worth FROM account_touch");
    for (; touch.next(); ++rows_read) sum += touch.integer(3);
    benchmark::DoNotOptimize(sum);
  }
  state.counters["rows"] = static_cast<double>(rows_read);
}

void plan_of(benchmark::State& state, Book& book) {
  Options options;
  options.replan = true;
  pipeline::CallList list;
  for (auto _ : state) list = pipeline::calls_plan(book.store, book.settings, day, options, {});
  state.counters["calls"] = static_cast<double>(list.calls.size());
  for (const auto& [why, count] : list.left_out_counts) state.counters[why] = static_cast<double>(count);
}
void plan(benchmark::State& state) { plan_of(state, usual()); }
void plan_asleep(benchmark::State& state) { plan_of(state, sleepy()); }
void plan_again(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(pipeline::calls_plan(usual().store, usual().settings, day, {}, {}));
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
  add("read_rows", read_rows);
  add("plan", plan);
  add("plan_again", plan_again);
  add("plan_asleep", plan_asleep);
  return bench::run(
      argc, argv,
      {{"plan", "read_rows", 5}, {"plan_again", "read_rows", 1}, {"plan_asleep", "read_rows", 5}});
}
