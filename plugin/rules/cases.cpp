#include "plugin/rules/cases.hpp"

#include <algorithm>

namespace rendabel::rules {

namespace {

/// How long a request for information or a quote counts as asked where nothing says longer (law.md NL4).
constexpr days asked_days{30};

bool is_open(const Quote& quote) {
  return quote.status == QuoteStatus::none || quote.status == QuoteStatus::open;
}

Date back_working_days(Date day, int count) {
  while (count > 0) {
    day -= days{1};
    if (is_working_day(day)) --count;
  }
  return day;
}

/// Calls that reached somebody since the quote was sent.
struct Reached {
  std::size_t calls = 0;
  std::optional<Date> last;
};

Reached reached_since(const Snapshot& snapshot, Date sent, Date as_of) {
  Reached out;
  for (const auto& activity : snapshot.activities) {
    const bool done = activity.reached.value_or(false) && !activity.planned.value_or(false);
    if (activity.kind != "call" || !done || !activity.date) continue;
    if (*activity.date <= sent || *activity.date > as_of) continue;
    ++out.calls;
    out.last = std::max(out.last.value_or(sent), *activity.date);
  }
  return out;
}

struct Due {
  Date from, to;
};

/// The step after the last call that reached somebody; none when the steps are used up.
std::optional<Date> regular_step(const Calls& calls, Date sent, const Reached& reached) {
  if (reached.calls == 0) return add_working_days(sent, static_cast<int>(calls.quote_first_days));
  if (reached.calls > calls.quote_next_days.size()) return std::nullopt;
  return add_working_days(*reached.last, static_cast<int>(calls.quote_next_days[reached.calls - 1]));
}

/// The step shortly before the quote ends, which stands for a regular one near it or after it.
std::optional<Date> step_before_expiry(const Calls& calls, Date sent, Date valid_until,
                                       const Reached& reached, std::optional<Date> regular) {
  const Date last =
      std::max(sent, back_working_days(valid_until, static_cast<int>(calls.quote_before_expiry_days)));
  const auto near = static_cast<int>(calls.quote_before_expiry_window_days);
  if (regular && *regular < back_working_days(last, near)) return regular;
  // Somebody reached this close to the end has been asked already.
  if (reached.last && *reached.last >= back_working_days(last, near)) return std::nullopt;
  return last;
}

/// When a call about the quote is due; none when nothing is due any more. A missed step stays due as one.
std::optional<Due> due_of(const Snapshot& snapshot, const Calls& calls, const Quote& quote, Date as_of) {
  const Date sent = *quote.sent_on;
  const Reached reached = reached_since(snapshot, sent, as_of);
  const auto regular = regular_step(calls, sent, reached);
  const auto after = static_cast<int>(calls.quote_after_expiry_days);
  if (!quote.valid_until) {
    if (!regular) return std::nullopt;
    return Due{*regular, add_working_days(*regular, after)};
  }
  const Date end = *quote.valid_until;
  const Due expired{add_working_days(end, 1), add_working_days(end, after)};
  if (as_of > end) {
    const bool asked_after_end = reached.last && *reached.last > end;
    if (as_of > expired.to || asked_after_end) return std::nullopt;
    return expired;
  }
  const auto step = step_before_expiry(calls, sent, end, reached, regular);
  if (!step) return expired;
  return Due{*step, std::max(*step, end)};
}

std::optional<Case> quote_case(const Snapshot& snapshot, const Calls& calls, const Quote& quote, Date as_of) {
  if (!quote.sent_on || *quote.sent_on > as_of || !is_open(quote)) return std::nullopt;
  const auto due = due_of(snapshot, calls, quote, as_of);
  if (!due) return std::nullopt;
  Case out;
  out.reason = Reason::quote;
  out.source_id = quote.id;
  out.contact_id = quote.contact_id;
  out.since = *quote.sent_on;
  out.due_from = due->from;
  out.due_to = due->to;
  out.amount = quote.amount;
  if (quote.requested.value_or(false)) {
    out.purpose = Purpose::asked;
    out.asked_until = quote.valid_until.value_or(*quote.sent_on + asked_days);
  }
  return out;
}

std::string_view country_of(const Snapshot& snapshot, const Settings& settings) {
  return snapshot.account.country.empty() ? std::string_view(settings.country) : snapshot.account.country;
}

bool done_by(const std::optional<Moment>& moment, std::string_view country, Date as_of) {
  return moment && local_day(*moment, country) <= as_of;
}

std::optional<Case> inquiry_case(const Inquiry& inquiry, const Settings& settings, std::string_view country,
                                 Date as_of) {
  if (!inquiry.at || done_by(inquiry.answered_at, country, as_of) ||
      done_by(inquiry.solved_at, country, as_of))
    return std::nullopt;
  const Date came = local_day(*inquiry.at, country);
  if (came > as_of || as_of - came > days{settings.calls.inquiry_drop_days}) return std::nullopt;
  const bool information = inquiry.kind == InquiryKind::none || inquiry.kind == InquiryKind::information;
  Case out;
  out.reason = information ? Reason::inquiry : Reason::problem;
  out.source_id = inquiry.id;
  out.purpose = information ? Purpose::asked : Purpose::service;
  out.contact_id = inquiry.contact_id;
  out.since = came;
  out.due_from = came;
  out.due_to = add_working_days(came, 0);
  if (working_days_between(came, as_of) <= settings.calls.inquiry_today_days) out.lane = Lane::now;
  if (information) out.asked_until = came + asked_days;
  return out;
}

std::string_view quote_closed_why(const Quote& quote) {
  if (quote.status == QuoteStatus::won) return "won";
  if (quote.status == QuoteStatus::lost) return "lost";
  if (quote.status == QuoteStatus::expired || quote.valid_until) return "expired";
  return "steps_done";
}

/// Whole days of silence up to which a state has not begun (domain.md 5).
struct SilenceLimits {
  std::int64_t slipping, dormant;
};

SilenceLimits silence_limits(const Rhythm& rhythm) {
  const std::int64_t halves = rhythm.median_gap_halves.value_or(0);  // 2 × the median, in days
  if (rhythm.order_days < 3) return {0, std::max<std::int64_t>(365, halves)};
  return {std::max<std::int64_t>(30, halves * 3 / 4), std::max<std::int64_t>(90, halves)};
}

}  // namespace

bool can_have_cases(const Account& account) {
  return account.active.value_or(true) && !account.unassigned.value_or(false);
}

std::vector<Case> cases_of(const Snapshot& snapshot, const Settings& settings, Date as_of) {
  std::vector<Case> out;
  if (!can_have_cases(snapshot.account)) return out;
  for (const auto& quote : snapshot.quotes)
    if (auto found = quote_case(snapshot, settings.calls, quote, as_of)) out.push_back(std::move(*found));
  const auto country = country_of(snapshot, settings);
  for (const auto& inquiry : snapshot.inquiries)
    if (auto found = inquiry_case(inquiry, settings, country, as_of)) out.push_back(std::move(*found));
  std::ranges::sort(out, [](const Case& left, const Case& right) {
    return left.reason != right.reason ? left.reason < right.reason : left.source_id < right.source_id;
  });
  return out;
}

std::string_view closed_why(const Snapshot& snapshot, const Settings& settings, Date as_of, Reason reason,
                            std::string_view source_id) {
  if (!can_have_cases(snapshot.account)) return "inactive";
  if (reason == Reason::quote) {
    const auto quote = std::ranges::find(snapshot.quotes, source_id, &Quote::id);
    return quote == snapshot.quotes.end() ? "gone" : quote_closed_why(*quote);
  }
  const auto inquiry = std::ranges::find(snapshot.inquiries, source_id, &Inquiry::id);
  if (inquiry == snapshot.inquiries.end()) return "gone";
  const auto country = country_of(snapshot, settings);
  if (done_by(inquiry->solved_at, country, as_of)) return "solved";
  return done_by(inquiry->answered_at, country, as_of) ? "answered" : "too_old";
}

std::optional<Case> sleeping_case(const Account& account, const Rhythm& rhythm, Date as_of) {
  const bool dormant = rhythm.state == RhythmState::dormant;
  if (!can_have_cases(account) || !rhythm.silent_days) return std::nullopt;
  if (!dormant && rhythm.state != RhythmState::slipping) return std::nullopt;
  Case out;
  out.reason = dormant ? Reason::dormant : Reason::slipping;
  out.since = as_of - days{*rhythm.silent_days};
  const auto limits = silence_limits(rhythm);
  out.due_from = out.since + days{(dormant ? limits.dormant : limits.slipping) + 1};
  out.due_to = dormant ? as_of : out.since + days{limits.dormant};
  return out;
}

bool held_back_by_plan(const Snapshot& snapshot, const Settings& settings, Date as_of) {
  const Date last = add_working_days(as_of, static_cast<int>(settings.calls.planned_activity_days));
  return std::ranges::any_of(snapshot.activities, [&](const Activity& activity) {
    return activity.planned.value_or(false) && activity.date && *activity.date >= as_of &&
           *activity.date <= last;
  });
}

Purpose purpose_on(const Case& found, Date day) {
  const bool over = found.purpose == Purpose::asked && found.asked_until && day > *found.asked_until;
  return over ? Purpose::marketing : found.purpose;
}

}  // namespace rendabel::rules
