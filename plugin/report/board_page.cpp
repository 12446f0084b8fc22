#include "plugin/report/board_page.hpp"

#include <algorithm>

#include "plugin/report/board_tables.hpp"
#include "plugin/report/book_sayings.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

Values tiles(const BoardView& view) {
  const Board& board = view.board;
  const Speech& speech = view.speech;
  Values list{Values::type::list};
  const auto add = [&](const std::string& code, const Cell& cell, bool loss) {
    list << tile(speech.pages.phrase("board_" + code), code, cell, loss);
  };
  const auto of_period = [&](std::int64_t today, std::int64_t period) {
    Cell cell = speech.cells.count(today);
    cell.note = speech.pages.phrase("board_period") + ": " + count_text(period, speech.language());
    return cell;
  };
  add("attempted", of_period(board.today.attempted, board.period.attempted), false);
  add("reached", of_period(board.today.reached, board.period.reached), false);
  add("results", of_period(board.today.results, board.period.results), false);
  add("covered_bp", speech.cells.percent(board.list.covered_bp), false);
  add("streak_days", speech.cells.count(board.streak_days), false);
  add("overdue_callbacks", speech.cells.count(board.overdue_callbacks), board.overdue_callbacks > 0);
  add("cases_without_step", speech.cells.count(board.cases_without_step), board.cases_without_step > 0);
  Cell welcome = speech.cells.percent(board.reception.welcome_bp);
  welcome.note =
      speech.pages.phrase("board_column_bp") + ": " + percent_text(received_well_bp, speech.language());
  add("welcome_bp", welcome, false);
  return list;
}

std::string reception_says(const BoardView& view) {
  const BoardReception& reception = view.board.reception;
  if (!reception.welcome_bp) return view.speech.pages.phrase("board_reception_none");
  const auto language = view.speech.language();
  Values values;
  values.set("told", count_text(reception.welcome + reception.neutral + reception.unwelcome, language));
  values.set("share", percent_text(*reception.welcome_bp, language));
  return view.speech.pages.phrase("board_reception_says", values);
}

std::string holdout_says(const BoardView& view) {
  const auto& holdout = view.board.holdout;
  if (!holdout) return view.speech.pages.phrase("board_holdout_none");
  Values values;
  values.set("called", count_text(holdout->called_accounts, view.speech.language()));
  values.set("held_out", count_text(holdout->held_out_accounts, view.speech.language()));
  const auto says = view.speech.pages.phrase("board_holdout_says", values);
  return holdout->buyers ? says : says + " " + view.speech.pages.phrase("board_holdout_few");
}

void add_list(Values& page, const BoardView& view) {
  const BoardList& list = view.board.list;
  const auto language = view.speech.language();
  page.set("listed", list.capacity > 0 || list.planned > 0);
  page.set("capacity", count_text(list.capacity, language));
  page.set("planned", count_text(list.planned, language));
  page.set("done", count_text(list.done, language));
  page.set("open", count_text(list.open, language));
}

/// The hours with the days that are left out in words.
void add_hours(Values& page, const BoardView& view) {
  const Table worked = worked_hours(view);
  const auto without = view.board.hours.size() - worked.rows.size();
  page.set("scheduled", !view.board.hours.empty());
  page.set("board_hours_table", worked.rows.empty() ? Values(false) : table_values(worked));
  Values values;
  values.set("days", count_text(static_cast<std::int64_t>(without), view.speech.language()));
  page.set("without_list", without == 0
                               ? Values(false)
                               : Values(view.speech.pages.phrase(
                                     without == 1 ? "board_hours_one_empty" : "board_hours_empty", values)));
}

Speech speech_of(const Settings& settings, std::string_view language) {
  return {parse_language(language).value_or(Language::en), settings.currency};
}

}  // namespace

std::vector<std::string_view> board_csv_parts() {
  std::vector<std::string_view> names;
  for (const BoardPart& part : board_parts()) names.push_back(part.name);
  return names;
}

std::string board_html(const Board& board, const Settings& settings, std::string_view language) {
  const Speech speech = speech_of(settings, language);
  const BoardView view{board, speech};
  Values page;
  page.set("page_css", std::string(template_text("page.css")));
  page.set("chart_css", std::string(template_text("chart.css")));
  page.set("as_of", date_text(board.date, speech.language()));
  page.set("from", date_text(board.from, speech.language()));
  page.set("pilot", !board.preset.empty());
  page.set("tiles", tiles(view));
  page.set("reception_says", reception_says(view));
  page.set("holdout_says", holdout_says(view));
  add_list(page, view);
  for (const BoardPart& part : board_parts()) {
    const Table table = part.make(view);
    page.set(std::string(part.name) + "_table", table.rows.empty() ? Values(false) : table_values(table));
  }
  add_hours(page, view);
  return speech.pages.render("board.html", std::move(page));
}

std::optional<std::string> board_csv(const Board& board, const Settings& settings, std::string_view language,
                                     std::string_view part) {
  const auto parts = board_parts();
  const auto found = std::ranges::find(parts, part, &BoardPart::name);
  if (found == parts.end()) return std::nullopt;
  const Speech speech = speech_of(settings, language);
  return table_csv(found->make({board, speech}));
}

}  // namespace rendabel::report
