#include "adapters/cli/host.hpp"

#include <fmt/chrono.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "adapters/cli/numbers.hpp"

namespace rendabel::cli {
namespace {

std::string today() { return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr))); }

Language language_of(const std::string& asked, const Json& settings) {
  if (!asked.empty()) return asked == "nl" ? Language::nl : Language::en;
  const Json& languages = settings["languages"];
  return !languages.items.empty() && languages.items.front().text == "en" ? Language::en : Language::nl;
}

/// Wrong usage is said before anything is loaded or made.
const Options& with_store(const Options& options) {
  const Language language = options.language == "nl" ? Language::nl : Language::en;
  if (options.store.empty()) throw Failure(Exit::usage, words::store_missing.in(language));
  return options;
}

}  // namespace

Host::Host(const Options& options)
    : options_(with_store(options)),
      library_(load_library(options.library)),
      engine_(*library_, options.store),
      settings_(parse_json(take(library_->settings_get(engine_.handle(), nullptr, 0)).body())),
      language_(language_of(options.language, settings_)),
      as_of_(options.as_of.empty() ? today() : options.as_of) {}

std::string Host::call_options(std::string_view more) const {
  return fmt::format(R"({{"language":"{}"{}}})", language_ == Language::nl ? "nl" : "en", more);
}

std::string Host::label(std::string_view group, const std::string& code) const {
  if (!labels_.known()) {
    labels_ = parse_json(take(library_->labels_get(language_ == Language::nl ? "nl" : "en")).body());
  }
  const Json& words = labels_["labels"][group][code];
  return words.known() ? words.text : code;
}

std::string Host::number(const Json& value) const { return grouped(value.text, language_); }

std::string Host::percent(const Json& basis_points) const {
  return cli::percent(basis_points.text, language_);
}

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Failure(Exit::failed, fmt::format("cannot write the output: {}", std::strerror(errno)));
  }
}

void note(std::string_view text) { fmt::print(stderr, "{}\n", text); }

void print_document(std::string_view body) {
  print(body);
  if (body.empty() || body.back() != '\n') print("\n");
}

std::string clock_now() {
  const auto text = fmt::format("{:%Y-%m-%dT%H:%M:%S%z}", fmt::localtime(std::time(nullptr)));
  return text.substr(0, text.size() - 2) + ":" + text.substr(text.size() - 2);
}

std::size_t screen_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 120;
}

}  // namespace rendabel::cli
