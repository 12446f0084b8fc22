// permission.hpp — may we call, mail or message this person for this purpose on this day? (law.md)
// In: a query of plain facts.  Out: allowed, not_now or no, with the id of the rule that says so.
// Never: clock, store, network; deny by default.  Method: dated tables per country, the first matching row
// wins. Hours, holidays, caps and the packs of other countries are rows and conditions to come in the same
// tables.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// How the law sees this party's bond with us: a customer is one now or less than three years ago.
enum class Relation : std::uint8_t { none, past, customer };

/// Mail stands for every written channel: e-mail, SMS, WhatsApp and direct messages.
enum class LawChannel : std::uint8_t { voice, mail };

/// What the law asks about one person, one purpose and one day. Dates after `day` do not count.
struct PermissionQuery {
  std::string_view country;  ///< ISO 3166 alpha-2, of the person called
  PersonKind person = PersonKind::unknown;
  Relation relation = Relation::none;
  Purpose purpose = Purpose::marketing;  ///< of the case on that day (rules/cases.hpp, purpose_on)
  LawChannel channel = LawChannel::voice;
  Date day{};
  std::optional<Date> asked_on;        ///< the request, for purpose asked
  std::optional<Date> objected_on;     ///< the last objection to marketing
  bool do_not_call = false;            ///< binds voice only
  std::optional<Date> do_not_call_on;  ///< unknown: after any request
  std::optional<Date> consent_on;      ///< the youngest opt-in that holds on `day` for this channel
  std::optional<Date> opt_out_offered_on;
  std::optional<Date> dnc_checked_on, tps_checked_on;
  bool similar_goods = true;  ///< our own goods, similar to those bought
  Date nl_customer_exception_end{};
};

/// The decision. A natural or unknown person is never called for marketing without a rule that says he may
/// be.
Permission permission_of(const PermissionQuery& query);

/// The given day of the youngest marketing opt-in among `consents` that holds on `day` for `channel`: given
/// to us, dated, not expired and not withdrawn. Nothing if there is none.
std::optional<Date> opt_in_on(std::span<const Consent> consents, LawChannel channel, Date day);

/// A customer has an order in the three years up to `day`; past has one before that.
Relation relation_of(const Snapshot& snapshot, Date day);

}  // namespace rendabel::rules
