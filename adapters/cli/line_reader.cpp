#include "adapters/cli/line_reader.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "adapters/cli/failure.hpp"

namespace rendabel::cli {

std::shared_ptr<std::FILE> open_input(const std::string& path) {
  if (path == "-") return {stdin, [](std::FILE*) {}};
  std::FILE* file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr)
    throw Failure(Exit::failed, fmt::format("cannot read {}: {}", path, std::strerror(errno)));
  return {file, [](std::FILE* open) { std::fclose(open); }};
}

std::int64_t input_size(std::FILE* file) {
  struct stat facts {};
  return fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode) ? facts.st_size : 0;
}

bool LineReader::fill() {
  buffer_.resize(1U << 20U);
  // read, not fread: from a pipe it gives what is there, so that a slow sender's records are saved as they
  // come.
  ssize_t size = -1;
  do size = ::read(fileno(file_.get()), buffer_.data(), buffer_.size());
  while (size < 0 && errno == EINTR);
  if (size < 0)
    throw Failure(Exit::failed, fmt::format("cannot read the input any further: {}", std::strerror(errno)));
  buffer_.resize(static_cast<std::size_t>(size));
  at_ = 0;
  return size > 0;
}

bool LineReader::read_line(std::string& line) {
  line.clear();
  bool any = false;
  while (at_ < buffer_.size() || fill()) {
    any = true;
    const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
    const bool whole = end < buffer_.size();
    const std::size_t taken = end - at_ + (whole ? 1 : 0);
    line.append(buffer_, at_, std::min(end - at_, line_max - line.size()));
    fingerprint_.add(buffer_.data() + at_, taken);
    bytes_ += static_cast<std::int64_t>(taken);
    at_ += taken;
    if (whole) break;
  }
  if (any) ++record_;
  return any;
}

bool LineReader::next(std::string& line) {
  while (read_line(line)) {
    if (record_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t\r") != std::string::npos) return true;
  }
  return false;
}

}  // namespace rendabel::cli
