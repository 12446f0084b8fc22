#include "plugin/rules/plan.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/rules/plan_places.hpp"

namespace rendabel::rules {

namespace {

/// Pinned ones first, then known values first, then the higher value, the earlier due day, the smaller id.
bool goes_before(const Draft& left, const Draft& right) {
  if (left.call.pinned != right.call.pinned) return left.call.pinned;
  if (left.known_value != right.known_value) return left.known_value;
  if (left.call.value_at_stake != right.call.value_at_stake)
    return left.call.value_at_stake > right.call.value_at_stake;
  return std::tie(left.call.due_from, left.call.account_id) <
         std::tie(right.call.due_from, right.call.account_id);
}

/// Which reason leads: one of the now-lane before the others, then the strongest.
bool leads(const Candidate& left, const Candidate& right) {
  if (left.lane != right.lane) return left.lane == Lane::now;
  if (left.known_value != right.known_value) return left.known_value;
  if (left.reason.value_at_stake != right.reason.value_at_stake)
    return left.reason.value_at_stake > right.reason.value_at_stake;
  return std::tie(left.due_from, left.reason.code, left.reason.source_id) <
         std::tie(right.due_from, right.reason.code, right.reason.source_id);
}

/// One call of all reasons of an account, the leading one first.
Draft merged(std::vector<Candidate>& reasons) {
  Candidate& lead = reasons.front();
  Draft out;
  out.known_value = lead.known_value;
  out.call.account_id = lead.account_id;
  out.call.contact_id = std::move(lead.contact_id);
  out.call.lane = lead.lane;
  out.call.purpose = lead.purpose;
  out.call.due_from = lead.due_from;
  out.call.due_to = lead.due_to;
  out.call.agent = std::move(lead.agent);
  out.call.phone = std::move(lead.phone);
  out.call.phone_e164 = std::move(lead.phone_e164);
  out.call.value_at_stake = lead.reason.value_at_stake;
  out.call.p_success = lead.reason.p_success;
  out.call.attempt = lead.attempt;
  out.call.permission = std::move(lead.permission);
  out.call.not_before = lead.not_before;
  out.call.deadline = lead.deadline;
  out.call.reserved_until = lead.reserved_until;
  out.call.part = std::move(lead.part);
  out.call.language = std::move(lead.language);
  out.call.pinned = lead.pinned;
  out.assigned = lead.assigned || lead.reserved_until.has_value();
  for (auto& reason : reasons) out.call.reasons.push_back(std::move(reason.reason));
  return out;
}

/// Sorts what is too big to be moved about: where each goes is found first.
template <class Item, class Before>
void sort_big(std::vector<Item>& items, const Before& before) {
  std::vector<Item*> order;
  order.reserve(items.size());
  for (auto& item : items) order.push_back(&item);
  std::ranges::stable_sort(order, before, [](const Item* item) -> const Item& { return *item; });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (auto* item : order) sorted.push_back(std::move(*item));
  items = std::move(sorted);
}

class Planner {
 public:
  explicit Planner(const PlanTerms& terms) : terms_(terms), taken_(terms.taken_numbers) {}

  void add(std::vector<Candidate> reasons) {
    if (reasons.empty()) return;
    std::ranges::sort(reasons, leads);
    // A reason rides along only when the law lets it be raised with the person who is called.
    const std::string person = reasons.front().contact_id;
    std::erase_if(reasons, [&](Candidate& reason) {
      if (reason.contact_id == person ||
          std::ranges::find(reason.may_reach, person) != reason.may_reach.end())
        return false;
      reason.left_out = "other_contact";
      leave_out(reason);
      return true;
    });
    if (!spoken(reasons.front().language)) {
      for (auto& reason : reasons) {
        reason.left_out = "no_language";
        leave_out(reason);
      }
      return;
    }
    Draft draft = merged(reasons);
    (draft.call.lane == Lane::now ? now_ : today_).push_back(std::move(draft));
  }
  void leave_out(const Candidate& candidate) {
    const bool denied = candidate.left_out == "denied" || candidate.left_out == "not_now";
    out_.left_out.push_back({candidate.account_id, candidate.reason.code, std::string(candidate.left_out),
                             denied ? candidate.permission.rule : std::string{}});
  }
  DayPlan finish() {
    sort_big(now_, goes_before);
    for (auto& draft : now_) {
      draft.call.place = Place::now;
      place(draft);
    }
    sort_big(today_, goes_before);
    std::erase_if(today_, [&](const Draft& draft) {
      if (taken_.insert(draft.call.phone_e164).second) return false;
      leave_out(draft, "same_number");
      return true;
    });
    const auto chosen = fill_places(today_, terms_);
    for (std::size_t i = 0; i < today_.size(); ++i) {
      if (chosen[i])
        place(today_[i]);
      else
        leave_out(today_[i], "capacity");
    }
    std::ranges::stable_sort(out_.left_out, {},
                             [](const LeftOut& row) { return std::tie(row.account_id, row.reason); });
    return std::move(out_);
  }

 private:
  bool spoken(std::string_view language) const {
    return terms_.agents.empty() || std::ranges::any_of(terms_.agents, [&](const AgentToday& agent) {
             return speaks(agent, language);
           });
  }
  /// An account is its owner's while he speaks the language and has places; then it is anybody's.
  void give(Draft& draft) {
    auto& call = draft.call;
    const auto owner = std::ranges::find(terms_.agents, call.agent, &AgentToday::id);
    if (owner == terms_.agents.end()) {
      if (!draft.assigned) call.agent.clear();
      return;
    }
    const bool takes = speaks(*owner, call.language) && (call.lane == Lane::today || owner->now);
    auto& given = given_[call.agent];
    if (!draft.assigned && (!takes || (call.lane == Lane::today && given >= owner->places)))
      call.agent.clear();
    else if (call.lane == Lane::today)
      ++given;
  }
  void place(Draft& draft) {
    give(draft);
    taken_.insert(draft.call.phone_e164);
    draft.call.rank = static_cast<std::int64_t>(out_.calls.size()) + 1;
    out_.calls.push_back(std::move(draft.call));
  }
  void leave_out(const Draft& draft, std::string_view why) {
    for (const auto& reason : draft.call.reasons)
      out_.left_out.push_back({draft.call.account_id, reason.code, std::string(why), {}});
  }

  const PlanTerms& terms_;
  std::set<std::string> taken_;
  std::map<std::string, std::int64_t> given_;  // places of the today lane by agent
  std::vector<Draft> now_, today_;
  DayPlan out_;
};

}  // namespace

DayPlan plan_of(std::vector<Candidate> candidates, const PlanTerms& terms) {
  sort_big(candidates, [](const Candidate& left, const Candidate& right) {
    return std::tie(left.account_id, left.reason.code, left.reason.source_id) <
           std::tie(right.account_id, right.reason.code, right.reason.source_id);
  });
  Planner planner(terms);
  std::vector<Candidate> account;
  for (auto& candidate : candidates) {
    if (!account.empty() && account.front().account_id != candidate.account_id) {
      planner.add(std::move(account));
      account.clear();
    }
    if (!candidate.left_out.empty())
      planner.leave_out(candidate);
    else
      account.push_back(std::move(candidate));
  }
  planner.add(std::move(account));
  return planner.finish();
}

}  // namespace rendabel::rules
