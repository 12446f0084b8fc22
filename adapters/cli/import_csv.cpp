// import-csv — adds a CSV of order lines up to orders and credit notes, says what it counted, and saves the
// accounts.
#include <algorithm>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/csv_in.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/numbers.hpp"
#include "adapters/cli/order_snapshots.hpp"
#include "adapters/cli/progress.hpp"
#include "adapters/cli/report.hpp"
#include "adapters/cli/saver.hpp"

namespace rendabel::cli {
namespace {

struct CsvOptions {
  std::string file, map, preset, delimiter, date_order, credit_prefix, unassigned;
  std::string history_from, currency;
  std::vector<std::string> freight_items, correction_items;
  bool decimal_comma = false, dry_run = false;
};

Layout layout_of(const CsvOptions& options) {
  Layout layout = options.preset.empty() ? Layout{} : preset_layout(options.preset);
  add_columns(layout, options.map);
  if (!options.delimiter.empty())
    layout.delimiter = options.delimiter == "tab" ? '\t' : options.delimiter.front();
  if (!options.date_order.empty()) layout.date_order = options.date_order;
  if (!options.credit_prefix.empty()) layout.credit_prefix = options.credit_prefix;
  if (!options.unassigned.empty()) layout.unassigned = options.unassigned;
  if (options.decimal_comma) layout.point = ',';
  for (const std::string& item : options.freight_items) layout.freight_items.insert(upper(item));
  for (const std::string& item : options.correction_items) layout.correction_items.insert(upper(item));
  require_columns(layout);
  return layout;
}

/// The book's currency has as many decimals as the library writes in an amount.
int decimals_of(const Json& settings) {
  const std::string& amount = settings["loss_min"].text;
  const std::size_t point = amount.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(amount.size() - point - 1);
}

OrderLines read_lines(const Host& host, const CsvOptions& options, const std::string& file) {
  Progress progress(host.say(words::importing));
  Layout layout = layout_of(options);
  const char delimiter = layout.delimiter;
  std::optional<OrderLines> lines;
  std::int64_t record = 0;
  read_csv(
      options.file, delimiter,
      [&](const CsvRow& row) {
        record = row.record;
        if (!lines) {
          find_columns(layout, row.cells, file);
          lines.emplace(layout, decimals_of(host.settings()));
        } else {
          lines->add(row.record, row.cells);
        }
      },
      [&](std::int64_t done, std::int64_t total) { progress.show(done, total, record); });
  if (!lines) throw BadInput(file, {{{1, "", "there is no title row"}}, 1}, "no title row");
  return *std::move(lines);
}

/// All accounts as snapshots, in batches. With `host` null they are printed instead.
class Sender {
 public:
  Sender(const Host& host, const CsvOptions& options, std::string file, const OrderLines& lines)
      : host_(host),
        options_{host.as_of(), options.history_from, options.currency, lines.layout().credit_prefix,
                 decimals_of(host.settings())},
        file_(std::move(file)),
        lines_(lines),
        dry_run_(options.dry_run) {}

  /// Number of accounts saved. Throws BadInput, saying what was saved before it.
  std::int64_t send() {
    Progress progress(host_.say(words::importing));
    Saver saver(host_, false);
    Batch batch;
    std::int64_t done = 0;
    const auto total = static_cast<std::int64_t>(lines_.accounts().size());
    for (const AccountSum& account : lines_.accounts()) {
      batch.add(snapshot_text(account, options_), account.first_record);
      ++done;
      if (!batch.full() && done < total) continue;
      if (dry_run_) {
        for (const std::string& line : batch.lines) print(line + '\n');
      } else if (!saver.save(batch)) {
        progress.clear();
        refuse(saver);
      }
      batch.clear();
      progress.show(done, total, done);
    }
    return saver.saved();
  }

 private:
  /// The rows were sound, so a fault is in what they add up to: named by the account's first row.
  [[noreturn]] void refuse(Saver& saver) const {
    note(host_.say(words::csv_stopped, saver.saved()));
    throw BadInput(file_, saver.take_findings(), "an account was refused");
  }

