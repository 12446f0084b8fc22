// outcome.hpp — what came of a call, as an agent or a host reports it, and the step that follows from it.
// In: outcome documents (contract.md 3).  Out: plain data for rules, store and pipeline.  Never: JSON, SQL.
// Names, limits and meanings for the host stand in outcome_fields.hpp.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/money.hpp"

namespace rendabel {

enum class OutcomeCode : std::uint8_t {
  none,
  no_answer,
  voicemail,
  busy,
  callback,
  spoke,
  order,
  quote,
  meeting,
  not_interested,
  objection,
  wrong_number,
  skipped,
};
enum class SkipReason : std::uint8_t { none, not_mine, knows_better, wrong_time, disagree, other };
enum class Reception : std::uint8_t { none, welcome, neutral, unwelcome };
/// What a customer turned out to need [M2]; it comes back as a case when due.
enum class NeedCode : std::uint8_t { none, upgrade, add_on, custom, budget, profile };
/// What happens next with a case.
enum class StepKind : std::uint8_t {
  call_again,   ///< on a day, or at a time of it
  callback,     ///< at the agreed time
  wait,         ///< not before a day, unless something new happens
  fix_number,   ///< the number is wrong: another number or person is tried
  team_leader,  ///< skipped so often that the team leader decides
  parked,       ///< tried often enough; ended with the reason
  closed,       ///< ended by what was reached
  none,         ///< nothing follows: the case had ended before
};
// clang-format off
template <> struct Names<OutcomeCode> { static constexpr std::array<std::string_view, 13> values{"", "no_answer", "voicemail", "busy", "callback", "spoke", "order", "quote", "meeting", "not_interested", "objection", "wrong_number", "skipped"}; };
template <> struct Names<SkipReason> { static constexpr std::array<std::string_view, 6> values{"", "not_mine", "knows_better", "wrong_time", "disagree", "other"}; };
template <> struct Names<Reception> { static constexpr std::array<std::string_view, 4> values{"", "welcome", "neutral", "unwelcome"}; };
template <> struct Names<NeedCode> { static constexpr std::array<std::string_view, 6> values{"", "upgrade", "add_on", "custom", "budget", "profile"}; };
template <> struct Names<StepKind> { static constexpr std::array<std::string_view, 8> values{"call_again", "callback", "wait", "fix_number", "team_leader", "parked", "closed", "none"}; };
// clang-format on

/// A need that the customer told, due on a day.
struct NeedTold {
  NeedCode code = NeedCode::none;
  std::optional<Date> due_on;  ///< unknown: at the next contact
  std::string note;
};

/// One outcome document. Empty texts are unknown.
struct Outcome {
  std::string id, call_id, account_id, contact_id, agent, channel, note;
  std::optional<Moment> at;
  OutcomeCode outcome = OutcomeCode::none;
  SkipReason skip_reason = SkipReason::none;
  std::optional<Moment> callback_at;
  std::optional<Cents> amount;
  Reception reception = Reception::none;
  std::vector<NeedTold> needs;
};

/// How a case stands after an outcome: what call_report answers of it.
struct CaseAfter {
  Reason reason{};
  std::string source_id;
  CaseState state = CaseState::open;
  StepKind step = StepKind::none;
  std::string why;            ///< a code of labels_get's step_why
  std::optional<Date> on;     ///< day of the step
  std::optional<Moment> at;   ///< its time, where it has one
  std::int64_t attempts = 0;  ///< tries so far that reached nobody
  bool operator==(const CaseAfter&) const = default;
};

/// True for outcomes in which somebody of the account was spoken to.
constexpr bool reached(OutcomeCode code) {
  switch (code) {
    case OutcomeCode::callback:
    case OutcomeCode::spoke:
    case OutcomeCode::order:
    case OutcomeCode::quote:
    case OutcomeCode::meeting:
    case OutcomeCode::not_interested:
    case OutcomeCode::objection: return true;
    default: return false;
  }
}
/// Success as the learner and the board count it [domain 7].
constexpr bool successful(OutcomeCode code) {
  return code == OutcomeCode::order || code == OutcomeCode::quote || code == OutcomeCode::meeting;
}
/// True where a number was dialled: everything but skipped.
constexpr bool attempted(OutcomeCode code) {
  return code != OutcomeCode::skipped && code != OutcomeCode::none;
}

}  // namespace rendabel
