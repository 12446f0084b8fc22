// events.hpp — what happens between two snapshots, as hosts tell it (contract.md 3).
// In: views into an arena, like a snapshot.  Out: plain data; one record a kind.
// Names, limits and meanings for the host stand in event_fields.hpp.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "plugin/base/snapshot.hpp"

namespace rendabel {

enum class EventKind : std::uint8_t {
  inquiry,
  quote,
  activity,
  remedy,
  consent,
  objection,
  do_not_call,
  account_merged,
  pin,
  remove,
  assign,
  verdict_disputed,
  decision,
  book_total,
};
template <>
struct Names<EventKind> {
  static constexpr std::array<std::string_view, 14> values{
      "inquiry",        "quote", "activity", "remedy", "consent",          "objection", "do_not_call",
      "account_merged", "pin",   "remove",   "assign", "verdict_disputed", "decision",  "book_total"};
};

/// A consent of one person; without contact_id of the account's own number.
struct GivenConsent : Consent {
  std::string_view contact_id;
};
/// Of one person; without contact_id of the account as a whole. Without a date: the event's day.
struct Objection {
  std::string_view contact_id;
  std::optional<Date> date;
};
struct DoNotCall {
  std::string_view contact_id;
  std::optional<Date> date;
};
struct AccountMerged {
  std::string_view from_account_id;
};
struct Pinned {
  std::optional<Date> until;
};
struct Remove {
  std::optional<Date> until;
  std::string_view why;
};
struct Assign {
  std::string_view agent;
};
struct VerdictDisputed {
  std::string_view reason;
};
struct Decision {
  std::optional<Date> date;
  std::string_view reason;
};
/// Net revenue of the ledger over a period, to reconcile the book with; of no account.
struct BookTotal {
  std::optional<Date> from, to;
  std::optional<Cents> net_revenue;
};

/// In the order of EventKind.
using EventRecord = std::variant<Inquiry, Quote, Activity, Remedy, GivenConsent, Objection, DoNotCall,
                                 AccountMerged, Pinned, Remove, Assign, VerdictDisputed, Decision, BookTotal>;

/// One line of events_record. `line` counts from 1, for findings.
struct Event {
  std::int64_t line = 0;
  std::string_view account_id;  ///< empty for book_total only
  EventKind kind{};
  Moment at{};
  std::string_view by;  ///< who did it; empty: unknown
  EventRecord record;
};

/// The document as it is read: `record` is that of its kind.
template <class Record>
struct EventDocument {
  std::string_view account_id, by, from_account_id;
  EventKind kind{};
  std::optional<Moment> at;
  Record record;
};

}  // namespace rendabel