  const Host& host_;
  SnapshotOptions options_;
  std::string file_;
  const OrderLines& lines_;
  bool dry_run_;
};

struct Row {
  const Words& title;
  std::string_view name;
  std::string value;
};

void tell(const Host& host, const LineCounts& counts, std::int64_t saved, bool dry_run) {
  const int decimals = decimals_of(host.settings());
  Int128 unit = exact_unit;
  for (int i = 0; i < decimals; ++i) unit /= 10;
  const std::vector<Row> rows{
      {words::csv_lines, "lines", fmt::to_string(counts.lines)},
      {words::csv_invoices, "invoices", fmt::to_string(counts.invoices)},
      {words::csv_customers, "customers", fmt::to_string(counts.customers)},
      {words::csv_unassigned, "unassigned_lines", fmt::to_string(counts.unassigned_lines)},
      {words::csv_cancellations, "cancellation_lines", fmt::to_string(counts.cancellation_lines)},
      {words::csv_duplicates, "duplicates", fmt::to_string(counts.duplicates)},
      {words::csv_stock, "stock_movements", fmt::to_string(counts.stock_movements)},
      {words::csv_exact, "sum_exact", exact_text(counts.exact, decimals)},
      {words::csv_rounded, "sum_rounded", amount_text(counts.rounded, decimals)},
      {words::csv_difference, "difference", exact_text(counts.exact - counts.rounded * unit, decimals)},
      {words::csv_saved, "saved", fmt::to_string(saved)}};
  std::string text;
  if (host.options().json) {
    for (const Row& row : rows)
      text += fmt::format(R"({}"{}":{})", text.empty() ? "{" : ",", row.name, row.value);
    text += "}\n";
  } else if (host.options().csv) {
    CsvOut csv({"name", "value"});
    for (const Row& row : rows) csv.row({{std::string(row.name)}, {row.value, true}});
    text = csv.text();
  } else {
    Table table({{host.say(words::order_lines)}, {host.say(words::count), Column::Kind::number}});
    for (const Row& row : rows) table.row({host.say(row.title), grouped(row.value, host.language())});
    text = table.text(screen_width());
  }
  if (dry_run) return note(text);
  print(text);
}

Exit import_csv(const Host& host, const CsvOptions& options) {
  const std::string file = options.file == "-" ? "stdin" : options.file;
  OrderLines lines = read_lines(host, options, file);
  LineCounts counts = lines.finish();
  // Nothing is saved from a file with faults: an order that lacks a line is a wrong order.
  if (lines.findings().total > 0) throw BadInput(file, lines.findings(), "faults in the lines");
  for (const AccountSum& account : lines.accounts()) {
    counts.stock_movements +=
        std::count_if(account.orders.begin(), account.orders.end(),
                      [&](const OrderSum& order) { return is_stock_movement(account, order); });
  }
  const std::int64_t saved = Sender(host, options, file, lines).send();
  tell(host, counts, saved, options.dry_run);
  return Exit::ok;
}

}  // namespace

void add_import_csv(CommandLine& line) {
  auto options = std::make_shared<CsvOptions>();
  CLI::App* command = line.command("import-csv", help::import_csv,
                                   "  rendabel --store book import-csv lines.csv --map "
                                   "order=Invoice,account=Customer,date=Date,quantity=Qty,price=Price\n"
                                   "  zcat online_retail.csv.gz | rendabel --store book --as-of 2011-12-10 "
                                   "import-csv - --preset online_retail\n"
                                   "  rendabel --store book import-csv regels.csv --delimiter ';' "
                                   "--decimal-comma --date-order dmy --map …");
  command->add_option("file", options->file, line.say(help::csv_file))->required()->type_name("FILE|-");
  command->add_option("--map", options->map, line.say(help::map))->type_name("FIELD=COLUMN,…");
  command->add_option("--preset", options->preset, line.say(help::preset))
      ->check(CLI::IsMember({"online_retail"}))
      ->type_name("NAME");
  command->add_option("--delimiter", options->delimiter, line.say(help::delimiter))->type_name("CHAR");
  command->add_option("--date-order", options->date_order, line.say(help::date_order))
      ->check(CLI::IsMember({"ymd", "dmy", "mdy"}))
      ->type_name("ORDER");
  command->add_flag("--decimal-comma", options->decimal_comma, line.say(help::decimal_comma));
  command->add_option("--credit-prefix", options->credit_prefix, line.say(help::credit_prefix))
      ->type_name("TEXT");
  command->add_option("--freight-items", options->freight_items, line.say(help::freight_items))
      ->delimiter(',')
      ->type_name("CODE,…");
  command->add_option("--correction-items", options->correction_items, line.say(help::correction_items))
      ->delimiter(',')
      ->type_name("CODE,…");
  command->add_option("--unassigned", options->unassigned, line.say(help::unassigned))->type_name("ID");
  command->add_option("--history-from", options->history_from, line.say(help::history_from))
      ->type_name("DATE");
  command->add_option("--currency", options->currency, line.say(help::currency))->type_name("CODE");
  command->add_flag("--dry-run", options->dry_run, line.say(help::dry_run));
  command->callback([&line, options] {
    line.run = [&line, options] {
      (void)layout_of(*options);  // wrong options are found before a store is made
      return import_csv(Host(line.options), *options);
    };
  });
}

}  // namespace rendabel::cli
