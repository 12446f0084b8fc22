// calls — the day's call list: whom, why, on which number, and what is at stake.
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

struct CallOptions {
  std::int64_t limit = 0;
  std::string lane, agent;
  bool replan = false;
};

std::string reasons_text(const Json& call) {
  std::string text;
  for (const Json& reason : call["reasons"].items) text += (text.empty() ? "" : " · ") + reason["why"].text;
  return text;
}

std::string reason_codes(const Json& call) {
  std::string codes;
  for (const Json& reason : call["reasons"].items) codes += (codes.empty() ? "" : " ") + reason["code"].text;
  return codes;
}

std::string left_out_text(const Host& host, const Json& counts) {
  Table table({{host.say(words::left_out)}, {host.say(words::count), Column::Kind::number}});
  for (std::size_t i = 0; i < counts.items.size(); ++i) {
    table.row({host.label("left_out", counts.keys[i]), host.number(counts.items[i])});
  }
  return table.empty() ? "" : "\n" + table.text(screen_width());
}

std::string people_text(const Host& host, const Json& list) {
  using Kind = Column::Kind;
  std::string text = host.say(words::calls_title, list["date"].text, list["capacity"].text) + "\n\n";
  Table table({{"#", Kind::number},
               {host.say(words::lane)},
               {host.say(words::account)},
               {host.say(words::contact)},
               {host.say(words::phone)},
               {host.say(words::why), Kind::wrapped},
               {host.say(words::value), Kind::number},
               {host.say(words::rule)},
               {host.say(words::state)}});
  for (const Json& call : list["calls"].items) {
    table.row({call["rank"].text, host.label("lane", call["lane"].text), call["account_id"].text,
               call["contact_id"].text, call["phone"].text, reasons_text(call),
               host.number(call["value_at_stake"]), call["permission"]["rule"].text,
               host.label("call_state", call["state"].text)});
  }
  text += table.empty() ? host.say(words::no_calls) + "\n" : table.text(screen_width());
  return text + left_out_text(host, list["left_out"]["counts"]);
}

std::string csv_text(const Json& list) {
  CsvOut csv({"call_id", "rank", "lane", "state", "account_id", "contact_id", "phone", "agent", "purpose",
              "reasons", "why", "due_from", "due_to", "value_at_stake", "p_success", "attempt", "rule"});
  for (const Json& call : list["calls"].items) {
    csv.row({{call["call_id"].text},
             {call["rank"].text, true},
             {call["lane"].text},
             {call["state"].text},
             {call["account_id"].text},
             {call["contact_id"].text},
             {call["phone"].text},
             {call["agent"].text},
             {call["purpose"].text},
             {reason_codes(call)},
             {reasons_text(call)},
             {call["due_from"].text},
             {call["due_to"].text},
             {call["value_at_stake"].text, true},
             {call["p_success"].text, true},
             {call["attempt"].text, true},
             {call["permission"]["rule"].text}});
  }
  return csv.text();
}

Exit calls(const Host& host, const CallOptions& options) {
  std::string more;
  if (options.limit > 0) more += fmt::format(R"(,"limit":{})", options.limit);
  if (!options.lane.empty()) more += fmt::format(R"(,"lane":{})", json_text(options.lane));
  if (!options.agent.empty()) more += fmt::format(R"(,"agent":{})", json_text(options.agent));
  if (options.replan) more += R"(,"replan":true)";
  const std::string settings = host.call_options(more);
  const Answer answer = host.take(
      host.library().calls_plan(host.engine(), host.as_of().c_str(), settings.data(), size_of(settings)));
  if (host.options().json) {
    print_document(answer.body());
  } else {
    const Json list = parse_json(answer.body());
    print(host.options().csv ? csv_text(list) : people_text(host, list));
  }
  return Exit::ok;
}

}  // namespace

void add_calls(CommandLine& line) {
  auto options = std::make_shared<CallOptions>();
  CLI::App* command = line.command("calls", help::calls,
                                   "  rendabel --store book calls\n"
                                   "  rendabel --store book --as-of 2026-11-23 calls --lane now --limit 5\n"
                                   "  rendabel --store book --csv calls > calls.csv");
  command->add_option("--limit", options->limit, line.say(help::limit))
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--lane", options->lane, line.say(help::lane))
      ->check(CLI::IsMember({"now", "today"}))
      ->type_name("now|today");
  command->add_option("--agent", options->agent, line.say(help::agent))->type_name("ID");
  command->add_flag("--replan", options->replan, line.say(help::replan));
  command->callback(
      [&line, options] { line.run = [&line, options] { return calls(Host(line.options), *options); }; });
}

}  // namespace rendabel::cli
