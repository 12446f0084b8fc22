#include "plugin/rules/board.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "plugin/base/holidays.hpp"

namespace rendabel::rules {
namespace {

void add(BoardCounts& counts, const BoardOutcome& one) {
  if (one.code == OutcomeCode::skipped) {
    ++counts.skipped;
    ++counts.skip_reasons[std::string(name_of(one.skip_reason))];
  }
  counts.attempted += attempted(one.code) ? 1 : 0;
  counts.reached += reached(one.code) ? 1 : 0;
  counts.results += successful(one.code) ? 1 : 0;
}

/// Counts of outcomes and leases that `takes` lets through.
template <class Takes>
BoardCounts counted(const BoardFacts& facts, const Takes& takes) {
  BoardCounts out;
  for (const auto& one : facts.outcomes)
    if (takes(one)) add(out, one);
  for (const auto& one : facts.starts)
    if (takes(one)) ++out.started;
  return out;
}

std::optional<std::int32_t> share_bp(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return std::nullopt;
  return static_cast<std::int32_t>((part * 20'000 + whole) / (2 * whole));
}

BoardHour hour_of(const BoardFacts& facts, Date day) {
  BoardHour out;
  out.date = day;
  const auto list = std::ranges::find(facts.days, day, &BoardDay::date);
  if (list != facts.days.end()) out.planned = list->list.planned, out.capacity = list->list.capacity;
  out.counts = counted(facts, [&](const auto& one) { return one.date == day && one.in_hour; });
  for (const auto& start : facts.starts)
    if (start.date == day && start.in_hour)
      out.started_at_minute = std::min(out.started_at_minute.value_or(start.minute), start.minute);
  out.held = out.capacity > 0 && 2 * out.counts.attempted >= out.capacity;
  return out;
}

/// Scheduled days in a row up to the board's; its own counts once it is held, and breaks nothing before.
std::int64_t streak_of(const BoardFacts& facts, const Settings& settings, Date day) {
  std::int64_t streak = hour_of(facts, day).held && is_hour_day(day, settings) ? 1 : 0;
  for (Date before = day - days{1}; before > day - days{board_streak_days}; before -= days{1}) {
    if (!is_hour_day(before, settings)) continue;
    if (!hour_of(facts, before).held) break;
    ++streak;
  }
  return streak;
}

BoardReception reception_of(const std::vector<BoardOutcome>& outcomes, Date from, Date to) {
  BoardReception out;
  for (const auto& one : outcomes) {
    if (one.date < from || one.date > to) continue;
    out.welcome += one.reception == Reception::welcome ? 1 : 0;
    out.neutral += one.reception == Reception::neutral ? 1 : 0;
    out.unwelcome += one.reception == Reception::unwelcome ? 1 : 0;
  }
  out.welcome_bp = share_bp(out.welcome, out.welcome + out.neutral + out.unwelcome);
  return out;
}

/// Whose rows may be shown.
std::set<std::string> shown_agents(const BoardFacts& facts, const Settings& settings, std::string_view agent,
                                   const Board& board) {
  if (!agent.empty()) return {std::string(agent)};
  std::set<std::string> out;
  if (!settings.per_agent_agreed_on || *settings.per_agent_agreed_on > board.date) return out;
  for (const auto& one : facts.outcomes) out.insert(one.agent);
  for (const auto& one : facts.starts) out.insert(one.agent);
  out.erase(std::string());
  return out;
}

}  // namespace

bool is_hour_day(Date day, const Settings& settings) {
  constexpr std::array<std::string_view, 7> names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  const auto name = names[std::chrono::weekday{day}.c_encoding()];
  return std::ranges::find(settings.calls.hour_days, name) != settings.calls.hour_days.end() &&
         !is_holiday(day, settings.country,
                     {settings.nl_good_friday_calls, settings.nl_liberation_day_every_year});
}

void count_board(const BoardFacts& facts, const Settings& settings, std::string_view agent, Board& board) {
  const auto today = [&](const auto& one) { return one.date == board.date; };
  const auto within = [&](const auto& one) { return one.date >= board.from && one.date <= board.date; };
  const auto list = std::ranges::find(facts.days, board.date, &BoardDay::date);
  if (list != facts.days.end()) board.list = list->list;
  board.list.covered_bp = share_bp(board.list.done, board.list.planned - board.list.withdrawn);
  board.today = counted(facts, today);
  board.period = counted(facts, within);
  for (Date day = board.from; day <= board.date; day += days{1})
    if (is_hour_day(day, settings)) board.hours.push_back(hour_of(facts, day));
  board.streak_days = streak_of(facts, settings, board.date);
  board.reception = reception_of(facts.outcomes, board.from, board.date);
  const bool agreed = settings.per_agent_agreed_on && *settings.per_agent_agreed_on <= board.date;
  if (agent.empty() && !agreed) return;
  board.agents.emplace();
  for (const auto& id : shown_agents(facts, settings, agent, board)) {
    const auto his = [&](const auto& one) { return one.agent == id; };
    board.agents->push_back({id, counted(facts, [&](const auto& one) { return his(one) && today(one); }),
                             counted(facts, [&](const auto& one) { return his(one) && within(one); })});
  }
}

}  // namespace rendabel::rules
