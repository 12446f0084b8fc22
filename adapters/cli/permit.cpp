// permit — may we call or write to somebody, under which rule, and when it may be next.
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

struct PermitOptions {
  std::string account, contact, purpose, channel, at;
};

std::string query_of(const PermitOptions& options) {
  std::string query = R"({"account_id":)" + json_text(options.account);
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) query += fmt::format(R"(,"{}":{})", name, json_text(value));
  };
  add("contact_id", options.contact);
  add("purpose", options.purpose);
  add("channel", options.channel);
  add("at", options.at.empty() ? clock_now() : options.at);
  return query + "}";
}

std::string people_text(const Host& host, const Json& told) {
  std::string text = host.label("allowed", told["allowed"].text);
  if (told["rule"].known()) text += fmt::format(": {} ({})", told["text"].text, told["rule"].text);
  const auto or_unknown = [&](const Json& value, const Words& words) {
    return value.known() ? value.text : host.say(words);
  };
  Table table({{""}, {"", Column::Kind::wrapped}});
  table.row({host.say(words::account), told["account_id"].text});
  table.row({host.say(words::contact), told["contact_id"].text});
  table.row({host.say(words::at), told["at"].text});
  table.row({host.say(words::channel), host.label("channel", told["channel"].text)});
  table.row({host.say(words::address), or_unknown(told["address"], words::nothing_known)});
  table.row({host.say(words::purpose), host.label("purpose", told["purpose"].text)});
  table.row({host.say(words::judged_as), host.label("purpose", told["judged_as"].text)});
  if (told["reason"].known())
    table.row(
        {host.say(words::request), host.label("reason", told["reason"].text) + " " + told["source_id"].text});
  table.row({host.say(words::country), told["country"].text});
  table.row({host.say(words::person_kind), host.label("person_kind", told["person_kind"].text)});
  table.row({host.say(words::relation), host.label("relation", told["relation"].text)});
  table.row({host.say(words::next_allowed), or_unknown(told["next_allowed"], words::never_allowed)});
  return text + "\n" + table.text(screen_width());
}

std::string csv_text(const Json& told) {
  CsvOut csv({"account_id", "contact_id", "at", "purpose", "judged_as", "reason", "source_id", "channel",
              "allowed", "rule", "country", "person_kind", "relation", "address", "phone_e164",
              "next_allowed"});
  csv.row({{told["account_id"].text},
           {told["contact_id"].text},
           {told["at"].text},
           {told["purpose"].text},
           {told["judged_as"].text},
           {told["reason"].text},
           {told["source_id"].text},
           {told["channel"].text},
           {told["allowed"].text},
           {told["rule"].text},
           {told["country"].text},
           {told["person_kind"].text},
           {told["relation"].text},
           {told["address"].text},
           {told["phone_e164"].text},
           {told["next_allowed"].text}});
  return csv.text();
}

Exit permit(const Host& host, const PermitOptions& options) {
  const std::string query = query_of(options), call = host.call_options();
  const Answer answer = host.take(
      host.library().permission_get(host.engine(), query.data(), size_of(query), call.data(), size_of(call)),
      "permit");
  if (host.options().json) {
    print_document(answer.body());
  } else {
    const Json told = parse_json(answer.body());
    print(host.options().csv ? csv_text(told) : people_text(host, told));
  }
  return Exit::ok;
}

}  // namespace

void add_permit(CommandLine& line) {
  auto options = std::make_shared<PermitOptions>();
  CLI::App* command = line.command("permit", help::permit,
                                   "  rendabel --store book permit 10023\n"
                                   "  rendabel --store book permit 10023 --contact 7 --channel email\n"
                                   "  rendabel --store book permit 10023 --purpose asked --at "
                                   "2026-11-23T10:00:00+01:00");
  command->add_option("id", options->account, line.say(help::account_id))->required()->type_name("ID");
  command->add_option("--contact", options->contact, line.say(help::permit_contact))->type_name("ID");
  command->add_option("--purpose", options->purpose, line.say(help::permit_purpose))->type_name("PURPOSE");
  command->add_option("--channel", options->channel, line.say(help::permit_channel))->type_name("CHANNEL");
  command->add_option("--at", options->at, line.say(help::permit_at))->type_name("TIME");
  command->callback(
      [&line, options] { line.run = [&line, options] { return permit(Host(line.options), *options); }; });
}

}  // namespace rendabel::cli
