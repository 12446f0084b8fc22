// settings_fields.hpp — the settings' fields, one line each: what an owner may change (contract.md 3).
// The reader checks with it, the schema is written from it, and settings_get writes by it.
// A meaning names unit and source; the range stands in the kind, the default in settings.hpp.
#pragma once
#include "plugin/base/calls.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel {

inline constexpr std::array<std::string_view, 2> language_names{"nl", "en"};
inline constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu",
                                                               "fri", "sat", "sun"};
inline constexpr std::array<std::string_view, 5> touch_layer_names{"top", "large", "medium", "small",
                                                                   "prospect"};
inline constexpr std::array<std::string_view, 1> preset_names{"pilot"};

template <>
struct Names<LatePaymentMode> {
  static constexpr std::array<std::string_view, 2> values{"late", "full_credit"};
};

// clang-format off
template <> struct Description<DatedRate> {
  static constexpr std::string_view name = "dated_rate";
  static constexpr auto fields = std::tuple{
      required(OnDate{}, "from", &DatedRate::from, "First day of this rate"),
      required(Decimal{0, 1}, "rate", &DatedRate::rate, "Fraction a year: 0.12 = 12 %")};
};

template <> struct Description<DiscountStep> {
  static constexpr std::string_view name = "discount_step";
  static constexpr auto fields = std::tuple{
      required(Amount{true}, "from_revenue", &DiscountStep::from_revenue, "Yearly revenue from which the step is due"),
      required(Decimal{0, 100}, "percent", &DiscountStep::percent, "Discount due, percent points: 15 = 15 %")};
};

