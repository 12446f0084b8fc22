#include "plugin/report/book_tables.hpp"

#include <algorithm>
#include <array>

#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

constexpr std::array parts{
    BookPart{"result", result_table},
    BookPart{"waterfall", waterfall_table},
    BookPart{"whale", whale_table},
    BookPart{"pyramid", pyramid_table},
    BookPart{"cost_lines", cost_lines_table},
    BookPart{"tail", tail_table},
    BookPart{"flags", flags_table},
    BookPart{"remedies", remedies_table},
    BookPart{"worst", worst_table},
    BookPart{"visits", visits_table},
    BookPart{"visit_accounts", visit_accounts_table},
    BookPart{"calls", calls_table},
    BookPart{"trend", trend_table},
    BookPart{"capacity", capacity_table},
    BookPart{"coverage", coverage_table},
    BookPart{"reconciliation", reconciliation_table},
    BookPart{"ledger", ledger_table},
    BookPart{"model", model_table},
    BookPart{"scale", scale_table},
};

}  // namespace

std::span<const BookPart> book_parts() { return parts; }

Table table_of(std::string_view part, std::initializer_list<std::string_view> columns, const Speech& speech) {
  Values values;
  values.set("currency", speech.cells.currency());
  Table table{std::string(part), speech.pages.phrase(std::string(part) + "_caption", values), {}, {}, false};
  for (std::string_view code : columns) {
    const bool number = code.starts_with('#'), csv_only = code.starts_with('-');
    if (number || csv_only) code.remove_prefix(1);
    table.columns.push_back({std::string(code), speech.pages.phrase(std::string(code)), number, csv_only});
  }
  return table;
}

Cell account_cell(std::string_view name, std::string_view account_id) {
  if (name.empty()) return {std::string(account_id), {}, {}};
  return {std::string(name), std::string(name), std::string(account_id)};
}

std::vector<std::vector<Cell>> statement_rows(const WindowResult& now, const WindowResult& before,
                                              const Speech& speech) {
  std::vector<std::vector<Cell>> rows;
  const auto row = [&](std::string_view code, std::optional<Cents> amount, std::optional<Cents> previous) {
    rows.push_back(
        {Cells::code(code, speech.line(code)), speech.cells.money(amount), speech.cells.money(previous)});
  };
  row("list_revenue", now.list_revenue, before.list_revenue);
  row("discount", now.discount, before.discount);
  row("credit_notes", now.credit_notes, before.credit_notes);
  row("net_revenue", now.net_revenue, before.net_revenue);
  row("cost_of_goods", now.cost_of_goods, before.cost_of_goods);
  row("gross_margin", now.gross_margin, before.gross_margin);
  const auto amount_in = [](const WindowResult& result, std::string_view code) {
    for (const CostLine& line : result.cost_lines)
      if (line.code == code) return line.amount;
    return std::optional<Cents>();
  };
  for (const CostLine& line : now.cost_lines) row(line.code, line.amount, amount_in(before, line.code));
  for (const CostLine& line : before.cost_lines) {
    const auto same = [&](const CostLine& other) { return other.code == line.code; };
    if (std::ranges::none_of(now.cost_lines, same)) row(line.code, std::nullopt, line.amount);
  }
  row("contributions", now.contributions, before.contributions);
  row("net_result", now.net_result, before.net_result);
  rows.push_back({Cells::code("net_margin_bp", speech.line("net_margin_bp")),
                  speech.cells.percent(now.net_margin_bp), speech.cells.percent(before.net_margin_bp)});
  return rows;
}

Table result_table(const BookView& view) {
  Table table = table_of("result", {"line", "#amount", "#previous"}, view.speech);
  table.rows = statement_rows(view.report.book.result, view.report.book.previous, view.speech);
  return table;
}

Table waterfall_table(const BookView& view) {
  Table table = table_of("waterfall", {"line", "#amount"}, view.speech);
  for (const WaterfallStep& step : view.report.book.waterfall)
    table.rows.push_back(
        {Cells::code(step.code, view.speech.line(step.code)), view.speech.cells.money(step.amount)});
  return table;
}

Table whale_table(const BookView& view) {
  Table table = table_of("whale", {"#accounts", "#amount", "#share_bp"}, view.speech);
  const Cells& cells = view.speech.cells;
  for (const WhalePoint& point : view.report.book.whale.points)
    table.rows.push_back(
        {cells.count(point.accounts), cells.money(point.amount), cells.percent(point.share_bp)});
  return table;
}

Table pyramid_table(const BookView& view) {
  Table table = table_of(
      "pyramid",
      {"layer", "#accounts", "#revenue", "#revenue_share_bp", "#net_result", "#net_margin_bp", "#assessable"},
      view.speech);
  const Cells& cells = view.speech.cells;
  for (const BookLayer& layer : view.report.book.pyramid) {
    const auto code = name_of(layer.layer);
    table.rows.push_back({Cells::code(code, label("layer", code, view.speech.language())),
                          cells.count(layer.accounts), cells.money(layer.revenue),
                          cells.percent(layer.revenue_share_bp), cells.money(layer.net_result),
                          cells.percent(layer.net_margin_bp), cells.count(layer.assessable)});
  }
  return table;
}

Table cost_lines_table(const BookView& view) {
  Table table = table_of("cost_lines", {"line"}, view.speech);
  const auto& layers = view.report.book.pyramid;
  std::vector<std::string> lines;
  for (const BookLayer& layer : layers) {
    const auto code = name_of(layer.layer);
    table.columns.push_back(
        {std::string(code), std::string(label("layer", code, view.speech.language())), true, false});
    for (const CostLine& line : layer.cost_lines)
      if (std::ranges::find(lines, line.code) == lines.end()) lines.push_back(line.code);
  }
  for (const std::string& code : lines) {
    std::vector<Cell> row{Cells::code(code, view.speech.line(code))};
    for (const BookLayer& layer : layers) {
      const auto found = std::ranges::find(layer.cost_lines, code, &CostLine::code);
      row.push_back(found == layer.cost_lines.end() ? Cell{} : view.speech.cells.money(found->amount));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table tail_table(const BookView& view) {
  Table table = table_of(
      "tail", {"what", "#customers", "#revenue_share_bp", "#revenue", "#net_result", "#net_margin_bp"},
      view.speech);
  const Cells& cells = view.speech.cells;
  const Tail& tail = view.report.book.tail;
  table.rows.push_back({Cells::code("claim", view.speech.pages.phrase("tail_claimed")),
                        {},
                        cells.percent(claimed_revenue_share_bp),
                        {},
                        {},
                        cells.percent(claimed_margin_bp)});
  table.rows.push_back({Cells::code("measured", view.speech.pages.phrase("tail_found")),
                        cells.count(tail.customers),
                        {},
                        cells.money(tail.revenue),
                        cells.money(tail.net_result),
                        cells.percent(tail.net_margin_bp)});
  return table;
}

}  // namespace rendabel::report
