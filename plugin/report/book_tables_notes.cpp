#include "plugin/report/book_tables.hpp"
#include "plugin/report/labels.hpp"

namespace rendabel::report {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// A flag that could not be judged is a line of the coverage too.
std::string line_or_flag(std::string_view code, const Speech& speech) {
  const auto line = speech.line(code);
  return line == code ? std::string(label("flag", code, speech.language())) : line;
}

}  // namespace

Table capacity_table(const BookView& view) {
  Table table =
      table_of("capacity",
               {"drivers", "without_minutes", "#cost", "#minutes", "#used_minutes", "#unused_minutes",
                "#used_cost", "#unused_cost", "#utilisation_bp", "#visit_hours_logged", "#visit_hours_paid"},
               view.speech);
  const Cells& cells = view.speech.cells;
  for (const CapacityCheck& pool : view.report.book.capacity)
    table.rows.push_back(
        {Cells::text(joined(pool.drivers)), Cells::text(joined(pool.without_minutes)), cells.money(pool.cost),
         cells.decimal(pool.minutes), cells.decimal(pool.used_minutes), cells.decimal(pool.unused_minutes),
         cells.money(pool.used_cost), cells.money(pool.unused_cost), cells.percent(pool.utilisation_bp),
         cells.decimal(pool.visit_hours_logged), cells.decimal(pool.visit_hours_paid)});
  return table;
}

Table coverage_table(const BookView& view) {
  Table table = table_of("coverage", {"line"}, view.speech);
  for (const auto state : Names<CoverageState>::values)
    table.columns.push_back({std::string(state),
                             std::string(label("coverage_state", state, view.speech.language())), true,
                             false});
  for (const BookCoverage& row : view.report.book.coverage) {
    std::vector<Cell> cells{Cells::code(row.line, line_or_flag(row.line, view.speech))};
    for (const auto accounts : row.accounts) cells.push_back(view.speech.cells.count(accounts));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table reconciliation_table(const BookView& view) {
  Table table = table_of("reconciliation", {"what", "#amount"}, view.speech);
  const Reconciliation& sums = view.report.book.reconciliation;
  const auto row = [&](const char* code, Cents amount) {
    table.rows.push_back({Cells::code(code, view.speech.pages.phrase("reconciliation_" + std::string(code))),
                          view.speech.cells.money(amount)});
  };
  row("accounts", sums.accounts);
  row("unassigned", sums.unassigned);
  row("book", sums.book);
  row("difference", sums.difference);
  return table;
}

Table ledger_table(const BookView& view) {
  Table table = table_of("ledger", {"from", "to", "#ledger", "#book", "#difference"}, view.speech);
  const Cells& cells = view.speech.cells;
  for (const LedgerCheck& row : view.report.book.reconciliation.ledger)
    table.rows.push_back({cells.date(row.from), cells.date(row.to), cells.money(row.ledger),
                          cells.money(row.book), cells.money(row.difference)});
  return table;
}

Table scale_table(const BookView& view) {
  Table table = table_of("scale", {"#from_revenue", "#percent"}, view.speech);
  const Cells& cells = view.speech.cells;
  for (const DiscountStep& step : view.report.book.scale.steps)
    table.rows.push_back({cells.money(step.from_revenue), cells.decimal(step.percent)});
  return table;
}

Table model_table(const BookView& view) {
  Table table = table_of("model", {"fit", "parameter", "#value", "#prior", "#spread"}, view.speech);
  const Cells& cells = view.speech.cells;
  const auto rows = [&](const char* code, const BookFit& fit) {
    const Cell name = Cells::code(code, view.speech.pages.phrase("model_" + std::string(code)));
    for (const BookFit::Parameter& parameter : fit.parameters)
      table.rows.push_back({name, Cells::text(parameter.name), cells.decimal(parameter.value),
                            cells.decimal(parameter.prior), cells.decimal(parameter.spread)});
  };
  rows("timing", view.report.book.model.timing);
  rows("spend", view.report.book.model.spend);
  return table;
}

}  // namespace rendabel::report
