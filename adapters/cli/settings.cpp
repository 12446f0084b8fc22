// settings — shows the book's settings, or changes them with a merge patch.
#include <algorithm>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/input_text.hpp"
#include "adapters/cli/settings_patch.hpp"

namespace rendabel::cli {
namespace {

struct SettingsOptions {
  std::vector<std::string> keys, pairs;
  std::string file;
};

/// The key itself or a part of it: `calls` shows all that begins with `calls.`.
bool wanted(const std::string& key, const std::vector<std::string>& keys) {
  return keys.empty() || std::any_of(keys.begin(), keys.end(), [&](const std::string& asked) {
           return key == asked || key.starts_with(asked + ".");
         });
}

Exit show(const Host& host, const std::string& body, const std::vector<std::string>& keys) {
  if (host.options().json && keys.empty()) {
    print_document(body);
    return Exit::ok;
  }
  CsvOut csv({"key", "value"});
  Table table({{host.say(words::setting)}, {host.say(words::value), Column::Kind::wrapped}});
  std::string json;
  bool any = false;
  for (const auto& [key, value] : flat_settings(parse_json(body))) {
    if (!wanted(key, keys)) continue;
    any = true;
    csv.row({{key}, {value}});
    table.row({key, value});
    json += fmt::format("{}{}:{}", json.empty() ? "" : ",", json_text(key), json_text(value));
  }
  if (!any) throw Failure(Exit::failed, host.say(words::no_setting, fmt::join(keys, ", ")));
  print(host.options().json  ? "{" + json + "}\n"
        : host.options().csv ? csv.text()
                             : table.text(screen_width()));
  return Exit::ok;
}

Exit get(const Host& host, const SettingsOptions& options) {
  const Answer answer = host.take(host.library().settings_get(host.engine(), nullptr, 0));
  return show(host, std::string(answer.body()), options.keys);
}

Exit set(const Host& host, const std::string& patch, const std::string& source) {
  const std::string file = source.empty() ? "settings" : source == "-" ? "stdin" : source;
  const std::string call = host.call_options();
  const Answer answer = host.take(
      host.library().settings_set(host.engine(), patch.data(), size_of(patch), call.data(), size_of(call)),
      file);
  if (host.options().json || host.options().csv) return show(host, std::string(answer.body()), {});
  print(host.say(words::settings_saved) + "\n");
  return Exit::ok;
}

}  // namespace

void add_settings(CommandLine& line) {
  auto options = std::make_shared<SettingsOptions>();
  CLI::App* command =
      line.command("settings", help::settings,
                   "  rendabel --store book settings\n"
                   "  rendabel --store book settings get calls activity_rates\n"
                   "  rendabel --store book settings set currency=GBP gross_margin_assumed=0.3\n"
                   "  rendabel --store book settings set activity_rates.order.web=1.50 funding_rate=null");
  command->require_subcommand(0, 1);
  CLI::App* get_command =
      line.command(command, "get", help::settings_get, "  rendabel --store book settings get calls.reserve");
  get_command->add_option("keys", options->keys, line.say(help::settings_keys))->type_name("KEY…");
  CLI::App* set_command =
      line.command(command, "set", help::settings_set,
                   "  rendabel --store book settings set loss_min=50 calls.reserve.quote=0.4\n"
                   "  rendabel --store book settings set --file settings.json");
  auto* group = set_command->add_option_group("what");
  group->add_option("pairs", options->pairs, line.say(help::settings_values))->type_name("KEY=VALUE…");
  group->add_option("--file", options->file, line.say(help::settings_file))->type_name("FILE|-");
  group->require_option(1);
  command->callback([&line, options, set_command] {
    const bool change = set_command->parsed();
    line.run = [&line, options, change] {
      if (!change) return get(Host(line.options), *options);
      // The patch first: wrong usage makes no store.
      const std::string patch =
          options->file.empty() ? settings_patch(options->pairs) : read_input(options->file);
      return set(Host(line.options), patch, options->file);
    };
  });
}

}  // namespace rendabel::cli
