// event_fields.hpp — the events' fields, one line each: what happens between snapshots (contract.md 3).
// The reader checks with it and the schema is written from it; records that a snapshot has are spelt as
// there.
#pragma once
#include "plugin/base/events.hpp"
#include "plugin/base/snapshot_fields.hpp"

namespace rendabel {

// clang-format off
template <> struct Description<GivenConsent> {
  static constexpr std::string_view name = "given_consent";
  static constexpr auto fields = std::tuple{
      field(Id{}, "contact_id", &GivenConsent::contact_id, "Who gave it; left out: the account's own number and mail"),
      field(Text{64}, "purpose", &GivenConsent::purpose, "What for, such as marketing"),
      field(Text{200}, "subject", &GivenConsent::subject, "Goods or services it covers; unknown = all of this party's"),
      field(Text{40}, "channel", &GivenConsent::channel, "voice, email, sms, whatsapp, …; unknown = voice is not covered by it"),
      field(Text{200}, "party", &GivenConsent::party, "To whom it was given; unknown = to us"),
      field(OnDate{}, "given_on", &GivenConsent::given_on, "Day it was given; without it, it is no consent"),
      field(OnDate{}, "expires_on", &GivenConsent::expires_on, "Last day it holds; left out: until withdrawn"),
      field(OnDate{}, "withdrawn_on", &GivenConsent::withdrawn_on, "Day it was withdrawn"),
      field(Text{500}, "source", &GivenConsent::source, "How it was obtained")};
};

template <> struct Description<Objection> {
  static constexpr std::string_view name = "objection";
  static constexpr auto fields = std::tuple{
      field(Id{}, "contact_id", &Objection::contact_id, "Who objects to marketing; left out: the account as a whole"),
      field(OnDate{}, "date", &Objection::date, "Day of the objection; left out: the event's day")};
};

template <> struct Description<DoNotCall> {
  static constexpr std::string_view name = "do_not_call";
  static constexpr auto fields = std::tuple{
      field(Id{}, "contact_id", &DoNotCall::contact_id, "Whom not to telephone; left out: the account as a whole"),
      field(OnDate{}, "date", &DoNotCall::date, "Day of the refusal; left out: the event's day")};
};

template <> struct Description<AccountMerged> {
  static constexpr std::string_view name = "account_merged";
  static constexpr auto fields = std::tuple{
      field(Id{}, "from_account_id", &AccountMerged::from_account_id, "The account that is now part of account_id; it may also stand beside the record")};
};

template <> struct Description<Pinned> {
  static constexpr std::string_view name = "pin";
  static constexpr auto fields = std::tuple{
      field(OnDate{}, "until", &Pinned::until, "Last day on which the account is planned first; null: pinned no longer")};
};

template <> struct Description<Remove> {
  static constexpr std::string_view name = "remove";
  static constexpr auto fields = std::tuple{
      field(OnDate{}, "until", &Remove::until, "Last day on which the account stays off the today lane; null: put back"),
      field(Text{500}, "why", &Remove::why, "Why, for the team leader's view")};
};

template <> struct Description<Assign> {
  static constexpr std::string_view name = "assign";
  static constexpr auto fields = std::tuple{
      field(Text{128}, "agent", &Assign::agent, "The agent's id in settings, who goes before the host's owner; null: the owner again")};
};

template <> struct Description<VerdictDisputed> {
  static constexpr std::string_view name = "verdict_disputed";
  static constexpr auto fields = std::tuple{
      field(Text{500}, "reason", &VerdictDisputed::reason, "What is wrong with the verdict; null: disputed no longer")};
};

template <> struct Description<Decision> {
  static constexpr std::string_view name = "decision";
  static constexpr auto fields = std::tuple{
      required(OnDate{}, "date", &Decision::date, "Day the goodbye was done"),
      field(Text{500}, "reason", &Decision::reason, "Why")};
};

template <> struct Description<BookTotal> {
  static constexpr std::string_view name = "book_total";
  static constexpr auto fields = std::tuple{
      required(OnDate{}, "from", &BookTotal::from, "First day of the period"),
      required(OnDate{}, "to", &BookTotal::to, "Last day of the period"),
      required(Amount{}, "net_revenue", &BookTotal::net_revenue, "Net revenue of the ledger over the period")};
};

template <class Record> struct Description<EventDocument<Record>> {
  using Document = EventDocument<Record>;
  static constexpr std::string_view name = "event";
  static constexpr auto fields = std::tuple{
      field(Id{}, "account_id", &Document::account_id, "Whose it is; only book_total has none"),
      required(Choice<EventKind>{}, "kind", &Document::kind, "What happened"),
      required(AtMoment{}, "at", &Document::at, "When, with offset"),
      field(Text{200}, "by", &Document::by, "Who did it: an agent's or user's id"),
      field(Id{}, "from_account_id", &Document::from_account_id, "account_merged only: the account that is now part of account_id"),
      required(Nested{}, "record", &Document::record, "The record, spelt as in the snapshot where the snapshot has it")};
};
// clang-format on

}  // namespace rendabel
