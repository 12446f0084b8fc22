#include "adapters/cli/terminal.hpp"

#include <unistd.h>

#include "adapters/cli/host.hpp"

namespace rendabel::cli {

Terminal::Terminal() : is_terminal_(tcgetattr(STDIN_FILENO, &usual_) == 0) {
  if (!is_terminal_) return;
  termios wanted = usual_;
  // Ctrl-C comes as a key, so that the terminal is put back before the end.
  wanted.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  wanted.c_cc[VMIN] = 1;
  wanted.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &wanted);
}

Terminal::~Terminal() {
  if (is_terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &usual_);
}

std::optional<char> Terminal::next() {
  constexpr char control_c = 3, control_d = 4;
  char read = 0;
  if (::read(STDIN_FILENO, &read, 1) != 1) return std::nullopt;
  if (is_terminal_ && (read == control_c || read == control_d)) return std::nullopt;
  return read;
}

void Terminal::echo(const char* text) const {
  if (is_terminal_) print(text);
}

std::optional<char> Terminal::key() {
  auto read = next();
  // Line ends between the keys of a file mean nothing.
  while (read && *read == '\n' && !is_terminal_) read = next();
  return read;
}

std::optional<std::string> Terminal::line() {
  constexpr char backspace = 8, erase = 127;
  std::string out;
  while (const auto read = next()) {
    if (*read == '\n' || *read == '\r') {
      echo("\n");
      return out;
    }
    if (*read == backspace || *read == erase) {
      if (out.empty()) continue;
      out.pop_back();
      echo("\b \b");
    } else {
      out += *read;
      echo(std::string(1, *read).c_str());
    }
  }
  return out.empty() || is_terminal_ ? std::nullopt : std::optional(out);
}

}  // namespace rendabel::cli
