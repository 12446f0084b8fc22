// board.hpp — what the team leader sees of the calling hour (domain.md 7 'The hour', law.md 'Privacy of
// agents'). In: nothing.  Out: plain data between rules, store, pipeline and border.
// Never: a ranking of people; rows per agent only where that was agreed.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/outcome.hpp"

namespace rendabel {

/// Calls of a time. Busy lines and wrong numbers are attempts too; skipped ones are none.
struct BoardCounts {
  std::int64_t started = 0;    ///< calls leased
  std::int64_t attempted = 0;  ///< a number was dialled
  std::int64_t reached = 0;    ///< somebody was spoken to
  std::int64_t results = 0;    ///< order, quote or meeting
  std::int64_t skipped = 0;
  std::map<std::string, std::int64_t> skip_reasons;
  bool operator==(const BoardCounts&) const = default;
};

/// The hour of one scheduled day.
struct BoardHour {
  Date date{};
  std::int64_t planned = 0, capacity = 0;         ///< of that day's list; capacity 0: nobody made one
  std::optional<std::int64_t> started_at_minute;  ///< minute of the day of the first lease within the hour
  BoardCounts counts;                             ///< within the hour
  bool held = false;                              ///< at least half the capacity attempted
  bool operator==(const BoardHour&) const = default;
};

inline constexpr std::int32_t received_well_bp = 9000;  ///< 'nine of ten see a service call' [M2]

/// How calls were received, beside what the column says of it.
struct BoardReception {
  std::int64_t welcome = 0, neutral = 0, unwelcome = 0;
  std::optional<std::int32_t> welcome_bp;  ///< of those told; none: nothing was told
  bool operator==(const BoardReception&) const = default;
};

/// How the day's list stands.
struct BoardList {
  std::int64_t capacity = 0, planned = 0, done = 0, leased = 0, open = 0, withdrawn = 0;
  std::optional<std::int32_t> covered_bp;  ///< done of those not withdrawn; none: there are none
  bool operator==(const BoardList&) const = default;
};

/// Something that waits for the team leader.
struct BoardRow {
  std::string account_id;
  std::optional<Reason> reason;  ///< of a case
  std::string source_id;
  std::optional<Date> since;
  std::string why;
  std::string name;  ///< of the account; empty: unknown
  bool operator==(const BoardRow&) const = default;
};

/// An agent's own figures; by id, never by score.
struct BoardAgent {
  std::string agent;
  BoardCounts today, period;
};

/// Called less held out, with the bounds between which it lies in 95 of 100 cases.
template <class Value>
struct BoardDifference {
  Value called{}, held_out{}, difference{}, low{}, high{};
};
struct BoardHoldout {
  std::int64_t called_accounts = 0, held_out_accounts = 0;
  std::optional<BoardDifference<Micro>> buyers, orders;
  std::optional<BoardDifference<Cents>> margin;
};

struct Board {
  Date date{}, from{};  ///< the period is from … date
  std::string preset;
  BoardList list;
  BoardCounts today, period;
  std::vector<BoardHour> hours;  ///< scheduled days of the period, oldest first
  std::int64_t streak_days = 0;
  std::int64_t overdue_callbacks = 0, cases_open = 0, cases_without_step = 0;
  BoardReception reception;  ///< of the period
  std::vector<BoardRow> disputed, data_tasks, skipped_thrice;
  std::optional<BoardHoldout> holdout;            ///< none: nobody is held out
  std::optional<std::vector<BoardAgent>> agents;  ///< none: not agreed, and nobody asked for his own
};

/// An outcome as the board counts it.
struct BoardOutcome {
  Date date{};
  bool in_hour = false;
  std::string agent;
  OutcomeCode code = OutcomeCode::none;
  SkipReason skip_reason = SkipReason::none;
  Reception reception = Reception::none;
};
/// A lease that was given.
struct BoardStart {
  Date date{};
  std::int64_t minute = 0;
  bool in_hour = false;
  std::string agent;
};
/// A day's list in numbers.
struct BoardDay {
  Date date{};
  BoardList list;
};

}  // namespace rendabel
