// terminal.hpp — one key at a time from a terminal, and a line where a line is asked for.
// In: standard input, a terminal or a file.  Out: keys, lines.  Never: leaves a terminal other than it was.
// Method: termios without line editing as long as it lives, so that nothing typed early is lost between two
// modes; lines are edited here. From a file a key is its next character.
#pragma once
#include <termios.h>

#include <optional>
#include <string>

namespace rendabel::cli {

class Terminal {
 public:
  Terminal();
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// The next key; nothing at the end of the input, on Ctrl-C and on Ctrl-D.
  std::optional<char> key();
  /// A line, echoed, with backspace, without its end; nothing where it was broken off.
  std::optional<std::string> line();

 private:
  std::optional<char> next();
  void echo(const char* text) const;
  bool is_terminal_ = false;
  termios usual_{};
};

}  // namespace rendabel::cli
