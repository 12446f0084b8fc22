#include "plugin/rules/rhythm.hpp"

#include <algorithm>
#include <array>

#include "plugin/rules/drivers.hpp"
#include "plugin/rules/order_finder.hpp"

namespace rendabel::rules {
namespace {

struct DayNet {
  Date day;
  Int128 net = 0;
  bool unknown = false;  // an order without amounts: it was an order all the same
};

// The median of the last 12 gaps, in half days: of an even number the mean of the middle two.
std::optional<std::int64_t> median_gap_halves(const std::vector<Date>& order_days) {
  const std::size_t gaps = order_days.empty() ? 0 : std::min<std::size_t>(12, order_days.size() - 1);
  if (gaps == 0) return std::nullopt;
  std::array<std::int64_t, 12> gap{};
  for (std::size_t i = 0; i < gaps; ++i) {
    const std::size_t at = order_days.size() - gaps + i;
    gap[i] = (order_days[at] - order_days[at - 1]).count();
  }
  std::sort(gap.begin(), gap.begin() + static_cast<std::ptrdiff_t>(gaps));
  return gap[(gaps - 1) / 2] + gap[gaps / 2];
}

// It was as quiet a year ago (domain.md 5): no flag for a customer of one season.
bool seasonal(const std::vector<Date>& order_days, Date as_of) {
  const Date first = order_days.front(), last = order_days.back();
  if ((as_of - last).count() < 56 || (last - first).count() < 365) return false;
  const auto begin = std::lower_bound(order_days.begin(), order_days.end(), last - days{344});
  return begin == order_days.end() || *begin > as_of - days{386};
}

// Silence beyond these numbers of days; no slipping below 3 order days.
struct Limits {
  std::optional<std::int64_t> slipping;
  std::int64_t dormant = 365;
};

Limits limits(std::int64_t order_days, std::int64_t halves) {
  if (order_days == 1) return {};
  if (order_days == 2) return {std::nullopt, std::max<std::int64_t>(365, halves)};
  // silent > 1.5 × median, in whole days: silent > floor(3 × halves / 4).
  return {std::max<std::int64_t>(30, 3 * halves / 4), std::max<std::int64_t>(90, halves)};
}

RhythmState state_of(const std::vector<Date>& order_days, const Limits& limit,
                     std::optional<Date> contract_until, Date as_of) {
  const std::int64_t silent = (as_of - order_days.back()).count();
  const bool dormant = silent > limit.dormant;
  if (!dormant && !(limit.slipping && silent > *limit.slipping))
    return order_days.size() == 1 ? RhythmState::new_ : RhythmState::active;
  if (contract_until && *contract_until > as_of) return RhythmState::contract;
  if (seasonal(order_days, as_of)) return RhythmState::seasonal;
  return dormant ? RhythmState::dormant : RhythmState::slipping;
}

}  // namespace

std::vector<Date> order_days(const Snapshot& snapshot, Date as_of) {
  std::vector<DayNet> nets;
  nets.reserve(snapshot.orders.size());
  for (const Order& order : snapshot.orders) {
    if (*order.date > as_of) continue;
    const auto net = complete(order).net;
    nets.push_back({*order.date, net.value_or(0), !net});
  }
  const auto earlier = [](const DayNet& a, const DayNet& b) { return a.day < b.day; };
  if (!std::is_sorted(nets.begin(), nets.end(), earlier)) std::sort(nets.begin(), nets.end(), earlier);
  std::size_t kept = 0;
  for (const DayNet& next : nets) {
    if (kept > 0 && nets[kept - 1].day == next.day) {
      nets[kept - 1].net += next.net;
      nets[kept - 1].unknown = nets[kept - 1].unknown || next.unknown;
    } else {
      nets[kept++] = next;
    }
  }
  nets.resize(kept);

  OrderFinder finder(snapshot.orders);
  for (const CreditNote& note : snapshot.credit_notes) {
    const auto day = std::lower_bound(nets.begin(), nets.end(), DayNet{*note.date}, earlier);
    if (day == nets.end() || day->day != *note.date) continue;
    const Order* named = note.order_id.empty() ? nullptr : finder.find(note.order_id);
    if (note.order_id.empty() || (named != nullptr && named->date == note.date)) day->net -= *note.amount;
  }
  std::vector<Date> result;
  result.reserve(nets.size());
  for (const DayNet& day : nets)
    if (day.unknown || day.net > 0) result.push_back(day.day);
  return result;
}

Rhythm rhythm_of(const std::vector<Date>& order_days, std::optional<Date> contract_until, Date as_of) {
  Rhythm rhythm;
  rhythm.order_days = static_cast<std::int64_t>(order_days.size());
  if (order_days.empty()) return rhythm;
  rhythm.median_gap_halves = median_gap_halves(order_days);
  rhythm.silent_days = (as_of - order_days.back()).count();
  rhythm.state = state_of(order_days, limits(rhythm.order_days, rhythm.median_gap_halves.value_or(0)),
                          contract_until, as_of);
  return rhythm;
}

std::vector<RhythmSpan> rhythm_spans(const std::vector<Date>& order_days, std::optional<Date> contract_until,
                                     Date as_of) {
  if (order_days.empty()) return {{RhythmState::none, as_of, std::nullopt}};
  const Limits limit =
      limits(static_cast<std::int64_t>(order_days.size()), median_gap_halves(order_days).value_or(0));
  const Date last = order_days.back();
  // The state can only change on the day after a limit, at a contract's end and at both ends of the guard.
  std::vector<Date> turns{as_of, last + days{limit.dormant + 1}, last + days{56}};
  if (limit.slipping) turns.push_back(last + days{*limit.slipping + 1});
  if (contract_until) turns.push_back(*contract_until);
  const auto woke = std::lower_bound(order_days.begin(), order_days.end(), last - days{344});
  turns.push_back(*woke + days{386});
  std::sort(turns.begin(), turns.end());
  std::vector<RhythmSpan> spans;
  for (const Date turn : turns) {
    if (turn < as_of) continue;
    const RhythmState state = state_of(order_days, limit, contract_until, turn);
    if (!spans.empty() && spans.back().state == state) continue;
    if (!spans.empty()) spans.back().until = turn;
    spans.push_back({state, turn, std::nullopt});
  }
  return spans;
}

}  // namespace rendabel::rules
