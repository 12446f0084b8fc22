#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "plugin/pipeline/desk_work.hpp"
#include "plugin/rules/calling_hours.hpp"
#include "plugin/rules/permission.hpp"

namespace rendabel::pipeline {

namespace {

/// Of the now-lane: promised times that have come first, then by worth.
bool goes_before(const Call& left, const Call& right) {
  const auto promised = [](const Call& call) { return call.not_before.has_value(); };
  if (promised(left) != promised(right)) return promised(left);
  if (promised(left)) return std::tie(*left.not_before, left.rank) < std::tie(*right.not_before, right.rank);
  return std::tuple(-left.value_at_stake, left.rank) < std::tuple(-right.value_at_stake, right.rank);
}

/// The agent's search for his next call, within one Change.
class Search {
 public:
  Search(store::Store& store, const Settings& settings, const BookContext& book, const DeskTime& time,
         std::string_view agent, std::set<std::string> present)
      : store_(store),
        settings_(settings),
        book_(book),
        time_(time),
        agent_(agent),
        maker_(store, settings, book, time.local.day, std::move(present), time.now) {
    const auto found = settings.calls.agents.find(std::string(agent));
    if (found != settings.calls.agents.end()) self_ = &found->second;
  }

  NextCall run(const Cancel& cancel) {
    NextCall out;
    store::end_leases(store_, time_.now);
    while (const auto held = store::lease_by(store_, agent_)) {
      if ((out.card = again(*held))) return out;
    }
    list_new_calls(store_, settings_, maker_, time_.local.day, cancel);
    // What is likelier to be answered at another part of the day waits for it, if anything else is there.
    for (const bool any_part : {false, true})
      if ((out.card = now_lane(any_part, cancel)) || (out.card = today_lane(any_part, cancel))) return out;
    out.next_due = next_due_ ? next_due_ : opening();
    return out;
  }

 private:
  std::optional<Card> now_lane(bool any_part, const Cancel& cancel) {
    auto calls = store::open_calls(store_, time_.local.day, Lane::now, agent_, 0,
                                   std::numeric_limits<std::int32_t>::max());
    std::ranges::sort(calls, goes_before);
    return first_of(calls, any_part, cancel);
  }

  /// The list is read a few calls at a time: mostly the first one is taken.
  std::optional<Card> today_lane(bool any_part, const Cancel& cancel) {
    constexpr std::int64_t few = 16;
    for (std::int64_t rank = 0;;) {
      auto calls = store::open_calls(store_, time_.local.day, Lane::today, agent_, rank, few);
      if (calls.empty()) return std::nullopt;
      rank = calls.back().rank;
      if (auto card = first_of(calls, any_part, cancel)) return card;
    }
  }

  std::optional<Card> first_of(std::vector<Call>& calls, bool any_part, const Cancel& cancel) {
    for (auto& call : calls) {
      cancel.check();
      if (!is_mine(call)) continue;
      const bool now = call.part.empty() || call.part == time_.part();
      if (now == any_part) continue;  // a later round is for the other part only
      if (auto card = taken(call)) return card;
    }
    return std::nullopt;
  }

  void due(std::optional<Moment> at) {
    if (at && (!next_due_ || *at < *next_due_)) next_due_ = at;
  }

  /// Whether the agent may take the call, and it is time.
  bool is_mine(const Call& call) {
    const bool own = call.agent == agent_;
    if (!own && !call.agent.empty()) {
      if (!call.reserved_until) return false;
      if (time_.now < *call.reserved_until) return due(call.reserved_until), false;
    }
    if (!own && call.lane == Lane::now && self_ != nullptr && !self_->now) return false;
    if (!speaks(call.language)) return false;
    if (call.not_before && time_.now < *call.not_before) return due(call.not_before), false;
    return !store::skipped_by(store_, call.call_id, agent_);
  }

  bool speaks(std::string_view language) const {
    return language.empty() || self_ == nullptr || self_->languages.empty() ||
           std::ranges::find(self_->languages, language) != self_->languages.end();
  }

  void put(Date date, const Call& call, CallState state) {
    store::put_call_state(
        store_, date, call.call_id, state,
        state == CallState::withdrawn ? std::string_view(call.withdrawn_why) : std::string_view{});
  }

