#include "plugin/rules/plan_places.hpp"

#include <algorithm>

#include "plugin/rules/seats.hpp"

namespace rendabel::rules {

namespace {

/// The call's reason of that name; null: it has none.
const CallReason* carries(const Call& call, std::string_view name) {
  const auto found =
      std::ranges::find(call.reasons, name, [](const CallReason& each) { return name_of(each.code); });
  return found == call.reasons.end() ? nullptr : &*found;
}

/// Which of the ordered drafts get a place: pinned ones, reserved shares, then the strongest of the rest.
class Places {
 public:
  Places(std::vector<Draft>& drafts, const PlanTerms& terms)
      : drafts_(drafts),
        terms_(terms),
        chosen_(drafts.size()),
        free_(terms.capacity),
        seats_(places_of(terms)) {
    for (const auto& language : terms.seated) seats_.take(by_language(language));
  }

  std::vector<bool> fill() {
    // What the team leader pinned is called, also where the day is full.
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (drafts_[i].call.pinned && !choose(i, Place::pinned)) chosen_[i] = true;
    for (const auto& [reason, share] : terms_.reserve) {
      auto wanted = static_cast<std::int64_t>(Int128{share.millionths} * terms_.capacity / micro);
      for (std::size_t i = 0; i < drafts_.size() && wanted > 0; ++i) {
        auto& call = drafts_[i].call;
        const auto* carried = carries(call, reason);
        if (carried == nullptr || (!chosen_[i] && !choose(i, Place::reserved))) continue;
        if (call.place == Place::reserved && !call.reserved_for) call.reserved_for = carried->code;
        --wanted;
      }
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (!chosen_[i]) choose(i, terms_.during_day ? Place::added : Place::value);
    return std::move(chosen_);
  }

 private:
  static std::vector<std::int64_t> places_of(const PlanTerms& terms) {
    std::vector<std::int64_t> out;
    for (const auto& agent : terms.agents) out.push_back(agent.places);
    return out;
  }
  MayTake by_language(std::string_view language) const {
    MayTake out;
    for (const auto& agent : terms_.agents) out.push_back(speaks(agent, language));
    return out;
  }
  /// What one agent promised or was given is his alone.
  MayTake may_take(const Draft& draft) const {
    auto out = by_language(draft.call.language);
    if (draft.assigned)
      for (std::size_t i = 0; i < out.size(); ++i) out[i] = terms_.agents[i].id == draft.call.agent;
    return out;
  }
  bool choose(std::size_t i, Place place) {
    // A kept place is told only where its worth would not have been enough.
    const bool by_worth = place == Place::reserved && static_cast<std::int64_t>(i) < terms_.capacity;
    drafts_[i].call.place = by_worth ? Place::value : place;
    if (free_ <= 0 || (!terms_.agents.empty() && !seats_.take(may_take(drafts_[i])))) return false;
    --free_;
    return chosen_[i] = true;
  }

  std::vector<Draft>& drafts_;
  const PlanTerms& terms_;
  std::vector<bool> chosen_;
  std::int64_t free_;
  Seats seats_;
};

}  // namespace

bool speaks(const AgentToday& agent, std::string_view language) {
  return language.empty() || agent.languages.empty() ||
         std::ranges::find(agent.languages, language) != agent.languages.end();
}

std::vector<bool> fill_places(std::vector<Draft>& drafts, const PlanTerms& terms) {
  return Places(drafts, terms).fill();
}

}  // namespace rendabel::rules
