// board_tables.hpp — the team leader's board as tables: what the page shows and CSV gives alone.
// In: the board.  Out: tables, named by part.  Never: a figure that the board does not have, a ranking.
// Method: a column is spelt as in the documents; its title is the phrase board_<code>.
#pragma once
#include <span>
#include <string_view>

#include "plugin/base/board.hpp"
#include "plugin/report/charts.hpp"

namespace rendabel::report {

struct BoardView {
  const Board& board;
  const Speech& speech;
};

struct BoardPart {
  std::string_view name;
  Table (*make)(const BoardView&);
};
/// All tables of the board, in the order of the page.
std::span<const BoardPart> board_parts();

/// board_hours as the page has it: the latest day first, without the days on which nobody made a list.
Table worked_hours(const BoardView& view);

}  // namespace rendabel::report
