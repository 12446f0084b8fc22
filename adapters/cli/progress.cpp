#include "adapters/cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace rendabel::cli {

Progress::Progress(std::string title) : title_(std::move(title)), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::show(std::int64_t done, std::int64_t total, std::int64_t records) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_ && done != total) return;
  next_ = now + std::chrono::milliseconds(100);
  constexpr std::int64_t width = 30;
  std::string bar;
  if (total > 0) {
    const std::int64_t filled = done >= total ? width : done * width / total;
    for (std::int64_t i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    bar += fmt::format(" {:3} %", done >= total ? 100 : done * 100 / total);
  }
  fmt::print(stderr, "\r{} {} {}\x1b[K", title_, bar, records);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace rendabel::cli
