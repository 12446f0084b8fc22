#include "abi/documents/schema.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace rendabel::abi;

namespace {

std::filesystem::path schema_directory() {
  const char* source = std::getenv("RENDABEL_SOURCE_DIR");
  return std::filesystem::path(source == nullptr ? "." : source) / "abi" / "schema";
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("The committed schemas are what the descriptions say, byte for byte") {
  for (const auto name : schema_names()) {
    INFO(name << ": write them anew with rendabel_schemas abi/schema");
    CHECK(file_text(schema_directory() / (std::string(name) + ".json")) == schema_text(name));
  }
}

TEST_CASE("There is no schema file of a document that we do not have") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(schema_directory()))
    files += entry.path().extension() == ".json" ? 1 : 0;
  CHECK(files == schema_names().size());
}

TEST_CASE("A name that is no document's has no schema") {
  CHECK(schema_text("").empty());
  CHECK(schema_text("snapshots").empty());
  CHECK_FALSE(schema_text("snapshot").empty());
}
