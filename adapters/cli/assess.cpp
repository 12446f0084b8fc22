// assess — one account: its result of two years, flags with their sentences, rhythm, and what is known.
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/input_text.hpp"
#include "adapters/cli/statement.hpp"

namespace rendabel::cli {
namespace {

struct AssessOptions {
  std::string id, file;
  std::string what_if;  ///< the option's JSON
};

std::string rhythm_text(const Host& host, const Json& rhythm, const Json& assessment) {
  Table table({{host.say(words::rhythm)}, {"", Column::Kind::number}});
  table.row({host.say(words::state), host.label("rhythm", rhythm["state"].text)});
  const auto number = [&](const Words& title, const Json& value) {
    if (value.known()) table.row({host.say(title), host.number(value)});
  };
  number(words::order_days, rhythm["order_days"]);
  number(words::median_gap, rhythm["median_gap_days"]);
  number(words::silent_days, rhythm["silent_days"]);
  number(words::potential, assessment["potential"]);
  if (assessment["layer"].known())
    table.row({host.say(words::layer), host.label("layer", assessment["layer"].text)});
  return table.text(screen_width());
}

std::string flags_text(const Host& host, const Json& flags) {
  if (flags.items.empty()) return host.say(words::no_flags) + "\n";
  Table table({{host.say(words::flag)},
               {host.say(words::amount_a_year), Column::Kind::number},
               {host.say(words::why), Column::Kind::wrapped}});
  for (const Json& flag : flags.items) {
    table.row({host.label("flag", flag["code"].text), host.number(flag["amount"]), flag["text"].text});
  }
  return table.text(screen_width());
}

std::string verdict_text(const Host& host, const Json& assessment) {
  if (!assessment["verdict"].known()) return {};
  std::string text = host.say(words::verdict) + ": " + host.label("verdict", assessment["verdict"].text);
  for (std::size_t i = 0; i < assessment["verdict_reasons"].items.size(); ++i)
    text +=
        (i == 0 ? " - " : ", ") + host.label("verdict_reason", assessment["verdict_reasons"].items[i].text);
  return text + "\n\n";
}

std::string remedies_text(const Host& host, const Json& remedies) {
  if (remedies.items.empty()) return {};
  Table table({{host.say(words::remedy)},
               {host.say(words::in_plan)},
               {host.say(words::effect_a_year), Column::Kind::number},
               {host.say(words::result_after), Column::Kind::number},
               {host.say(words::break_even), Column::Kind::number},
               {host.say(words::why), Column::Kind::wrapped}});
  for (const Json& remedy : remedies.items)
    table.row({host.label("remedy", remedy["code"].text),
               remedy["in_plan"].yes() ? host.say(words::in_plan) : "", host.number(remedy["effect"]),
               host.number(remedy["result_after"]), host.number(remedy["break_even"]), remedy["text"].text});
  return "\n" + table.text(screen_width());
}

std::string agreed_text(const Host& host, const Json& agreed) {
  if (agreed.items.empty()) return {};
  Table table({{host.say(words::agreed_remedy)},
               {host.say(words::days), Column::Kind::number},
               {host.say(words::expected), Column::Kind::number},
               {host.say(words::realised), Column::Kind::number},
               {host.say(words::why), Column::Kind::wrapped}});
  for (const Json& remedy : agreed.items)
    table.row({host.label("remedy", remedy["code"].text), host.number(remedy["days"]),
               host.number(remedy["predicted_so_far"]), host.number(remedy["realised"]),
               remedy["text"].text});
  return "\n" + table.text(screen_width());
}

std::string people_text(const Host& host, const Json& assessment) {
  std::string text =
      host.say(words::assessment_title, assessment["account_id"].text, assessment["as_of"].text);
  if (assessment["book_as_of"].known())
    text += " (" + host.say(words::book_of, assessment["book_as_of"].text) + ")";
  text += "\n\n" + verdict_text(host, assessment) +
          result_text(host, assessment["result"], assessment["previous"]);
  text += "\n" + flags_text(host, assessment["flags"]);
  text += remedies_text(host, assessment["remedies"]);
  text += agreed_text(host, assessment["agreed"]);
  if (assessment["what_if"].known()) text += "\n" + assessment["what_if"]["text"].text + "\n";
  text += "\n" + rhythm_text(host, assessment["rhythm"], assessment);
  return text + "\n" + coverage_text(host, assessment["coverage"]);
}

std::string csv_text(const Json& assessment) {
  CsvOut csv({"part", "code", "quantity", "amount", "previous", "text"});
  add_result_rows(csv, assessment["result"], assessment["previous"]);
  for (const Json& flag : assessment["flags"].items) {
    csv.row({{"flag"}, {flag["code"].text}, {}, {flag["amount"].text, true}, {}, {flag["text"].text}});
  }
  csv.row({{"verdict"}, {assessment["verdict"].text}, {}, {}, {}, {}});
  for (const Json& reason : assessment["verdict_reasons"].items)
    csv.row({{"verdict_reason"}, {reason.text}, {}, {}, {}, {}});
  for (const Json& remedy : assessment["remedies"].items) {
    csv.row(
        {{"remedy"}, {remedy["code"].text}, {}, {remedy["effect"].text, true}, {}, {remedy["text"].text}});
    csv.row({{"break_even"}, {remedy["code"].text}, {remedy["break_even"].text, true}, {}, {}, {}});
  }
  for (const Json& remedy : assessment["agreed"].items) {
    csv.row({{"agreed"},
             {remedy["code"].text},
             {remedy["days"].text, true},
             {remedy["realised"].text, true},
             {remedy["predicted_so_far"].text, true},
             {remedy["text"].text}});
  }
  const Json& rhythm = assessment["rhythm"];
  csv.row({{"rhythm"}, {"state"}, {}, {}, {}, {rhythm["state"].text}});
  for (const char* name : {"order_days", "median_gap_days", "silent_days"}) {
    csv.row({{"rhythm"}, {name}, {rhythm[name].text, true}, {}, {}, {}});
  }
  csv.row({{"potential"}, {"potential"}, {}, {assessment["potential"].text, true}, {}, {}});
  csv.row({{"layer"}, {"layer"}, {}, {}, {}, {assessment["layer"].text}});
  add_coverage_rows(csv, assessment["coverage"]);
  return csv.text();
}

Answer assessment_of(const Host& host, const AssessOptions& options) {
  const std::string settings =
      host.call_options(options.what_if.empty() ? "" : ",\"what_if\":" + options.what_if);
  const Library& library = host.library();
  if (options.file.empty()) {
    return host.take(library.account_get(host.engine(), options.id.c_str(), host.as_of().c_str(),
                                         settings.data(), size_of(settings)));
  }
  const std::string snapshot = read_input(options.file);
  return host.take(library.account_preview(host.engine(), snapshot.data(), size_of(snapshot), settings.data(),
                                           size_of(settings)),
                   options.file);
}

Exit assess(const Host& host, const AssessOptions& options) {
  const Answer answer = assessment_of(host, options);
  if (host.options().json) {
    print_document(answer.body());
  } else {
    const Json assessment = parse_json(answer.body());
    print(host.options().csv ? csv_text(assessment) : people_text(host, assessment));
  }
  return Exit::ok;
}

}  // namespace

void add_assess(CommandLine& line) {
  auto options = std::make_shared<AssessOptions>();
  CLI::App* command =
      line.command("assess", help::assess,
                   "  rendabel --store book assess 10023\n"
                   "  rendabel --store book --language nl --as-of 2026-11-23 assess 10023\n"
                   "  crm-export 10023 | rendabel --store book assess --file - --json\n"
                   "  rendabel --store book assess --file account.json --what-if '{\"visits\":4}'");
  auto* group = command->add_option_group("what");
  group->add_option("id", options->id, line.say(help::account_id))->type_name("ID");
  group->add_option("--file", options->file, line.say(help::assess_file))->type_name("FILE|-");
  group->require_option(1);
  command->add_option("--what-if", options->what_if, line.say(help::assess_what_if))
      ->type_name("JSON")
      ->needs("--file");
  command->callback(
      [&line, options] { line.run = [&line, options] { return assess(Host(line.options), *options); }; });
}

}  // namespace rendabel::cli
