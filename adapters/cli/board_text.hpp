// board_text.hpp — the team leader's board as people read it in a terminal.
// In: the answer of calls_board.  Out: lines and tables.  Never: a figure that the answer does not have.
#pragma once
#include <string>

#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// The whole board in the host's language.
std::string board_text(const Host& host, const Json& board);

}  // namespace rendabel::cli
