// outcome_fields.hpp — the outcome's fields, one line each (contract.md 3).
// The reader checks with it and the schema is written from it.
#pragma once
#include "plugin/base/describe.hpp"
#include "plugin/base/outcome.hpp"

namespace rendabel {

// clang-format off
template <> struct Description<NeedTold> {
  static constexpr std::string_view name = "need";
  static constexpr auto fields = std::tuple{
      required(Choice<NeedCode>{}, "code", &NeedTold::code, "What the customer needs [M2]"),
      field(OnDate{}, "due_on", &NeedTold::due_on, "Day on which to come back to it; unset: at the next contact"),
      field(Text{1000}, "note", &NeedTold::note, "In the agent's words; kept for retention.notes_months")};
};

template <> struct Description<Outcome> {
  static constexpr std::string_view name = "outcome";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Outcome::id, "The host's id of this outcome; the same id again gives the same answer and changes nothing"),
      field(Id{}, "call_id", &Outcome::call_id, "The call of a list or card; or account_id"),
      field(Id{}, "account_id", &Outcome::account_id, "The account, where no call was planned"),
      field(Id{}, "contact_id", &Outcome::contact_id, "Who was spoken to; unset: whom the call asks for"),
      field(Id{}, "agent", &Outcome::agent, "The agent's id in settings"),
      required(AtMoment{}, "at", &Outcome::at, "When the call ended"),
      required(Choice<OutcomeCode>{}, "outcome", &Outcome::outcome, "What came of it [domain 7]"),
      field(Choice<SkipReason>{}, "skip_reason", &Outcome::skip_reason, "Needed with skipped: why"),
      field(AtMoment{}, "callback_at", &Outcome::callback_at, "Needed with callback: the agreed time"),
      field(Amount{true}, "amount", &Outcome::amount, "Of the order, quote or meeting"),
      field(Text{40}, "channel", &Outcome::channel, "How: voice (the default), mail, whatsapp, …"),
      field(Choice<Reception>{}, "reception", &Outcome::reception, "How the call was received [M2 'nine of ten']"),
      field(ListOf{false}, "needs", &Outcome::needs, "What the customer turned out to need"),
      field(Text{4000}, "note", &Outcome::note, "In the agent's words; kept for retention.notes_months")};
};
// clang-format on

}  // namespace rendabel
