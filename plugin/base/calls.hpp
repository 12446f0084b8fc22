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

enum class CaseState : std::uint8_t { open, closed };

/// A case as the store keeps it. `closed_why` is a code (won, lost, expired, answered, solved, gone, …).
struct StoredCase {
  Case facts;
  CaseState state = CaseState::open;
  std::string closed_why;
  std::optional<Date> closed_on;
  std::int64_t attempts = 0;
};

struct CallReason {
  Reason code{};
  std::string source_id;
  Cents value_at_stake = 0;
  Micro p_success;
  Cents margin = 0;         ///< the margin at stake before probability and decay
  std::string margin_from;  ///< a code of report/call_sentences.hpp, such as own_ratio; unknown: no margin
                            ///< could be told
  Date since{};
  Purpose purpose = Purpose::marketing;  ///< on the plan's day
  std::optional<Cents> amount;           ///< of the quote
  std::optional<Date> until;             ///< valid_until of the quote
  std::string kind, subject;             ///< of the inquiry: question, problem, complaint, …; its subject
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
};

/// An account with a case that is not on the list, and why (a code: not_due, no_phone, denied, …).
struct LeftOut {
  std::string account_id;
  Reason reason{};
  std::string why;
  std::string rule;  ///< the law's rule where why = denied
};

}  // namespace rendabel
