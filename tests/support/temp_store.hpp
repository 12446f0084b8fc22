// temp_store.hpp — a directory of its own for a test, gone afterwards, and a store in it.
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

#include "plugin/store/store.hpp"

namespace rendabel::test {

/// An empty directory under the system's temporary one.
struct TempDirectory {
  TempDirectory() {
    auto pattern = (std::filesystem::temp_directory_path() / "rendabel-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path = pattern;
  }
  ~TempDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TempDirectory(const TempDirectory&) = delete;
  TempDirectory& operator=(const TempDirectory&) = delete;
  std::string path;
};

/// A store that is opened anew with open(), as another process would.
struct TempStore {
  TempDirectory directory;
  Config config{directory.path + "/store", 1000, Durability::normal};

  store::Store open() const { return store::Store(config); }
  std::string file() const { return config.store + "/" + store::file_name; }
};

/// How `action` ends.
inline Status status_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.status();
  }
  return Status::ok;
}

}  // namespace rendabel::test
