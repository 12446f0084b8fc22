// Loading the library does nothing, and the environment decides nothing.
#include <dlfcn.h>

#include <catch2/catch.hpp>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>

#include "rendabel.h"

namespace {

std::ptrdiff_t entries(const char* directory) {
  return std::distance(std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator());
}

// What a host would notice: threads, open files, the locale, a signal's handler.
struct Surroundings {
  std::ptrdiff_t threads = entries("/proc/self/task"), files = entries("/proc/self/fd");
  std::string locale = std::setlocale(LC_ALL, nullptr);
  void (*on_pipe)(int) = handler_of(SIGPIPE);
  void (*on_fault)(int) = handler_of(SIGSEGV);

  static void (*handler_of(int signal))(int) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    return action.sa_handler;
  }
  bool operator==(const Surroundings&) const = default;
};

template <class Function>
Function* function(void* library, const char* name) {
  return reinterpret_cast<Function*>(dlsym(library, name));
}

}  // namespace

TEST_CASE("Loading, saving and closing leave the process as it was, whatever the environment says") {
  setenv("SIMDJSON_FORCE_IMPLEMENTATION", "nonsense", 1);
  setenv("SQLITE_TMPDIR", "/nonexistent", 1);
  const Surroundings before;
  void* library = dlopen(std::getenv("RENDABEL_LIBRARY"), RTLD_NOW | RTLD_LOCAL);
  REQUIRE(library != nullptr);
  CHECK(Surroundings() == before);

  char directory[] = "/tmp/rendabel-quiet-XXXXXX";
  REQUIRE(mkdtemp(directory) != nullptr);
  const std::string config = R"({"store":")" + std::string(directory) + R"(/store"})";
  const auto status = function<int32_t(const rendabel_result*)>(library, "rendabel_result_status");
  const auto release = function<void(rendabel_result*)>(library, "rendabel_result_free");
  const auto ends_in = [&](rendabel_result* result) {
    const int32_t ended = status(result);
    release(result);
    return ended;
  };
  using WithDocument = rendabel_result*(rendabel_engine*, const char*, int64_t, const char*, int64_t);
  const auto engine =
      function<rendabel_engine*(int32_t)>(library, "rendabel_engine_new")(RENDABEL_ABI_VERSION);
  const auto open =
      function<rendabel_result*(rendabel_engine*, const char*, int64_t)>(library, "rendabel_engine_open");
  CHECK(ends_in(open(engine, config.c_str(), -1)) == RENDABEL_OK);
  const auto save = function<WithDocument>(library, "rendabel_account_save");
  CHECK(ends_in(save(engine, R"({"account":{"id":"C1"},"as_of":"2026-11-23"})", -1, nullptr, 0)) ==
        RENDABEL_OK);
  function<void(rendabel_engine*)>(library, "rendabel_engine_free")(engine);
  CHECK(Surroundings() == before);
  std::filesystem::remove_all(directory);
}
