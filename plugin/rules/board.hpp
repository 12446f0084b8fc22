// board.hpp — step 9: was the hour held, and what came of it (domain.md 7 'The hour') [M2: 'discipline,
// discipline, discipline'].  In: outcomes, leases and lists of a period, in any order.  Out: the board's
// counts. Never: clock, store, a judgement of a person.  Method: counting; a day counts for the streak when
// it is scheduled, and held when at least half its capacity was attempted within the hour.
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/board.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

inline constexpr int board_days =
    28;  ///< four weeks, so that weekdays weigh the same; under the 90 days of law.md
inline constexpr int board_streak_days = 366;  ///< how far a streak is looked for

/// Whether the hour is scheduled that day: a day of calls.hour that is no holiday of the country.
bool is_hour_day(Date day, const Settings& settings);

struct BoardFacts {
  std::vector<BoardOutcome> outcomes;
  std::vector<BoardStart> starts;
  std::vector<BoardDay> days;  ///< days with a list
};

/// Fills lists, counts, hours, streak and reception of `board`, whose date and period stand; `agent`: his
/// figures alone; empty: everybody's where that was agreed on or before the date.
void count_board(const BoardFacts& facts, const Settings& settings, std::string_view agent, Board& board);

}  // namespace rendabel::rules
