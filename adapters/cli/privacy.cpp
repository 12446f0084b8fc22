// export and erase — the rights of the people in the book (law.md): all that is kept of them, and its end.
#include <unistd.h>

#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

/// Whose data: of the account, or of one person of it.
struct EraseOptions {
  std::string id, contact;
  bool yes = false;
};

std::string call_of(const Host& host, const EraseOptions& options) {
  return host.call_options(options.contact.empty() ? "" : R"(,"contact_id":)" + json_text(options.contact));
}

Exit export_account(const Host& host, const EraseOptions& options) {
  const std::string call = call_of(host, options);
  print_document(
      host.take(host.library().account_export(host.engine(), options.id.c_str(), call.data(), size_of(call)))
          .body());
  return Exit::ok;
}

Exit erase(const Host& host, const EraseOptions& options) {
  const std::string& id = options.contact.empty() ? options.id : options.contact;
  if (!options.yes && !confirmed(host, id)) throw Failure(Exit::failed, host.say(words::not_confirmed));
  const std::string call = call_of(host, options);
  const Answer answer =
      host.take(host.library().account_erase(host.engine(), options.id.c_str(), call.data(), size_of(call)));
  if (host.options().json) {
    print_document(answer.body());
  } else if (host.options().csv) {
    CsvOut csv({"account_id", "contact_id", "erased"});
    csv.row({{options.id}, {options.contact}, {"true"}});
    print(csv.text());
  } else {
    print((options.contact.empty() ? host.say(words::erased_account, options.id)
                                   : host.say(words::erased_contact, options.contact, options.id)) +
          "\n");
  }
  return Exit::ok;
}

}  // namespace

bool confirmed(const Host& host, const std::string& id) {
  fmt::print(stderr, "{}", host.say(words::erase_ask, id, host.options().store));
  std::string typed;
  return std::getline(std::cin, typed) && typed == id;
}

void add_export(CommandLine& line) {
  auto options = std::make_shared<EraseOptions>();
  CLI::App* command = line.command("export", help::export_,
                                   "  rendabel --store book export 10023 > 10023.json\n"
                                   "  rendabel --store book export 10023 --contact 7");
  command->add_option("id", options->id, line.say(help::account_id))->required()->type_name("ID");
  command->add_option("--contact", options->contact, line.say(help::contact))->type_name("ID");
  command->callback([&line, options] {
    line.run = [&line, options] { return export_account(Host(line.options), *options); };
  });
}

void add_erase(CommandLine& line) {
  auto options = std::make_shared<EraseOptions>();
  CLI::App* command = line.command("erase", help::erase,
                                   "  rendabel --store book erase 10023\n"
                                   "  rendabel --store book erase 10023 --contact 7 --yes");
  command->add_option("id", options->id, line.say(help::account_id))->required()->type_name("ID");
  command->add_option("--contact", options->contact, line.say(help::contact))->type_name("ID");
  command->add_flag("--yes", options->yes, line.say(help::yes));
  command->callback([&line, options] {
    line.run = [&line, options] {
      if (!options->yes && isatty(STDIN_FILENO) != 1)
        throw Failure(Exit::usage, line.say(words::erase_needs_yes));
      return erase(Host(line.options), *options);
    };
  });
}

}  // namespace rendabel::cli
