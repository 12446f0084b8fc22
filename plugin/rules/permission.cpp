#include "plugin/rules/permission.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "plugin/rules/permission_packs.hpp"

namespace rendabel::rules {

namespace {

constexpr int list_days = 30, tps_days = 28;            // law.md BE, UK
constexpr int proof_years = 5;                          // UWG §7a, law.md DE
constexpr int fr_calls_30_days = 4, fr_rest_days = 60;  // law.md FR

bool is_legal(const PermissionQuery& q) { return q.person == PersonKind::legal; }
bool is_voice(const PermissionQuery& q) { return q.channel == LawChannel::voice; }

/// A request lapses; what is left of it is marketing.
Purpose purpose_of(const PermissionQuery& q) {
  const bool lapsed = q.purpose == Purpose::asked && q.asked_until && q.day > *q.asked_until;
  return lapsed ? Purpose::marketing : q.purpose;
}

bool known_by(const std::optional<Date>& day, const PermissionQuery& q) { return day && *day <= q.day; }
bool has_consent(const PermissionQuery& q) {
  return known_by(q.consent_on, q) && !(q.consent_until && q.day > *q.consent_until);
}

/// Whether a list was looked at no longer ago than `days_max`.
bool checked(const std::optional<Date>& day, const PermissionQuery& q, int days_max) {
  return known_by(day, q) && (q.day - *day).count() <= days_max;
}

/// The day after which only a new request beats the refusal; nothing where nobody refused. An objection binds
/// whatever its date, for what is refused while a plan runs must leave it at once.
struct Refusal {
  bool stands = false;
  std::optional<Date> on;
};

Refusal refusal(const PermissionQuery& q) {
  Refusal out;
  if (q.objected_on && !(has_consent(q) && *q.consent_on > *q.objected_on)) out = {true, q.objected_on};
  if (is_voice(q) && q.do_not_call) {
    // Without a day of its own a do-not-call is younger than any request.
    const auto on =
        q.do_not_call_on ? std::max(*q.do_not_call_on, out.on.value_or(*q.do_not_call_on)) : Date::max();
    out = {true, on};
  }
  return out;
}

bool refused(const PermissionQuery& q) {
  const Refusal found = refusal(q);
  const Purpose purpose = purpose_of(q);
  if (!found.stands || purpose == Purpose::service) return false;
  const bool asked_since = purpose == Purpose::asked && q.asked_on && *q.asked_on > *found.on;
  return !asked_since;
}

bool closed(const PermissionQuery& q) {
  const OfficeWindow* office = q.agreed_time ? nullptr : &q.office;
  if (q.at) return closed_at(q.country, q.person, *q.at, q.customs, office);
  const auto windows = q.agreed_time ? legal_windows(q.country, q.person, q.day, q.customs)
                                     : calling_windows(q.country, q.person, q.day, q.customs, q.office);
  return windows.empty();
}

std::int64_t calls_in(const PermissionQuery& q, int days_back) {
  return std::ranges::count_if(q.marketing_calls,
                               [&](Date each) { return each <= q.day && each > q.day - days{days_back}; });
}
bool capped(const PermissionQuery& q) {
  return calls_in(q, 1) >= q.caps.per_day || calls_in(q, 7) >= q.caps.per_7_days ||
         calls_in(q, 30) >= q.caps.per_30_days;
}

bool proven(const PermissionQuery& q) {
  if (!known_by(q.documented_on, q) || !has_consent(q)) return false;
  Date used = *q.documented_on;
  if (known_by(q.consent_used_on, q)) used = std::max(used, *q.consent_used_on);
  const auto until = std::chrono::year_month_day{used} + std::chrono::years{proof_years};
  return q.day <= Date{until.ok() ? until : until.year() / until.month() / std::chrono::last};
}

bool customer_similar(const PermissionQuery& q) {
  return q.relation == Relation::customer && q.similar_goods;
}

bool holds(LawCondition condition, const PermissionQuery& q) {
  switch (condition) {
    case LawCondition::always: return true;
    case LawCondition::refused: return refused(q);
    case LawCondition::closed: return closed(q);
    case LawCondition::capped: return capped(q);
    case LawCondition::capped_fr: return calls_in(q, 30) >= fr_calls_30_days;
    case LawCondition::resting_fr: return checked(q.not_interested_on, q, fr_rest_days);
    case LawCondition::consent: return has_consent(q);
    case LawCondition::consent_proven: return proven(q);
    case LawCondition::customer: return q.relation == Relation::customer;
    case LawCondition::customer_similar: return customer_similar(q);
    case LawCondition::customer_exception: return customer_similar(q) && known_by(q.opt_out_offered_on, q);
    case LawCondition::consent_or_relation:
      return has_consent(q) || (q.relation != Relation::none && q.similar_goods);
    case LawCondition::contract: return q.contract_until && q.day <= *q.contract_until && q.similar_goods;
    case LawCondition::list_checked: return checked(q.dnc_checked_on, q, list_days);
    case LawCondition::list_unchecked: return !checked(q.dnc_checked_on, q, list_days);
    case LawCondition::tps_unchecked: return !checked(q.tps_checked_on, q, tps_days);
  }
  return false;
}

std::optional<Date> day_of(LawDate date, const PermissionQuery& q) {
  switch (date) {
    case LawDate::none: return std::nullopt;
    case LawDate::nl_customer_exception_end: return q.nl_customer_exception_end;
    case LawDate::fr_opt_in_from: return q.fr_opt_in_from;
  }
  return std::nullopt;
}

bool meant_for(const LawRow& row, const PermissionQuery& q) {
  if (row.person == ForPerson::legal && !is_legal(q)) return false;
  if (row.person == ForPerson::natural && is_legal(q)) return false;
  static constexpr std::array<ForPurpose, 3> purposes{ForPurpose::asked, ForPurpose::service,
                                                      ForPurpose::marketing};
  if (row.purpose != ForPurpose::any && row.purpose != purposes[static_cast<std::size_t>(purpose_of(q))])
    return false;
  const auto from = day_of(row.from, q), until = day_of(row.until, q);
  return (!from || q.day >= *from) && (!until || q.day < *until);
}

}  // namespace

void apply_settings(PermissionQuery& query, const Settings& settings) {
  query.nl_customer_exception_end = settings.nl_customer_exception_end;
  query.fr_opt_in_from = settings.fr_opt_in_from;
  query.customs = {settings.nl_good_friday_calls, settings.nl_liberation_day_every_year};
  query.office = office_window(settings);
  query.caps = {settings.calls.cap_per_day, settings.calls.cap_per_7_days, settings.calls.cap_per_30_days};
}

PermissionQuery on_moment(PermissionQuery query, Moment at) {
  query.at = at;
  query.day = local_day(at, query.country);
  return query;
}

Permission permission_of(const PermissionQuery& query) {
  for (const auto& row : law_pack(query.country)) {
    const Says says = is_voice(query) ? row.voice : row.written;
    if (says == Says::skip || !meant_for(row, query) || !holds(row.condition, query)) continue;
    return {static_cast<Allowed>(says), std::string(row.id)};
  }
  return {};
}

bool is_refused(const PermissionQuery& query) { return refused(query); }

CallHints hints_of(const PermissionQuery& query, bool inbound) {
  CallHints out;
  // After an objection nothing is sold, whoever called whom.
  if (refusal(query).stands) return out;
  PermissionQuery marketing = query;
  marketing.purpose = Purpose::marketing;
  if (inbound) {
    out.sales = true;
    out.opt_in = !is_legal(query) && !has_consent(query);
    return out;
  }
  if (purpose_of(query) != Purpose::marketing) return out;
  out.sales = permission_of(query).allowed == Allowed::allowed;
  out.offer_objection = out.sales && !is_legal(query);
  return out;
}

std::optional<Moment> next_allowed(const PermissionQuery& query, Moment from, int horizon_days) {
  const Date first = local_day(from, query.country);
  for (int ahead = 0; ahead <= horizon_days; ++ahead) {
    PermissionQuery on_day = query;
    on_day.day = first + days{ahead};
    on_day.at.reset();
    if (permission_of(on_day).allowed != Allowed::allowed) continue;
    if (!is_voice(query)) return ahead == 0 ? from : moment_at(on_day.day, 0, query.country);
    for (const auto& window : legal_windows(query.country, query.person, on_day.day, query.customs))
      for (auto minute = window.from; minute < window.to; ++minute) {
        const Moment at = moment_at(on_day.day, minute, query.country);
        const Moment tried = at < from ? from : at;
        if (local_time(tried, query.country).minute > minute) continue;
        if (permission_of(on_moment(query, tried)).allowed == Allowed::allowed) return tried;
      }
  }
  return std::nullopt;
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
