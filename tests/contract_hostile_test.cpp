// Every function of the contract with every kind of nonsense in every place: handles that are NULL, wild,
// freed, used again, cut, foreign; sizes that are negative or huge; texts that are NULL, not UTF-8, endless,
// or hold a NUL. The answer is a status, the store as before unless it is ok, and the engine goes on.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <random>
#include <tuple>
#include <vector>

#include "contract_functions.h"
#include "contract_stored.hpp"

namespace {

/// What a hostile host has at hand.
struct Arsenal {
  std::mt19937 dice{20261125};
  rendabel_engine* good = stored().engine;
  std::vector<rendabel_engine*> engines;
  std::vector<const rendabel_result*> results;
  std::string endless = std::string(std::size_t{1} << 20, 'a');
  std::string with_nul = snapshot_of("C1") + std::string("\0x", 2);
  std::vector<const char*> texts;
  std::vector<std::int64_t> sizes{0, -1, -2, INT64_MIN, INT64_MAX, (std::int64_t{256} << 20) + 1, INT32_MIN};
  std::vector<std::int32_t> numbers{0, 1, -1, INT32_MAX, INT32_MIN, RENDABEL_ABI_VERSION};

  Arsenal() {
    rendabel_engine* freed = rendabel_engine_new(RENDABEL_ABI_VERSION);
    rendabel_engine_free(freed);
    rendabel_engine* closed = rendabel_engine_new(RENDABEL_ABI_VERSION);  // in the freed one's place
    rendabel_result* gone = rendabel_labels_get("nl");
    rendabel_result_free(gone);
    rendabel_result* kept = rendabel_labels_get("nl");
    const auto cut = [](const void* handle) { return reinterpret_cast<std::uintptr_t>(handle) & UINT32_MAX; };
    engines = {nullptr,
               freed,
               closed,
               reinterpret_cast<rendabel_engine*>(std::uintptr_t{0xdeadbeef}),
               reinterpret_cast<rendabel_engine*>(~std::uintptr_t{0}),
               reinterpret_cast<rendabel_engine*>(cut(good)),
               reinterpret_cast<rendabel_engine*>(reinterpret_cast<std::uintptr_t>(good) + 16),
               reinterpret_cast<rendabel_engine*>(kept),
               reinterpret_cast<rendabel_engine*>(&endless)};
    for (const rendabel_engine* engine : engines)
      results.push_back(reinterpret_cast<const rendabel_result*>(engine));
    results.back() = gone;
    texts = {nullptr,
             "",
             "C1",
             "\xff\xfe",
             "{\"account\":{\"id\":\"\xed\xa0\x80\"}}",
             "{",
             "{\"text\":false}",
             "2026-11-23",
             "2026-02-30",
             "2026-11-23T10:00:00+01:00",
             "2026-11-23T10:00:00",
             "a\x01",
             with_nul.c_str(),
             endless.c_str(),
             "/nonexistent/folder"};
  }
  template <class T>
  const T& any(const std::vector<T>& of) {
    return of[dice() % of.size()];
  }
  /// Mostly a good engine, else the call would get no further.
  void choose(rendabel_engine*& engine) { engine = dice() % 4 != 0 ? good : any(engines); }
  void choose(rendabel_result*& result) { result = const_cast<rendabel_result*>(any(results)); }
  void choose(const rendabel_result*& result) { result = any(results); }
  void choose(const char*& text) { text = any(texts); }
  void choose(std::int64_t& size) { size = any(sizes); }
  void choose(std::int32_t& number) { number = any(numbers); }
};

/// Whether what a call answered is sound; frees it.
void accept(rendabel_result* result, bool& changed) {
  REQUIRE(result != nullptr);
  const Answer answer(result);
  CHECK(answer.status <= RENDABEL_OK);
  CHECK(answer.status >= RENDABEL_STALE);  // INTERNAL would be a fault of ours
  CHECK((answer.status == RENDABEL_OK) == answer.message.empty());
  changed |= answer.status == RENDABEL_OK;
}
void accept(rendabel_engine* engine, bool&) { rendabel_engine_free(engine); }
void accept(const char* text, bool&) { CHECK(text != nullptr); }
void accept(std::int32_t, bool&) {}
void accept(std::int64_t, bool&) {}

const int rounds = std::getenv("RENDABEL_LONG") != nullptr ? 5000 : 150;

template <class Return, class... Values>
void batter(Arsenal& arsenal, Return (*function)(Values...)) {
  std::string before = everything(stored());
  for (int round = 0; round < rounds; ++round) {
    std::tuple<Values...> values;
    std::apply([&](Values&... each) { (arsenal.choose(each), ...); }, values);
    bool changed = false;
    if constexpr (std::is_void_v<Return>) {
      // Freeing our own good engine is no nonsense, but the end of the test.
      if constexpr (std::is_same_v<std::tuple<Values...>, std::tuple<rendabel_engine*>>)
        if (std::get<0>(values) == arsenal.good) continue;
      std::apply(function, values);
    } else {
      accept(std::apply(function, values), changed);
    }
    if (!changed && round % 10 != 0) continue;
    const std::string after = everything(stored());
    if (!changed) CHECK(after == before);
    before = after;
  }
}

}  // namespace

TEST_CASE("Nonsense in any place of any call is a status and changes nothing") {
  const TestDirectory aside;  // whatever is taken for a path
  std::filesystem::current_path(aside.file(""));
  Arsenal arsenal;
#define BATTER(type, name, arguments) \
  SECTION(#name) { batter(arsenal, rendabel_##name); }
  CONTRACT_FUNCTIONS(BATTER)
  std::filesystem::current_path("/");
  CHECK(stored().save(snapshot_of("C1")).status == RENDABEL_OK);
  CHECK(Answer(rendabel_store_check(stored().engine, nullptr, 0)).has("\"ok\":true"));
}
