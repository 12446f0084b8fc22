// shared_path.hpp — where data sets lie that are outside this repository.
// In: a path there.  Out: the path here: below RENDABEL_SHARED_DIR, else ../shared.
#pragma once
#include <cstdlib>
#include <string>

namespace rendabel::test {

inline std::string shared_path(const std::string& file) {
  const char* shared = std::getenv("RENDABEL_SHARED_DIR");
  return std::string(shared != nullptr ? shared : "../shared") + "/" + file;
}

}  // namespace rendabel::test
