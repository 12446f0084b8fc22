#include "plugin/pipeline/follow.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "plugin/base/phone.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/refusals.hpp"
#include "plugin/rules/rhythm.hpp"

namespace rendabel::pipeline {
namespace {

template <class Cases>
auto find(Cases& cases, Reason reason, std::string_view source_id) -> decltype(&*cases.begin()) {
  for (auto& one : cases) {
    const Case* facts = nullptr;
    if constexpr (requires { one.facts; })
      facts = &one.facts;
    else
      facts = &one;
    if (facts->reason == reason && facts->source_id == source_id) return &one;
  }
  return nullptr;
}

bool by_key(const Case& a, const Case& b) {
  return a.reason != b.reason ? a.reason < b.reason : a.source_id < b.source_id;
}

std::optional<store::Sleep> sleep_state(RhythmState state) {
  switch (state) {
    case RhythmState::slipping: return store::Sleep::slipping;
    case RhythmState::dormant: return store::Sleep::dormant;
    case RhythmState::seasonal: return store::Sleep::seasonal;
    default: return std::nullopt;
  }
}

void add_number(std::vector<store::ContactNumber>& numbers, std::string_view text, std::string_view country,
                std::string_view contact_id) {
  if (text.empty()) return;
  const auto normal = normal_number(text, country);
  if (!normal) return;
  if (const auto key = store::number_key(*normal)) numbers.push_back({*key, std::string(contact_id)});
}

/// Whether the account did something after `day`: ordered, asked, wanted a quote, or was spoken to.
bool news_after(const Snapshot& snapshot, const Settings& settings, Date day, Date as_of) {
  const std::string_view own = snapshot.account.country;
  const std::string_view country = own.empty() ? std::string_view(settings.country) : own;
  const auto is_news = [&](const std::optional<Date>& date) { return date && *date > day && *date <= as_of; };
  return std::ranges::any_of(snapshot.orders, is_news, &Order::date) ||
         std::ranges::any_of(snapshot.quotes, is_news, &Quote::sent_on) ||
         std::ranges::any_of(
             snapshot.inquiries,
             [&](const Inquiry& one) { return one.at && is_news(local_day(*one.at, country)); }) ||
         std::ranges::any_of(snapshot.activities, [&](const Activity& one) {
           return one.reached.value_or(false) && !one.planned.value_or(false) && is_news(one.date);
         });
}

}  // namespace

bool is_time_driven(Reason reason) {
  return reason == Reason::dormant || reason == Reason::slipping || reason == Reason::renegotiate ||
         reason == Reason::keep_in_touch;
}

void close_refused(std::vector<StoredCase>& cases, const std::vector<StoredCase>& before,
                   const std::function<std::vector<rules::Person>()>& people, Date day) {
  std::optional<std::vector<rules::Person>> known;
  for (auto& one : cases) {
    if (one.state == CaseState::closed || !rules::may_be_refused(one.facts, day)) continue;
    if (!known) known = people();
    const auto why = rules::refusal_of(*known, one.facts, day);
    if (why.empty()) continue;
    const auto* old = find(before, one.facts.reason, one.facts.source_id);
    one.state = CaseState::closed;
    one.closed_why = why;
    one.closed_on = old != nullptr && old->closed_why == why ? old->closed_on : day;
    one.steps.next_on.reset();
    one.steps.next_at.reset();
  }
}

void drop_refused(std::vector<Case>& cases, const std::function<std::vector<rules::Person>()>& people,
                  Date day) {
  std::optional<std::vector<rules::Person>> known;
  std::erase_if(cases, [&](const Case& one) {
    if (!rules::may_be_refused(one, day)) return false;
    if (!known) known = people();
    return !rules::refusal_of(*known, one, day).empty();
  });
}

bool closed_by_call(const StoredCase& one) {
  // A do_not_call may be lifted; an objection ends the case for good.
  constexpr std::array<std::string_view, 12> by_facts{"won",      "lost",    "expired", "steps_done",
                                                      "answered", "solved",  "too_old", "inactive",
                                                      "gone",     "settled", "merged",  "do_not_call"};
  return one.state == CaseState::closed &&
         std::find(by_facts.begin(), by_facts.end(), one.closed_why) == by_facts.end();
}

std::vector<StoredCase> followed_cases(const Snapshot& snapshot, const Settings& settings, Date as_of,
                                       const std::vector<Case>& found,
                                       const std::vector<StoredCase>& stored) {
  std::vector<StoredCase> after = stored;
  for (auto& one : after) {
    if (one.state == CaseState::parked && one.closed_on &&
        news_after(snapshot, settings, *one.closed_on, as_of))
      one = {one.facts, CaseState::open, {}, std::nullopt, 0, {}};
    // The facts neither give nor close what time, a call or a noted need gave.
    const bool of_facts = one.facts.reason == Reason::quote || one.facts.reason == Reason::inquiry ||
                          one.facts.reason == Reason::problem;
    if (one.state == CaseState::closed || !of_facts) continue;
    if (find(found, one.facts.reason, one.facts.source_id) != nullptr) continue;
    one.state = CaseState::closed;
    one.closed_on = as_of;
    one.closed_why = rules::closed_why(snapshot, settings, as_of, one.facts.reason, one.facts.source_id);
  }
  for (const auto& one : found) {
    auto* known = find(after, one.reason, one.source_id);
    if (known == nullptr)
      after.push_back({one, CaseState::open, {}, std::nullopt, 0, {}});
    else if (known->state == CaseState::parked)
      known->facts = one;
    else if (!closed_by_call(*known))
      *known = {one, CaseState::open, {}, std::nullopt, known->attempts, known->steps};
  }
  return after;
}

std::vector<Case> open_cases(std::vector<Case> found, const Account& account, const Rhythm& rhythm,
                             Date as_of, const std::vector<StoredCase>& stored) {
  if (const auto asleep = rules::sleeping_case(account, rhythm, as_of)) found.push_back(*asleep);
  for (const auto& one : stored)  // agreed callbacks and the like, which no fact gives
    if (one.state == CaseState::open && find(found, one.facts.reason, one.facts.source_id) == nullptr &&
        (one.facts.reason == Reason::callback || one.facts.reason == Reason::renegotiate ||
         one.facts.reason == Reason::cross_sell))
      found.push_back(one.facts);
  std::erase_if(found, [&](const Case& one) {
    const auto* known = find(stored, one.reason, one.source_id);
    const bool another = known != nullptr && is_time_driven(one.reason) && known->facts.since != one.since;
    return known != nullptr && !another && closed_by_call(*known);
  });
  std::sort(found.begin(), found.end(), by_key);
  return found;
}

std::vector<store::SleepSpan> sleep_of(const Snapshot& snapshot, Date as_of) {
  std::vector<store::SleepSpan> spans;
  if (!rules::can_have_cases(snapshot.account)) return spans;
  // Orders dated later than today wake the account on their day: every stretch has its own last order day.
  constexpr auto ever = days{365 * 400};
  const auto all = rules::order_days(snapshot, as_of + ever);
  auto known = static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), as_of) - all.begin());
  for (known = std::max<std::size_t>(known, 1); known <= all.size(); ++known) {
    const std::vector<Date> so_far(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(known));
    const auto woken = known < all.size() ? std::optional(all[known]) : std::nullopt;
    for (const auto& span : rules::rhythm_spans(so_far, snapshot.account.contract_until, so_far.back())) {
      const auto state = sleep_state(span.state);
      if (!state || (woken && *woken <= span.from)) continue;
      spans.push_back(
          {*state, span.from, woken && (!span.until || *woken < *span.until) ? woken : span.until});
    }
  }
  return spans;
}

std::vector<store::ContactNumber> numbers_of(const Snapshot& snapshot, const Settings& settings) {
  std::vector<store::ContactNumber> numbers;
  const auto& account = snapshot.account;
  const std::string_view country =
      account.country.empty() ? std::string_view(settings.country) : account.country;
  add_number(numbers, account.phone, country, account.id);
  add_number(numbers, account.mobile, country, account.id);
  for (const auto& contact : snapshot.contacts) {
    add_number(numbers, contact.phone, country, contact.id);
    add_number(numbers, contact.mobile, country, contact.id);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace rendabel::pipeline
