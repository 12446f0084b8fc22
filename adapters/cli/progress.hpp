// progress.hpp — a bar on stderr while something takes long; nothing at all where stderr is no terminal.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace rendabel::cli {

class Progress {
 public:
  explicit Progress(std::string title);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// `done` of `total`; total 0 = unknown, then only the count is shown.
  void show(std::int64_t done, std::int64_t total, std::int64_t records);
  /// Takes the bar off the screen, so that other lines can be written.
  void clear();

 private:
  std::string title_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace rendabel::cli
