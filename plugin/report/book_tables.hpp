// book_tables.hpp — the book as tables: each part that a report shows and that CSV gives alone.
// In: the book with the day's calls.  Out: tables, named by part.  Never: a figure that the book does not
// have. Method: a column is spelt as in the documents; its title is the phrase of that name.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "plugin/base/report.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/report/charts.hpp"

namespace rendabel::report {

/// What tables are made from.
struct BookView {
  const BookReport& report;
  const Settings& settings;
  const Speech& speech;
};

struct BookPart {
  std::string_view name;
  Table (*make)(const BookView&);
};
/// All tables of the book, in the order of the page.
std::span<const BookPart> book_parts();

/// A table without rows; its caption is the phrase `<part>_caption`. A column is the code of its data and of
/// its title; `#` before it: numbers, `-`: in the CSV only.
Table table_of(std::string_view part, std::initializer_list<std::string_view> columns, const Speech& speech);
/// An account as people know it: its name with the id below, else the id.
Cell account_cell(std::string_view name, std::string_view account_id);

Table result_table(const BookView& view);
Table waterfall_table(const BookView& view);
Table whale_table(const BookView& view);
Table pyramid_table(const BookView& view);
Table cost_lines_table(const BookView& view);
Table tail_table(const BookView& view);
Table flags_table(const BookView& view);
Table remedies_table(const BookView& view);
Table worst_table(const BookView& view);
Table visits_table(const BookView& view);
Table visit_accounts_table(const BookView& view);
Table calls_table(const BookView& view);
Table trend_table(const BookView& view);
Table capacity_table(const BookView& view);
Table coverage_table(const BookView& view);
Table reconciliation_table(const BookView& view);
Table ledger_table(const BookView& view);
Table model_table(const BookView& view);
Table scale_table(const BookView& view);

/// Rows of a statement beside the one before; also of an account.
std::vector<std::vector<Cell>> statement_rows(const WindowResult& now, const WindowResult& before,
                                              const Speech& speech);

}  // namespace rendabel::report
