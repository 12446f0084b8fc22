// board — the team leader's view: was the calling hour held, what came of it, and what waits for him.
#include "adapters/cli/board_text.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

/// The hour of every scheduled day; the other tables come with `report --format csv --part board…`.
std::string csv_text(const Json& board) {
  CsvOut csv({"date", "planned", "capacity", "started_at", "started", "attempted", "reached", "results",
              "skipped", "held"});
  for (const Json& hour : board["hours"].items) {
    const Json& counts = hour["counts"];
    csv.row({{hour["date"].text},
             {hour["planned"].text, true},
             {hour["capacity"].text, true},
             {hour["started_at"].text},
             {counts["started"].text, true},
             {counts["attempted"].text, true},
             {counts["reached"].text, true},
             {counts["results"].text, true},
             {counts["skipped"].text, true},
             {hour["held"].text}});
  }
  return csv.text();
}

Exit board(const Host& host, const std::string& agent) {
  const std::string call = host.call_options(agent.empty() ? "" : R"(,"agent":)" + json_text(agent));
  const Answer answer =
      host.take(host.library().calls_board(host.engine(), host.as_of().c_str(), call.data(), size_of(call)));
  if (host.options().json) {
    print_document(answer.body());
  } else {
    const Json shown = parse_json(answer.body());
    print(host.options().csv ? csv_text(shown) : board_text(host, shown));
  }
  return Exit::ok;
}

}  // namespace

void add_board(CommandLine& line) {
  auto agent = std::make_shared<std::string>();
  CLI::App* command = line.command("board", help::board,
                                   "  rendabel --store book board\n"
                                   "  rendabel --store book board --agent jan\n"
                                   "  rendabel --store book --csv board > hours.csv\n"
                                   "  rendabel --store book report --part board --output board.html");
  command->add_option("--agent", *agent, line.say(help::board_agent))->type_name("ID");
  command->callback(
      [&line, agent] { line.run = [&line, agent] { return board(Host(line.options), *agent); }; });
}

}  // namespace rendabel::cli
