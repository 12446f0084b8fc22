// The command line `rendabel`: reads what is asked, runs one command, says how it ended (failure.hpp).

#include <cstdlib>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/report.hpp"

namespace rendabel::cli {
namespace {

#ifndef RENDABEL_CLI_VERSION
#define RENDABEL_CLI_VERSION "unknown"
#endif

/// The language of --help and of usage errors: no store is open yet, so --language, else the locale.
Language help_language(int count, char** arguments) {
  std::string_view wanted;
  for (const char* name : {"LANG", "LC_MESSAGES", "LC_ALL"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') wanted = value;
  }
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--language" && i + 1 < count) wanted = arguments[i + 1];
    if (argument.starts_with("--language=")) wanted = argument.substr(11);
  }
  return wanted.starts_with("nl") ? Language::nl : Language::en;
}

std::string version_text(const Options& options) {
  std::string text = "rendabel " RENDABEL_CLI_VERSION;
  try {
    const auto library = load_library(options.library);
    const std::int32_t abi = library->abi_version();
    text += fmt::format(" (library {}, ABI {}.{})", library->version(), abi >> 16, abi & 0xffff);
  } catch (const Failure& failure) {
    text += fmt::format(" ({})", failure.what());
  }
  return text;
}

std::string real_date(const std::string& text) {
  std::tm day{};
  const char* end = text.size() == 10 ? strptime(text.c_str(), "%Y-%m-%d", &day) : nullptr;
  std::tm same = day;
  // mktime moves a day that does not exist, such as 30 February.
  const bool real = end != nullptr && *end == '\0' && std::mktime(&same) != -1 && same.tm_mday == day.tm_mday;
  return real ? "" : fmt::format("no date: {} (YYYY-MM-DD)", text);
}

void add_global_options(CommandLine& line) {
  CLI::App& app = line.app;
  Options& options = line.options;
  app.add_option("--store", options.store, line.say(help::store))
      ->envname("RENDABEL_STORE")
      ->type_name("DIR");
  app.add_option("--library", options.library, line.say(help::library))->type_name("FILE");
  app.add_option("--language", options.language, line.say(help::language))
      ->check(CLI::IsMember({"nl", "en"}))
      ->type_name("nl|en");
  app.add_option("--as-of", options.as_of, line.say(help::as_of))
      ->check(CLI::Validator(real_date, ""))
      ->type_name("DATE");
  auto* json = app.add_flag("--json", options.json, line.say(help::json));
  app.add_flag("--csv", options.csv, line.say(help::csv))->excludes(json);
  app.set_help_flag("-h,--help", line.say(help::help_flag));
  app.add_flag_callback(
      "--version", [&options] { throw CLI::CallForVersion(version_text(options), 0); },
      line.say(help::version_flag));
}

void describe(CommandLine& line) {
  line.app.name("rendabel");
  line.app.description(line.say(help::program));
  line.app.footer(line.say(help::footer));
  line.app.require_subcommand(1);
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", line.say(help::usage));
  formatter->label("Positionals", line.say(help::positionals));
  formatter->label("SUBCOMMAND", line.say(help::command));
  formatter->label("REQUIRED", line.say(help::required));
  formatter->label("Excludes", line.say(help::excludes));
  formatter->label("OPTIONS", line.say(help::options));
  formatter->column_width(32);
  line.app.formatter(formatter);
  line.app.option_defaults()->group(line.say(help::options));
}

int finish(const Failure& failure, const Options& options, Language language) {
  if (const auto* bad = dynamic_cast<const BadInput*>(&failure)) {
    print_findings(bad->file, bad->findings, language);
  } else {
    fmt::print(stderr, "rendabel: {}\n", failure.what());
  }
  if (options.json) print_failure_document(failure);
  return static_cast<int>(failure.code);
}

int run(int count, char** arguments) {
  CommandLine line;
  line.language = help_language(count, arguments);
  describe(line);
  add_global_options(line);
  for (auto* add : {add_import, add_import_csv, add_assess, add_calls, add_desk, add_event, add_permit,
                    add_learn, add_board, add_book, add_report, add_settings, add_export, add_erase,
                    add_agent, add_check, add_backup, add_entry}) {
    add(line);
  }
  try {
    line.app.parse(count, arguments);
    return static_cast<int>(line.run());
  } catch (const CLI::ParseError& error) {
    // --help and --version come this way too, with 0; every other one is wrong usage.
    return line.app.exit(error) == 0 ? 0 : static_cast<int>(Exit::usage);
  } catch (const Failure& failure) {
    return finish(failure, line.options, line.language);
  } catch (const std::exception& error) {
    return finish(Failure(Exit::failed, error.what()), line.options, line.language);
  }
}

}  // namespace

CLI::App* CommandLine::command(CLI::App* parent, const std::string& name, const Words& text,
                               const char* examples) {
  CLI::App* added = parent->add_subcommand(name, say(text));
  added->footer(say(help::examples) + ":\n" + examples);
  added->fallthrough();
  added->group(say(help::commands));
  added->set_help_flag("-h,--help", say(help::help_flag))->group(say(help::options));
  return added;
}

CLI::App* CommandLine::command(const std::string& name, const Words& text, const char* examples) {
  return command(&app, name, text, examples);
}

}  // namespace rendabel::cli

int main(int count, char** arguments) { return rendabel::cli::run(count, arguments); }
