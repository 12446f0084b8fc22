// permission.hpp — may we call, mail or message this person for this purpose, then? (law.md)
// In: a query of plain facts.  Out: allowed, not_now or no, with the id of the rule that says so.
// Never: clock, store, network; deny by default.  Method: dated tables per country (permission_packs), the
// first matching row wins. How to ask: people_of + law_on; for a plan leave `at` unset, so that only a day
// without any hour to call in is not_now; for a lease, a card or a callback set `at` (with on_moment).
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/holidays.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/calling_hours.hpp"
#include "plugin/rules/consents.hpp"

namespace rendabel::rules {

/// How often one person may be called for marketing; the defaults are law.md's NL6a.
struct CallCapsOfLaw {
  std::int64_t per_day = 1, per_7_days = 3, per_30_days = 4;
};

/// What the law asks about one person, one purpose and one day or moment. Dates after `day` do not count.
struct PermissionQuery {
  std::string_view country;  ///< ISO 3166 alpha-2, of the person called
  PersonKind person = PersonKind::unknown;
  Relation relation = Relation::none;
  Purpose purpose = Purpose::marketing;  ///< of the case on that day (rules/cases.hpp, purpose_on)
  LawChannel channel = LawChannel::voice;
  Date day{};                           ///< by the called country's clocks
  std::optional<Moment> at;             ///< on `day`; unset: some time that day
  bool agreed_time = false;             ///< asked for at that very time: the office window does not bind
  std::optional<Date> asked_on;         ///< the request, for purpose asked
  std::optional<Date> asked_until;      ///< asked holds up to this day, then it is marketing
  std::optional<Date> objected_on;      ///< the last objection to marketing
  bool do_not_call = false;             ///< binds voice only
  std::optional<Date> do_not_call_on;   ///< unknown: after any request
  std::optional<Date> consent_on;       ///< the youngest opt-in that holds on `day` for this channel
  std::optional<Date> consent_until;    ///< its last day, where it has one
  std::optional<Date> documented_on;    ///< the youngest such opt-in with a source to prove it by
  std::optional<Date> consent_used_on;  ///< when it was last relied on; unknown: only when it was given
  std::optional<Date> contract_until;   ///< last day of a running contract
  std::optional<Date> opt_out_offered_on;
  std::optional<Date> dnc_checked_on, tps_checked_on;
  std::optional<Date> not_interested_on;  ///< the last time he said no without objecting
  std::vector<Date> marketing_calls;  ///< days of marketing calls to this person, in any order, 30 days back
  bool similar_goods = true;          ///< our own goods, similar to those bought
  Date nl_customer_exception_end{};
  Date fr_opt_in_from = Date{std::chrono::year{2026} / 8 / 11};
  HolidayCustoms customs{};
  OfficeWindow office{};
  CallCapsOfLaw caps{};
};

/// Fills in what the settings say: dates of the law, customs, office window, caps. Keeps views into them.
void apply_settings(PermissionQuery& query, const Settings& settings);

/// The query at a moment: `at`, and `day` by the clocks of the called country.
PermissionQuery on_moment(PermissionQuery query, Moment at);

/// The decision. A natural or unknown person is never called for marketing without a rule that says he may
/// be.
Permission permission_of(const PermissionQuery& query);

/// Whether the person said no to such calls and nothing younger of his says otherwise; every country's first
/// row.
bool is_refused(const PermissionQuery& query);

/// What the card may remind the agent of. `inbound`: the customer called us.
struct CallHints {
  bool sales = false;            ///< more than the subject of the call may be raised
  bool offer_objection = false;  ///< say that he may object to further calls
  bool opt_in = false;           ///< ask whether he may be called again; never a reason to call
  bool operator==(const CallHints&) const = default;
};
CallHints hints_of(const PermissionQuery& query, bool inbound);

/// The earliest moment from `from` on at which permission_of allows the query, up to `horizon_days` days
/// ahead; nothing where it never does. With `agreed_time` the office window does not bind.
std::optional<Moment> next_allowed(const PermissionQuery& query, Moment from, int horizon_days = 92);

/// A customer has an order in the three years up to `day`; past has one before that.
Relation relation_of(const Snapshot& snapshot, Date day);

}  // namespace rendabel::rules
