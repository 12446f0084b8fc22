// book — brings the book up to date in steps, then shows it: pyramid, whale curve, result, flags, losses,
// trend, visits, reconciliation, or its accounts.
#include "adapters/cli/account_list.hpp"
#include "adapters/cli/book_csv.hpp"
#include "adapters/cli/book_parts.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/progress.hpp"
#include "adapters/cli/statement.hpp"

namespace rendabel::cli {
namespace {

constexpr std::int64_t step_ms = 500;
constexpr const char* coverage_states[] = {"known", "partial", "assumed", "not_assessable"};

struct BookOptions {
  bool no_refresh = false, accounts = false;
};

void refresh(const Host& host) {
  Progress progress(host.say(words::refreshing));
  const std::string options = host.call_options();
  for (bool finished = false; !finished;) {
    const Answer answer = host.take(host.library().book_refresh(host.engine(), host.as_of().c_str(), step_ms,
                                                                options.data(), size_of(options)));
    const Json step = parse_json(answer.body());
    finished = step["finished"].yes();
    progress.show(step["done"].whole(), step["total"].whole(), step["done"].whole());
  }
}

std::string summary_text(const Host& host, const Json& book) {
  const Json& counts = book["accounts"];
  Table table({{host.say(words::accounts)}, {host.say(words::count), Column::Kind::number}});
  table.row({host.say(words::all_accounts), host.number(counts["all"])});
  table.row({host.say(words::customers), host.number(counts["customers"])});
  table.row({host.say(words::inactive), host.number(counts["inactive"])});
  table.row({host.say(words::prospects), host.number(counts["prospects"])});
  table.row({host.say(words::not_assessable), host.number(counts["not_assessable"])});
  return table.text(screen_width());
}

std::string pyramid_text(const Host& host, const Json& book) {
  using Kind = Column::Kind;
  Table table({{host.say(words::pyramid)},
               {host.say(words::accounts), Kind::number},
               {host.say(words::revenue), Kind::number},
               {host.say(words::revenue_share), Kind::number},
               {host.say(words::net_result), Kind::number},
               {host.say(words::net_margin), Kind::number}});
  for (const Json& layer : book["pyramid"].items) {
    table.row({host.label("layer", layer["layer"].text), host.number(layer["accounts"]),
               host.number(layer["revenue"]), host.percent(layer["revenue_share_bp"]),
               host.number(layer["net_result"]), host.percent(layer["net_margin_bp"])});
  }
  std::string text = table.text(screen_width());
  const Json& pareto = book["pareto"];
  if (pareto["revenue_share_bp"].known()) {
    text +=
        "\n" +
        host.say(words::pareto, host.number(pareto["customers"]), host.percent(pareto["revenue_share_bp"])) +
        "\n";
  }
  const Json& tail = book["tail"];
  if (tail["net_margin_bp"].known()) {
    text += host.say(words::tail, host.number(tail["customers"]), host.number(tail["revenue"]),
                     host.number(tail["net_result"]), host.percent(tail["net_margin_bp"])) +
            "\n";
  }
  return text + curve_text(host, book);
}

std::string flags_text(const Host& host, const Json& book) {
  Table table({{host.say(words::flags)},
               {host.say(words::accounts), Column::Kind::number},
               {host.say(words::amount_a_year), Column::Kind::number}});
  for (const Json& flag : book["flags"].items) {
    table.row(
        {host.label("flag", flag["code"].text), host.number(flag["accounts"]), host.number(flag["amount"])});
  }
  return table.empty() ? host.say(words::no_flags) + "\n" : table.text(screen_width());
}

/// How many accounts know each line wholly, in part, by assumption or not at all.
std::string known_text(const Host& host, const Json& book) {
  using Kind = Column::Kind;
  std::vector<Column> columns{{host.say(words::book_coverage)}};
  for (const char* state : coverage_states)
    columns.push_back({host.label("coverage_state", state), Kind::number});
  Table table(columns);
  for (const Json& row : book["coverage"].items) {
    const std::string& code =
        row["line"].text;  // a line of the result, or a flag that needs more than is known
    const std::string line = host.label("line", code);
    std::vector<std::string> cells{line == code ? host.label("flag", code) : line};
    for (const char* state : coverage_states) cells.push_back(host.number(row[state]));
    table.row(std::move(cells));
  }
  return table.text(screen_width());
}

std::string people_text(const Host& host, const Json& book) {
  const Json& sums = book["reconciliation"];
  std::string text = host.say(words::book_title, book["as_of"].text) + " (" + book["currency"].text + ")\n\n";
  text += summary_text(host, book) + "\n" + pyramid_text(host, book) + "\n";
  text += result_text(host, book["result"], book["previous"]) + "\n" + flags_text(host, book) + "\n";
  text += parts_text(host, book) + known_text(host, book) + "\n";
  return text +
         host.say(words::reconciled, host.number(sums["accounts"]), host.number(sums["unassigned"]),
                  host.number(sums["book"]), host.number(sums["difference"])) +
         "\n";
}

Exit book(const Host& host, const BookOptions& options) {
  if (!options.no_refresh) refresh(host);
  if (options.accounts) return list_accounts(host);
  const std::string settings = host.call_options();
  Answer answer(host.library(), host.library().book_get(host.engine(), host.as_of().c_str(), settings.data(),
                                                        size_of(settings)));
  if (answer.status() == RENDABEL_STATE) throw Failure(Exit::failed, host.say(words::book_first));
  answer = checked(std::move(answer));
  if (host.options().json) {
    print_document(answer.body());
  } else {
    const Json document = parse_json(answer.body());
    print(host.options().csv ? book_csv(document) : people_text(host, document));
  }
  return Exit::ok;
}

}  // namespace

void add_book(CommandLine& line) {
  auto options = std::make_shared<BookOptions>();
  CLI::App* command = line.command("book", help::book,
                                   "  rendabel --store book book\n"
                                   "  rendabel --store book --language nl book --no-refresh\n"
                                   "  rendabel --store book --csv book --accounts > accounts.csv");
  command->add_flag("--no-refresh", options->no_refresh, line.say(help::no_refresh));
  command->add_flag("--accounts", options->accounts, line.say(help::accounts));
  command->callback(
      [&line, options] { line.run = [&line, options] { return book(Host(line.options), *options); }; });
}

}  // namespace rendabel::cli
