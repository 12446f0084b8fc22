// own_state.hpp — what we know of people and never forget: objections, do-not-call, consents, remedy answers.
// In: a snapshot (later: events, outcomes).  Out: the merged state.  Never lifts by absence.
// Method: per value the later date wins, on equal dates the stricter (contract.md 2, account_save).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/arena.hpp"
#include "plugin/base/assessment.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

/// How a do-not-call was learnt. Only what a snapshot set can be lifted, by a later explicit false.
enum class Learnt : std::uint8_t { snapshot, event, outcome, erased };
}  // namespace rendabel::store
namespace rendabel {
template <>
struct Names<store::Learnt> {
  static constexpr std::array<std::string_view, 4> values{"snapshot", "event", "outcome", "erased"};
};
}  // namespace rendabel
namespace rendabel::store {

struct ContactState {
  std::string contact_id;  ///< empty: the account itself
  std::optional<Date> objected_on;
  bool do_not_call = false;
  std::optional<Date> do_not_call_on;  ///< of its last change
  Learnt do_not_call_source = Learnt::snapshot;
  std::optional<Date> opt_out_offered_on, dnc_checked_on, tps_checked_on;
  bool operator==(const ContactState&) const = default;
};

struct KnownConsent {
  std::string contact_id, purpose, subject, channel, party, source;
  std::optional<Date> given_on, expires_on, withdrawn_on;
  bool operator==(const KnownConsent&) const = default;
};

struct KnownRemedy {
  std::string id, code;
  Date date{};
  RemedyStatus status = RemedyStatus::none;
  bool foretold = false;  ///< its acceptance is known, with the effect that was foretold then
  std::optional<Cents> predicted = std::nullopt;  ///< a year; none: no effect was foretold
  bool operator==(const KnownRemedy&) const = default;
};

/// All own state of one account but its cases.
struct OwnState {
  std::vector<ContactState> contacts;  ///< by contact_id
  std::vector<KnownConsent> consents;  ///< by contact_id, purpose, subject, channel, party
  std::vector<KnownRemedy> remedies;   ///< by id
  bool operator==(const OwnState&) const = default;
};

OwnState own_state(Store& store, AccountKey account);
/// Writes the rows that differ between the two; true when any did.
bool put_own_state(Store& store, AccountKey account, const OwnState& before, const OwnState& after);

/// Pure: adds an objection or do-not-call learnt in any way; the later date holds, nothing is lifted.
void merge_refusal(OwnState& known, std::string_view contact_id, std::optional<Date> objected_on,
                   std::optional<Date> do_not_call_on, Learnt learnt);
/// Pure: `known` with the own state of `snapshot` merged in; its do_not_call is dated by its as_of.
OwnState merged(OwnState known, const Snapshot& snapshot);
/// Pure: keeps what an assessment foretold of acceptances that were not known before it. Each is foretold
/// once.
void keep_foretold(OwnState& known, const std::vector<AgreedRemedy>& agreed);
/// Pure: `snapshot` as it is judged: with the merged objections, consents, remedies and checks in it. New
/// parts live in `arena`; what a contact needs that the snapshot does not name stays out, but the account's
/// own.
Snapshot applied(const Snapshot& snapshot, const OwnState& known, Arena& arena);

}  // namespace rendabel::store
