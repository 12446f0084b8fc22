// render_report.hpp — a report in the format asked for: the book's, one account's, or the
// team leader's board.
// In: what the pipeline gathered, the options.  Out: HTML, SVG or CSV with its media type.
// Never: a document with half an answer: a part that is not there is a finding that names those that are.
#pragma once
#include "abi/result.hpp"
#include "abi/words.hpp"
#include "plugin/base/board.hpp"
#include "plugin/base/report.hpp"

namespace rendabel::abi {

/// BadInput: svg or csv without a part, or a part that the format does not have.
void check_report_part(const Options& options);
/// Whether the part is one of the team leader's board, which needs no refreshed book.
bool is_board_part(const Options& options);

Result render_report(const Board& board, const Options& options, const Words& words);
Result render_report(const BookReport& report, const Options& options, const Words& words);
Result render_report(const AccountReport& report, const Options& options, const Words& words);

}  // namespace rendabel::abi
