// card.hpp — what an agent sees while he calls: the call, whom he speaks to, what happened, what to raise.
// Plain data between pipeline, report and abi.  Never: a hint that the law denies (pipeline/desk_card).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/learning.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/outcome.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel {

/// What a line of the card's history says; report/card_sentences puts it into words.
enum class HistoryKind : std::uint8_t { last_contact, last_order, result };

struct HistoryLine {
  HistoryKind kind{};
  std::optional<Date> on;
  std::optional<Cents> amount;                    ///< of the order; the net result of the year
  std::optional<Cents> revenue;                   ///< of the year
  std::optional<std::int64_t> median_gap_halves;  ///< the rhythm, half days
  std::string what;                               ///< an outcome's code or an activity's kind
  bool operator==(const HistoryLine&) const = default;
};

/// The last time somebody was spoken to, or tried.
struct LastContact {
  Date on{};
  std::string kind;     ///< of the activity, such as visit; call for an outcome
  std::string outcome;  ///< code; empty where the host's activity names none
  std::string contact_id, note;
};

/// A way to reach the person that the law lets us use now.
struct CardChannel {
  std::string kind, link;
  LawChannel channel{};
  Permission permission;
  bool preferred = false;
};

struct Card {
  Call call;
  Date day{};
  CallDirection direction = CallDirection::out;
  std::optional<Moment> lease_until;  ///< unset: not leased, for the law denies the call at this moment
  std::string name, owner, segment, country;
  PersonKind person_kind = PersonKind::unknown;
  std::optional<Layer> layer;
  std::string contact_name, contact_role, contact_language;
  std::optional<Verdict> verdict;
  std::vector<std::string> verdict_reasons;
  std::vector<LearningReason> chance_reasons;  ///< what moves p_success most; none while only priors speak
  std::vector<HistoryLine> history;            ///< at most three
  std::optional<LastContact> last_contact;
  std::vector<RemedyAdvice> remedies;
  std::vector<CrossSellAdvice> cross_sell;
  std::vector<std::string> ask;  ///< needs codes, offer_objection, opt_in
  std::vector<CardChannel> channels;
  std::string agent_name, agent_profile_url;
  std::vector<Need> needs;   ///< noted before and not met yet
  bool sales = false;        ///< more than the subject may be raised
  bool solve_first = false;  ///< a problem or complaint is open: that first
  bool amounts = true;       ///< results and margins may be shown
};

/// Answer of calls_next; without a card nothing is due now.
struct NextCall {
  std::optional<Card> card;
  std::optional<Moment> next_due;  ///< when something is; unset: nothing is known to come
};

/// An account that a number belongs to.
struct CardChoice {
  std::string account_id, name, contact_id, contact_name;
};

/// Answer of call_open: a card, or several accounts to choose from.
struct OpenedCall {
  std::optional<Card> card;
  std::vector<CardChoice> choices;
};

}  // namespace rendabel
