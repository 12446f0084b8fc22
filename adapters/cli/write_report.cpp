// report — the book's page, one account's page, a chart or a table: into a file, or on stdout.
#include <filesystem>
#include <fstream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"

namespace rendabel::cli {
namespace {

struct ReportOptions {
  std::string format, part, account, output;
};

std::string asked(const Host& host, const ReportOptions& options) {
  std::string more;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) more += fmt::format(R"(,"{}":{})", name, json_text(value));
  };
  add("format", options.format.empty() && host.options().csv ? "csv" : options.format);
  add("part", options.part);
  add("account_id", options.account);
  return host.call_options(more);
}

/// Writes the file whole or fails; what stood there before is replaced.
void write_file(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) throw Failure(Exit::failed, fmt::format("cannot write {}", path));
}

Exit write_report(const Host& host, const ReportOptions& options) {
  const std::string settings = asked(host, options);
  Answer answer(host.library(), host.library().report_get(host.engine(), host.as_of().c_str(),
                                                          settings.data(), size_of(settings)));
  if (answer.status() == RENDABEL_STATE) throw Failure(Exit::failed, host.say(words::book_first));
  answer = checked(std::move(answer));
  if (options.output.empty()) {
    print(answer.body());
    return Exit::ok;
  }
  write_file(options.output, answer.body());
  const std::string path = std::filesystem::absolute(options.output).string();
  if (host.options().json) {
    print_document(fmt::format(R"({{"path":{},"bytes":{}}})", json_text(path), answer.body().size()));
  } else {
    print(host.say(words::report_written, path) + "\n");
  }
  return Exit::ok;
}

}  // namespace

void add_report(CommandLine& line) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* command =
      line.command("report", help::report,
                   "  rendabel --store book report --output report.html\n"
                   "  rendabel --store book report --account D1007 --output D1007.html\n"
                   "  rendabel --store book report --format svg --part whale > whale.svg\n"
                   "  rendabel --store book report --format csv --part pyramid > pyramid.csv");
  command->add_option("--format", options->format, line.say(help::report_format))
      ->check(CLI::IsMember({"html", "svg", "csv"}))
      ->type_name("html|svg|csv");
  command->add_option("--part", options->part, line.say(help::report_part))->type_name("PART");
  command->add_option("--account", options->account, line.say(help::report_account))->type_name("ID");
  command->add_option("--output", options->output, line.say(help::report_output))->type_name("FILE");
  command->callback([&line, options] {
    line.run = [&line, options] { return write_report(Host(line.options), *options); };
  });
}

}  // namespace rendabel::cli
