// check and backup — whether the store is sound, and a copy of it.
#include <filesystem>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

Exit check(const Host& host, bool quick) {
  const std::string options = host.call_options(quick ? R"(,"quick":true)" : "");
  const Answer answer =
      host.take(host.library().store_check(host.engine(), options.data(), size_of(options)));
  const Json report = parse_json(answer.body());
  const bool sound = report["ok"].yes();
  if (host.options().json) {
    print_document(answer.body());
  } else if (host.options().csv) {
    CsvOut csv({"problem"});
    for (const Json& problem : report["problems"].items) csv.row({{problem.text}});
    print(csv.text());
  } else if (sound) {
    print(host.say(words::store_sound) + "\n");
  } else {
    note(host.say(words::store_damaged));
    for (const Json& problem : report["problems"].items) note("  " + problem.text);
  }
  return sound ? Exit::ok : Exit::failed;
}

Exit backup(const Host& host, const std::string& path) {
  // The library may stand elsewhere than the shell: a relative path is ours to resolve.
  const std::string place = std::filesystem::absolute(path).string();
  const std::string options = host.call_options();
  const Answer answer =
      host.take(host.library().store_backup(host.engine(), place.c_str(), options.data(), size_of(options)));
  const Json report = parse_json(answer.body());
  if (host.options().json) {
    print_document(answer.body());
  } else if (host.options().csv) {
    CsvOut csv({"path", "bytes"});
    csv.row({{report["path"].text}, {report["bytes"].text, true}});
    print(csv.text());
  } else {
    print(host.say(words::backup_made, report["path"].text, host.number(report["bytes"])) + "\n");
  }
  return Exit::ok;
}

}  // namespace

void add_check(CommandLine& line) {
  auto quick = std::make_shared<bool>(false);
  CLI::App* command = line.command("check", help::check, "  rendabel --store book check --quick");
  command->add_flag("--quick", *quick, line.say(help::quick));
  command->callback(
      [&line, quick] { line.run = [&line, quick] { return check(Host(line.options), *quick); }; });
}

void add_backup(CommandLine& line) {
  auto path = std::make_shared<std::string>();
  CLI::App* command =
      line.command("backup", help::backup, "  rendabel --store book backup /backup/book-2026-11-23");
  command->add_option("path", *path, line.say(help::backup_path))->required()->type_name("PATH");
  command->callback(
      [&line, path] { line.run = [&line, path] { return backup(Host(line.options), *path); }; });
}

}  // namespace rendabel::cli
