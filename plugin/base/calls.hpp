// calls.hpp — cases, permission and the call list: whom to call, why, and whether we may (domain.md 7,
// law.md). Plain data between rules, store, pipeline and report.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/money.hpp"

namespace rendabel {

/// Why to call. The order is the contract's; strength is decided by value at stake.
enum class Reason : std::uint8_t {
  callback,
  inquiry,
  problem,
  quote,
  renegotiate,
  dormant,
  slipping,
  cross_sell,
  keep_in_touch,
};
template <>
struct Names<Reason> {
  static constexpr std::array<std::string_view, 9> values{"callback", "inquiry",     "problem",
                                                          "quote",    "renegotiate", "dormant",
                                                          "slipping", "cross_sell",  "keep_in_touch"};
};

enum class Purpose : std::uint8_t { asked, service, marketing };
template <>
struct Names<Purpose> {
  static constexpr std::array<std::string_view, 3> values{"asked", "service", "marketing"};
};

/// How somebody is addressed, as the law tells channels apart; message: any other direct message.
enum class LawChannel : std::uint8_t { voice, mail, sms, whatsapp, linkedin, facebook, x, message };
template <>
struct Names<LawChannel> {
  static constexpr std::array<std::string_view, 8> values{"voice",    "email",    "sms", "whatsapp",
                                                          "linkedin", "facebook", "x",   "message"};
};

enum class Lane : std::uint8_t { now, today };
template <>
struct Names<Lane> {
  static constexpr std::array<std::string_view, 2> values{"now", "today"};
};

enum class CallState : std::uint8_t { open, leased, done, withdrawn };
template <>
struct Names<CallState> {
  static constexpr std::array<std::string_view, 4> values{"open", "leased", "done", "withdrawn"};
};

enum class Allowed : std::uint8_t { allowed, not_now, no };
template <>
struct Names<Allowed> {
  static constexpr std::array<std::string_view, 3> values{"allowed", "not_now", "no"};
};

/// What gave a call its place on the list.
enum class Place : std::uint8_t {
  value,     ///< worth more than who is left out
  now,       ///< of the now-lane: outside capacity
  pinned,    ///< by the team leader: whatever it is worth, also where the day is full
  reserved,  ///< in the share of the capacity kept for a reason
  added,     ///< came up during the day, while there was room
};
template <>
struct Names<Place> {
  static constexpr std::array<std::string_view, 5> values{"value", "now", "pinned", "reserved", "added"};
};

/// How the law sees a party's bond with us: a customer is one now or less than three years ago.
enum class Relation : std::uint8_t { none, past, customer };
template <>
struct Names<Relation> {
  static constexpr std::array<std::string_view, 3> values{"none", "past", "customer"};
};

/// A decision of the law with the id of the rule that made it, such as NL5; report/labels has its sentence.
struct Permission {
  Allowed allowed = Allowed::no;
  std::string rule;
  bool operator==(const Permission&) const = default;
};

/// A reason to call one account, keyed by account, reason and source record (empty for time-driven reasons).
struct Case {
  Reason reason{};
  std::string source_id;
  Purpose purpose = Purpose::marketing;
  std::string contact_id;     ///< the reason's own contact, else empty
  Date since{};               ///< the day it began: sent, asked, asleep since; decay counts from here
  Date due_from{}, due_to{};  ///< days on which the call is due
  Lane lane = Lane::today;
  std::optional<Cents> amount;      ///< of the source record, e.g. the quote
  std::optional<Date> asked_until;  ///< purpose asked holds up to this day, then it is marketing
  bool operator==(const Case&) const = default;
};

/// Parked: not called until something new comes up at the account, or until `next_on` where that is set.
enum class CaseState : std::uint8_t { open, parked, closed };
template <>
struct Names<CaseState> {
  static constexpr std::array<std::string_view, 3> values{"open", "parked", "closed"};
};

/// What calls made of a case so far and when the next one is due (rules/next_step); untouched by facts.
struct CaseSteps {
  std::optional<Date> next_on;  ///< not before this day in the settings' country; unset: as the facts say
  std::optional<Moment>
      next_at;               ///< not before this moment: the time of a callback, or half an hour after busy
  std::string reserved_for;  ///< the agent who promised to call; empty: anybody
  std::optional<Moment> reserved_until;  ///< from then on anybody
  std::string tried_part;    ///< morning or afternoon: when the last try had no answer; the other is better
  std::string last_outcome;  ///< code of the last outcome; empty: never called
  std::optional<Moment> last_at;  ///< of that outcome
  std::int64_t skips = 0;         ///< times it was skipped
  std::int64_t callbacks = 0;     ///< callbacks in a row
  bool operator==(const CaseSteps&) const = default;
};

/// A case as the store keeps it. `closed_why` is a code (won, lost, expired, answered, solved, gone, …).
struct StoredCase {
  Case facts;
  CaseState state = CaseState::open;
  std::string closed_why;  ///< of a closed one; of a parked one why it is parked (tried_out, team_leader, …)
  std::optional<Date> closed_on;  ///< or parked
  std::int64_t attempts = 0;      ///< calls tried, busy ones not counted
  CaseSteps steps;
};

/// Something a customer will need later, noted in a call; it comes back as a case of cross_sell when due.
struct Need {
  std::string id;    ///< of the outcome it was noted in, with its place there
  std::string code;  ///< upgrade, add_on, custom, budget, profile, …
  std::string note, contact_id;
  std::optional<Date> due_on;
  Date noted_on{};
  std::optional<Date> closed_on;
  bool operator==(const Need&) const = default;
};

/// What the team leader and calls decided about an account as a whole.
struct DeskState {
  std::optional<Date> pinned_until;   ///< planned first, through this day
  std::optional<Date> removed_until;  ///< not called about marketing, through this day
  std::string removed_why;
  std::string assigned_to;          ///< agent; goes before the host's owner
  std::optional<Date> disputed_on;  ///< the verdict is disputed: renegotiate pauses
  std::string disputed_why;
  std::optional<Date> decided_on;  ///< a goodbye was marked as done
  std::string decided_by, decided_why;
  std::optional<Date> reached_on;  ///< day a call of ours last reached somebody
  bool operator==(const DeskState&) const = default;
};

/// A rest that an outcome gave a reason, or every case of the today lane where `reason` is empty.
struct Rest {
  std::string reason;
  Date until{};  ///< first day on which it may be called about again
  std::string why;
  bool operator==(const Rest&) const = default;
};

struct CallReason {
  Reason code{};
  std::string source_id;
  Cents value_at_stake = 0;
  Micro p_success;
  Cents margin = 0;         ///< the margin at stake before probability and decay
  Micro decay{micro};       ///< what is left of it for the days waited, a fraction
  Cents cost = 0;           ///< of the call
  std::string margin_from;  ///< a code of report/call_sentences.hpp, such as own_ratio; unknown: no margin
                            ///< could be told
  Date since{};
  Purpose purpose = Purpose::marketing;  ///< on the plan's day
  std::optional<Cents> amount;           ///< of the quote
  std::optional<Date> until;             ///< valid_until of the quote
  std::string kind;  ///< of the inquiry: question, complaint, …; cross_sell: proposal or need; keep_in_touch:
                     ///< reached, or none where no conversation is known
  std::string subject;  ///< of the inquiry; the group proposed; the code of the need
};

/// One call of the list: the strongest reason leads, the others ride along.
struct Call {
  std::string call_id, account_id, contact_id;
  std::int64_t rank = 0;
  Lane lane = Lane::today;
  CallState state = CallState::open;
  std::string withdrawn_why;  ///< a code, empty unless withdrawn
  std::vector<CallReason> reasons;
  Purpose purpose = Purpose::marketing;
  Date due_from{}, due_to{};
  std::string agent, phone, phone_e164;
  Cents value_at_stake = 0;
  Micro p_success;
  std::int64_t attempt = 1;
  Permission permission;
  std::optional<Moment> not_before;      ///< a callback's time; unset: any time of the day
  std::optional<Moment> deadline;        ///< of the now-lane: 60 minutes of office time after it came in
  std::optional<Moment> reserved_until;  ///< until then only `agent` may take it
  std::string part;      ///< morning or afternoon: when it is likelier to be answered; empty: any
  std::string language;  ///< of the contact; empty: unknown. Agents who name theirs must speak it
  bool pinned = false;   ///< by the team leader
  Place place = Place::value;
  std::optional<Reason> reserved_for;  ///< the reason of the share, where place = reserved
};

/// An account with a case that is not on the list, and why (a code: not_due, no_phone, denied, …).
struct LeftOut {
  std::string account_id;
  Reason reason{};
  std::string why;
  std::string rule;  ///< the law's rule where why = denied or not_now
};

}  // namespace rendabel