template <> struct Description<CapacityPool> {
  static constexpr std::string_view name = "capacity_pool";
  static constexpr auto fields = std::tuple{
      required(TextsOf{{}, 1}, "drivers", &CapacityPool::drivers, "Drivers that the pool works on, such as order"),
      required(Amount{true}, "cost", &CapacityPool::cost, "What the pool costs a year"),
      required(Decimal{0, 1'000'000'000}, "minutes", &CapacityPool::minutes, "Minutes that it can work a year")};
};

template <> struct Description<Period> {
  static constexpr std::string_view name = "period";
  static constexpr auto fields = std::tuple{
      required(OnDate{}, "from", &Period::from, "First day"),
      required(OnDate{}, "to", &Period::to, "Last day")};
};

template <> struct Description<Agent> {
  static constexpr std::string_view name = "agent";
  static constexpr auto fields = std::tuple{
      field(Text{200}, "name", &Agent::name, "Name on the list and the board"),
      field(Count{0, 1440}, "minutes", &Agent::minutes, "Minutes of calling a day; unset: agent_minutes"),
      field(TextsOf{weekday_names}, "days", &Agent::days, "Working days, mon to sun; empty or unset: Monday to Friday"),
      field(ListOf{false}, "absent", &Agent::absent, "Absences, both days included"),
      field(TextsOf{}, "languages", &Agent::languages, "Languages the agent speaks, such as nl"),
      field(YesNo{}, "now", &Agent::now, "Takes calls of the now-lane; default true"),
      field(Text{500}, "profile_url", &Agent::profile_url, "The agent's own profile, for customers who want to know whom they deal with [M2]")};
};

template <> struct Description<Thresholds> {
  static constexpr std::string_view name = "thresholds";
  static constexpr auto fields = std::tuple{
      field(Decimal{0, 1000}, "costly_orders_percent", &Thresholds::costly_orders_percent, "Order, invoice and shipping cost, percent of gross margin [domain 3]"),
      field(Decimal{0, 1000}, "free_shipping_percent", &Thresholds::free_shipping_percent, "Shipping, percent of gross margin [domain 3]"),
      field(Decimal{0, 1000}, "over_visited_percent", &Thresholds::over_visited_percent, "Visits, percent of gross margin [domain 3]"),
      field(Decimal{0, 1000}, "returns_percent", &Thresholds::returns_percent, "Returns, percent of gross margin [domain 3]"),
      field(Decimal{0, 3650}, "late_days", &Thresholds::late_days, "Mean days late from which a payer is late [domain 3]"),
      field(Amount{true}, "late_interest_min", &Thresholds::late_interest_min, "Interest below which late payment is not flagged [domain 3]"),
      field(Decimal{0, 100}, "declining_percent", &Thresholds::declining_percent, "Revenue below this percent of a window before is declining [domain 3]"),
      field(Count{0, 10'000}, "eroding_bp", &Thresholds::eroding_bp, "Drop of the net margin, basis points [domain 3]"),
      field(Decimal{0, 100}, "stagnant_percent", &Thresholds::stagnant_percent, "Change up to which revenue stands still, percent [M1 'nauwelijks groei']"),
      field(Decimal{0, 100}, "stale_discount_points", &Thresholds::stale_discount_points, "Discount above what is due, percent points [domain 3]"),
      field(Count{0, 36'500}, "young_days", &Thresholds::young_days, "Age in days up to which shares are not judged [domain 3]"),
      field(Count{0, 36'500}, "stale_discount_age_days", &Thresholds::stale_discount_age_days, "Age in days up to which a discount is not called stale [domain 3]")};
};

template <> struct Description<CrossSellSettings> {
  static constexpr std::string_view name = "cross_sell";
  static constexpr auto fields = std::tuple{
      field(Count{2, 1'000'000}, "customers_min", &CrossSellSettings::customers_min, "Customers that must buy a product group before it counts [domain 8]"),
      field(Count{2, 1'000'000}, "both_min", &CrossSellSettings::both_min, "Customers that must buy both groups before one is proposed [domain 8]"),
      field(Count{0, 1'000'000}, "shrinkage", &CrossSellSettings::shrinkage, "Customers' worth of everybody's habit that is mixed into a chance [domain 8]"),
      field(Count{0, 20}, "suggestions_max", &CrossSellSettings::suggestions_max, "Groups proposed an account at most; 0: none [domain 8]")};
};

struct CallingHour {
  static constexpr auto fields = std::tuple{
      field(TextsOf{weekday_names}, "days", &Calls::hour_days, "Days of the daily hour, mon to sun"),
      field(TimeOfDay{}, "from", &Calls::hour_from, "Start of the hour"),
      field(Count{0, 1440}, "minutes", &Calls::hour_minutes, "Length of the hour, minutes [M2 'discipline']")};
};

struct OfficeHours {
  static constexpr auto fields = std::tuple{
      field(TextsOf{weekday_names}, "days", &Calls::office_days, "Office days, mon to sun"),
      field(TimeOfDay{}, "from", &Calls::office_from, "Opening [law.md, default office window]"),
      field(TimeOfDay{}, "to", &Calls::office_to, "Closing [law.md, default office window]")};
};

struct CallSteps {
  static constexpr auto fields = std::tuple{
      field(Count{0, 365}, "quote_first_days", &Calls::quote_first_days, "First call on a quote, working days after sending [domain 7]"),
      field(Counts{1, 365}, "quote_next_days", &Calls::quote_next_days, "Next calls on a quote, working days after the call that reached somebody; rising [domain 7]"),
      field(Count{0, 365}, "quote_before_expiry_days", &Calls::quote_before_expiry_days, "Last call on a quote, working days before valid_until [domain 7]"),
      field(Count{0, 365}, "quote_before_expiry_window_days", &Calls::quote_before_expiry_window_days, "The last call replaces one this near, working days [domain 7]"),
      field(Count{0, 365}, "quote_after_expiry_days", &Calls::quote_after_expiry_days, "Working days after expiry in which one call is still due [domain 7]"),
      field(Counts{1, 365}, "no_answer_days", &Calls::no_answer_days, "Tries after no answer, working days; rising [domain 7]"),
      field(Count{1, 1440}, "busy_minutes", &Calls::busy_minutes, "Minutes until the next try after a busy line [domain 7]"),
      field(Count{0, 100}, "busy_per_day_max", &Calls::busy_per_day_max, "Tries of a busy line a day; the next one waits for the next working day [domain 7]"),
      field(Count{0, 1440}, "callback_own_minutes", &Calls::callback_own_minutes, "Minutes after an agreed time in which the callback is its agent's alone [domain 7]"),
      field(Count{1, 365}, "callback_days_max", &Calls::callback_days_max, "How many days ahead a callback may be agreed [domain 7]"),
      field(Count{1, 100}, "callbacks_max", &Calls::callbacks_max, "Callbacks in a row [domain 7]"),
      field(Count{0, 365}, "spoke_rest_days", &Calls::spoke_rest_days, "Days of rest after speaking, without a new event [domain 7]"),
      field(Count{0, 3650}, "refused_reason_days", &Calls::refused_reason_days, "Not interested: days in which that reason rests [domain 7]"),
      field(Count{0, 3650}, "refused_today_days", &Calls::refused_today_days, "Not interested: days in which all of the today lane rests [domain 7]"),
      field(Count{1, 100}, "skips_max", &Calls::skips_max, "Skips after which the team leader decides [domain 7]"),
      field(Count{1, 10'000}, "now_office_minutes", &Calls::now_office_minutes, "Minutes of office time in which the now-lane is due [domain 7, HBR 2011]"),
      field(Count{0, 3650}, "renegotiate_again_days", &Calls::renegotiate_again_days, "Days after a remedy was offered without a second renegotiate [domain 4]"),
      field(Count{0, 3650}, "cross_sell_again_days", &Calls::cross_sell_again_days, "Days after the last conversation before what comparable customers buy is proposed [domain 8]"),
      field(MapOf<Count>{{1, 3650}, touch_layer_names}, "keep_in_touch_days", &Calls::keep_in_touch_days, "Days after the last reached contact, by layer [domain 7]"),
      field(Count{0, 365}, "inquiry_today_days", &Calls::inquiry_today_days, "An inquiry older than this many working days goes to the today lane [domain 7]"),
      field(Count{0, 3650}, "inquiry_drop_days", &Calls::inquiry_drop_days, "An inquiry older than this many days is no reason to call [domain 7]"),
      field(Count{0, 365}, "planned_activity_days", &Calls::planned_activity_days, "A planned activity within this many working days holds the today lane back [domain 7]")};
};

struct CallCaps {
  static constexpr auto fields = std::tuple{
      field(Count{0, 100}, "per_day", &Calls::cap_per_day, "Marketing calls to a natural person a day [law.md NL6a]"),
      field(Count{0, 100}, "per_7_days", &Calls::cap_per_7_days, "In 7 days [law.md NL6a]"),
      field(Count{0, 100}, "per_30_days", &Calls::cap_per_30_days, "In 30 days [law.md NL6a]")};
};

template <> struct Description<Calls> {
  static constexpr std::string_view name = "calls";
  static constexpr auto fields = std::tuple{
      field(MapOf<Nested>{}, "agents", &Calls::agents, "Agents by id; none named: one agent nobody names"),
      field(Decimal{0, 100}, "dials_per_hour", &Calls::dials_per_hour, "Calls an agent can make an hour [domain 7]"),
      field(Count{0, 1440}, "agent_minutes", &Calls::agent_minutes, "Minutes of calling per agent and day where the agent names none [M2 'one hour']"),
      group<CallingHour>("hour", "The daily hour of calling [M2]"),
      group<OfficeHours>("office_hours", "When the office calls"),
      field(MapOf<Decimal>{{0, 1}, Names<Reason>::values}, "reserve", &Calls::reserve, "Share of the capacity kept for a reason, 0 to 1; unused places are free [domain 7]"),
      group<CallSteps>("steps", "When the next call is due"),
      group<CallCaps>("caps", "How often one person may be called"),
      field(MapOf<Decimal>{{0, 1}, Names<Reason>::values}, "priors", &Calls::priors, "Chance of success of a first call per reason, 0 to 1; learning starts here [domain 7]"),
      field(MapOf<Decimal>{{0, 3650}, Names<Reason>::values}, "half_life_days", &Calls::half_life_days, "Days in which a reason loses half its worth; 0 or none: it keeps it [domain 7]"),
      field(Count{1, 3650}, "value_horizon_days", &Calls::value_horizon_days, "Days of margin that a call can win [domain 7]"),
      field(Count{1, 1440}, "lease_minutes", &Calls::lease_minutes, "Minutes for which a call is one agent's own [domain 7]"),
      field(TextsOf{}, "learn_attributes", &Calls::learn_attributes, "Attributes of accounts that the learner may read"),
      field(Decimal{0, 1}, "holdout_share", &Calls::holdout_share, "Share of accounts left uncalled to see what calling brings, 0 to 1 [domain 7]"),
      field(Count{0, 1'000'000'000}, "holdout_seed", &Calls::holdout_seed, "Draws who is left uncalled; another number draws anew [domain 7]"),
      field(OneOf{preset_names}, "preset", &Calls::preset, "pilot: quotes and inquiries only, one team, one hour [M2]")};
};

struct LawDates {
  static constexpr auto fields = std::tuple{
      field(OnDate{}, "nl_customer_exception_end", &Settings::nl_customer_exception_end, "First day without the exception for own customers [law.md NL8]"),
      field(OnDate{}, "fr_opt_in_from", &Settings::fr_opt_in_from, "First day on which a French consumer is called with an opt-in only [law.md FR]"),
      field(YesNo{}, "nl_good_friday_calls", &Settings::nl_good_friday_calls, "Whether Good Friday is a day of calls in the Netherlands [law.md NL2]"),
      field(YesNo{}, "nl_liberation_day_every_year", &Settings::nl_liberation_day_every_year, "5 May without calls every year, not only in years divisible by 5 [law.md NL2]")};
};

struct BoardRules {
  static constexpr auto fields = std::tuple{
      field(OnDate{}, "per_agent_agreed_on", &Settings::per_agent_agreed_on, "Day the works council agreed to rows per agent; unset: team totals only [law.md]")};
};

struct Retention {
  static constexpr auto fields = std::tuple{
      field(Count{1, 1200}, "facts_months", &Settings::facts_months, "Facts older than this keep date and net amount only, months [law.md]"),
      field(Count{1, 1200}, "closed_cases_months", &Settings::closed_cases_months, "Closed cases, months [law.md]"),
      field(Count{1, 1200}, "notes_months", &Settings::notes_months, "Notes, months [law.md]"),
      field(Count{1, 1200}, "silent_contacts_months", &Settings::silent_contacts_months, "Contacts silent this long are purged, months [law.md]")};
};

template <> struct Description<Settings> {
  static constexpr std::string_view name = "settings";
  static constexpr auto fields = std::tuple{
      field(CurrencyCode{}, "currency", &Settings::currency, "Currency of the book; fixed once an account is stored"),
      field(CountryCode{}, "country", &Settings::country, "Country whose days and office time count"),
      field(TextsOf{language_names, 1}, "languages", &Settings::languages, "Languages of sentences, nl and en; the first is the default"),
      field(Decimal{0, 1'000}, "minute_rate", &Settings::minute_rate, "Money a minute of work [domain 2]"),
      field(Rates{}, "activity_rates", &Settings::activity_rates, "Cost of one unit of a driver or driver.variant: money, {\"minutes\"} × minute_rate, or {\"per_hour\"} × the activity's minutes [domain 2, M1]"),
      field(Decimal{0, 1}, "gross_margin_assumed", &Settings::gross_margin_assumed, "Fraction of net revenue, 0 to 1, where cost of goods is unknown; unset: not assessable [domain 2]"),
      field(Decimal{0, 1}, "funding_rate", &Settings::funding_rate, "What late money costs, fraction a year [domain 2]"),
      field(Choice<LatePaymentMode>{}, "late_payment_mode", &Settings::late_payment_mode, "late: from the due date; full_credit: from the invoice date [domain 2]"),
      field(ListOf{false}, "statutory_rates", &Settings::statutory_rates, "What may be claimed from a late payer, by day [domain 2]"),
      field(MapOf<Decimal>{{0, 1}}, "avoidable", &Settings::avoidable, "Share of a cost line that goes away with the customer, 0 to 1; other: every line not named [domain 4]"),
      field(ListOf{false}, "capacity", &Settings::capacity, "Pools of people, to compare minutes paid with minutes charged [domain 6]"),
      whole(Steps{}, "discount_scale", "Discount due by yearly revenue, rising, or inferred: from the book; unset: not assessable [domain 3]"),
      field(Amount{true}, "carriage_paid_from", &Settings::carriage_paid_from, "Order amount from which carriage is paid; unset: all orders [domain 4]"),
      field(Amount{true}, "small_order_fee", &Settings::small_order_fee, "Fee for an order below break-even [domain 4]"),
      field(Decimal{0, 1}, "visit_share", &Settings::visit_share, "Fraction of the gross margin that visits may cost [domain 6]"),
      field(Count{0, 366}, "visits_max", &Settings::visits_max, "Visits a year that are advised at most [domain 6]"),
      field(Amount{true}, "loss_min", &Settings::loss_min, "Loss a year that is not worth a flag [domain 3]"),
      field(Count{-10'000, 10'000}, "target_margin_bp", &Settings::target_margin_bp, "Net margin that remedies aim at, basis points [domain 4]"),
      field(Nested{}, "thresholds", &Settings::thresholds, "When a flag is raised [domain 3]"),
      field(Nested{}, "cross_sell", &Settings::cross_sell, "When a product group is proposed [domain 8]"),
      field(Nested{}, "calls", &Settings::calls, "The calling day [domain 7]"),
      group<LawDates>("law", "What an owner may move in the law's rules [law.md]"),
      group<BoardRules>("board", "What the board shows [law.md]"),
      group<Retention>("retention", "How long data is kept [law.md]")};
};
// clang-format on

}  // namespace rendabel
