// files_of.hpp — whether some bytes stand anywhere in a store's files: its pages, free ones too, and its log.
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/support/temp_store.hpp"

namespace rendabel::test {

inline bool found_on_disk(const TempStore& home, std::string_view text) {
  for (const auto& file : std::filesystem::directory_iterator(home.config.store)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string all((std::istreambuf_iterator<char>(in)), {});
    if (all.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace rendabel::test
