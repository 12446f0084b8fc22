// agent export, agent erase — the rights of the people who call (law.md 'Privacy of agents').
#include <unistd.h>

#include "adapters/cli/board_words.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

struct AgentOptions {
  std::string agent;
  bool yes = false;
};

Exit export_agent(const Host& host, const AgentOptions& options) {
  const std::string call = host.call_options();
  print_document(
      host.take(host.library().agent_export(host.engine(), options.agent.c_str(), call.data(), size_of(call)))
          .body());
  return Exit::ok;
}

Exit erase_agent(const Host& host, const AgentOptions& options) {
  if (!options.yes && !confirmed(host, options.agent))
    throw Failure(Exit::failed, host.say(words::not_confirmed));
  const std::string call = host.call_options();
  const Answer answer =
      host.take(host.library().agent_erase(host.engine(), options.agent.c_str(), call.data(), size_of(call)));
  const std::string outcomes = parse_json(answer.body())["outcomes"].text;
  if (host.options().json) {
    print_document(answer.body());
  } else if (host.options().csv) {
    CsvOut csv({"agent", "erased", "outcomes"});
    csv.row({{options.agent}, {"true"}, {outcomes, true}});
    print(csv.text());
  } else {
    print(host.say(words::erased_agent, options.agent, outcomes) + "\n");
  }
  return Exit::ok;
}

}  // namespace

void add_agent(CommandLine& line) {
  auto options = std::make_shared<AgentOptions>();
  CLI::App* agent = line.command("agent", help::agent_data,
                                 "  rendabel --store book agent export jan > jan.json\n"
                                 "  rendabel --store book agent erase jan");
  agent->require_subcommand(1);
  CLI::App* export_ = line.command(agent, "export", help::agent_export,
                                   "  rendabel --store book agent export jan > jan.json");
  export_->add_option("agent", options->agent, line.say(help::agent_id))->required()->type_name("ID");
  export_->callback([&line, options] {
    line.run = [&line, options] { return export_agent(Host(line.options), *options); };
  });
  CLI::App* erase = line.command(agent, "erase", help::agent_erase,
                                 "  rendabel --store book agent erase jan\n"
                                 "  rendabel --store book agent erase jan --yes");
  erase->add_option("agent", options->agent, line.say(help::agent_id))->required()->type_name("ID");
  erase->add_flag("--yes", options->yes, line.say(help::yes));
  erase->callback([&line, options] {
    line.run = [&line, options] {
      if (!options->yes && isatty(STDIN_FILENO) != 1)
        throw Failure(Exit::usage, line.say(words::erase_needs_yes));
      return erase_agent(Host(line.options), *options);
    };
  });
}

}  // namespace rendabel::cli
