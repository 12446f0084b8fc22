// commands.hpp — the commands of the command line: each adds itself to the parser and says what to run.
// In: a parser.  Out: the chosen command's run().  One file a command.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "adapters/cli/failure.hpp"
#include "adapters/cli/host.hpp"
#include "adapters/cli/words.hpp"

namespace rendabel::cli {

struct CommandLine {
  CLI::App app;
  Options options;
  Language language = Language::en;  ///< of --help; the answers' language is the host's
  std::function<Exit()> run;         ///< set by the parser: the chosen command

  std::string say(const Words& words) const { return words.in(language); }
  /// A command with its help, examples below it. Global options may stand after it too.
  CLI::App* command(const std::string& name, const Words& help, const char* examples);
  /// The same, below another command.
  CLI::App* command(CLI::App* parent, const std::string& name, const Words& help, const char* examples);
};

/// Asks for the id itself, so that no reflex erases anybody.
bool confirmed(const Host& host, const std::string& id);

void add_import(CommandLine& line);
void add_import_csv(CommandLine& line);
void add_assess(CommandLine& line);
void add_calls(CommandLine& line);
void add_desk(CommandLine& line);
void add_learn(CommandLine& line);
void add_event(CommandLine& line);
void add_permit(CommandLine& line);
void add_board(CommandLine& line);
void add_agent(CommandLine& line);
void add_book(CommandLine& line);
void add_report(CommandLine& line);
void add_settings(CommandLine& line);
void add_export(CommandLine& line);
void add_erase(CommandLine& line);
void add_check(CommandLine& line);
void add_backup(CommandLine& line);
void add_entry(CommandLine& line);

}  // namespace rendabel::cli
