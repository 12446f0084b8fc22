// host.hpp — what every command works with: the library, the open store, the language and the way to print.
// In: the global options.  Out: answers and words.  Never: a rule; this is a host.
#pragma once
#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>

#include "adapters/cli/csv_out.hpp"
#include "adapters/cli/json.hpp"
#include "adapters/cli/library.hpp"
#include "adapters/cli/table.hpp"
#include "adapters/cli/words.hpp"

namespace rendabel::cli {

/// The options that every command takes.
struct Options {
  std::string store, library, language, as_of;
  bool json = false, csv = false;
};

class Host {
 public:
  /// Loads the library and opens the store. Throws Failure.
  explicit Host(const Options& options);

  const Options& options() const { return options_; }
  const Library& library() const { return *library_; }
  rendabel_engine* engine() const { return engine_.handle(); }
  const Json& settings() const { return settings_; }

  /// --language, else the first language of the store's settings.
  Language language() const { return language_; }
  /// --as-of, else today here: a command line may look at the clock.
  const std::string& as_of() const { return as_of_; }

  /// Takes the result of a library call; throws Failure or BadInput (findings in `file`) unless it is ok.
  Answer take(rendabel_result* result, const std::string& file = {}) const {
    return checked(Answer(*library_, result), file);
  }
  /// Options document of a library call: the language and what `more` holds (`,"limit":5`).
  std::string call_options(std::string_view more = {}) const;

  template <class... Values>
  std::string say(const Words& words, const Values&... values) const {
    return fmt::format(fmt::runtime(words.in(language_)), values...);
  }
  /// The library's words for a code, or the code itself where it has none.
  std::string label(std::string_view group, const std::string& code) const;
  std::string number(const Json& value) const;
  std::string percent(const Json& basis_points) const;

 private:
  Options options_;
  std::unique_ptr<Library> library_;
  Engine engine_;
  Json settings_;
  Language language_;
  std::string as_of_;
  mutable Json labels_;
};

/// Prints on stdout; throws Failure when that cannot be written (a full disk is no success).
void print(std::string_view text);
/// Prints a line on stderr.
void note(std::string_view text);
/// A JSON answer on stdout, with the line end that shells expect.
void print_document(std::string_view body);
/// The machine's clock with its offset: 2026-11-23T09:30:00+01:00.
std::string clock_now();
/// Columns of the terminal on stdout; 120 where it is none.
std::size_t screen_width();

inline std::int64_t size_of(std::string_view text) { return static_cast<std::int64_t>(text.size()); }

}  // namespace rendabel::cli
