// input_text.hpp — a whole small document from a file or stdin.
#pragma once
#include <string>

#include "adapters/cli/line_reader.hpp"

namespace rendabel::cli {

/// The bytes of `path` (`-`: stdin), without a byte order mark. Throws Failure.
std::string read_input(const std::string& path);

}  // namespace rendabel::cli