  /// Judges the call at this moment and leases it if it stands.
  std::optional<Card> taken(Call& call) {
    const Date day = time_.local.day;
    const auto row = store::find_account(store_, call.account_id);
    if (!row) {
      call.withdrawn_why = "erased";
      return put(day, call, call.state = CallState::withdrawn), std::nullopt;
    }
    store::load_reasons(store_, day, call);
    const DeskAccount account(store_, settings_, maker_, *row, time_);
    switch (account.fit(call)) {
      case DeskAccount::Fit::yes: break;
      case DeskAccount::Fit::done: return put(day, call, call.state = CallState::done), std::nullopt;
      case DeskAccount::Fit::gone: return put(day, call, call.state = CallState::withdrawn), std::nullopt;
      case DeskAccount::Fit::not_now: return wait(account, call), std::nullopt;
    }
    const auto until =
        lease_call(store_, settings_, account, row->account, call, time_, {agent_, CallDirection::out});
    if (!until) return std::nullopt;
    call.state = CallState::leased;
    auto card = account.card(call, {agent_, CallDirection::out, book_});
    card.lease_until = until;
    return card;
  }

  /// When the law allows what it does not allow now; looked up once, for hours are much the same for all.
  void wait(const DeskAccount& account, const Call& call) {
    if (waited_ || call.reasons.empty()) return;
    waited_ = true;
    const auto* whom = account.person(call.contact_id);
    const auto* about = account.case_of(call.reasons.front().code, call.reasons.front().source_id);
    if (whom != nullptr) due(rules::next_allowed(account.query_now(*whom, about), time_.now, 14));
  }

  /// The card of what the agent has already; nothing when it does not stand any more: it is then given back.
  std::optional<Card> again(const store::Lease& held) {
    auto found = store::find_call(store_, held.call_id);
    const auto row = store::find_account(store_, held.account);
    const auto direction = held.inbound ? CallDirection::in : CallDirection::out;
    if (found && row) {
      auto& [date, call] = *found;
      const DeskAccount account(store_, settings_, maker_, *row, time_);
      auto fit = DeskAccount::Fit::yes;
      if (held.inbound) {
        // The rest after speaking has begun; what the customer was told he calls about stays as it was.
        call.permission = {Allowed::allowed, {}};
      } else if (call.reasons.empty()) {
        auto open = account.open_call(direction, call.contact_id);
        open.call_id = call.call_id;
        open.rank = call.rank;
        call = std::move(open);
        if (call.permission.allowed != Allowed::allowed) fit = DeskAccount::Fit::not_now;
      } else {
        fit = account.fit(call);
      }
      if (fit == DeskAccount::Fit::yes) {
        call.state = CallState::leased;
        auto card = account.card(call, {agent_, direction, book_});
        card.lease_until = held.until;
        return card;
      }
      if (fit == DeskAccount::Fit::not_now)
        put(date, call, CallState::open);
      else
        put(date, call, fit == DeskAccount::Fit::done ? CallState::done : CallState::withdrawn);
    }
    store::give_back(store_, held.account);
    return std::nullopt;
  }

  /// The next opening of the office after today: a new list is made then.
  std::optional<Moment> opening() const {
    rules::PermissionQuery terms;
    terms.country = settings_.country;
    rules::apply_settings(terms, settings_);
    for (Date day = time_.local.day + days{1}; day <= time_.local.day + days{14}; day += days{1}) {
      const auto windows =
          rules::calling_windows(settings_.country, PersonKind::legal, day, terms.customs, terms.office);
      if (!windows.empty()) return moment_at(day, windows.front().from, settings_.country);
    }
    return std::nullopt;
  }

  store::Store& store_;
  const Settings& settings_;
  const BookContext& book_;
  const DeskTime& time_;
  std::string_view agent_;
  const Agent* self_ = nullptr;
  const CandidateMaker maker_;
  std::optional<Moment> next_due_;
  bool waited_ = false;
};

}  // namespace

NextCall calls_next(store::Store& store, const Settings& settings, const BookContext& book, Moment now,
                    std::string_view agent, const Cancel& cancel) {
  require_agent(settings, agent);
  const DeskTime time{now, settings};
  auto present = need_plan(store, settings, time.local.day, cancel);
  store::Change change(store);
  auto out = Search(store, settings, book, time, agent, std::move(present)).run(cancel);
  change.commit();
  return out;
}

}  // namespace rendabel::pipeline
