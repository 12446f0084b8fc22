// learn — what was learnt from outcomes and how well it foretells; learn reset forgets it.
#include <unistd.h>

#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

std::string or_dash(const Host& host, const Json& value) { return value.known() ? host.number(value) : "–"; }

std::string calibration_text(const Host& host, const Json& learning) {
  using Kind = Column::Kind;
  Table table({{host.say(words::chance)},
               {host.say(words::outcomes), Kind::number},
               {host.say(words::foretold), Kind::number},
               {host.say(words::came_true), Kind::number}});
  for (const Json& row : learning["calibration"].items) {
    if (row["outcomes"].whole() == 0) continue;
    table.row({host.number(row["from"]) + "–" + host.number(row["to"]), host.number(row["outcomes"]),
               host.number(row["predicted"]), host.number(row["observed"])});
  }
  return table.empty() ? "" : "\n" + table.text(screen_width());
}

std::string weights_text(const Json& learning) {
  std::string text;
  for (const Json& weight : learning["weights"].items) text += "  " + weight["text"].text + "\n";
  return text;
}

std::string priors_text(const Host& host, const Json& priors) {
  Table table({{host.say(words::why)}, {host.say(words::chance), Column::Kind::number}});
  for (std::size_t i = 0; i < priors.items.size(); ++i)
    table.row({host.label("reason", priors.keys[i]), or_dash(host, priors.items[i])});
  return table.text(screen_width());
}

std::string people_text(const Host& host, const Json& learning) {
  std::string text = host.say(words::learnt_from, host.number(learning["outcomes"]),
                              host.number(learning["successes"]), learning["learnt_to"].text) +
                     "\n";
  if (learning["outcomes"].whole() == 0) {
    text = host.say(words::nothing_learnt) + "\n";
  } else {
    text += host.say(words::learnt_quality, or_dash(host, learning["log_loss"]),
                     or_dash(host, learning["base_log_loss"]), or_dash(host, learning["calibration_error"])) +
            "\n" + calibration_text(host, learning);
    text += "\n" + host.say(words::weighs_most) + "\n" + weights_text(learning);
  }
  text += "\n" + host.say(words::starts_at) + "\n" + priors_text(host, learning["priors"]);
  std::string read;
  for (const Json& name : learning["learn_attributes"].items) read += (read.empty() ? "" : ", ") + name.text;
  return read.empty() ? text : text + "\n" + host.say(words::attributes_read, read) + "\n";
}

/// Figures by part and code: the measures, a row a tenth, the weights, the priors.
std::string csv_text(const Json& learning) {
  CsvOut csv({"part", "code", "outcomes", "successes", "predicted", "observed", "value"});
  for (const char* code : {"log_loss", "base_log_loss", "calibration_error"})
    csv.row({{"quality"},
             {code},
             {learning["outcomes"].text, true},
             {learning["successes"].text, true},
             {},
             {},
             {learning[code].text, true}});
  for (const Json& row : learning["calibration"].items)
    csv.row({{"calibration"},
             {row["from"].text, true},
             {row["outcomes"].text, true},
             {row["successes"].text, true},
             {row["predicted"].text, true},
             {row["observed"].text, true},
             {}});
  for (const Json& weight : learning["weights"].items) {
    const std::string code = weight["code"].known() ? ":" + weight["code"].text : "";
    csv.row({{"weight"}, {weight["feature"].text + code}, {}, {}, {}, {}, {weight["effect"].text, true}});
  }
  const Json& priors = learning["priors"];
  for (std::size_t i = 0; i < priors.items.size(); ++i)
    csv.row({{"prior"}, {priors.keys[i]}, {}, {}, {}, {}, {priors.items[i].text, true}});
  return csv.text();
}

Exit show(const Host& host) {
  const std::string call = host.call_options();
  const Answer answer = host.take(host.library().learning_get(host.engine(), call.data(), size_of(call)));
  if (host.options().json) {
    print_document(answer.body());
    return Exit::ok;
  }
  const Json learning = parse_json(answer.body());
  print(host.options().csv ? csv_text(learning) : people_text(host, learning));
  return Exit::ok;
}

/// Asks for a word that no reflex types: nothing brings it back.
bool confirmed(const Host& host) {
  fmt::print(stderr, "{}", host.say(words::reset_ask, host.options().store));
  std::string typed;
  return std::getline(std::cin, typed) && typed == "reset";
}

Exit reset(const Host& host, bool yes) {
  if (!yes && !confirmed(host)) throw Failure(Exit::failed, host.say(words::not_reset));
  const std::string call = host.call_options();
  const Answer answer = host.take(host.library().learning_reset(host.engine(), call.data(), size_of(call)));
  const Json done = parse_json(answer.body());
  if (host.options().json) {
    print_document(answer.body());
  } else if (host.options().csv) {
    CsvOut csv({"reset", "outcomes"});
    csv.row({{"true"}, {done["outcomes"].text, true}});
    print(csv.text());
  } else {
    print(host.say(words::was_reset, host.number(done["outcomes"])) + "\n");
  }
  return Exit::ok;
}

}  // namespace

void add_learn(CommandLine& line) {
  auto yes = std::make_shared<bool>(false);
  CLI::App* command = line.command("learn", help::learn,
                                   "  rendabel --store book learn\n"
                                   "  rendabel --store book learn reset");
  command->require_subcommand(0, 1);
  CLI::App* again =
      line.command(command, "reset", help::learn_reset, "  rendabel --store book learn reset --yes");
  again->add_flag("--yes", *yes, line.say(help::yes));
  command->callback([&line, yes, again] {
    const bool forget = again->parsed();
    line.run = [&line, yes, forget] {
      if (!forget) return show(Host(line.options));
      if (!*yes && isatty(STDIN_FILENO) != 1) throw Failure(Exit::usage, line.say(words::reset_needs_yes));
      return reset(Host(line.options), *yes);
    };
  });
}

}  // namespace rendabel::cli
