// desk_account.hpp — step 8: one account at the moment of a call.
// In: the stored account with our own state, a moment.  Out: whether a planned call fits now; the card.
// Never: writes; a person, channel or hint that the law denies at that moment.
// Method: cases, people and permissions are derived again, as the plan does for a day.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/card.hpp"
#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/desk.hpp"
#include "plugin/rules/contact_choice.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Within a Reading or a Change. Keeps references: all must outlive it.
class DeskAccount {
 public:
  /// Failure{corrupt}: the account has lost its facts.
  DeskAccount(store::Store& store, const Settings& settings, const CandidateMaker& maker,
              const store::AccountRow& row, const DeskTime& time);

  const Snapshot& facts() const { return facts_; }
  const AccountToday& today() const { return today_; }
  std::string_view country() const;
  const std::vector<rules::Person>& people() const { return people_; }

  enum class Fit {
    yes,      ///< may be called now; the call has the reasons, person and permission of now
    not_now,  ///< later, perhaps today
    done,     ///< the host has reported it
    gone,     ///< no reason stands any more: `call.withdrawn_why` says why
  };
  /// Judges a planned call again; reasons that came up since ride along.
  Fit fit(Call& call) const;

  /// The call for somebody on the line, or asked for by account: every open reason, planned or not. Without
  /// one its purpose is service. `contact_id`: who is on the line, else the first that may be called.
  Call open_call(CallDirection direction, std::string_view contact_id) const;

  struct Ask {
    std::string_view agent;
    CallDirection direction = CallDirection::out;
    const BookContext& book;
  };
  Card card(const Call& call, const Ask& ask) const;

  /// What the law is asked about the telephone at that moment; `about` null: service.
  rules::PermissionQuery query_now(const rules::Person& whom, const Case* about) const;
  const rules::Person* person(std::string_view contact_id) const;
  const Case* case_of(Reason reason, std::string_view source_id) const;

  /// The normal numbers of the account and its people, sorted: leased with it.
  std::vector<std::int64_t> numbers() const;

 private:
  const rules::Candidate* candidate(const CallReason& reason) const;
  bool add_reason(Call& call, const rules::Candidate& found, const Case& about, std::string_view& why) const;
  void add_contact(Card& card) const;
  void add_chance(Card& card) const;
  void add_channels(Card& card, const rules::Person& whom, const Case* about) const;
  void add_hints(Card& card, const rules::Person& whom, const Case* about) const;
  void add_history(Card& card, const Assessment& made) const;

  store::Store& store_;
  const Settings& settings_;
  const CandidateMaker& maker_;
  const store::AccountRow& row_;
  const DeskTime& time_;
  Arena arena_;
  Snapshot facts_;
  AccountToday today_;
  std::vector<rules::Person> people_;
};

}  // namespace rendabel::pipeline
