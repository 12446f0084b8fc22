// One save through the contract, beside simdjson's parse + a plain SQLite upsert of the same bytes.
#include <simdjson.h>
#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "abi/rendabel.h"
#include "tests/bench/ratios.hpp"
#include "tests/bench/sample_account.hpp"
#include "tests/support/temp_store.hpp"

namespace {

using rendabel::bench::sample_account;
using rendabel::test::TempDirectory;

/// Documents for an endless row of saves: each differs from the one before of its account.
struct Documents {
  std::vector<std::string> documents;
  std::size_t next = 0;
  Documents() {
    const int accounts = rendabel::bench::small() ? 4 : 500;
    for (int revision = 0; revision < 4; ++revision)
      for (int account = 0; account < accounts; ++account)
        documents.push_back(sample_account(account, revision));
    // No revision: the row can be walked round and round.
    for (auto& document : documents) document.replace(document.find(R"("revision":)") + 11, 1, "0");
  }
  const std::string& take() { return documents[next++ % documents.size()]; }
};

void require(rendabel_result* result) {
  const bool ok = rendabel_result_status(result) == RENDABEL_OK;
  const std::string message = rendabel_result_message(result);
  rendabel_result_free(result);
  if (!ok) throw std::runtime_error(message);
}

void save(benchmark::State& state, const char* options) {
  const TempDirectory directory;
  Documents documents;
  auto* engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  require(rendabel_engine_open(engine, ("{\"store\":\"" + directory.path + "/store\"}").c_str(), -1));
  for (std::size_t n = 0; n < documents.documents.size() / 4; ++n) {
    const auto& document = documents.take();
    require(rendabel_account_save(engine, document.data(), static_cast<std::int64_t>(document.size()),
                                  nullptr, 0));
  }
  for (auto _ : state) {
    const auto& document = documents.take();
    auto* result = rendabel_account_save(engine, document.data(), static_cast<std::int64_t>(document.size()),
                                         options, -1);
    if (rendabel_result_status(result) != RENDABEL_OK) state.SkipWithError(rendabel_result_message(result));
    rendabel_result_free(result);
  }
  rendabel_engine_free(engine);
}

void save(benchmark::State& state) { save(state, "{}"); }
void save_without_text(benchmark::State& state) { save(state, R"({"text":false})"); }

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
}

void parse_and_upsert(benchmark::State& state) {
  const TempDirectory directory;
  Documents documents;
  sqlite3* database = nullptr;
  sqlite3_open((directory.path + "/plain.sqlite").c_str(), &database);
  run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  run(database, "CREATE TABLE plain(id TEXT PRIMARY KEY, document BLOB NOT NULL)");
  sqlite3_stmt* upsert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO plain VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = ?2",
                     -1, &upsert, nullptr);
  simdjson::dom::parser parser;
  const auto once = [&] {
    const auto& document = documents.take();
    const simdjson::dom::element parsed = parser.parse(document);
    const std::string_view id = parsed["account"]["id"];
    sqlite3_bind_text(upsert, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
    sqlite3_bind_blob(upsert, 2, document.data(), static_cast<int>(document.size()), SQLITE_STATIC);
    const bool done = sqlite3_step(upsert) == SQLITE_DONE;
    sqlite3_reset(upsert);
    return done;
  };
  for (std::size_t n = 0; n < documents.documents.size() / 4; ++n) once();
  for (auto _ : state)
    if (!once()) state.SkipWithError("the upsert failed");
  sqlite3_finalize(upsert);
  sqlite3_close(database);
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("one document: {} bytes\n", sample_account(0, 0).size());
  const auto iterations = rendabel::bench::small() ? 3 : 20'000;
  const auto add = [&](const char* name, auto* work) {
    benchmark::RegisterBenchmark(name, work)
        ->Iterations(iterations)
        ->Repetitions(rendabel::bench::small() ? 1 : 3)
        ->Unit(benchmark::kMicrosecond)
        ->UseRealTime();
  };
  add("parse_and_upsert", parse_and_upsert);
  add("save", static_cast<void (*)(benchmark::State&)>(save));
  add("save_without_text", save_without_text);
  return rendabel::bench::run(
      argc, argv, {{"save", "parse_and_upsert", 3}, {"save_without_text", "parse_and_upsert", 3}});
}
