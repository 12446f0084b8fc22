// board_page.hpp — the team leader's board as a page or a table.
// In: the board, the settings' currency, a language.  Out: HTML or CSV.
// Never: a computed figure, a request to anywhere, a script; figures of people that the board does not have.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/board.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// The whole page, complete in itself. `language`: nl or en.
std::string board_html(const Board& board, const Settings& settings, std::string_view language);
/// One table as CSV; nothing for a part that has none.
std::optional<std::string> board_csv(const Board& board, const Settings& settings, std::string_view language,
                                     std::string_view part);
/// The parts that board_csv knows.
std::vector<std::string_view> board_csv_parts();

}  // namespace rendabel::report
