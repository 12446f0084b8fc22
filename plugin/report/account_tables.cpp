#include "plugin/report/account_tables.hpp"

#include <array>

#include "plugin/report/book_tables.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {
namespace {

Cell coded(std::string_view group, std::string_view code, const AccountView& view) {
  return Cells::code(code, label(group, code, view.speech.language()));
}

Table flags(const AccountView& view) {
  Table table = table_of("flags", {"flag", "#amount", "text"}, view.speech);
  for (const Flag& flag : view.report.assessment.flags)
    table.rows.push_back(
        {coded("flag", name_of(flag.code), view), view.speech.cells.money(flag.amount),
         Cells::text(flag_text(flag, view.report.assessment, view.settings, view.language()))});
  return table;
}

Table remedies(const AccountView& view) {
  Table table =
      table_of("remedies", {"remedy", "in_plan", "#effect", "#result_after", "state", "text"}, view.speech);
  for (const RemedyAdvice& remedy : view.report.assessment.remedies)
    table.rows.push_back(
        {coded("remedy", name_of(remedy.code), view), Cells::text(remedy.in_plan ? "true" : "false"),
         view.speech.cells.money(remedy.effect), view.speech.cells.money(remedy.result_after),
         Cells::text(remedy.status), Cells::text(remedy_text(remedy, view.settings, view.language()))});
  return table;
}

Table calls(const AccountView& view) {
  Table table = table_of("calls", {"reason", "lane", "due_from", "due_to", "why"}, view.speech);
  for (const ReportCase& found : view.report.cases)
    table.rows.push_back(
        {coded("reason", name_of(found.reason.code), view), coded("lane", name_of(found.lane), view),
         view.speech.cells.date(found.due_from), view.speech.cells.date(found.due_to),
         Cells::text(why_call(found.reason, view.report.assessment.as_of, view.settings, view.language()))});
  return table;
}

Table coverage(const AccountView& view) {
  Table table = table_of("coverage", {"line", "state", "why"}, view.speech);
  for (const Coverage& row : view.report.assessment.coverage)
    table.rows.push_back({Cells::code(row.line, view.speech.line(row.line)),
                          coded("coverage_state", name_of(row.state), view),
                          Cells::text(coverage_text(row, view.settings, view.language()))});
  return table;
}

Table agreed(const AccountView& view) {
  Table table = table_of("agreed", {"remedy", "accepted_on", "#predicted", "#predicted_so_far", "#realised"},
                         view.speech);
  const Cells& cells = view.speech.cells;
  for (const AgreedRemedy& row : view.report.assessment.agreed)
    table.rows.push_back({coded("remedy", name_of(row.code), view), cells.date(row.accepted_on),
                          cells.money(row.predicted), cells.money(row.predicted_so_far),
                          cells.money(row.realised)});
  return table;
}

Table cross_sell(const AccountView& view) {
  Table table = table_of("cross_sell", {"group", "bought", "#buyers", "#also"}, view.speech);
  const Cells& cells = view.speech.cells;
  for (const CrossSellAdvice& row : view.report.assessment.cross_sell)
    table.rows.push_back(
        {Cells::text(row.group), Cells::text(row.from), cells.count(row.buyers), cells.count(row.also)});
  return table;
}

constexpr std::array parts{AccountPart{"result", account_result_table},
                           AccountPart{"flags", flags},
                           AccountPart{"remedies", remedies},
                           AccountPart{"agreed", agreed},
                           AccountPart{"calls", calls},
                           AccountPart{"cross_sell", cross_sell},
                           AccountPart{"coverage", coverage}};

}  // namespace

std::span<const AccountPart> account_parts() { return parts; }

Table account_result_table(const AccountView& view) {
  Table table = table_of("result", {"line", "#amount", "#previous"}, view.speech);
  Values values;
  values.set("currency", view.speech.cells.currency());
  table.caption = view.speech.pages.phrase("account_result_caption", values);
  table.rows = statement_rows(view.report.assessment.result, view.report.assessment.previous, view.speech);
  return table;
}

std::vector<WaterfallStep> statement_steps(const WindowResult& result) {
  std::vector<WaterfallStep> steps;
  if (!result.net_revenue || !result.gross_margin || !result.net_result) return steps;
  const auto total = [&](const char* code, Cents amount) { steps.push_back({code, amount, true}); };
  const auto change = [&](const std::string& code, Cents amount) {
    if (amount != 0) steps.push_back({code, amount, false});
  };
  if (result.list_revenue && result.discount) {
    total("list_revenue", *result.list_revenue);
    change("discount", -*result.discount);
    change("credit_notes", -result.credit_notes.value_or(0));
  }
  total("net_revenue", *result.net_revenue);
  change("cost_of_goods", -result.cost_of_goods.value_or(0));
  total("gross_margin", *result.gross_margin);
  for (const CostLine& line : result.cost_lines) change(line.code, -line.amount.value_or(0));
  change("contributions", result.contributions.value_or(0));
  total("net_result", *result.net_result);
  return steps;
}

}  // namespace rendabel::report
