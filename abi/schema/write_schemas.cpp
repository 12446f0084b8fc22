// write_schemas.cpp — writes abi/schema/*.json anew: rendabel_schemas <directory>.
#include <filesystem>
#include <fstream>
#include <string>

#include "abi/documents/schema.hpp"

int main(int count, char** words) {
  if (count != 2) return 2;
  for (const auto name : rendabel::abi::schema_names()) {
    std::ofstream file(std::filesystem::path(words[1]) / (std::string(name) + ".json"), std::ios::binary);
    file << rendabel::abi::schema_text(name);
    if (!file.flush()) return 1;
  }
  return 0;
}
