#include "adapters/cli/input_text.hpp"

#include <fmt/format.h>

#include "adapters/cli/failure.hpp"

namespace rendabel::cli {

std::string read_input(const std::string& path) {
  const auto file = open_input(path);
  std::string text;
  std::string buffer(1U << 16U, '\0');
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get()))
    text.append(buffer, 0, size);
  if (std::ferror(file.get()) != 0) throw Failure(Exit::failed, fmt::format("cannot read {}", path));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace rendabel::cli
