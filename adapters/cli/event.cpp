// event — records what happened between two snapshots: an event a line, all of the file or nothing of it.
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/input_text.hpp"

namespace rendabel::cli {
namespace {

Exit record_events(const Host& host, const std::string& file) {
  const std::string events = read_input(file);
  const std::string call = host.call_options();
  const Answer answer = host.take(
      host.library().events_record(host.engine(), events.data(), size_of(events), call.data(), size_of(call)),
      file == "-" ? "stdin" : file);
  if (host.options().json) {
    print_document(answer.body());
    return Exit::ok;
  }
  const Json told = parse_json(answer.body());
  const std::string accounts = fmt::to_string(told["accounts"].items.size());
  if (host.options().csv) {
    CsvOut csv({"recorded", "accounts"});
    csv.row({{told["recorded"].text, true}, {accounts, true}});
    print(csv.text());
  } else {
    print(host.say(words::recorded, told["recorded"].text, accounts) + "\n");
  }
  return Exit::ok;
}

}  // namespace

void add_event(CommandLine& line) {
  auto file = std::make_shared<std::string>();
  CLI::App* command = line.command("event", help::event,
                                   "  rendabel --store book event events.ndjson\n"
                                   "  crm-events | rendabel --store book event - --json");
  command->add_option("file", *file, line.say(help::import_file))->required()->type_name("FILE|-");
  command->callback(
      [&line, file] { line.run = [&line, file] { return record_events(Host(line.options), *file); }; });
}

}  // namespace rendabel::cli
