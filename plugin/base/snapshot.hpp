// snapshot.hpp — all that the host knows of one account, as plain views into an arena (contract.md 3).
// Money is in minor units of the book currency; absent optionals and empty texts are unknown, never zero.
// A List that is not known was left out. Meanings, units and limits stand in snapshot_fields.hpp.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "plugin/base/arena.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/money.hpp"

namespace rendabel {

enum class PersonKind { unknown, legal, natural };
enum class CreditKind { none, return_, correction, bonus };  // none = left out, counts as return
enum class PaymentKind { none, money, credit, write_off };   // none = left out, counts as money
enum class QuoteStatus { none, open, won, lost, expired };   // none = left out, counts as open
enum class InquiryKind { none, information, question, problem, complaint };  // none: information
enum class RemedyStatus { none, offered, accepted, refused };
enum class DerivedFrom { none, invoice };
enum class Direction { none, in, out };

/// A host's own value: `kind` tells how it was spelt, `value` is its JSON text without quotes.
struct Attribute {
  enum class Kind : std::uint8_t { text, number, yes_no };
  std::string_view name;
  std::string_view value;
  Kind kind = Kind::text;
};

struct Account {
  std::string_view id, name, currency, owner, segment, country, phone, mobile, email;
  PersonKind person_kind = PersonKind::unknown;
  std::optional<bool> active, unassigned, strategic, do_not_call;
  std::optional<Date> since, history_from, contract_until;
  std::optional<Micro> standing_discount_percent;
  std::optional<std::int64_t> payment_days;
  List<Attribute> attributes;
};

struct Channel {
  std::string_view kind, handle;
};

struct Consent {
  std::string_view purpose, subject, channel, party, source;
  std::optional<Date> given_on, expires_on, withdrawn_on;
};

struct Contact {
  std::string_view id, name, role, language, phone, mobile, email, preferred_channel;
  std::optional<bool> active, do_not_call;
  std::optional<Date> objected_on, opt_out_offered_on, dnc_checked_on, tps_checked_on;
  List<Channel> channels;
  List<Consent> consents;
};

struct Order {
  std::string_view id, channel;
  std::optional<Date> date;
  DerivedFrom derived_from = DerivedFrom::none;
  std::optional<Cents> list_amount, discount_amount, net_amount, cost_of_goods, freight_paid, freight_charged,
      contribution;
  std::optional<Micro> lines, items;
  std::optional<bool> rush, carriage_paid;
  List<std::string_view> product_groups;
};

struct CreditNote {
  std::string_view id, order_id;
  std::optional<Date> date;
  CreditKind kind = CreditKind::none;
  std::optional<Cents> amount, cost_of_goods;
  std::optional<Micro> items;
};

struct Payment {
  std::optional<Date> date;
  std::optional<Cents> amount;
  PaymentKind kind = PaymentKind::none;
};

struct Invoice {
  std::string_view id, delivery;
  std::optional<Date> date, due_date;
  std::optional<Cents> amount_incl_tax;
  std::optional<std::int64_t> reminders;
  List<Payment> payments;
};

struct Quote {
  std::string_view id, contact_id;
  std::optional<Date> sent_on, valid_until;
  std::optional<Cents> amount, margin;
  QuoteStatus status = QuoteStatus::none;
  std::optional<bool> requested;
};

struct Inquiry {
  std::string_view id, channel, contact_id, subject;
  std::optional<Moment> at, answered_at, solved_at;
  InquiryKind kind = InquiryKind::none;
};

struct Activity {
  std::string_view id, kind, contact_id, call_id;
  std::optional<Date> date;
  Direction direction = Direction::none;
  std::optional<Micro> minutes, quantity;
  std::optional<Cents> cost;
  std::optional<bool> planned, reached;
};

struct Remedy {
  std::string_view id, code;
  std::optional<Date> date;
  RemedyStatus status = RemedyStatus::none;
  bool foretold = false;  ///< own state's, in no document: the acceptance was learnt before, with
  std::optional<Cents> predicted = std::nullopt;  ///< the effect a year that was foretold then
};

struct Snapshot {
  Account account;
  std::optional<std::int64_t> revision;
  std::optional<Date> as_of;
  List<Contact> contacts;
  List<Order> orders;
  List<CreditNote> credit_notes;
  List<Invoice> invoices;
  List<Quote> quotes;
  List<Inquiry> inquiries;
  List<Activity> activities;
  List<Remedy> remedies;
};

// clang-format off
template <> struct Names<PersonKind> { static constexpr std::array<std::string_view, 3> values{"unknown", "legal", "natural"}; };
template <> struct Names<CreditKind> { static constexpr std::array<std::string_view, 4> values{"", "return", "correction", "bonus"}; };
template <> struct Names<PaymentKind> { static constexpr std::array<std::string_view, 4> values{"", "money", "credit", "write_off"}; };
template <> struct Names<QuoteStatus> { static constexpr std::array<std::string_view, 5> values{"", "open", "won", "lost", "expired"}; };
template <> struct Names<InquiryKind> { static constexpr std::array<std::string_view, 5> values{"", "information", "question", "problem", "complaint"}; };
template <> struct Names<RemedyStatus> { static constexpr std::array<std::string_view, 4> values{"", "offered", "accepted", "refused"}; };
template <> struct Names<DerivedFrom> { static constexpr std::array<std::string_view, 2> values{"", "invoice"}; };
template <> struct Names<Direction> { static constexpr std::array<std::string_view, 3> values{"", "in", "out"}; };
// clang-format on

}  // namespace rendabel
