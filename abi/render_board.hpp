// render_board.hpp — the board and what is kept of an agent, as the documents of contract.md 2.
// In: a board, the language.  Out: JSON, the same bytes for the same input.  Never: computes.
#pragma once
#include <string>
#include <string_view>

#include "abi/words.hpp"
#include "plugin/pipeline/board.hpp"

namespace rendabel::abi {

std::string render_board(const Board& board, const Words& words);
std::string render_agent(const pipeline::AgentExport& all, const Words& words);
std::string render_agent_erased(std::string_view agent, std::int64_t outcomes);

}  // namespace rendabel::abi
