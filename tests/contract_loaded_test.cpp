// The same walk by a host that opens the library at run time.
#include <boost/dll/shared_library.hpp>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "contract_walk.h"

namespace {

std::string library_path() {
  const char* path = std::getenv("RENDABEL_LIBRARY");
  REQUIRE(path != nullptr);
  return path;
}

contract_functions functions_of(const boost::dll::shared_library& library) {
  return {
#define CONTRACT_LOADED(type, name, arguments) &library.get<type arguments>("rendabel_" #name),
      CONTRACT_FUNCTIONS(CONTRACT_LOADED)
#undef CONTRACT_LOADED
  };
}

}  // namespace

TEST_CASE("A host that loads the library meets the whole contract") {
  const boost::dll::shared_library library(library_path());
  const contract_functions functions = functions_of(library);
  char directory[] = "/tmp/rendabel-loaded-XXXXXX";
  REQUIRE(mkdtemp(directory) != nullptr);
  CHECK(contract_walk(&functions, directory) == 0);
  std::filesystem::remove_all(directory);
}

TEST_CASE("The library stays when a host unloads it, so that its threads and results stay good") {
  rendabel_result* kept = nullptr;
  int32_t (*status)(const rendabel_result*) = nullptr;
  {
    const boost::dll::shared_library library(library_path());
    kept = library.get<rendabel_result*(const char*)>("rendabel_schema_get")("index");
    status = &library.get<int32_t(const rendabel_result*)>("rendabel_result_status");
  }
  CHECK(status(kept) == RENDABEL_OK);
  boost::dll::shared_library(library_path()).get<void(rendabel_result*)>("rendabel_result_free")(kept);
}

TEST_CASE("Loaded and unloaded again and again, engines and results stay good and are freed afterwards") {
  char directory[] = "/tmp/rendabel-loaded-XXXXXX";
  REQUIRE(mkdtemp(directory) != nullptr);
  const std::string config = R"({"store":")" + std::string(directory) + R"(/store"})";
  std::vector<rendabel_engine*> engines;
  std::vector<rendabel_result*> results;
  for (int round = 0; round < 20; ++round) {
    const boost::dll::shared_library library(library_path());
    const contract_functions functions = functions_of(library);
    engines.push_back(functions.engine_new(RENDABEL_ABI_VERSION));
    results.push_back(functions.engine_open(engines.back(), config.c_str(), -1));
    results.push_back(functions.settings_get(engines.front(), nullptr, 0));  // of a load long ago
  }
  const boost::dll::shared_library library(library_path());
  const contract_functions functions = functions_of(library);
  for (rendabel_result* result : results) {
    CHECK(functions.result_status(result) == RENDABEL_OK);
    functions.result_free(result);
    CHECK(functions.result_status(result) == RENDABEL_INVALID_HANDLE);
  }
  for (rendabel_engine* engine : engines) functions.engine_free(engine);
  std::filesystem::remove_all(directory);
}
