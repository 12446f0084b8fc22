#include "plugin/rules/permission.hpp"

#include <algorithm>
#include <array>

namespace rendabel::rules {

namespace {

bool legal(const PermissionQuery& q) { return q.person == PersonKind::legal; }
bool offered(const PermissionQuery& q) { return q.opt_out_offered_on && *q.opt_out_offered_on <= q.day; }

/// The day after which only a new request beats the refusal; nothing where nobody refused. An objection binds
/// whatever its date, for what is refused while a plan runs must leave it at once.
struct Refusal {
  bool stands = false;
  std::optional<Date> on;
};

Refusal refusal(const PermissionQuery& q) {
  Refusal out;
  if (q.objected_on && !(q.consent_on && *q.consent_on > *q.objected_on)) out = {true, q.objected_on};
  if (q.channel == LawChannel::voice && q.do_not_call) {
    // Without a day of its own a do-not-call is younger than any request.
    const auto on =
        q.do_not_call_on ? std::max(*q.do_not_call_on, out.on.value_or(*q.do_not_call_on)) : Date::max();
    out = {true, on};
  }
  return out;
}

bool refused(const PermissionQuery& q) {
  const Refusal found = refusal(q);
  if (!found.stands || q.purpose == Purpose::service) return false;
  const bool asked_since = q.purpose == Purpose::asked && q.asked_on && *q.asked_on > *found.on;
  return !asked_since;
}

/// A customer of ours, own similar goods, and the way out was offered: the exception for existing customers.
bool customer_exception(const PermissionQuery& q) {
  return q.relation == Relation::customer && q.similar_goods && offered(q);
}

Allowed yes(const PermissionQuery&) { return Allowed::allowed; }
Allowed no(const PermissionQuery&) { return Allowed::no; }
/// Legal persons: telephone freely; write with consent or to one's own customers about similar goods.
Allowed legal_marketing(const PermissionQuery& q) {
  const bool may_write = q.consent_on || (q.relation != Relation::none && q.similar_goods);
  return q.channel == LawChannel::voice || may_write ? Allowed::allowed : Allowed::no;
}
Allowed by_mail_only(const PermissionQuery& q) {
  return q.channel == LawChannel::mail ? Allowed::allowed : Allowed::no;
}

/// A row of the law: the first whose condition holds decides.
struct Row {
  std::string_view id;
  bool (*holds)(const PermissionQuery&);
  Allowed (*decides)(const PermissionQuery&);
};

bool always(const PermissionQuery&) { return true; }

// Telecommunicatiewet 11.7 (law.md). NL10 has no row: every row that does not ask for a legal person takes an
// unknown one for a natural person. NL2 and NL6a come with hours and caps.
constexpr std::array netherlands{
    Row{"NL1", refused, no},
    Row{"NL3", [](const PermissionQuery& q) { return q.purpose == Purpose::service; }, yes},
    Row{"NL4", [](const PermissionQuery& q) { return q.purpose == Purpose::asked; }, yes},
    Row{"NL5", legal, legal_marketing},
    Row{"NL6", [](const PermissionQuery& q) { return q.consent_on.has_value(); }, yes},
    Row{"NL7",
        [](const PermissionQuery& q) { return customer_exception(q) && q.day < q.nl_customer_exception_end; },
        yes},
    Row{"NL8", customer_exception, by_mail_only},
    Row{"NL9", always, no},
};

// A country without a pack: legal persons that we already deal with, and nobody else.
constexpr std::array elsewhere{
    Row{"XX1", refused, no},
    Row{"XX2", [](const PermissionQuery& q) { return legal(q) && q.relation == Relation::customer; }, yes},
    Row{"XX3", always, no},
};

std::span<const Row> pack_of(std::string_view country) {
  if (country == "NL") return netherlands;
  return elsewhere;
}

bool covers(std::string_view given, LawChannel channel) {
  static constexpr std::array<std::string_view, 4> voice{"voice", "phone", "telephone", "call"};
  static constexpr std::array<std::string_view, 2> mail{"email", "mail"};
  return channel == LawChannel::voice ? std::ranges::find(voice, given) != voice.end()
                                      : std::ranges::find(mail, given) != mail.end();
}

}  // namespace

Permission permission_of(const PermissionQuery& query) {
  const auto rows = pack_of(query.country);
  const auto row = std::ranges::find_if(rows, [&](const Row& each) { return each.holds(query); });
  return {row->decides(query), std::string(row->id)};
}

std::optional<Date> opt_in_on(std::span<const Consent> consents, LawChannel channel, Date day) {
  std::optional<Date> youngest;
  for (const auto& consent : consents) {
    const bool ours = consent.party.empty() || consent.party == "us";
    const bool holds = consent.given_on && *consent.given_on <= day &&
                       (!consent.expires_on || *consent.expires_on >= day) &&
                       (!consent.withdrawn_on || *consent.withdrawn_on > day);
    if (!ours || !holds || consent.purpose != "marketing" || !covers(consent.channel, channel)) continue;
    youngest = std::max(youngest.value_or(*consent.given_on), *consent.given_on);
  }
  return youngest;
}

Relation relation_of(const Snapshot& snapshot, Date day) {
  const std::chrono::year_month_day today{day};
  auto since = today - std::chrono::years{3};
  if (!since.ok()) since = since.year() / since.month() / std::chrono::last;
  Relation out = Relation::none;
  for (const auto& order : snapshot.orders) {
    if (!order.date || *order.date > day) continue;
    out = std::max(out, *order.date >= Date{since} ? Relation::customer : Relation::past);
  }
  return out;
}

}  // namespace rendabel::rules
