#include "plugin/report/book_tables.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/report/labels.hpp"

namespace rendabel::report {
namespace {

Cell coded(std::string_view group, std::string_view code, const Speech& speech) {
  return code.empty() ? Cell{} : Cells::code(code, label(group, code, speech.language()));
}

/// Codes as one cell, in order; in words on the page.
template <class Codes>
Cell listed(std::string_view group, const Codes& codes, const Speech& speech) {
  Cell cell;
  for (const auto code : codes) {
    const bool first = cell.data.empty();
    cell.data += (first ? "" : " ") + std::string(name_of(code));
    cell.shown += (first ? "" : ", ") + std::string(label(group, name_of(code), speech.language()));
  }
  return cell;
}

std::vector<Cell> visit_row(Cell owner, const VisitSums& sums, const Cells& cells) {
  return {std::move(owner),
          cells.count(sums.customers),
          cells.count(sums.known),
          cells.decimal(sums.done),
          cells.decimal(sums.hours),
          cells.count(sums.carried),
          cells.count(sums.advised),
          cells.decimal(sums.calls),
          cells.decimal(sums.hours_freed),
          cells.money(sums.money_freed)};
}

}  // namespace

Table flags_table(const BookView& view) {
  Table table = table_of("flags", {"flag", "#accounts", "#amount"}, view.speech);
  for (const FlagHeadline& flag : view.report.book.flags)
    table.rows.push_back({coded("flag", name_of(flag.code), view.speech),
                          view.speech.cells.count(flag.accounts), view.speech.cells.money(flag.amount)});
  return table;
}

Table remedies_table(const BookView& view) {
  Table table = table_of("remedies",
                         {"remedy", "#advised", "#advised_effect", "#offered", "#agreed", "#refused",
                          "#predicted", "#predicted_so_far", "#realised"},
                         view.speech);
  const Cells& cells = view.speech.cells;
  for (const RemedyHeadline& row : view.report.book.remedies)
    table.rows.push_back({coded("remedy", name_of(row.code), view.speech), cells.count(row.advised),
                          cells.money(row.advised_effect), cells.count(row.offered), cells.count(row.agreed),
                          cells.count(row.refused), cells.money(row.predicted),
                          cells.money(row.predicted_so_far), cells.money(row.realised)});
  return table;
}

Table worst_table(const BookView& view) {
  Table table = table_of(
      "worst",
      {"-account_id", "name", "layer", "verdict", "#net_revenue", "#net_result", "plan", "#result_after"},
      view.speech);
  const Cells& cells = view.speech.cells;
  for (const WorstAccount& row : view.report.book.worst)
    table.rows.push_back({Cells::text(row.account_id), account_cell(row.name, row.account_id),
                          row.layer ? coded("layer", name_of(*row.layer), view.speech) : Cell{},
                          row.verdict ? coded("verdict", name_of(*row.verdict), view.speech) : Cell{},
                          cells.money(row.net_revenue), cells.money(row.net_result),
                          listed("remedy", row.plan, view.speech), cells.money(row.result_after)});
  return table;
}

Table visits_table(const BookView& view) {
  Table table = table_of("visits",
                         {"owner", "#customers", "#known", "#visits_done", "#hours", "#visits_carried",
                          "#visits_advised", "#calls_instead", "#hours_freed", "#money_freed"},
                         view.speech);
  const VisitProgramme& programme = view.report.book.visit_programme;
  for (const VisitOwner& owner : programme.owners)
    table.rows.push_back(visit_row(
        owner.owner.empty() ? Cells::code("", view.speech.pages.phrase("nobody")) : Cells::text(owner.owner),
        owner.sums, view.speech.cells));
  if (!table.rows.empty()) {
    table.rows.push_back(visit_row(Cells::code("total", view.speech.pages.phrase("total")), programme.total,
                                   view.speech.cells));
    table.last_is_total = true;
  }
  return table;
}

Table visit_accounts_table(const BookView& view) {
  Table table = table_of("visit_accounts",
                         {"-account_id", "name", "owner", "#visits_done", "#visits_carried",
                          "#visits_advised", "#potential", "#potential_per_visit"},
                         view.speech);
  const Cells& cells = view.speech.cells;
  for (const VisitAccount& row : view.report.book.visit_programme.best)
    table.rows.push_back({Cells::text(row.account_id), account_cell(row.name, row.account_id),
                          Cells::text(row.owner), cells.decimal(row.done), cells.count(row.carried),
                          cells.count(row.advised), cells.money(row.potential),
                          cells.money(row.potential_per_visit)});
  return table;
}

Table calls_table(const BookView& view) {
  Table table = table_of("calls",
                         {"#rank", "lane", "-account_id", "name", "contact", "phone", "-reason", "why",
                          "#value_at_stake", "rule", "state"},
                         view.speech);
  const Cells& cells = view.speech.cells;
  for (const ReportCall& row : view.report.calls) {
    const Call& call = row.call;
    const CallReason* reason = call.reasons.empty() ? nullptr : &call.reasons.front();
    const bool unknown = reason != nullptr && reason->margin_from == "unknown";
    table.rows.push_back(
        {cells.count(call.rank), coded("lane", name_of(call.lane), view.speech), Cells::text(call.account_id),
         account_cell(row.account_name, call.account_id),
         Cells::text(row.contact_name.empty() && call.contact_id != call.account_id ? call.contact_id
                                                                                    : row.contact_name),
         Cells::text(call.phone),
         reason == nullptr ? Cell{} : coded("reason", name_of(reason->code), view.speech),
         reason == nullptr ? Cell{}
                           : Cells::text(why_call(*reason, view.report.book.as_of, view.settings,
                                                  pick(view.speech.language(), "nl", "en"))),
         unknown ? Cell{} : cells.money(call.value_at_stake), Cells::text(call.permission.rule),
         coded("call_state", name_of(call.state), view.speech)});
  }
  return table;
}

Table trend_table(const BookView& view) {
  Table table =
      table_of("trend", {"change", "-account_id", "name", "#result_before", "#result_now"}, view.speech);
  const Cells& cells = view.speech.cells;
  const auto rows = [&](const char* code, const std::vector<TrendAccount>& accounts) {
    for (const TrendAccount& row : accounts)
      table.rows.push_back({Cells::code(code, view.speech.pages.phrase(code)), Cells::text(row.account_id),
                            account_cell(row.name, row.account_id), cells.money(row.before),
                            cells.money(row.now)});
  };
  rows("became_loss_making", view.report.book.trend.became_rows);
  rows("repaired", view.report.book.trend.repaired_rows);
  return table;
}

}  // namespace rendabel::report
