// A PHP request: open the store, save one account, close it, beside the same with plain SQLite.
// The plain one opens a database, checks its version, upserts the same bytes in a transaction and closes.
// decode: how long reading back the facts of that account takes.
#include <sqlite3.h>

#include <stdexcept>
#include <string>

#include "abi/documents/reader.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/store/facts.hpp"
#include "tests/bench/ratios.hpp"
#include "tests/bench/sample_account.hpp"
#include "tests/support/temp_store.hpp"

namespace {

using namespace rendabel;

constexpr int accounts = 200;

/// Sample account `n` as the reader gives it.
struct Sample {
  std::string json;
  Arena arena;
  Snapshot snapshot;

  explicit Sample(int n, int revision) : json(bench::sample_account(n, revision)) {
    Findings findings;
    abi::read_snapshot(json, 1, "EUR", arena, snapshot, findings);
    if (!findings.empty()) throw BadInput(findings);
    snapshot.revision.reset();
  }
};

/// Two states of one account, so that every save has something to write.
struct Samples {
  Sample one{7, 1}, other{7, 2};
  bool turn = false;
  const Sample& take() { return (turn = !turn) ? one : other; }
};

void open_save_close(benchmark::State& state) {
  const test::TempStore home;
  const Settings settings;
  {
    auto store = home.open();
    for (int n = 0; n < accounts; ++n) pipeline::save(store, settings, {}, Sample(n, 0).snapshot);
  }
  Samples samples;
  for (auto _ : state) {
    auto store = home.open();
    benchmark::DoNotOptimize(pipeline::save(store, settings, {}, samples.take().snapshot));
  }
}

void require(sqlite3* database, bool done) {
  if (!done) throw std::runtime_error(sqlite3_errmsg(database));
}

void run(sqlite3* database, const char* sql) {
  require(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

void upsert(sqlite3* database, std::string_view id, std::string_view bytes) {
  sqlite3_stmt* statement = nullptr;
  run(database, "BEGIN IMMEDIATE");
  require(database, sqlite3_prepare_v2(
                        database, "INSERT INTO plain VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = ?2",
                        -1, &statement, nullptr) == SQLITE_OK);
  sqlite3_bind_text(statement, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
  sqlite3_bind_blob(statement, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
  require(database, sqlite3_step(statement) == SQLITE_DONE);
  sqlite3_finalize(statement);
  run(database, "COMMIT");
}

sqlite3* open_plain(const std::string& path) {
  sqlite3* database = nullptr;
  require(database, sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  sqlite3_busy_timeout(database, 5000);
  run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA user_version");
  return database;
}

void plain_sqlite(benchmark::State& state) {
  const test::TempDirectory directory;
  const auto path = directory.path + "/plain.sqlite";
  {
    auto* database = open_plain(path);
    run(database, "CREATE TABLE plain(id TEXT PRIMARY KEY, document BLOB NOT NULL)");
    for (int n = 0; n < accounts; ++n) {
      const Sample sample(n, 0);
      upsert(database, sample.snapshot.account.id, sample.json);
    }
    sqlite3_close(database);
  }
  Samples samples;
  for (auto _ : state) {
    const auto& sample = samples.take();
    auto* database = open_plain(path);
    upsert(database, sample.snapshot.account.id, sample.json);
    sqlite3_close(database);
  }
}

void decode(benchmark::State& state) {
  const Sample sample(7, 1);
  std::string blob;
  store::encode_facts(sample.snapshot, blob);
  Arena arena;
  Cents sum = 0;
  for (auto _ : state) {
    arena.reset();
    const auto snapshot = store::decode_facts(blob, arena);
    for (const auto& order : snapshot.orders) sum += order.net_amount.value_or(0);
    for (const auto& invoice : snapshot.invoices) sum += invoice.amount_incl_tax.value_or(0);
    benchmark::DoNotOptimize(sum);
  }
  state.counters["bytes"] = static_cast<double>(blob.size());
}

void encode(benchmark::State& state) {
  const Sample sample(7, 1);
  std::string blob;
  for (auto _ : state) {
    blob.clear();
    store::encode_facts(sample.snapshot, blob);
    benchmark::DoNotOptimize(blob.data());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto add = [](const char* name, auto* work, int iterations) {
    benchmark::RegisterBenchmark(name, work)
        ->Iterations(bench::small() ? 3 : iterations)
        ->Repetitions(bench::small() ? 1 : 5)
        ->Unit(benchmark::kMicrosecond)
        ->UseRealTime();
  };
  add("plain_sqlite", plain_sqlite, 500);
  add("open_save_close", open_save_close, 500);
  add("encode", encode, 20'000);
  add("decode", decode, 50'000);
  return bench::run(argc, argv, {{"open_save_close", "plain_sqlite", 2}});
}
